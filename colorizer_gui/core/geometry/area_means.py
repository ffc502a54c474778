"""Planes shrunk by the means of areas, many times as fast as OpenCV where there is much to shrink.

OpenCV's `INTER_AREA` adds what is next to each other in a row, which fills no wide register. Here whole rows
are added first; what is left is as wide as before, and a few rows high.
"""

import math
from itertools import pairwise
from typing import Final

import cv2
import numpy as np

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common import large_arrays

#: From so many rows for one, and so many numbers on, it pays.
_ROWS: Final = 3
_NUMBERS: Final = 2**19
#: Parts of a row that OpenCV leaves out, too.
_NOTHING: Final = 1e-3


def area_means(plane: FloatArray, height: int, width: int) -> FloatArray:
    """Average over areas, as `cv2.resize` does with `INTER_AREA`; equal to that but for rounding.

    Parameters
    ----------
    plane
        (H, W) or (H, W, C) float32; C <= 4.
    height, width
        At least 1. Where one of them is larger than the plane's, OpenCV interpolates bilinearly.

    Returns
    -------
    (height, width) or (height, width, C) float32.
    """
    if plane.shape[0] >= _ROWS * height and plane.shape[1] >= width and plane.size >= _NUMBERS:
        plane = _means_of_rows(plane, height)
    return np.asarray(cv2.resize(plane, (width, height), interpolation=cv2.INTER_AREA), dtype=np.float32)


def scaled(plane: FloatArray, height: int, width: int) -> FloatArray:
    """(H, W) or (H, W, C) planes of another size: means of areas where that has fewer pixels, else cubic."""
    if height * width < plane.shape[0] * plane.shape[1]:
        return area_means(plane, height, width)
    return np.asarray(cv2.resize(plane, (width, height), interpolation=cv2.INTER_CUBIC), dtype=np.float32)


def _means_of_rows(plane: FloatArray, height: int) -> FloatArray:
    """(height, W, …): means of the rows that are in one's place, the outer ones as far as they are."""
    means = np.empty((height, *plane.shape[1:]), dtype=np.float32)
    count, end = plane.shape[0] / height, plane.shape[0]
    bounds = [min(row * count, end) for row in range(height + 1)]
    whole = (
        slice(math.ceil(top - _NOTHING), math.floor(bottom + _NOTHING)) for top, bottom in pairwise(bounds)
    )
    for row, rows in enumerate(large_arrays.sparing(whole, plane[:1].nbytes)):
        np.add.reduce(plane[rows], axis=0, out=means[row])
        above, below = rows.start - bounds[row], bounds[row + 1] - rows.stop
        if above > _NOTHING:
            means[row] += np.float32(above) * plane[rows.start - 1]
        if below > _NOTHING:
            means[row] += np.float32(below) * plane[rows.stop]
    means *= np.float32(1 / count)
    return means
