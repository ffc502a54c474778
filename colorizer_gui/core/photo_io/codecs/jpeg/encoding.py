"""JPEG written strip by strip: each strip is encoded by itself, and restart markers join them.

A restart marker begins anew what a decoder remembers from block to block (ITU-T T.81, E.1.4), which is how
every encoded strip begins. So strips are encoded on several threads, and the whole is never in memory.
"""

import struct
from collections.abc import Callable
from io import BytesIO
from typing import Any, BinaryIO, Final

import imagecodecs
import numpy as np
from PIL import Image

from colorizer_gui.core.common.strips import in_order, strips
from colorizer_gui.core.photo.photo import PhotoMetadata
from colorizer_gui.core.photo_io.codecs.jpeg.scans import FIRST_RESTART, RESTARTS
from colorizer_gui.core.photo_io.codecs.jpeg.segments import with_segments
from colorizer_gui.core.photo_io.metadata import exif
from colorizer_gui.core.photo_io.raster import AnyArray

#: Side of the units that 4:4:4 is made of; a strip ends where a row of them does.
_UNIT: Final = 8
_SOF, _SOS, _DQT, _DRI = 0xC0, 0xDA, 0xDB, 0xDD
_DATA: Final = -1
_END: Final = b"\xff\xd9"


def encode_jpeg(
    samples_of: Callable[[slice], AnyArray],
    shape: tuple[int, int],
    metadata: PhotoMetadata,
    quality: int,
    stream: BinaryIO,
) -> None:
    """Write 4:4:4 with EXIF, XMP, IPTC, ICC, comments and resolution.

    Parameters
    ----------
    samples_of
        Answers some rows, (n, W, 3) uint8, in any order and from several threads.
    shape
        Height and width.

    Raises
    ------
    OSError
        From the file system.
    """
    height, width = shape
    rows_of_a_strip = next(strips(height, width, _UNIT)).stop
    interval = -(-width // _UNIT) * -(-rows_of_a_strip // _UNIT)
    encoded = in_order(height, width, lambda rows: _strip(samples_of(rows), quality), _UNIT)
    for number, (_, data) in enumerate(encoded):
        start = _segments(data)[_DATA]
        if number == 0:
            head = _head(data, height, metadata, interval)
            stream.write(with_segments(head, metadata.xmp, metadata.iptc, metadata.comments))
        else:
            stream.write(bytes((0xFF, FIRST_RESTART + (number - 1) % RESTARTS)))
        stream.write(memoryview(data)[start : -len(_END)])
    stream.write(_END)


def _strip(samples: AnyArray, quality: int) -> bytes:
    """A JPEG of some rows; unlike Pillow, which writes the same, this lets other threads work meanwhile."""
    return bytes(imagecodecs.jpeg8_encode(np.ascontiguousarray(samples), level=quality, subsampling="444"))


def _segments(data: bytes) -> dict[int, int]:
    """Where the first segment of each marker stands, up to the scan, and under `_DATA` its data."""
    found: dict[int, int] = {}
    position = 2
    while True:
        marker = data[position + 1]
        found.setdefault(marker, position)
        position += 2 + int.from_bytes(data[position + 2 : position + 4], "big")
        if marker == _SOS:
            found[_DATA] = position
            return found


def _head(strip: bytes, height: int, metadata: PhotoMetadata, interval: int) -> bytes:
    """The headers of a strip with the height of the whole, the metadata, and the restart interval."""
    settings: dict[str, Any] = {"icc_profile": metadata.icc_profile}
    if metadata.dpi:
        settings["dpi"] = metadata.dpi
    if metadata.exif and (block := exif.fitting_jpeg(metadata.exif)):
        settings["exif"] = exif.PREFIX + block
    stream = BytesIO()
    Image.new("RGB", (1, 1)).save(stream, "JPEG", **settings)
    described = stream.getvalue()
    described = described[: _segments(described)[_DQT]]
    found = _segments(strip)
    tables = bytearray(strip[found[_DQT] : found[_SOS]])
    struct.pack_into(">H", tables, found[_SOF] - found[_DQT] + 5, height)
    restart = struct.pack(">BBHH", 0xFF, _DRI, 4, interval)
    return described + bytes(tables) + restart + strip[found[_SOS] : found[_DATA]]
