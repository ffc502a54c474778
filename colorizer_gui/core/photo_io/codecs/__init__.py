"""File formats: from bytes to a raster and from pixels to bytes.

Enters: a module or a folder for each format; `decoding` and `encoding` are the only entrances.
Leaves: `decode` and `encode`, for `reading` and `writing`.
"""
