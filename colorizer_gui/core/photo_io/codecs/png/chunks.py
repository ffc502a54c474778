"""The chunks of a PNG file: read the ones that describe the photo, and add them to a new file.

PNG, third edition; "Raw profile type" text is how ImageMagick and ExifTool store IPTC, which has no
chunk of its own.
"""

import binascii
import struct
import zlib
from collections.abc import Iterator
from typing import Final

import numpy as np

from colorizer_gui.core.common import large_arrays
from colorizer_gui.core.common.large_arrays import AnyArray
from colorizer_gui.core.photo.photo import PhotoMetadata
from colorizer_gui.core.photo_io.metadata import exif, photoshop
from colorizer_gui.core.photo_io.metadata.ifd import Buffer
from colorizer_gui.core.photo_io.profiles.made_profiles import SRGB_PRIMARIES, gamma_curve, matrix_profile

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
#: Where the chunks that describe the photo go.
END_OF_HEADER: Final = len(SIGNATURE) + 25
#: Chunks that the samples are made of.
_PICTURE: Final = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT"})
_XMP_KEYWORD: Final = b"XML:com.adobe.xmp"
_RAW_PROFILE: Final = b"Raw profile type "
_INCH_IN_METRES: Final = 0.0254
#: Those of PNG's text chunks (PNG, third edition, 11.3.3.1).
_KEYWORDS: Final = frozenset(
    {"Title", "Author", "Description", "Copyright", "Creation Time", "Disclaimer", "Warning", "Source"}
)
#: More text than this in one chunk is passed over.
_MAX_INFLATED: Final = 64 << 20


def read_chunks(data: Buffer) -> Iterator[tuple[bytes, bytes]]:
    """Name and content of each chunk but the picture's own data."""
    position = len(SIGNATURE)
    while position + 12 <= len(data):
        size, name = struct.unpack_from(">I4s", data, position)
        if name != b"IDAT":
            yield name, bytes(data[position + 8 : position + 8 + size])
        if name == b"IEND":
            return
        position += 12 + size


def picture_alone(data: Buffer) -> AnyArray:
    """A file with the chunks alone that hold the picture, and its end, also where that is missing.

    Returns
    -------
    Its bytes; see `large_arrays.empty`.
    """
    parts: list[bytes | memoryview] = [SIGNATURE]
    position = len(SIGNATURE)
    view = memoryview(data)
    while position + 12 <= len(data):
        size, name = struct.unpack_from(">I4s", data, position)
        if name == b"IEND":
            break
        if name in _PICTURE:
            parts.append(view[position : position + 12 + size])
        position += 12 + size
    parts.append(chunk(b"IEND", b""))
    alone = large_arrays.empty((sum(map(len, parts)),), np.uint8)
    at = 0
    for part in parts:
        alone[at : at + len(part)] = np.frombuffer(part, np.uint8)
        at += len(part)
    return alone


def is_transparent(data: Buffer) -> bool:
    """Whether a colour, or entries of the palette, are declared as transparent."""
    return any(name == b"tRNS" for name, _ in read_chunks(data))


def ends(data: Buffer) -> bool:
    """Whether the end mark is there."""
    return any(name == b"IEND" for name, _ in read_chunks(data))


def read_metadata(data: Buffer) -> PhotoMetadata:
    """Collect what a PNG file says about its photo; EXIF is as found."""
    found: dict[str, bytes] = {}
    dpi = None
    comments: list[str] = []
    for name, content in read_chunks(data):
        if name == b"iCCP":
            found["icc"] = _inflate(content.partition(b"\0")[2][1:])
        elif name == b"eXIf":
            found["exif"] = content
        elif name == b"pHYs" and len(content) == 9 and content[8] == 1:
            x, y = struct.unpack(">II", content[:8])
            dpi = (x * _INCH_IN_METRES, y * _INCH_IN_METRES) if x and y else None
        elif name in {b"tEXt", b"zTXt", b"iTXt"}:
            _read_text(name, content, found, comments)
    if "irb" in found:
        found["iptc"] = photoshop.find_iptc(found["irb"]) or b""
    return PhotoMetadata(
        icc_profile=found.get("icc") or None,
        exif=found.get("exif") or None,
        xmp=found.get("xmp") or None,
        iptc=found.get("iptc") or None,
        dpi=dpi,
        comments=tuple(comments),
    )


def gamma_profile(data: Buffer) -> bytes | None:
    """A profile of what gAMA and cHRM say; None where they say sRGB, or something else counts more."""
    found = dict(read_chunks(data))
    if b"gAMA" not in found or found.keys() & {b"sRGB", b"iCCP", b"cICP"} or len(found[b"gAMA"]) != 4:
        return None
    gamma = 100_000 / max(1, int.from_bytes(found[b"gAMA"], "big"))
    primaries = SRGB_PRIMARIES
    if len(found.get(b"cHRM", b"")) == 32:
        values = [value / 100_000 for value in struct.unpack(">8I", found[b"cHRM"])]
        pairs = [(values[index], values[index + 1]) for index in (2, 4, 6, 0)]
        primaries = (pairs[0], pairs[1], pairs[2], pairs[3])
    same = all(
        abs(a - b) < 0.002
        for p, q in zip(primaries, SRGB_PRIMARIES, strict=True)
        for a, b in zip(p, q, strict=True)
    )
    if same and abs(gamma - 2.2) < 0.01:
        return None  # what nearly every program writes for sRGB
    try:
        return matrix_profile(primaries, gamma_curve(gamma))
    except ValueError:
        return None


def color_space(data: Buffer) -> tuple[int, int] | None:
    """Primaries and transfer curve that a file names by numbers."""
    content = dict(read_chunks(data)).get(b"cICP", b"")
    return (content[0], content[1]) if len(content) == 4 else None


def _read_text(name: bytes, content: bytes, found: dict[str, bytes], comments: list[str]) -> None:
    keyword, _, rest = content.partition(b"\0")
    if name == b"iTXt":
        if keyword == _XMP_KEYWORD and len(rest) > 2:
            packed = rest[0] == 1
            text = rest[2:].partition(b"\0")[2].partition(b"\0")[2]
            found["xmp"] = _inflate(text) if packed else text
        elif len(rest) > 2:
            text = rest[2:].partition(b"\0")[2].partition(b"\0")[2]
            _add_comment(
                keyword, (_inflate(text) if rest[0] == 1 else text).decode("utf-8", "replace"), comments
            )
        return
    kind = keyword.removeprefix(_RAW_PROFILE)
    if kind == keyword:
        text = _inflate(rest[1:]) if name == b"zTXt" else rest
        _add_comment(keyword, text.decode("latin-1"), comments)
        return
    raw = _raw_profile(_inflate(rest[1:]) if name == b"zTXt" else rest)
    if kind in {b"exif", b"APP1"} and raw.startswith((exif.PREFIX, b"II", b"MM")):
        found.setdefault("exif", raw.removeprefix(exif.PREFIX))
    elif kind in {b"iptc", b"8bim"}:
        found["irb"] = raw
    elif kind == b"xmp":
        found.setdefault("xmp", raw)


def _add_comment(keyword: bytes, text: str, comments: list[str]) -> None:
    """Keep a text; ImageMagick's notes on the file and the name of the program say nothing of the photo."""
    if text.strip() and keyword != b"Software" and not keyword.startswith((b"date:", b"exif:", b"png:")):
        name = keyword.decode("latin-1")
        comments.append(text if name == "Comment" else f"{name}: {text}")


def _comment_chunk(comment: str) -> bytes:
    keyword, divider, text = comment.partition(": ")
    if not divider or keyword not in _KEYWORDS:
        keyword, text = "Comment", comment
    return chunk(b"iTXt", keyword.encode() + b"\0\0\0\0\0" + text.encode("utf-8", "replace"))


def _raw_profile(text: bytes) -> bytes:
    """Decode lines of a name (which may hold spaces), the length, and hexadecimal digits."""
    parts = text.lstrip(b"\n").split(b"\n", 2)
    try:
        return binascii.unhexlify(b"".join(parts[2].split())) if len(parts) == 3 else b""
    except binascii.Error:
        return b""


def _inflate(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, _MAX_INFLATED)
    except zlib.error:
        return b""


def chunk(name: bytes, content: bytes) -> bytes:
    """One chunk with its length and checksum."""
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def metadata_chunks(metadata: PhotoMetadata, software: str) -> bytes:
    """The chunks, to stand right behind the header, that carry a photo's metadata."""
    chunks = bytearray()
    if metadata.icc_profile:
        chunks += chunk(b"iCCP", b"ICC profile\0\0" + zlib.compress(metadata.icc_profile))
    if metadata.dpi:
        per_metre = [min(round(value / _INCH_IN_METRES), 0x7FFFFFFF) for value in metadata.dpi]
        chunks += chunk(b"pHYs", struct.pack(">IIB", *per_metre, 1))
    if metadata.exif:
        chunks += chunk(b"eXIf", metadata.exif)
    if metadata.xmp:
        chunks += chunk(b"iTXt", _XMP_KEYWORD + b"\0\0\0\0\0" + metadata.xmp)
    if metadata.iptc:
        block = photoshop.wrap_iptc(metadata.iptc)
        text = b"\niptc\n%8d\n%s\n" % (len(block), block.hex("\n", 36).encode("ascii"))
        chunks += chunk(b"zTXt", _RAW_PROFILE + b"iptc\0\0" + zlib.compress(text))
    for comment in metadata.comments:
        chunks += _comment_chunk(comment)
    return bytes(chunks + chunk(b"tEXt", b"Software\0" + software.encode("latin-1")))
