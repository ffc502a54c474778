"""A small picture of a large TIFF, of some of its rows, in a fraction of the time that all of it takes.

Only for what scanners write: gray or RGB of 8 or 16 bits, in strips, without compression or with so few
rows in a strip that most strips can be left out.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import cv2
import numpy as np
import tifffile

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.photo_io.raster import DECODE_ERRORS, AnyArray

_ORIENTATION_TAG: Final = 274
_MIN_IS_WHITE, _MIN_IS_BLACK, _RGB = 0, 1, 2
_CHANNELS: Final = {_MIN_IS_WHITE: 1, _MIN_IS_BLACK: 1, _RGB: 3}
#: LZW, Deflate twice, PackBits: what decodes strip by strip.
_PACKED: Final = {5, 8, 32946, 32773}


@dataclass(frozen=True, slots=True, eq=False)
class TiffGlance:
    """What is seen at a glance, as it is stored.

    Attributes
    ----------
    gray
        (h, w) uint8; the colour profile is not looked at.
    size
        Width and height of the whole photo.
    orientation
        EXIF's, not applied.
    """

    gray: ByteArray
    size: tuple[int, int]
    orientation: int


def glance_at_tiff(path: Path, long_side: int, least_pixels: int) -> TiffGlance | None:
    """About `long_side` pixels of each row and column; None for a smaller photo, and without a short way."""
    try:
        with tifffile.TiffFile(path) as file:
            page = file.pages.first
            if page.imagewidth * page.imagelength < least_pixels or not _is_simple(page):
                return None
            step = -(-max(page.imagewidth, page.imagelength) // long_side)
            rows = _rows(path, file, page, step)
            if rows is None:
                return None
            tag = page.tags.get(_ORIENTATION_TAG)
            orientation = 1 if tag is None else tag.value
            white = page.photometric == _MIN_IS_WHITE
            size = (page.imagewidth, page.imagelength)
    except DECODE_ERRORS:
        return None
    gray = (rows >> 8 if rows.dtype.itemsize == 2 else rows).astype(np.uint8)
    if gray.ndim == 3:
        gray = np.asarray(cv2.cvtColor(np.ascontiguousarray(gray), cv2.COLOR_RGB2GRAY))
    return TiffGlance(255 - gray if white else gray, size, orientation if orientation in range(1, 9) else 1)


def _is_simple(page: tifffile.TiffPage) -> bool:
    unsigned = page.dtype is not None and page.dtype.kind == "u" and page.bitspersample in {8, 16}
    channels = _CHANNELS.get(page.photometric)
    contiguous = page.planarconfig == tifffile.PLANARCONFIG.CONTIG
    return unsigned and channels == page.samplesperpixel and contiguous and not page.is_tiled


def _rows(path: Path, file: tifffile.TiffFile, page: tifffile.TiffPage, step: int) -> AnyArray | None:
    """Every so-manieth row and column."""
    shape = (page.imagelength, page.imagewidth, page.samplesperpixel)
    wanted = range(step // 2, page.imagelength, step)
    assert page.dtype is not None
    if page.compression == tifffile.COMPRESSION.NONE and page.is_contiguous:
        kind = page.dtype.newbyteorder(file.byteorder)
        whole = np.memmap(path, kind, "r", page.dataoffsets[0], shape)
        return np.asarray(whole[step // 2 :: step, step // 2 :: step]).astype(page.dtype).squeeze()
    if page.compression not in _PACKED or page.rowsperstrip > step:
        return None
    rows = []
    for row in wanted:
        index, inside = divmod(row, page.rowsperstrip)
        file.filehandle.seek(page.dataoffsets[index])
        data = file.filehandle.read(page.databytecounts[index])
        strip = page.decode(data, index)[0]
        if strip is None:
            return None
        rows.append(strip.reshape(-1, shape[1], shape[2])[inside, step // 2 :: step])
    return np.stack(rows).squeeze()
