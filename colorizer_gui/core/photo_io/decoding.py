"""The one entrance to the decoders; reading and the check after writing go through it."""

from colorizer_gui.core.photo import PhotoFormat
from colorizer_gui.core.photo_io.pillow_decoding import decode_with_pillow
from colorizer_gui.core.photo_io.png_decoding import decode_png
from colorizer_gui.core.photo_io.raster import Raster
from colorizer_gui.core.photo_io.tiff_decoding import decode_tiff


def decode(data: bytes, source_format: PhotoFormat) -> Raster:
    """Decode a file's bytes; see `raster.DECODE_ERRORS` and `raster.RefusedError`."""
    if source_format is PhotoFormat.PNG:
        return decode_png(data)
    if source_format is PhotoFormat.TIFF:
        return decode_tiff(data)
    return decode_with_pillow(data, source_format)
