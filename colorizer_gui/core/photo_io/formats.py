"""Which file formats there are, how they are recognised, and what each can hold."""

from pathlib import Path
from typing import Final

from colorizer_gui.core.photo.photo import PhotoFormat
from colorizer_gui.core.photo_io import boxes

_WRITTEN: Final = {
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
_ONLY_READ: Final = {
    ".pbm": PhotoFormat.PNM,
    ".pgm": PhotoFormat.PNM,
    ".ppm": PhotoFormat.PNM,
    ".pnm": PhotoFormat.PNM,
    ".mpo": PhotoFormat.JPEG,
    ".apng": PhotoFormat.PNG,
    ".dib": PhotoFormat.BMP,
    ".gif": PhotoFormat.GIF,
    **dict.fromkeys((".jp2", ".jpx", ".jpf", ".j2k", ".j2c", ".jpc"), PhotoFormat.JPEG_2000),
    ".jxl": PhotoFormat.JPEG_XL,
    ".avif": PhotoFormat.AVIF,
    **dict.fromkeys((".heic", ".heif", ".hif"), PhotoFormat.HEIC),
}
#: Most of these are TIFFs inside, so that only the suffix tells them apart.
RAW_SUFFIXES: Final = frozenset(
    {".3fr", ".arw", ".cr2", ".cr3", ".dng", ".erf", ".iiq", ".kdc", ".mef", ".mrw", ".nef", ".nrw", ".orf"}
    | {".pef", ".raf", ".rw2", ".rwl", ".sr2", ".srw", ".x3f"}
)

#: Lower-case suffixes that are written (and read), with their dot.
WRITABLE_SUFFIXES: Final = frozenset(_WRITTEN)
#: Lower-case suffixes that are read.
SUPPORTED_SUFFIXES: Final = WRITABLE_SUFFIXES | frozenset(_ONLY_READ) | RAW_SUFFIXES

#: Formats whose samples can have 16 bits.
DEEP_FORMATS: Final = frozenset({PhotoFormat.PNG, PhotoFormat.TIFF})
#: Formats that keep transparency.
ALPHA_FORMATS: Final = frozenset({PhotoFormat.PNG, PhotoFormat.TIFF, PhotoFormat.WEBP})
#: Formats that hold no metadata but the resolution.
BARE_FORMATS: Final = frozenset({PhotoFormat.BMP})
#: Longest side in pixels, where the format has a limit that photos meet.
LONGEST_SIDE: Final = {PhotoFormat.JPEG: 65_500, PhotoFormat.WEBP: 16_383}

_SPACES: Final = (b" ", b"\t", b"\n", b"\r", b"#")
_GIF_HEADER: Final = 13
#: How a BMP without the header of a file begins: with the size of its own (Windows' BITMAPINFOHEADER to V5).
BARE_BMP: Final = (b"(\0\0\0", b"l\0\0\0", b"|\0\0\0", b"\x0c\0\0\0")
_TIFF_MAGIC: Final = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")


def format_of_suffix(path: Path) -> PhotoFormat | None:
    """The format that a name for a result asks for, or None when its suffix is of no such format."""
    return _WRITTEN.get(path.suffix.lower())


def detect_format(data: bytes) -> PhotoFormat | None:
    """The format that the first bytes of a file show, whatever its name says."""
    if data.startswith(b"\xff\xd8"):
        return PhotoFormat.JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PhotoFormat.PNG
    if data.startswith(_TIFF_MAGIC):
        return PhotoFormat.TIFF
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return PhotoFormat.WEBP
    if data.startswith(b"BM"):
        return PhotoFormat.BMP
    if data[:1] == b"P" and data[1:2] in b"123456" and data[2:3] in _SPACES:
        return PhotoFormat.PNM
    if data.startswith((b"\xff\x4f\xff\x51", b"\0\0\0\x0cjP  \r\n\x87\n")):
        return PhotoFormat.JPEG_2000
    if data.startswith((b"\xff\x0a", b"\0\0\0\x0cJXL \r\n\x87\n")):
        return PhotoFormat.JPEG_XL
    if data.startswith((b"GIF87a", b"GIF89a")) and len(data) > _GIF_HEADER:
        return PhotoFormat.GIF
    found = boxes.brands(data)
    if boxes.is_avif(found):
        return PhotoFormat.AVIF
    if not boxes.is_heic(found):
        return None
    # Whatever the brands say, a picture has the configuration of its codec.
    return PhotoFormat.AVIF if b"av1C" in data and b"hvcC" not in data else PhotoFormat.HEIC


def read_format(path: Path, data: bytes) -> PhotoFormat | None:
    """The format that a file is read as: as its content says, but camera RAW as its suffix says.

    A BMP without the header of a file, as it lies on a clipboard, is known by its suffix as well.
    """
    found = detect_format(data)
    if found is None and path.suffix.lower() == ".dib" and data.startswith(BARE_BMP):
        return PhotoFormat.BMP
    if path.suffix.lower() in RAW_SUFFIXES and found in {None, PhotoFormat.TIFF}:
        return PhotoFormat.RAW
    return found
