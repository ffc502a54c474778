"""EXIF blocks: the orientation is taken out on reading, our own tags go in on writing.

A block is changed where it lies, or by appending a new first directory; nothing else moves, so
maker notes, which hold absolute offsets, stay readable.
"""

import struct
from dataclasses import dataclass
from typing import Final

from colorizer_gui.core.photo_io.metadata import ifd
from colorizer_gui.core.photo_io.metadata.ifd import Directory, Entry

PREFIX: Final = b"Exif\0\0"
#: Longest block that a JPEG segment holds beside its length and prefix.
MAX_JPEG_BLOCK: Final = 65_533 - len(PREFIX)

ORIENTATION: Final = 0x0112
DESCRIPTION: Final = 0x010E
SOFTWARE: Final = 0x0131
X_RESOLUTION: Final = 0x011A
Y_RESOLUTION: Final = 0x011B
RESOLUTION_UNIT: Final = 0x0128
_PIXEL_WIDTH: Final = 0xA002
_PIXEL_HEIGHT: Final = 0xA003
_MAKER_NOTE: Final = 0x927C
_COLOR_SPACE: Final = 0xA001
#: Types, as `struct` names them, that a whole number can be in.
_WHOLE_NUMBERS: Final = frozenset("BHIbhi")

#: Tags of a first directory that describe the photo and not the layout of its samples:
#: orientation, document name, description, make, model, page name and number, resolution, software, date,
#: artist, host, rating, copyright, and the XP strings of Windows.
DESCRIPTIVE_TAGS: Final = frozenset(
    {
        ORIENTATION,
        0x010D,
        0x010E,
        0x010F,
        0x0110,
        0x011D,
        X_RESOLUTION,
        Y_RESOLUTION,
        RESOLUTION_UNIT,
        SOFTWARE,
    }
    | {0x0129, 0x0132, 0x013B, 0x013C, 0x4746, 0x4749, 0x8298, 0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E, 0x9C9F}
)


@dataclass(frozen=True, slots=True)
class ExifReading:
    """What a file's block says, upright.

    Attributes
    ----------
    block
        Without prefix, and saying "upright"; None when there is none or nothing of it can be read.
    orientation
        1 to 8, as stated.
    damaged, faulty
        Whether nothing, or not all of it, can be read.
    """

    block: bytes | None = None
    orientation: int = 1
    dpi: tuple[float, float] | None = None
    per_centimetre: bool = False
    damaged: bool = False
    faulty: bool = False


def read(raw: bytes | None, size: tuple[int, int]) -> ExifReading:
    """Read the block of a file, if it has one; see `upright` for `size`."""
    if not raw:
        return ExifReading()
    block, orientation = upright(raw, size)
    directory = parse(block)
    return ExifReading(
        block,
        orientation,
        dpi_of(directory),
        per_centimetre(directory),
        damaged=block is None,
        faulty=block is not None and not is_whole(raw),
    )


def is_whole(block: bytes) -> bool:
    """Whether a block's first directory has all that it announces."""
    data = block.removeprefix(PREFIX)
    try:
        order, _, first = ifd.read_header(data)
    except ifd.DirectoryError:
        return False
    return ifd.is_whole(data, order, first)


def upright(block: bytes, size: tuple[int, int]) -> tuple[bytes | None, int]:
    """Take the orientation out of a block.

    The orientation becomes 1, the thumbnail is detached (it shows the unturned gray picture), and
    the pixel dimensions are swapped where the picture is turned by 90 degrees. Of a damaged block
    what can be read counts.

    Parameters
    ----------
    block
        EXIF with or without its prefix.
    size
        Width and height as stored, before turning.

    Returns
    -------
    The block without prefix, or None when nothing of it can be read; and the orientation, 1 to 8.
    """
    data = bytearray(block.removeprefix(PREFIX))
    try:
        order, big, first = ifd.read_header(data)
        if big:
            return None, 1
        positions = ifd.entry_positions(data, order, first)
        directory = ifd.read_directory(data, order, first)
        orientation = int(directory.number(ORIENTATION) or 1)
        if not 1 <= orientation <= 8:
            orientation = 1
        _put(data, order, positions, ORIENTATION, 1)
        if ifd.is_whole(data, order, first):
            struct.pack_into(order + "I", data, positions[-1], 0)
        if ifd.EXIF_IFD in directory.children:
            link = ifd.read_directory(data, order, first, follow=False).entries[ifd.EXIF_IFD]
            inner = ifd.entry_positions(data, order, ifd.directory_offset(link, order))
            width, height = size if orientation < 5 else size[::-1]
            _put(data, order, inner, _PIXEL_WIDTH, width)
            _put(data, order, inner, _PIXEL_HEIGHT, height)
    except (ifd.DirectoryError, struct.error):
        return None, 1
    return bytes(data), orientation


def _put(data: bytearray, order: str, positions: dict[int, int], tag: int, value: int) -> None:
    """Overwrite a whole number where it lies, if the tag is there and its type can hold the value."""
    if tag not in positions:
        return
    position = positions[tag]
    (kind,) = struct.unpack_from(order + "H", data, position + 2)
    layout = ifd.layout_of(kind)
    if layout not in _WHOLE_NUMBERS:
        return
    try:
        packed = struct.pack(order + layout, value)
    except struct.error:
        return
    struct.pack_into(order + "I", data, position + 4, 1)
    data[position + 8 : position + 12] = packed.ljust(4, b"\0")


def parse(block: bytes | None) -> Directory:
    """The first directory of a block; an empty one when there is none or it is damaged."""
    if block is not None:
        try:
            order, big, first = ifd.read_header(block)
            return ifd.read_directory(block, order, first, big=big)
        except ifd.DirectoryError:
            pass
    return Directory("<")


def descriptive(directory: Directory) -> Directory:
    """The part of a TIFF's first directory that describes the photo."""
    entries = {tag: entry for tag, entry in directory.entries.items() if tag in DESCRIPTIVE_TAGS}
    return Directory(directory.order, entries, directory.children)


def pack(directory: Directory) -> bytes | None:
    """A new block with this first directory; None when there is nothing in it."""
    if not directory.entries and not directory.children:
        return None
    magic = b"II*\0" if directory.order == "<" else b"MM\0*"
    return magic + struct.pack(directory.order + "I", 8) + ifd.pack_directory(directory, 8)


def per_centimetre(directory: Directory) -> bool:
    """Whether a first directory states its resolution per centimetre."""
    return directory.number(RESOLUTION_UNIT) == 3.0


def is_adobe_rgb(directory: Directory) -> bool:
    """Whether EXIF says Adobe RGB without a profile (DCF 2.0: no sRGB, and interoperability R03)."""
    inner = directory.children.get(ifd.EXIF_IFD)
    if inner is None:
        return False
    space = inner.number(_COLOR_SPACE)
    interop = inner.children.get(ifd.INTEROP_IFD)
    index = None if interop is None else interop.entries.get(1)
    r03 = index is not None and index.data.rstrip(b"\0 ") == b"R03"
    return space == 2.0 or (space == 65_535.0 and r03)


def dpi_of(directory: Directory) -> tuple[float, float] | None:
    """Pixels per inch that a first directory states."""
    x, y = directory.number(X_RESOLUTION), directory.number(Y_RESOLUTION)
    unit = directory.number(RESOLUTION_UNIT) or 2.0
    if not x or not y or unit not in {2.0, 3.0}:
        return None
    scale = 2.54 if unit == 3.0 else 1.0
    return x * scale, y * scale


@dataclass(frozen=True, slots=True)
class OwnTags:
    """What every saved photo says: software, orientation, and resolution and description if given."""

    software: str
    dpi: tuple[float, float] | None = None
    per_centimetre: bool = False
    caption: str | None = None


def own_entries(order: str, tags: OwnTags) -> dict[int, Entry]:
    """The entries of these tags."""
    name = tags.software.encode("ascii") + b"\0"
    entries = {
        SOFTWARE: Entry(ifd.ASCII, len(name), name),
        ORIENTATION: Entry(ifd.SHORT, 1, struct.pack(order + "H", 1)),
    }
    if tags.caption is not None:
        caption = tags.caption.encode("utf-8", "replace").replace(b"\0", b" ") + b"\0"
        entries[DESCRIPTION] = Entry(ifd.ASCII, len(caption), caption)
    if tags.dpi is not None:
        scale = 1 / 2.54 if tags.per_centimetre else 1.0
        for tag, value in ((X_RESOLUTION, tags.dpi[0]), (Y_RESOLUTION, tags.dpi[1])):
            ratio = struct.pack(order + "II", min(round(value * scale * 10_000), 0xFFFFFFFF), 10_000)
            entries[tag] = Entry(ifd.RATIONAL, 1, ratio)
        unit = 3 if tags.per_centimetre else 2
        entries[RESOLUTION_UNIT] = Entry(ifd.SHORT, 1, struct.pack(order + "H", unit))
    return entries


def for_saving(block: bytes | None, tags: OwnTags) -> bytes:
    """The block that a saved photo gets: everything of the source's, and our own entries."""
    if block is None:
        return pack(Directory("<", own_entries("<", tags))) or b""
    try:
        order, _, first = ifd.read_header(block)
        kept = ifd.read_directory(block, order, first, follow=False)
    except ifd.DirectoryError:
        return for_saving(None, tags)
    directory = ifd.with_entries(kept, own_entries(order, tags))
    base = len(block) + len(block) % 2
    data = bytearray(block.ljust(base, b"\0") + ifd.pack_directory(directory, base))
    struct.pack_into(order + "I", data, 4, base)
    return bytes(data)


def fitting_jpeg(block: bytes) -> bytes:
    """A block that fits into a JPEG segment: the detached thumbnail goes, then the maker note."""
    if len(block) <= MAX_JPEG_BLOCK:
        return block
    directory = parse(block)
    packed = pack(directory) or b""
    if len(packed) > MAX_JPEG_BLOCK and ifd.EXIF_IFD in directory.children:
        directory.children[ifd.EXIF_IFD].entries.pop(_MAKER_NOTE, None)
        packed = pack(directory) or b""
    return packed if len(packed) <= MAX_JPEG_BLOCK else pack(Directory("<")) or b""
