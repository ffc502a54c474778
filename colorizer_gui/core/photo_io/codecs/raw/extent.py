"""Whether a camera RAW file holds all of its picture.

LibRaw fills tiles that are not there with whatever lies in memory, so files that were cut off have to be
found before: each names the places of its data.
"""

import struct
from collections.abc import Iterator
from math import inf
from typing import Final

import numpy as np

from colorizer_gui.core.photo_io.boxes import boxes
from colorizer_gui.core.photo_io.metadata import ifd
from colorizer_gui.core.photo_io.metadata.ifd import Directory, Entry

_ORDERS: Final = {b"II": "<", b"MM": ">"}
#: TIFF's own numbers, and those that Olympus writes in their place.
_VERSIONS: Final = {b"*\0", b"\0*", b"RO", b"RS", b"OR"}
_STRIPS, _TILES = (0x0111, 0x0117), (0x0144, 0x0145)
_SUB_DIRECTORIES: Final = 0x014A
_WIDTH, _HEIGHT = 0x0100, 0x0101
_NOWHERE: Final = {0, 0xFFFFFFFF}
_MOST_DIRECTORIES: Final = 64
#: However a camera compresses: noise takes more.
_MOST_PIXELS_A_BYTE: Final = 100
_RAF_MAGIC: Final = b"FUJIFILMCCD-RAW"
_RW2_MAGIC: Final = b"IIU\0"
#: Panasonic's own tags: where the data of the sensor begins, and how long it is.
_RW2_OFFSET, _RW2_LENGTH = 0x0118, 0x0117


def check_whole(data: bytes) -> None:
    """Compare what a file announces with its length; formats that announce nothing pass.

    Raises
    ------
    ValueError
        When data of the picture would lie beyond the end.
    """
    if data.startswith(_RW2_MAGIC):
        ends = list(_end_of_panasonic(data))
    elif data.startswith(_RAF_MAGIC):
        ends = [sum(struct.unpack_from(">II", data, at)) for at in (84, 92, 100)]
    elif data[4:8] == b"ftyp":
        ends = [end for _, _, end in boxes(data)]
    elif data[:2] in _ORDERS and data[2:4] in _VERSIONS:
        ends = list(_ends_of_largest(data))
    else:
        return
    if any(end > len(data) for end in ends):
        raise ValueError("the picture is cut off")


def _ends_of_largest(data: bytes) -> Iterator[int]:
    """Where the strips or tiles of the largest picture, and of those without a size, end: no previews."""
    order = _ORDERS[data[:2]]
    directories = list(_directories(data, order))
    if not directories:
        raise ValueError("there is no directory")
    largest = max(directories, key=_pixels)
    held = 0.0
    # Canon's directory of the sensor's data states no size.
    for directory in (largest, *(each for each in directories if not each.number(_WIDTH))):
        for offsets, counts in (_STRIPS, _TILES):
            if offsets in directory.entries and counts in directory.entries:
                pairs = zip(
                    _numbers(directory.entries[offsets], order),
                    _numbers(directory.entries[counts], order),
                    strict=False,
                )
                for offset, count in pairs:
                    known = offset not in _NOWHERE and count not in _NOWHERE
                    if known:
                        yield offset + count
                    if directory is largest:
                        held += count if known else inf
    if held * _MOST_PIXELS_A_BYTE < _pixels(largest):
        # The list of places itself lies beyond the end, or what it lists was taken out.
        yield len(data) + 1


def _pixels(directory: Directory) -> float:
    return (directory.number(_WIDTH) or 0) * (directory.number(_HEIGHT) or 0)


def _end_of_panasonic(data: bytes) -> Iterator[int]:
    directory = ifd.read_directory(data, "<", int.from_bytes(data[4:8], "little"), follow=False)
    offset, length = directory.number(_RW2_OFFSET), directory.number(_RW2_LENGTH)
    if offset and length:
        yield int(offset + length)


def _directories(data: bytes, order: str) -> Iterator[Directory]:
    (first,) = struct.unpack_from(order + "I", data, 4)
    waiting, seen = [first], set[int]()
    while waiting and len(seen) < _MOST_DIRECTORIES:
        offset = waiting.pop()
        if offset in seen or not offset:
            continue
        seen.add(offset)
        directory = ifd.read_directory(data, order, offset, follow=False)
        yield directory
        if _SUB_DIRECTORIES in directory.entries:
            waiting += _numbers(directory.entries[_SUB_DIRECTORIES], order)
        end = ifd.entry_positions(data, order, offset)[-1]
        if end + 4 <= len(data):
            waiting.append(struct.unpack_from(order + "I", data, end)[0])


def _numbers(entry: Entry, order: str) -> list[int]:
    if entry.type not in {ifd.SHORT, ifd.LONG, 13}:
        return []
    kind = np.dtype(f"{order}u{2 if entry.type == ifd.SHORT else 4}")
    return [int(each) for each in np.frombuffer(entry.data, kind)]
