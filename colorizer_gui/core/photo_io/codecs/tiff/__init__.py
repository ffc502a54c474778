"""TIFF.

Enters: what knows of TIFF's tags, ranges and colour spaces.
Leaves: a decoder and an encoder, for the entrances of `codecs`.
"""
