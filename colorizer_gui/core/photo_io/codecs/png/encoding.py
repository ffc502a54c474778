"""PNG of 8 or 16 bits, compressed strip by strip on several threads.

Every strip is a piece of one stream of Deflate (RFC 1951) that ends at a whole byte, so the pieces stand one
behind another. The filter is "Sub" throughout, which is fast and makes photos small.
"""

import struct
import zlib
from collections.abc import Callable
from typing import BinaryIO, Final

import numpy as np

from colorizer_gui.core.common.strips import in_order
from colorizer_gui.core.photo.photo import BitDepth
from colorizer_gui.core.photo_io.codecs.png.chunks import SIGNATURE, chunk
from colorizer_gui.core.photo_io.raster import AnyArray

_LEVEL: Final = 3
_MEMORY_LEVEL: Final = 9
#: Bare Deflate with a window of 32 KiB, and what stands before it in a stream of zlib (RFC 1950).
_BARE: Final = -15
_ZLIB_HEADER: Final = b"\x78\x5e"
_SUB: Final = 1
_COLOR_TYPES: Final = {3: 2, 4: 6}


def encode_png(
    samples_of: Callable[[slice], AnyArray],
    shape: tuple[int, int, int],
    depth: BitDepth,
    chunks: bytes,
    stream: BinaryIO,
) -> None:
    """Write samples and the chunks of the metadata.

    Parameters
    ----------
    samples_of
        Answers some rows, in any order and from several threads.
    shape
        Height, width, and 3 or 4 channels.

    Raises
    ------
    OSError
        From the file system.
    """
    height, width, channels = shape
    header = struct.pack(">IIBBBBB", width, height, depth, _COLOR_TYPES[channels], 0, 0, 0)
    stream.write(SIGNATURE + chunk(b"IHDR", header) + chunks)
    checksum = 1

    def piece(rows: slice) -> tuple[bytes, int, int]:
        return _compressed(_filtered(samples_of(rows)), last=rows.stop == height)

    for rows, (data, part, size) in in_order(height, width, piece):
        checksum = _combined(checksum, part, size)
        head = _ZLIB_HEADER if rows.start == 0 else b""
        tail = struct.pack(">I", checksum) if rows.stop == height else b""
        stream.write(chunk(b"IDAT", head + data + tail))
    stream.write(chunk(b"IEND", b""))


def _filtered(samples: AnyArray) -> AnyArray:
    """(n, bytes of a row) differences to the pixel on the left, behind the number of the filter."""
    rows = np.ascontiguousarray(samples, dtype=samples.dtype.newbyteorder(">"))
    step = rows.shape[2] * rows.itemsize
    plain = rows.reshape(len(rows), -1).view(np.uint8)
    filtered = np.empty((len(rows), plain.shape[1] + 1), np.uint8)
    filtered[:, 0] = _SUB
    filtered[:, 1 : 1 + step] = plain[:, :step]
    np.subtract(plain[:, step:], plain[:, :-step], out=filtered[:, 1 + step :])
    return filtered


def _compressed(filtered: AnyArray, *, last: bool) -> tuple[bytes, int, int]:
    """A piece of Deflate, and the checksum and size of what it holds."""
    compressor = zlib.compressobj(_LEVEL, zlib.DEFLATED, _BARE, _MEMORY_LEVEL, zlib.Z_FILTERED)
    data = filtered.tobytes()
    packed = compressor.compress(data) + compressor.flush(zlib.Z_FINISH if last else zlib.Z_SYNC_FLUSH)
    return packed, zlib.adler32(data), len(data)


def _combined(first: int, second: int, size: int) -> int:
    """Adler-32 of two texts, of theirs and of the length of the second one (RFC 1950, section 9)."""
    base = 65_521
    low = (first & 0xFFFF) + (second & 0xFFFF) - 1
    high = (first >> 16) + (second >> 16) + (size % base) * ((first & 0xFFFF) - 1)
    return (high % base) << 16 | low % base
