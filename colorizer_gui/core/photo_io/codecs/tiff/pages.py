"""The pictures of a TIFF file: in the chain of its directories, and below them (Technical Note 1)."""

from collections.abc import Iterator
from typing import Final

import tifffile

from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.photo_io.metadata import ifd
from colorizer_gui.core.photo_io.metadata.ifd import Buffer
from colorizer_gui.core.photo_io.raster import DECODE_ERRORS

_REDUCED: Final = 1
_SUB_DIRECTORIES: Final = 330
#: Compressions that may store differences between neighbours: LZW, Deflate, LZMA, Zstandard.
_PREDICTED: Final = {5, 8, 32946, 34925, 34926, 50000, 50013}
_MOST_PAGES: Final = 10_000
_MOST_BELOW: Final = 32


def pages_of(file: tifffile.TiffFile, data: Buffer) -> tuple[list[tifffile.TiffPage], tuple[Sentence, ...]]:
    """Whole pages in their order, and what is wrong with the chain that leads to them.

    Smaller versions of the same picture are no pages, unless there is nothing else. Where the chain holds a
    smaller version alone, the picture is the one below it. A chain that bites its tail ends there, and
    directories that cannot be read are left out.

    Raises
    ------
    ValueError
        When there is no directory that can be read.
    """
    pages: list[tifffile.TiffPage] = []
    smaller: list[tifffile.TiffPage] = []
    warnings: list[Sentence] = []
    for offset in _chain(data, warnings):
        page = _page(file, offset)
        if page is None:
            warnings.append(Sentence("has a directory that cannot be read; its page was left out"))
            continue
        below = _largest_below(file, page)
        if below is not None and (_is_reduced(page) or _area(below) > _area(page)):
            pages.append(below)
        else:
            (smaller if _is_reduced(page) else pages).append(page)
        if len(pages) > _MOST_PAGES:
            break
    found = pages or smaller[:1]
    if not found:
        raise ValueError("there is no page")
    return found, tuple(dict.fromkeys(warnings))


def _chain(data: Buffer, warnings: list[Sentence]) -> Iterator[int]:
    """The offset of each directory, as far as the chain holds."""
    order, big, offset = ifd.read_header(data)
    word = 8 if big else 4
    seen: set[int] = set()
    while offset and offset not in seen:
        seen.add(offset)
        try:
            end = ifd.entry_positions(data, order, offset, big=big)[-1]
        except ifd.DirectoryError:
            warnings.append(Sentence("has a broken chain of pages; those that are whole can be opened"))
            return
        yield offset
        if end + word > len(data):
            return  # many writers forget the end of the chain
        offset = int.from_bytes(data[end : end + word], "little" if order == "<" else "big")


def _page(file: tifffile.TiffFile, offset: int) -> tifffile.TiffPage | None:
    """The page of a directory, if it describes a picture."""
    try:
        file.filehandle.seek(offset)
        page = tifffile.TiffPage(file, 0)
    except DECODE_ERRORS:
        return None
    if not (page.imagewidth and page.imagelength):
        return None
    if int(page.compression) not in _PREDICTED:
        page.predictor = tifffile.PREDICTOR.NONE  # the tag means nothing then, and decoders pass it over
    if not page.rowsperstrip:
        page.rowsperstrip = page.imagelength
    if page.subsampling is None and page.photometric == tifffile.PHOTOMETRIC.YCBCR:
        # By the rule colour has half the size then, but where there is enough data it has all of it.
        page.subsampling = (1, 1) if sum(page.databytecounts) >= 3 * _area(page) else (2, 2)
    return page


def _largest_below(file: tifffile.TiffFile, page: tifffile.TiffPage) -> tifffile.TiffPage | None:
    """The largest picture of full resolution in the directories below a page."""
    tag = page.tags.get(_SUB_DIRECTORIES)
    offsets = () if tag is None else tag.value
    offsets = (offsets,) if isinstance(offsets, int) else offsets
    if not isinstance(offsets, tuple):
        return None
    found = [_page(file, offset) for offset in offsets[:_MOST_BELOW]]
    whole = [each for each in found if each is not None and not _is_reduced(each)]
    return max(whole, key=_area, default=None)


def _is_reduced(page: tifffile.TiffPage) -> bool:
    return bool(int(page.subfiletype) & _REDUCED)


def _area(page: tifffile.TiffPage) -> int:
    return int(page.imagewidth) * int(page.imagelength)
