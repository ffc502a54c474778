"""Which file formats there are, how they are recognised, and what each can hold."""

from pathlib import Path
from typing import Final

from colorizer_gui.core.photo import PhotoFormat

_FORMAT_OF_SUFFIX: Final = {
    ".jpg": PhotoFormat.JPEG,
    ".jpeg": PhotoFormat.JPEG,
    ".jpe": PhotoFormat.JPEG,
    ".jfif": PhotoFormat.JPEG,
    ".png": PhotoFormat.PNG,
    ".tif": PhotoFormat.TIFF,
    ".tiff": PhotoFormat.TIFF,
    ".webp": PhotoFormat.WEBP,
    ".bmp": PhotoFormat.BMP,
}

#: Lower-case suffixes that are read and written, with their dot.
SUPPORTED_SUFFIXES: Final = frozenset(_FORMAT_OF_SUFFIX)

#: Formats whose samples can have 16 bits.
DEEP_FORMATS: Final = frozenset({PhotoFormat.PNG, PhotoFormat.TIFF})
#: Formats that keep transparency.
ALPHA_FORMATS: Final = frozenset({PhotoFormat.PNG, PhotoFormat.TIFF, PhotoFormat.WEBP})
#: Longest side in pixels, where the format has a limit that photos meet.
LONGEST_SIDE: Final = {PhotoFormat.JPEG: 65_500, PhotoFormat.WEBP: 16_383}

_TIFF_MAGIC: Final = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")


def format_of_suffix(path: Path) -> PhotoFormat | None:
    """The format that a file name asks for, or None when its suffix is not supported."""
    return _FORMAT_OF_SUFFIX.get(path.suffix.lower())


def detect_format(data: bytes) -> PhotoFormat | None:
    """The format that the first bytes of a file show, whatever its name says."""
    if data.startswith(b"\xff\xd8\xff"):
        return PhotoFormat.JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PhotoFormat.PNG
    if data.startswith(_TIFF_MAGIC):
        return PhotoFormat.TIFF
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return PhotoFormat.WEBP
    if data.startswith(b"BM"):
        return PhotoFormat.BMP
    return None
