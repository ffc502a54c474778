"""How a photo is turned, mirrored, straightened and cropped before anything else looks at it.

Enters: what changes where pixels are, and nothing that changes what they are; no network, no file.
Leaves: `Geometry`, and planes and places that follow it, for photos and points.
"""
