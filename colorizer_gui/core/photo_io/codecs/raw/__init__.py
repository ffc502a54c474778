"""Camera RAW.

Enters: what knows of LibRaw and of how cameras lay out their files.
Leaves: a decoder, for the entrance of `codecs`.
"""
