"""PNG of any kind, 1 to 16 bits, decoded by libpng through imagecodecs.

Pillow is not used: it turns 16-bit RGB into 8 bits without a word.
"""

import struct
from dataclasses import replace
from typing import Final

import imagecodecs

from colorizer_gui.core.photo_io.codecs.png import chunks as png_chunks
from colorizer_gui.core.photo_io.metadata import exif
from colorizer_gui.core.photo_io.metadata.xmp import upright_xmp
from colorizer_gui.core.photo_io.options import ReadOptions
from colorizer_gui.core.photo_io.profiles.cms import assumed_profile
from colorizer_gui.core.photo_io.raster import Raster, check_size, split_alpha

_HEADER: Final = struct.Struct(">8s4x4sII")


def decode_png(data: bytes, options: ReadOptions) -> Raster:
    """Decode samples, transparency (also of a single colour or a palette), and metadata.

    See `raster.DECODE_ERRORS` and `raster.RefusedError` for what is raised.
    """
    _, name, width, height = _HEADER.unpack_from(data)
    if name != b"IHDR":
        raise ValueError("a PNG file begins with its header")
    check_size(width, height, options.max_pixels)
    metadata = png_chunks.read_metadata(data)
    color, alpha = split_alpha(imagecodecs.png_decode(data).reshape(height, width, -1))
    block, orientation = (None, 1) if metadata.exif is None else exif.upright(metadata.exif, (width, height))
    packet = None if metadata.xmp is None else upright_xmp(metadata.xmp)
    metadata = replace(metadata, exif=block, xmp=packet, exif_damaged=block is None and bool(metadata.exif))
    profile = metadata.icc_profile or png_chunks.gamma_profile(data)
    return Raster(color, alpha, assumed_profile(profile, block), orientation, metadata)
