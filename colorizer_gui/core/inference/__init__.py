"""A network behind the seam: devices, sizes, averaging, what is kept between two questions.

Enters: what runs a network on a photo.
Leaves: `NetworkColorizer`.
"""
