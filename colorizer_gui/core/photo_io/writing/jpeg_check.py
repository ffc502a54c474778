"""Reading a JPEG back: every bit of it is decoded, to one pixel for each block of 8 x 8.

That pixel is the block's mean, to half a step of its quantization (ITU-T T.81, A.3.4), so it is compared
with the mean of what was to be written. A decoder that answers the first coefficient of each block only
has to read all others as well, since they are coded one after the other.
"""

from pathlib import Path
from typing import Final

import cv2
import numpy as np
from PIL import Image

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.common.strips import strips
from colorizer_gui.core.photo.photo import PhotoMetadata
from colorizer_gui.core.photo_io.codecs.jpeg.facts import facts_of
from colorizer_gui.core.photo_io.codecs.jpeg.structure import JpegStructure, read_structure
from colorizer_gui.core.photo_io.pixels import BLOCK, AveragedPixels

#: Half a step, in levels of a mean: the first coefficient is eight times as large.
_LEVELS_A_STEP: Final = 1.0 / 16.0
#: Colours are rounded when they become YCbCr, when the means are taken, and when they are decoded.
_ROUNDING: Final = 2.5


class JpegCheckError(Exception):
    """What was read back is not what was written."""


def check_jpeg(path: Path, pixels: AveragedPixels) -> PhotoMetadata:
    """Decode a file that was just written, and compare it.

    Parameters
    ----------
    pixels
        What it was written from, strip by strip. Of a picture that is narrower than a block no colours are
        compared.

    Returns
    -------
    What the file says of its picture.

    Raises
    ------
    JpegCheckError
    OSError, ValueError
        Where nothing can be decoded.
    """
    structure = read_structure(path.read_bytes())
    height, width = pixels.shape
    if structure.frame.shape != (height, width, 3) or structure.frame.bits != 8:
        raise JpegCheckError("the size or the depth differs")
    if not _is_whole(structure):
        raise JpegCheckError("a part is missing")
    found, steps = _means(path, (height, width))
    if min(height, width) < BLOCK:
        return facts_of(structure).metadata  # nothing of it is reduced
    tolerance = np.asarray(steps) * _LEVELS_A_STEP + _ROUNDING
    for rows in strips(height, width, BLOCK):
        wanted = pixels.means(rows)
        blocks = slice(rows.start // BLOCK, -(-rows.stop // BLOCK))
        if wanted is None or wanted.shape != found[blocks].shape:
            raise JpegCheckError("the size differs")
        distance = np.abs(_ycbcr(wanted).astype(np.float32) - found[blocks])
        if (distance > tolerance).any():
            raise JpegCheckError("the colours differ")
    return facts_of(structure).metadata


def _is_whole(structure: JpegStructure) -> bool:
    return structure.scans.ended and structure.covered() and not structure.lost_restarts


def _means(path: Path, shape: tuple[int, int]) -> tuple[ByteArray, list[int]]:
    """(h, w, 3) YCbCr, a pixel for each block, and the first step of each channel's quantization."""
    height, width = shape
    with Image.open(path, formats=["JPEG"]) as image:
        image.draft("YCbCr", (max(1, width // BLOCK), max(1, height // BLOCK)))
        means = np.asarray(image)
        tables: dict[int, list[int]] = getattr(image, "quantization", {})
    luma, chroma = tables[0][0], tables[max(tables)][0]
    return means, [luma, chroma, chroma]


def _ycbcr(image_rgb: ByteArray) -> ByteArray:
    """(H, W, 3) YCbCr of sRGB, as JPEG has it (ITU-T T.871)."""
    return np.ascontiguousarray(cv2.cvtColor(image_rgb, cv2.COLOR_RGB2YCrCb)[..., [0, 2, 1]], dtype=np.uint8)
