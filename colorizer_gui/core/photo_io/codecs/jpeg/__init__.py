"""JPEG.

Enters: what knows of markers and segments.
Leaves: a decoder, for the entrance of `codecs`, and segments to put into a file.
"""
