"""Directories of the TIFF structure, which TIFF files and EXIF blocks share (TIFF 6.0, section 2).

Only what carries metadata over is here: read a directory, and lay one out at a given offset, so
that it can be appended to a file whose other offsets stay as they are.
"""

import mmap
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import Final

import numpy as np

Buffer = bytes | bytearray | mmap.mmap

#: Tags whose value is the offset of another directory: Exif, GPS, interoperability.
EXIF_IFD: Final = 0x8769
GPS_IFD: Final = 0x8825
INTEROP_IFD: Final = 0xA005
CHILD_TAGS: Final = frozenset({EXIF_IFD, GPS_IFD, INTEROP_IFD})

#: Types that hold the offset of a directory: LONG and IFD, and in a BigTIFF LONG8 and IFD8.
_POINTERS: Final = frozenset({4, 13, 16, 18})

BYTE: Final = 1
ASCII: Final = 2
SHORT: Final = 3
LONG: Final = 4
RATIONAL: Final = 5
UNDEFINED: Final = 7
#: How the numbers of a type are laid out; rational ones are two numbers.
_LAYOUTS: Final = {
    1: "B",
    3: "H",
    4: "I",
    5: "II",
    6: "b",
    7: "B",
    8: "h",
    9: "i",
    10: "ii",
    11: "f",
    12: "d",
    13: "I",
}
_SIZES: Final = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
#: Size of what is swapped between byte orders, where it is not the size of the value.
_UNITS: Final = _SIZES | {5: 4, 10: 4}
_BIG_SIZES: Final = _SIZES | {16: 8, 17: 8, 18: 8}
_MAX_DEPTH: Final = 3
_MOST_ENTRIES: Final = 65_535


class DirectoryError(ValueError):
    """The structure is damaged."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One tag's value as bytes in the byte order of its directory."""

    type: int
    count: int
    data: bytes

    def swapped(self) -> "Entry":
        """The same value in the other byte order."""
        unit = _UNITS[self.type]
        data = self.data if unit == 1 else np.frombuffer(self.data, f"u{unit}").byteswap().tobytes()
        return Entry(self.type, self.count, data)


@dataclass(frozen=True, slots=True)
class Directory:
    """Tags and the directories below; `order` is "<" or ">"."""

    order: str
    entries: dict[int, Entry] = field(default_factory=dict)
    children: dict[int, "Directory"] = field(default_factory=dict)

    def in_order(self, order: str) -> "Directory":
        """The same directory in a given byte order."""
        if order == self.order:
            return self
        entries = {tag: entry.swapped() for tag, entry in self.entries.items()}
        return Directory(order, entries, {tag: child.in_order(order) for tag, child in self.children.items()})

    def number(self, tag: int) -> float | None:
        """The first value of a tag that holds numbers of any type; None for what is no number."""
        entry = self.entries.get(tag)
        layout = None if entry is None else layout_of(entry.type)
        if entry is None or layout is None:
            return None
        try:
            values = struct.unpack_from(self.order + layout, entry.data)
        except struct.error:
            return None
        if len(values) == 2:
            return float(values[0]) / float(values[1]) if values[1] else None
        return float(values[0]) if isfinite(values[0]) else None


def layout_of(kind: int) -> str | None:
    """How `struct` names one value of a type; None for texts and unknown types."""
    return _LAYOUTS.get(kind)


def read_header(data: Buffer) -> tuple[str, bool, int]:
    """Byte order, whether it is a BigTIFF, and the offset of the first directory.

    Raises
    ------
    DirectoryError
    """
    order = {b"II": "<", b"MM": ">"}.get(bytes(data[:2]))
    if order is None or len(data) < 8:
        raise DirectoryError("no TIFF header")
    version, first = struct.unpack_from(order + "HI", data, 2)
    if version == 42:
        return order, False, first
    if version != 43 or len(data) < 16:
        raise DirectoryError("unknown TIFF version")
    return order, True, struct.unpack_from(order + "Q", data, 8)[0]


def entry_positions(data: Buffer, order: str, offset: int, *, big: bool = False) -> dict[int, int]:
    """Where in `data` the 12 (or 20) bytes of each tag begin, and under -1 where the list ends.

    A directory that announces more entries than there are has those that are there.

    Raises
    ------
    DirectoryError
    """
    count_format, size = ("Q", 20) if big else ("H", 12)
    first = offset + struct.calcsize(count_format)
    if offset < 0 or first + size > len(data):
        raise DirectoryError("a directory lies outside of the file")
    (count,) = struct.unpack_from(order + count_format, data, offset)
    count = min(count, (len(data) - first) // size, _MOST_ENTRIES)
    positions = {
        struct.unpack_from(order + "H", data, position)[0]: position
        for position in range(first, first + count * size, size)
    }
    positions[-1] = first + count * size
    return positions


def is_whole(data: Buffer, order: str, offset: int) -> bool:
    """Whether a classic directory has all of its entries and its end, and leads to what it should lead to."""
    try:
        (count,) = struct.unpack_from(order + "H", data, offset)
    except struct.error:
        return False
    end = offset + 2 + 12 * count + 4
    return end <= len(data) and leads_on(data, order, offset)


def leads_on(data: Buffer, order: str, offset: int, *, big: bool = False) -> bool:
    """Whether a directory leads to the directories that it says to lead to."""
    try:
        directory = read_directory(data, order, offset, big=big)
        links = CHILD_TAGS & entry_positions(data, order, offset, big=big).keys()
    except DirectoryError:
        return False
    return links <= directory.children.keys()


def read_directory(
    data: Buffer, order: str, offset: int, *, big: bool = False, follow: bool = True, depth: int = 0
) -> Directory:
    """Read a directory; entries that are damaged or of an unknown type are left out.

    Parameters
    ----------
    follow
        Whether the directories below are read too; otherwise their offsets stay ordinary entries.

    Raises
    ------
    DirectoryError
    """
    word, inline = ("Q", 8) if big else ("I", 4)
    directory = Directory(order)
    sizes = _BIG_SIZES if big else _SIZES
    for tag, position in entry_positions(data, order, offset, big=big).items():
        if tag == -1:
            continue
        kind, count = struct.unpack_from(order + "H" + word, data, position + 2)
        size = sizes.get(kind, 0) * count
        start = position + (12 if big else 8)
        if size > inline:
            (start,) = struct.unpack_from(order + word, data, start)
        if not size or start + size > len(data):
            continue
        entry = Entry(kind, count, bytes(data[start : start + size]))
        if not (follow and tag in CHILD_TAGS):
            if kind in _SIZES:  # a classic directory, which is what gets written, has no others
                directory.entries[tag] = entry
        elif depth < _MAX_DEPTH and (child := directory_offset(entry, order)):
            try:
                directory.children[tag] = read_directory(data, order, child, big=big, depth=depth + 1)
            except DirectoryError:
                continue
    return directory


def directory_offset(entry: Entry, order: str) -> int:
    """The offset that a tag of `CHILD_TAGS` holds; 0, where none can be, when it is of another type."""
    if entry.type not in _POINTERS or entry.count != 1:
        return 0
    return int.from_bytes(entry.data, "little" if order == "<" else "big")


def pack_directory(directory: Directory, base: int) -> bytes:
    """Lay out a classic directory, its values and its children, to stand at offset `base`."""
    order = directory.order
    fields: dict[int, Entry | None] = {**directory.entries, **dict.fromkeys(directory.children)}
    values = bytearray()
    table = bytearray(struct.pack(order + "H", len(fields)))
    start = base + 2 + 12 * len(fields) + 4
    for tag in sorted(fields):
        entry = fields[tag]
        if entry is None:
            offset = start + len(values)
            values += pack_directory(directory.children[tag], offset)
            table += struct.pack(order + "HHII", tag, LONG, 1, offset)
        elif len(entry.data) <= 4:
            table += struct.pack(order + "HHI", tag, entry.type, entry.count) + entry.data.ljust(4, b"\0")
        else:
            table += struct.pack(order + "HHII", tag, entry.type, entry.count, start + len(values))
            values += entry.data
        values += b"\0" * (len(values) % 2)
    return bytes(table) + bytes(4) + bytes(values)


def with_entries(directory: Directory, entries: Mapping[int, Entry]) -> Directory:
    """A copy of a directory with some entries added or replaced."""
    return Directory(directory.order, {**directory.entries, **entries}, directory.children)
