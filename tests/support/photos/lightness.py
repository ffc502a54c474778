"""Lightness by another library, and PNG files put together by hand."""

import struct
import zlib
from typing import Any

import numpy as np
import numpy.typing as npt
from skimage.color import rgb2lab

Array = npt.NDArray[Any]


def expected(image: Array, maximum: float = 255.0) -> Array:
    """L* in float64 by another library."""
    rgb = image if image.ndim == 3 else np.repeat(image[..., None], 3, axis=2)
    lab: Array = rgb2lab(rgb / maximum)
    return lab[..., 0]


def png_bytes(
    color_type: int, bits: int, size: tuple[int, int], rows: bytes, *extra: tuple[bytes, bytes]
) -> bytes:
    """A PNG file from raw scan lines, written by hand."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", *size, bits, color_type, 0, 0, 0)
    chunks = [(b"IHDR", header), *extra, (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*each) for each in chunks)
