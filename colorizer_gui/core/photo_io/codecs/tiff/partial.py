"""A TIFF whose last bytes are missing: the strips or tiles that are there, and gray in the place of others.

tifffile would fill what is missing with black, or refuse all. So each segment that is cut off is replaced by
a whole one, made of its own rows or of another segment, and what is not true of that is painted over.
"""

import zlib
from collections.abc import Callable
from dataclasses import replace
from typing import Final, NamedTuple

import imagecodecs
import numpy as np
import tifffile

from colorizer_gui.core.common import large_arrays
from colorizer_gui.core.photo_io.codecs.decoded import PICTURE_IS_WHOLE, Decoded, is_little
from colorizer_gui.core.photo_io.codecs.tiff.segments import lzw_ends, mend_byte_counts, plain_size, rows_of
from colorizer_gui.core.photo_io.codecs.tiff.surplus import DECODERS
from colorizer_gui.core.photo_io.metadata.ifd import Buffer
from colorizer_gui.core.photo_io.raster import AnyArray

_OLD_JPEG: Final = 6
_GRAY: Final = 128
_Code = Callable[[bytes], bytes | bytearray]


class Box(NamedTuple):
    """A part of the picture, in pixels."""

    top: int
    bottom: int
    left: int
    right: int


class Filled(NamedTuple):
    """Where the segments of a page are, once those that are cut off have been replaced.

    Attributes
    ----------
    stored
        What has to stand behind the file.
    boxes
        What of the picture is not in the file.
    share
        The part of the picture that these are.
    """

    stored: bytes
    offsets: tuple[int, ...]
    counts: tuple[int, ...]
    boxes: tuple[Box, ...]
    share: float


def filled_up(page: tifffile.TiffPage, data: Buffer) -> Filled:
    """Replace the segments of a page that are not, or not wholly, in a file.

    Raises
    ------
    ValueError, RuntimeError, zlib.error
        When more is missing than the last ones, none is, or one is damaged.
    """
    size, stated = len(data), list(page.databytecounts)
    mend_byte_counts(page, size)
    offsets, counts = list(page.dataoffsets), list(page.databytecounts)
    packed = page.compression != tifffile.COMPRESSION.NONE
    ends = list(map(max, stated, counts)) if packed and len(stated) == len(counts) else counts
    cut = [not at or not count or at + count > size for at, count in zip(offsets, ends, strict=True)]
    whole = [index for index, is_cut in enumerate(cut) if not is_cut]
    if not any(cut) or page.compression == _OLD_JPEG:
        raise ValueError("it is something else that is wrong")
    stored = bytearray()
    boxes: set[Box] = set()
    lost = missing = 0.0
    for index in map(int, np.flatnonzero(cut)):
        rows, segment = _mended(page, index, data)
        stands = offsets[index] and ends[index]
        lost += min(ends[index], offsets[index] + ends[index] - size) if stands else size
        if segment is None:
            other = _like(page, index, whole)
            offsets[index], counts[index] = offsets[other], counts[other]
        else:
            if packed or stored:
                offsets[index] = size + len(stored)
            stored += segment
            counts[index] = size + len(stored) - offsets[index]
        box = _box(page, index, rows)
        if box not in boxes:
            boxes.add(box)
            missing += (box.bottom - box.top) * (box.right - box.left) / page.imagelength / page.imagewidth
        if not is_little(missing, lost):
            raise ValueError("the picture is cut off")
    return Filled(bytes(stored), tuple(offsets), tuple(counts), tuple(boxes), missing)


def painted(decoded: Decoded, filled: Filled) -> Decoded:
    """A picture with gray, and nothing transparent, where nothing was in the file."""
    samples, alpha = (_writable(decoded.samples), decoded.alpha)
    alpha = None if alpha is None else _writable(alpha)
    for box in filled.boxes:
        place = slice(box.top, box.bottom), slice(box.left, box.right)
        samples[place] = np.iinfo(samples.dtype).max // 255 * _GRAY
        if alpha is not None:
            alpha[place] = np.iinfo(alpha.dtype).max
    report = replace(decoded.report, missing=filled.share)
    notes = decoded.warnings if filled.share else (*decoded.warnings, PICTURE_IS_WHOLE)
    return replace(decoded, samples=samples, alpha=alpha, report=report, warnings=notes)


def _writable(array: AnyArray) -> AnyArray:
    return array if array.flags.writeable else array.copy()


def _mended(page: tifffile.TiffPage, index: int, data: Buffer) -> tuple[int, bytes | None]:
    """How many rows of a segment are there, and a whole one; or what is to follow, if nothing is compressed.

    The last of these rows is repeated, so that no other numbers come in.
    """
    codes = _CODES.get(int(page.compression))
    start, wanted, rows = page.dataoffsets[index], plain_size(page, index), rows_of(page, index)
    if codes is None or page.is_subsampled or not 0 < start < len(data):
        return 0, None
    row = wanted // rows
    if page.compression == tifffile.COMPRESSION.NONE:
        there = len(data) - start
        held = there // row
        last = bytes(data[start + (held - 1) * row : start + held * row])
        return (held, last[there - held * row :] + last * (rows - held - 1)) if held else (0, None)
    if wanted > large_arrays.LARGE:
        raise ValueError("the segment is too large for that")
    plain = codes[0](bytes(data[start:]), wanted)
    held = min(rows, len(plain) // row)
    plain = plain[: held * row] + plain[(held - 1) * row : held * row] * (rows - held)
    return held, bytes(codes[1](plain)) if held else None


def _box(page: tifffile.TiffPage, index: int, rows: int) -> Box:
    """What of the picture a segment lacks that has so many rows."""
    if not page.is_tiled:
        per_plane = max(1, -(-page.imagelength // page.rowsperstrip))
        top = index % per_plane * page.rowsperstrip
        return Box(top + rows, min(top + page.rowsperstrip, page.imagelength), 0, page.imagewidth)
    across, down = -(-page.imagewidth // page.tilewidth), -(-page.imagelength // page.tilelength)
    row, column = divmod(index % (across * down), across)
    top, left = row * page.tilelength, column * page.tilewidth
    bottom, right = min(top + page.tilelength, page.imagelength), min(left + page.tilewidth, page.imagewidth)
    return Box(min(top + rows, bottom), bottom, left, right)


def _like(page: tifffile.TiffPage, index: int, whole: list[int]) -> int:
    """A segment that can stand in for another one."""
    wanted = plain_size(page, index)
    for other in reversed(whole):
        if plain_size(page, other) >= wanted:
            return other
    raise ValueError("the picture is cut off")


def _unlzw(data: bytes, size: int) -> bytes:
    """What data without its end decodes to, but for its last code, of which bits may be missing."""
    if lzw_ends(data):
        return bytes(imagecodecs.lzw_decode(data))[:size]
    more, less = (np.frombuffer(imagecodecs.lzw_decode(data[:end]), np.uint8) for end in (None, -2))
    count = min(len(more), len(less), size)
    differs = np.flatnonzero(more[:count] != less[:count])
    return more[: differs[0] if differs.size else count].tobytes()


def _deflate(data: bytes) -> bytes:
    return zlib.compress(data, level=1)


#: How a segment without its end is read, up to a size, and how a whole one is stored.
_CODES: Final[dict[int, tuple[Callable[[bytes, int], bytes], _Code]]] = {
    1: (lambda data, size: data[:size], bytes),
    5: (_unlzw, imagecodecs.lzw_encode),
    8: (DECODERS[8], _deflate),
    32_946: (DECODERS[8], _deflate),
    32_773: (DECODERS[32_773], imagecodecs.packbits_encode),
}
