"""A large PNG decoded in bands of rows, so that no more of it is in memory than is worked on.

libpng decodes a whole picture in one go, in which no page of it can be given back (`large_arrays`). The
filter of a row looks at most at the row above (PNG, third edition, 9.2), so each band goes to libpng as a
small PNG of its own: the row above as it was decoded, then the band's rows as they are filtered.
"""

import struct
import zlib
from collections.abc import Iterator
from typing import Final

import imagecodecs
import numpy as np

from colorizer_gui.core.photo_io.codecs.png.chunks import SIGNATURE, chunk
from colorizer_gui.core.photo_io.metadata.ifd import Buffer
from colorizer_gui.core.photo_io.raster import AnyArray

_BAND: Final = 16 << 20
_PIECE: Final = 1 << 20
_CHANNELS: Final = {0: 1, 2: 3, 4: 2, 6: 4}
_HEADER: Final = struct.Struct(">IIBBBBB")
_HEADER_AT: Final = len(SIGNATURE) + 8


def has_bands(data: Buffer) -> bool:
    """Whether the rows follow one another, with samples of whole bytes that are no entries of a palette."""
    _, _, bits, kind, _, _, interlaced = _HEADER.unpack_from(data, _HEADER_AT)
    return bits in {8, 16} and kind in _CHANNELS and not interlaced


def decode_bands(data: Buffer, out: AnyArray) -> None:
    """Decode the samples of a file that `has_bands` and declares no colour as transparent.

    Parameters
    ----------
    out
        (H, W) or (H, W, C) uint8 or uint16, filled from above.

    Raises
    ------
    ValueError, zlib.error, RuntimeError
        When the data is damaged or ends too early.
    """
    width, height, bits, kind, *_ = _HEADER.unpack_from(data, _HEADER_AT)
    row_bytes = 1 + width * _CHANNELS[kind] * bits // 8
    rows = max(1, _BAND // row_bytes)
    above: AnyArray | None = None
    top = 0
    for band in _bands(data, row_bytes * rows, row_bytes * height):
        count = len(band) // row_bytes
        if above is not None:
            band = b"\0" + above.astype(above.dtype.newbyteorder(">")).tobytes() + band  # noqa: PLW2901
        decoded = _decoded(band, (width, count + (above is not None), bits, kind))
        out[top : top + count] = decoded[-count:]
        above = decoded[-1]
        top += count


def _decoded(filtered: bytes, header: tuple[int, int, int, int]) -> AnyArray:
    """Rows with their filters, the first of which needs no row above it."""
    plain = zlib.compress(filtered, level=0)
    chunks = (b"IHDR", _HEADER.pack(*header, 0, 0, 0)), (b"IDAT", plain), (b"IEND", b"")
    decoded: AnyArray = imagecodecs.png_decode(SIGNATURE + b"".join(chunk(*each) for each in chunks))
    return np.ascontiguousarray(decoded)


def _bands(data: Buffer, size: int, whole: int) -> Iterator[bytes]:
    """The inflated rows in pieces of a size; the last one may be shorter."""
    inflater = zlib.decompressobj()
    pending = bytearray()
    left = whole
    for piece in _pieces(data):
        rest: bytes | memoryview = piece
        while left:
            wanted = min(size, left)
            pending += inflater.decompress(rest, wanted - len(pending))
            rest = inflater.unconsumed_tail
            if len(pending) == wanted:
                yield bytes(pending)
                pending.clear()
                left -= wanted
            elif not rest:
                break
    if left:
        raise ValueError("the picture is cut off")


def _pieces(data: Buffer) -> Iterator[memoryview]:
    """The compressed picture; a piece that does not fit its checksum ends it."""
    view = memoryview(data)
    position = len(SIGNATURE)
    while position + 12 <= len(data):
        size, name = struct.unpack_from(">I4s", data, position)
        content = view[position + 8 : position + 8 + size]
        position += 12 + size
        if name == b"IEND":
            return
        if name != b"IDAT":
            continue
        checksum = zlib.crc32(name)
        for start in range(0, size, _PIECE):
            piece = content[start : start + _PIECE]
            checksum = zlib.crc32(piece, checksum)
            yield piece
        if position > len(data) or struct.unpack_from(">I", data, position - 4)[0] != checksum:
            raise ValueError("a chunk is damaged or cut off")
