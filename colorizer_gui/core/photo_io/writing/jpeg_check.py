"""Reading a JPEG back: every bit of it is decoded, to one pixel for each block of 8 x 8.

That pixel is the block's mean, to half a step of its quantization (ITU-T T.81, A.3.4), so it is compared
with the mean of what was to be written. A decoder that answers the first coefficient of each block only
has to read all others as well, since they are coded one after the other.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from PIL import Image

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.common.strips import THREADS, strips
from colorizer_gui.core.photo.photo import PhotoMetadata
from colorizer_gui.core.photo_io.codecs.jpeg.facts import facts_of
from colorizer_gui.core.photo_io.codecs.jpeg.parting import parted
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
    data = path.read_bytes()
    structure = read_structure(data)
    height, width = pixels.shape
    if structure.frame.shape != (height, width, 3) or structure.frame.bits != 8:
        raise JpegCheckError("the size or the depth differs")
    if not _is_whole(structure):
        raise JpegCheckError("a part is missing")
    found, steps = _means(parted(structure, data, THREADS))
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


def _means(parts: Sequence[bytes]) -> tuple[ByteArray, list[int]]:
    """(h, w, 3) YCbCr, a pixel for each block, and the first step of each channel's quantization."""
    with ThreadPoolExecutor(len(parts)) as pool:
        means, steps = zip(*pool.map(_means_of_part, parts), strict=True)
    return np.concatenate(means), steps[0]


def _means_of_part(data: bytes) -> tuple[ByteArray, list[int]]:
    with Image.open(BytesIO(data), formats=["JPEG"]) as image:
        width, height = image.size
        image.draft("YCbCr", (max(1, width // BLOCK), max(1, height // BLOCK)))
        means = np.asarray(image)
        tables: dict[int, list[int]] = getattr(image, "quantization", {})
    luma, chroma = tables[0][0], tables[max(tables)][0]
    return means, [luma, chroma, chroma]


def _ycbcr(image_rgb: ByteArray) -> ByteArray:
    """(H, W, 3) YCbCr of sRGB, as JPEG has it (ITU-T T.871)."""
    return np.ascontiguousarray(cv2.cvtColor(image_rgb, cv2.COLOR_RGB2YCrCb)[..., [0, 2, 1]], dtype=np.uint8)
