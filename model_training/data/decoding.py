"""From encoded bytes of any format that the program opens to sRGB, as the program sees it."""

import contextlib
import io
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from PIL import Image

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.common.sentences import reason_of
from colorizer_gui.core.photo_io.codecs.decoding import decode
from colorizer_gui.core.photo_io.formats import read_format
from colorizer_gui.core.photo_io.profiles.cms import to_srgb
from colorizer_gui.core.photo_io.raster import DECODE_ERRORS, RefusedError
from colorizer_gui.core.photo_io.reading.orientation import turn_upright

#: What Pillow calls the formats that OpenCV decodes as the program does where nothing speaks of colours.
_PLAIN_FORMATS: Final = frozenset({"AVIF", "BMP", "JPEG", "MPO", "PNG", "WEBP"})
_PLAIN_MODES: Final = frozenset({"L", "P", "RGB", "RGBA"})
#: What a file says when its samples are not those of sRGB.
_COLOUR_FACTS: Final = ("icc_profile", "gamma", "chromaticity")
_EXIF_COLOUR_SPACE, _EXIF_ORIENTATION = 0xA001, 0x0112
_SRGB: Final = 1
#: What Pillow raises on headers that it cannot read; `UnidentifiedImageError` is an OSError.
_HEADER_ERRORS: Final = (OSError, ValueError, TypeError, SyntaxError, Image.DecompressionBombError)
#: Orientations from this one on exchange height and width.
_TURNED: Final = 5


class UndecodableError(Exception):
    """Bytes that are no photo, or one that is not decoded; the message says why."""


def decoded_rgb(data: bytes, name: str) -> ByteArray:
    """(H, W, 3) uint8 sRGB, upright, through the file's colour profile.

    Parameters
    ----------
    name
        Of the file; its suffix tells camera RAW apart.

    Raises
    ------
    UndecodableError
        When the bytes are no photo of a known format, damaged, or of a format whose addition is missing.
    """
    if _is_plain(data):
        with contextlib.suppress(UndecodableError):  # for example, more pixels than OpenCV allows
            return opencv_rgb(data)
    return program_rgb(data, name)


def opencv_rgb(data: bytes) -> ByteArray:
    """`decoded_rgb` by OpenCV, which is fast, and knows nothing of colour profiles."""
    try:
        plain = cv2.imdecode(np.frombuffer(data, dtype=np.uint8), cv2.IMREAD_COLOR_RGB)
    except cv2.error as exc:
        raise UndecodableError("cannot be decoded") from exc
    if plain is None:
        raise UndecodableError("is damaged, or no photo of a known format")
    return np.asarray(plain, dtype=np.uint8)


def program_rgb(data: bytes, name: str) -> ByteArray:
    """`decoded_rgb`, by the program's own decoders whatever the file is."""
    found = read_format(Path(name), data[:4096])
    if found is None:
        raise UndecodableError("is empty" if not data else "is no photo of a known format")
    try:
        raster = decode(data, found)
        samples = turn_upright(raster.samples, raster.orientation)
        converted = None if raster.profile is None else to_srgb(samples, raster.profile)
    except RefusedError as exc:
        raise UndecodableError(str(exc)) from exc
    except MemoryError as exc:
        raise UndecodableError("does not fit into memory") from exc
    except DECODE_ERRORS as exc:
        raise UndecodableError(f"is damaged or cut off ({reason_of(exc)})") from exc
    samples = samples if converted is None else converted
    if samples.dtype == np.uint16:
        samples = np.rint(samples / np.float32(257)).astype(np.uint8)
    if samples.ndim == 2:
        samples = np.repeat(samples[..., None], 3, axis=2)
    return np.ascontiguousarray(samples, dtype=np.uint8)


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Height and width of an encoded picture when it stands upright, by its header; None when it is none."""
    try:
        with Image.open(io.BytesIO(data)) as picture:
            width, height = picture.size
            turned = int(picture.getexif().get(_EXIF_ORIENTATION, 1)) >= _TURNED
    except _HEADER_ERRORS:
        return None
    return (width, height) if turned else (height, width)


def _is_plain(data: bytes) -> bool:
    """Whether OpenCV sees the same colours as the program, as far as the header tells."""
    try:
        with Image.open(io.BytesIO(data)) as picture:
            if picture.format not in _PLAIN_FORMATS or picture.mode not in _PLAIN_MODES:
                return False
            if any(fact in picture.info for fact in _COLOUR_FACTS):
                return False
            spaces = picture.getexif().get_ifd(0x8769).get(_EXIF_COLOUR_SPACE, _SRGB)
    except _HEADER_ERRORS:
        return False
    return bool(spaces == _SRGB)
