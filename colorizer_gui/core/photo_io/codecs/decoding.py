"""The one entrance to the decoders; reading and the check after writing go through it."""

from collections.abc import Callable
from typing import Final

from colorizer_gui.core.photo.photo import PhotoFormat
from colorizer_gui.core.photo_io.codecs.jpeg2000_decoding import decode_jpeg2000
from colorizer_gui.core.photo_io.codecs.optional_decoding import decode_avif, decode_heic, decode_raw
from colorizer_gui.core.photo_io.codecs.pillow_decoding import decode_with_pillow
from colorizer_gui.core.photo_io.codecs.png.decoding import decode_png
from colorizer_gui.core.photo_io.codecs.pnm_decoding import decode_pnm
from colorizer_gui.core.photo_io.codecs.tiff.decoding import decode_tiff
from colorizer_gui.core.photo_io.options import ReadOptions
from colorizer_gui.core.photo_io.raster import Raster

_DECODERS: Final[dict[PhotoFormat, Callable[[bytes, ReadOptions], Raster]]] = {
    PhotoFormat.PNG: decode_png,
    PhotoFormat.TIFF: decode_tiff,
    PhotoFormat.PNM: decode_pnm,
    PhotoFormat.JPEG_2000: decode_jpeg2000,
    PhotoFormat.AVIF: decode_avif,
    PhotoFormat.HEIC: decode_heic,
    PhotoFormat.RAW: decode_raw,
}
_DEFAULTS: Final = ReadOptions()


def decode(data: bytes, source_format: PhotoFormat, options: ReadOptions = _DEFAULTS) -> Raster:
    """Decode a file's bytes; see `raster.DECODE_ERRORS` and `raster.RefusedError`."""
    decoder = _DECODERS.get(source_format)
    return decode_with_pillow(data, source_format, options) if decoder is None else decoder(data, options)
