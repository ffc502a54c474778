"""Planes with a geometry: turned, mirrored, straightened, cropped.

Quarter turns, mirror images and crops move samples and change none. Straightening interpolates; planes of any
size are filled tile by tile.
"""

from typing import Any, Final

import cv2
import numpy as np
import numpy.typing as npt

from colorizer_gui.core.common import large_arrays
from colorizer_gui.core.geometry.geometry import Geometry

AnyArray = npt.NDArray[Any]
#: Pixels of a tile's side; OpenCV takes no picture of more than 32767.
_TILE: Final = 2048
#: Pixels around a tile that interpolation looks at.
_AROUND: Final = 3


def moved(plane: AnyArray, geometry: Geometry) -> AnyArray:
    """(H, W) or (H, W, C) samples of any type, moved; contiguous, and never the same memory."""
    size = (plane.shape[1], plane.shape[0])
    left, top, right, bottom = geometry.box(size)
    if geometry.angle:
        return _straightened(plane, geometry)
    turned = np.rot90(plane, -geometry.turns)
    if geometry.mirrored:
        turned = turned[:, ::-1]
    kept = turned[top:bottom, left:right]
    result = large_arrays.contiguous(kept)
    return result.copy() if np.shares_memory(result, plane) else result


def _straightened(plane: AnyArray, geometry: Geometry) -> AnyArray:
    """By cubic interpolation, each tile from the part of the source that it lies on."""
    height, width = plane.shape[:2]
    size = (width, height)
    columns, rows = geometry.result_size(size)
    back = np.linalg.inv(geometry.forward(size))
    result = large_arrays.empty((rows, columns, *plane.shape[2:]), plane.dtype)
    for top in range(0, rows, _TILE):
        for left in range(0, columns, _TILE):
            bottom, right = min(top + _TILE, rows), min(left + _TILE, columns)
            corners = np.array([[x, y, 1.0] for x in (left, right) for y in (top, bottom)]) @ back.T
            first = np.floor(corners[:, :2].min(axis=0)).astype(int) - _AROUND
            last = np.ceil(corners[:, :2].max(axis=0)).astype(int) + _AROUND
            x0, y0 = np.clip(first, 0, (width - 1, height - 1))
            x1, y1 = np.clip(last, (x0 + 1, y0 + 1), size)
            # From the middle of a pixel of the tile to that of one of the part.
            there = back[:2].copy()
            there[:, 2] += there[:, :2] @ (left + 0.5, top + 0.5) - (x0 + 0.5, y0 + 0.5)
            result[top:bottom, left:right] = cv2.warpAffine(
                np.ascontiguousarray(plane[y0:y1, x0:x1]),
                there,
                (right - left, bottom - top),
                flags=cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP,
                borderMode=cv2.BORDER_REPLICATE,
            )
    return result
