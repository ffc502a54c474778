"""HEIC and AVIF, which are made of the same boxes.

Enters: what knows of boxes and brands, libheif and libavif.
Leaves: a decoder for each, for the entrance of `codecs`.
"""
