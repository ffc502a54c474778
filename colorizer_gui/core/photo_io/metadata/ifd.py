"""Directories of the TIFF structure, which TIFF files and EXIF blocks share (TIFF 6.0, section 2).

Only what carries metadata over is here: read a directory, and lay one out at a given offset, so
that it can be appended to a file whose other offsets stay as they are.
"""

import mmap
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np

Buffer = bytes | bytearray | mmap.mmap

#: Tags whose value is the offset of another directory: Exif, GPS, interoperability.
EXIF_IFD: Final = 0x8769
GPS_IFD: Final = 0x8825
INTEROP_IFD: Final = 0xA005
CHILD_TAGS: Final = frozenset({EXIF_IFD, GPS_IFD, INTEROP_IFD})

BYTE: Final = 1
ASCII: Final = 2
SHORT: Final = 3
LONG: Final = 4
RATIONAL: Final = 5
UNDEFINED: Final = 7
_SIZES: Final = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
#: Size of what is swapped between byte orders, where it is not the size of the value.
_UNITS: Final = _SIZES | {5: 4, 10: 4}
_MAX_DEPTH: Final = 3


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
        """The first value of a SHORT, LONG or RATIONAL tag."""
        entry = self.entries.get(tag)
        try:
            if entry is None or entry.type not in {SHORT, LONG, RATIONAL}:
                return None
            if entry.type == RATIONAL:
                numerator, denominator = struct.unpack_from(self.order + "II", entry.data)
                return float(numerator) / float(denominator) if denominator else None
            value: int = struct.unpack_from(self.order + ("H" if entry.type == SHORT else "I"), entry.data)[0]
        except struct.error:
            return None
        return float(value)


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
    """Where in `data` the 12 (or 20) bytes of each tag begin, and under -1 where the list ends."""
    count_format, size = ("Q", 20) if big else ("H", 12)
    try:
        (count,) = struct.unpack_from(order + count_format, data, offset)
    except struct.error as exc:
        raise DirectoryError("a directory lies outside of the file") from exc
    first = offset + struct.calcsize(count_format)
    if first + count * size > len(data):
        raise DirectoryError("a directory is cut off")
    positions = {
        struct.unpack_from(order + "H", data, position)[0]: position
        for position in range(first, first + count * size, size)
    }
    positions[-1] = first + count * size
    return positions


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
    for tag, position in entry_positions(data, order, offset, big=big).items():
        if tag == -1:
            continue
        kind, count = struct.unpack_from(order + "H" + word, data, position + 2)
        size = _SIZES.get(kind, 0) * count
        start = position + (12 if big else 8)
        if size > inline:
            (start,) = struct.unpack_from(order + word, data, start)
        if not size or start + size > len(data):
            continue
        entry = Entry(kind, count, bytes(data[start : start + size]))
        if not (follow and tag in CHILD_TAGS):
            directory.entries[tag] = entry
        elif depth < _MAX_DEPTH and (child := directory_offset(entry, order)):
            try:
                directory.children[tag] = read_directory(data, order, child, big=big, depth=depth + 1)
            except DirectoryError:
                continue
    return directory


def directory_offset(entry: Entry, order: str) -> int:
    """The offset that a tag of `CHILD_TAGS` holds."""
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
