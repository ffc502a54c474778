"""A PNG that lacks its last bytes, or whose checksums are wrong: what there is, then copies of its last row.

libpng decodes nothing then. That a picture is whole is shown by its length, and by the checksum of Deflate.
"""

import struct
import zlib
from typing import Final

import imagecodecs

from colorizer_gui.core.common import large_arrays
from colorizer_gui.core.photo_io.codecs.decoded import MOST_CUT_OFF
from colorizer_gui.core.photo_io.codecs.png.chunks import SIGNATURE, chunk
from colorizer_gui.core.photo_io.metadata.ifd import Buffer
from colorizer_gui.core.photo_io.raster import AnyArray

_HEADER: Final = struct.Struct(">IIBBBBB")
_HEADER_AT: Final = len(SIGNATURE) + 8
_CHANNELS: Final = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
#: A row that is the same as the one above (PNG, third edition, 9.2).
_LIKE_ABOVE: Final = b"\2"
#: First column, first row and the steps of Adam7's passes (8.1).
_PASSES: Final = (
    (0, 0, 8, 8),
    (4, 0, 8, 8),
    (0, 4, 4, 8),
    (2, 0, 4, 4),
    (0, 2, 2, 4),
    (1, 0, 2, 2),
    (0, 1, 1, 2),
)


def decode_what_is_there(data: Buffer) -> tuple[AnyArray, float]:
    """Decode the samples, and tell which part of the picture was filled up.

    Raises
    ------
    ValueError, zlib.error, RuntimeError
        When more is missing than the last rows, or something is damaged.
    """
    width, height, bits, kind, _, _, interlaced = _HEADER.unpack_from(data, _HEADER_AT)
    pixel = bits * _CHANNELS[kind]
    row = 1 + -(-width * pixel // 8)
    whole = row * height if not interlaced else _interlaced_size(width, height, pixel)
    if whole > large_arrays.LARGE:
        raise ValueError("the picture is too large for that")
    parts, packed = _parts(data)
    inflater = zlib.decompressobj()
    rows = inflater.decompress(packed, whole + 1)
    missing = 0.0
    if len(rows) < whole:
        count = len(rows) // row
        missing = 1 - count / height
        if interlaced or not count or missing > MOST_CUT_OFF:
            raise ValueError("the picture is cut off")
        rows = rows[: count * row] + (_LIKE_ABOVE + bytes(row - 1)) * (height - count)
    stream = zlib.compress(rows[:whole], level=0)
    whole_file = SIGNATURE + b"".join((*parts, chunk(b"IDAT", stream), chunk(b"IEND", b"")))
    samples: AnyArray = imagecodecs.png_decode(whole_file)
    return samples, missing


def _parts(data: Buffer) -> tuple[list[bytes], bytes]:
    """The chunks that the samples need beside their data, and all of that which is there."""
    parts: list[bytes] = []
    packed = bytearray()
    position = len(SIGNATURE)
    while position + 8 <= len(data):
        size, name = struct.unpack_from(">I4s", data, position)
        content = bytes(data[position + 8 : position + 8 + size])
        if name == b"IEND":
            break
        if name == b"IDAT":
            packed += content
        elif name in {b"IHDR", b"PLTE", b"tRNS"}:
            parts.append(chunk(name, content))
        position += 12 + size
    return parts, bytes(packed)


def _interlaced_size(width: int, height: int, pixel: int) -> int:
    """Bytes of the seven passes, those without pixels left out."""
    size = 0
    for left, top, across, down in _PASSES:
        columns, rows = -(-(width - left) // across), -(-(height - top) // down)
        if columns > 0 and rows > 0:
            size += rows * (1 + -(-columns * pixel // 8))
    return size
