"""Metadata as the file's own bytes: EXIF, XMP, IPTC and Photoshop blocks.

Enters: parsers and editors of metadata; no pixels.
Leaves: blocks to read and blocks to write.
"""
