"""The one entrance to the decoders; reading and the check after writing go through it."""

from typing import Final, cast

from colorizer_gui.core.common import native_messages
from colorizer_gui.core.photo.photo import PhotoFormat
from colorizer_gui.core.photo_io import boxes
from colorizer_gui.core.photo_io.codecs.bmp_decoding import decode_bmp, inspect_bmp
from colorizer_gui.core.photo_io.codecs.decoded import Reader, composed
from colorizer_gui.core.photo_io.codecs.gif_partial import decode_gif_without_end
from colorizer_gui.core.photo_io.codecs.heif.avif import decode_avif, decode_avif_with_pillow, inspect_avif
from colorizer_gui.core.photo_io.codecs.heif.heic import decode_heic, inspect_heic
from colorizer_gui.core.photo_io.codecs.jpeg.decoding import decode_jpeg, inspect_jpeg
from colorizer_gui.core.photo_io.codecs.jpeg2000_decoding import decode_jpeg2000, inspect_jpeg2000
from colorizer_gui.core.photo_io.codecs.jpegxl_decoding import (
    decode_jpegxl,
    inspect_jpegxl,
)
from colorizer_gui.core.photo_io.codecs.pillow_decoding import decode_with_pillow, inspect_gif, inspect_webp
from colorizer_gui.core.photo_io.codecs.png.decoding import decode_png, decode_png_without_end, inspect_png
from colorizer_gui.core.photo_io.codecs.pnm_decoding import decode_pnm, inspect_pnm
from colorizer_gui.core.photo_io.codecs.raw.decoding import decode_raw, inspect_raw
from colorizer_gui.core.photo_io.codecs.tiff.decoding import (
    decode_tiff,
    decode_tiff_with_libtiff,
    decode_tiff_with_surplus,
    decode_tiff_without_end,
)
from colorizer_gui.core.photo_io.codecs.tiff.facts import inspect_tiff
from colorizer_gui.core.photo_io.codecs.webp_partial import decode_webp_without_end
from colorizer_gui.core.photo_io.metadata.ifd import Buffer
from colorizer_gui.core.photo_io.options import ReadOptions
from colorizer_gui.core.photo_io.raster import DECODE_ERRORS, Raster, RefusedError

#: For each format who gathers its facts, and the decoders in the order in which they are tried.
READERS: Final[dict[PhotoFormat, Reader]] = {
    PhotoFormat.JPEG: Reader(inspect_jpeg, (decode_jpeg,)),
    PhotoFormat.PNG: Reader(inspect_png, (decode_png, decode_png_without_end)),
    PhotoFormat.TIFF: Reader(
        inspect_tiff,
        (decode_tiff, decode_tiff_with_surplus, decode_tiff_with_libtiff, decode_tiff_without_end),
    ),
    PhotoFormat.WEBP: Reader(inspect_webp, (decode_with_pillow, decode_webp_without_end)),
    PhotoFormat.GIF: Reader(inspect_gif, (decode_with_pillow, decode_gif_without_end)),
    PhotoFormat.BMP: Reader(inspect_bmp, (decode_bmp,)),
    PhotoFormat.PNM: Reader(inspect_pnm, (decode_pnm,)),
    PhotoFormat.JPEG_2000: Reader(inspect_jpeg2000, (decode_jpeg2000, decode_with_pillow)),
    PhotoFormat.JPEG_XL: Reader(inspect_jpegxl, (decode_jpegxl,)),
    PhotoFormat.AVIF: Reader(inspect_avif, (decode_avif, decode_avif_with_pillow)),
    PhotoFormat.HEIC: Reader(inspect_heic, (decode_heic,)),
    PhotoFormat.RAW: Reader(inspect_raw, (decode_raw,)),
}
_DEFAULTS: Final = ReadOptions()
#: Formats whose readers take any buffer: the others need bytes.
_FROM_MAPS: Final = frozenset({PhotoFormat.PNG, PhotoFormat.TIFF})
#: Formats whose boxes show whether a file was cut off.
_IN_BOXES: Final = frozenset({PhotoFormat.AVIF, PhotoFormat.HEIC})
#: How tifffile, libheif and libavif say that they do not know a kind.
_UNKNOWN: Final = ("not implemented", "not supported", "unsupported")


def decode(data: Buffer, source_format: PhotoFormat, options: ReadOptions = _DEFAULTS) -> Raster:
    """Decode a file's bytes, which may lie in a map; see `raster.DECODE_ERRORS` and `raster.RefusedError`.

    What is raised is what the first decoder says; the others come after it only because they know less.
    """
    try:
        if source_format not in _FROM_MAPS and not isinstance(data, bytes):
            data = bytes(data)
        return _decoded(cast("bytes", data), READERS[source_format], options)
    except DECODE_ERRORS as exc:
        if not (_is_unknown_kind(exc) or (source_format in _IN_BOXES and boxes.is_whole(data))):
            raise
        raise RefusedError(
            "is a file in the format {source_format}, of a kind that its decoder does not know, or damaged; "
            "save it as PNG or TIFF and open that",
            source_format=source_format,
        ) from exc


def _decoded(data: bytes, reader: Reader, options: ReadOptions) -> Raster:
    facts = reader.inspect(data, options)
    first: Exception | None = None
    for decoder in reader.decoders:
        try:
            with native_messages.logged():
                return composed(facts, decoder(data, facts))
        except DECODE_ERRORS as exc:
            first = first or exc
    raise first or ValueError("no decoder knows the file")


def _is_unknown_kind(exc: Exception) -> bool:
    """Whether a library refuses a kind of file, as far as it says so."""
    text = str(exc).lower()
    return isinstance(exc, NotImplementedError) or any(each in text for each in _UNKNOWN)
