"""PNG.

Enters: what knows of chunks and libpng.
Leaves: a decoder and an encoder, for the entrances of `codecs`.
"""
