"""A WebP whose last bytes are missing: the rows that are there, and gray in the place of the others.

libwebp has a decoder for pictures that are still on their way (`webp/decode.h`: WebPINewRGB, WebPIAppend,
WebPIDecGetRGB). The library is the one that Pillow brings along; where it brings none (Windows), a cut-off
picture is refused.
"""

import ctypes
import struct
from collections.abc import Iterator
from ctypes import POINTER, byref, c_int, c_size_t, c_uint8
from ctypes import c_void_p as pointer
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Final

import numpy as np
import PIL
from PIL import Image

from colorizer_gui.core.photo_io.codecs.decoded import (
    PICTURE_IS_WHOLE,
    Decoded,
    DecoderReport,
    FileFacts,
    is_little,
)
from colorizer_gui.core.photo_io.raster import AnyArray, split_alpha

_HEAD: Final = 12
_PICTURES: Final = frozenset({b"VP8 ", b"VP8L"})
_EXTENDED, _FRAME = b"VP8X", b"ANMF"
_ANIMATION: Final = 0x02
#: What the header announces, by the names of its chunks (WebP container, "Extended file format").
_FLAGS: Final = {b"EXIF": 0x08, b"XMP ": 0x04}
#: WEBP_CSP_MODE, and the two answers of VP8StatusCode that leave rows to ask for.
_RGBA: Final = 1
_DONE, _WAITING = 0, 5
_GRAY: Final = 128


def without_gaps(data: bytes) -> bytes:
    """A file whose last bytes are missing, as one that Pillow opens: without the chunks that are not whole.

    That of the picture is filled up with zeros, which are not to be decoded.

    Raises
    ------
    ValueError
        When there is less of it than is missing.
    """
    if 8 + int.from_bytes(data[4:8], "little") <= len(data):
        return data
    chunks = [_whole_or_none(data, at, end) for at, end in _chunks(data)]
    names = {chunk[:4] for chunk in chunks}
    if names.isdisjoint(_PICTURES | {_FRAME}):
        raise ValueError("the picture is cut off")
    if chunks[0].startswith(_EXTENDED):
        head = bytearray(chunks[0])
        for name, flag in _FLAGS.items():
            head[8] &= 0xFF if name in names else ~flag
        chunks[0] = bytes(head)
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def lacks_exif(data: bytes) -> bool:
    """Whether a file announces EXIF of which nothing is there."""
    extended = data[_HEAD : _HEAD + 4] == _EXTENDED and bool(data[_HEAD + 8] & _FLAGS[b"EXIF"])
    return extended and all(data[at : at + 4] != b"EXIF" for at, _ in _chunks(data))


def _chunks(data: bytes) -> Iterator[tuple[int, int]]:
    """Start and end of each chunk, its padding included; the last one may end beyond the file."""
    at = _HEAD
    while at + 8 <= len(data):
        (size,) = struct.unpack_from("<I", data, at + 4)
        yield at, at + 8 + size + size % 2
        at += 8 + size + size % 2


def _whole_or_none(data: bytes, start: int, end: int) -> bytes:
    """A chunk as it is, or made whole; nothing where neither is possible."""
    chunk, size = data[start:end], end - start
    if len(chunk) == size:
        return chunk
    if chunk[:4] in _PICTURES and size <= 2 * len(data):
        return chunk.ljust(size, b"\0")
    if chunk.startswith(b"EXIF"):  # its reader bears that it is cut off
        content = chunk[8:]
        return chunk[:4] + struct.pack("<I", len(content)) + content + bytes(len(content) % 2)
    return b""


def decode_webp_without_end(data: bytes, _facts: FileFacts) -> Decoded:
    """Decode a picture of which the last rows, or what stands behind it, are missing.

    Of an animation the first frame has to be whole.

    Raises
    ------
    ValueError
        When more is missing than the last rows.
    """
    if _lost(data) <= 0:
        raise ValueError("nothing of the picture is missing")
    with Image.open(BytesIO(without_gaps(data)), formats=["WEBP"]) as image:
        (width, height), opaque = image.size, image.mode == "RGB"
        if data[_HEAD : _HEAD + 4] == _EXTENDED and data[_HEAD + 8] & _ANIMATION:
            samples, rows = np.asarray(image.convert("RGBA")), height
        else:
            samples, rows = _decoded_rows(data, width, height)
    missing = 1 - rows / height
    if not rows or not is_little(missing, _lost(data)):
        raise ValueError("the picture is cut off")
    if missing:
        samples[rows:] = (_GRAY, _GRAY, _GRAY, 255)
    color, alpha = split_alpha(samples[..., :3] if opaque else samples)
    report = DecoderReport(profile_applied=False, orientation_applied=False, bits=8, missing=missing)
    return Decoded(
        np.ascontiguousarray(color), alpha, report, warnings=() if missing else (PICTURE_IS_WHOLE,)
    )


def _lost(data: bytes) -> int:
    """How many bytes of the file are missing: of the picture, or else of all of it."""
    whole = 8 + int.from_bytes(data[4:8], "little")
    ends = (end for at, end in _chunks(data) if data[at : at + 4] in _PICTURES and end > len(data))
    return next(ends, whole) - len(data)


def _decoded_rows(data: bytes, width: int, height: int) -> tuple[AnyArray, int]:
    """(H, W, 4) samples, and how many of their rows are there."""
    library = _library()
    if library is None:
        raise ValueError("there is no decoder for a part of a picture")
    samples: AnyArray = np.zeros((height, width, 4), np.uint8)
    decoder = library.WebPINewRGB(_RGBA, samples.ctypes.data, samples.nbytes, samples.strides[0])
    if not decoder:
        raise MemoryError
    try:
        status = library.WebPIAppend(decoder, data, len(data))
        rows, *others = (c_int(0) for _ in range(4))
        found = library.WebPIDecGetRGB(decoder, byref(rows), *map(byref, others))
        size = others[0].value, others[1].value
    finally:
        library.WebPIDelete(decoder)
    if status not in {_DONE, _WAITING} or not found or size != (width, height):
        raise ValueError("libwebp refuses the picture")
    return samples, rows.value


@cache
def _library() -> ctypes.CDLL | None:
    here = Path(PIL.__file__).parent
    for path in (
        *(here.parent / "pillow.libs").glob("libwebp-*.so*"),
        *(here / ".dylibs").glob("libwebp.*dylib"),
    ):
        try:
            library = ctypes.CDLL(str(path))
            library.WebPINewRGB.argtypes = [c_int, pointer, c_size_t, c_int]
            library.WebPINewRGB.restype = pointer
            library.WebPIAppend.argtypes = [pointer, ctypes.c_char_p, c_size_t]
            library.WebPIDecGetRGB.argtypes = [pointer, *[POINTER(c_int)] * 4]
            library.WebPIDecGetRGB.restype = POINTER(c_uint8)
            library.WebPIDelete.argtypes = [pointer]
        except (OSError, AttributeError):
            continue
        return library
    return None
