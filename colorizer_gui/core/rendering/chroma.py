"""Edge-aware upsampling of the small predicted chroma onto the photo's lightness.

The prediction has a few dozen cells a side, the photo millions of pixels. Chroma is refined once, at
an intermediate resolution of about a megapixel, by joint bilateral upsampling; from there on it is
smooth, and plain bilinear interpolation takes it to full resolution row by row.
docs/adr/0002-chroma-upsampling.md holds the measurements behind each constant.
"""

import itertools
import math
import threading
from functools import lru_cache
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common.strips import for_each_strip
from colorizer_gui.core.geometry.area_means import area_means
from colorizer_gui.core.prediction.vividness import PREDICTED
from colorizer_gui.core.rendering.chromaticity_diffusion import diffuse
from colorizer_gui.core.rendering.kernel import Indices, kernel

#: Pixels of the refined plane; a larger photo gets the rest of the way by bilinear interpolation.
REFINED_PIXELS: Final = 2**20
#: Pixels at which colour is diffused; refined again by the guide, its edges come out as sharp.
CLEANED_PIXELS: Final = 2**16
#: Standard deviation of the Gaussian that weighs the difference in L* of a pixel and a cell.
RANGE_SIGMA: Final = 8.0
#: Added to that weight, so that a pixel unlike all its cells gets their plain average, free of noise.
RANGE_FLOOR: Final = 0.05


class Chroma:
    """Predicted chroma and the lightness that refines it; each plane is made at most once; thread-safe.

    Parameters
    ----------
    lightness
        (H, W) float32 L* in [0, 100] of the whole photo.
    ab
        (h, w, 2) float32 CIE a*b*, of the same extent.
    readings
        (S, h, w, 2) float chroma at the readings of `vividness`, or None where there is only `ab`.
    """

    def __init__(
        self, lightness: FloatArray, ab: FloatArray, readings: npt.NDArray[np.float16] | None = None
    ) -> None:
        self._lock = threading.Lock()
        self._lightness: FloatArray | None = lightness
        self._guide: FloatArray | None = None
        self._ab = ab
        self._readings = readings
        self._planes: dict[tuple[int, bool], FloatArray] = {}

    def refined(self, reading: int = PREDICTED, *, cleaned: bool = False) -> FloatArray:
        """(h', w', 2) float32 chroma, at most `REFINED_PIXELS` pixels and no larger than the photo.

        Parameters
        ----------
        reading
            Index of a reading of vividness; without readings each gives the prediction.
        cleaned
            Whether bleeding is drawn back to the edges by chromaticity diffusion.
        """
        if self._readings is None:
            reading = PREDICTED
        with self._lock:
            return self._plane(reading, cleaned=cleaned)

    def _plane(self, reading: int, *, cleaned: bool) -> FloatArray:
        key = (reading, cleaned)
        if key not in self._planes:
            ab = self._cleaned(reading) if cleaned else self._cells(reading)
            self._planes[key] = refine_by_guide(self._own_guide(), ab)
        return self._planes[key]

    @property
    def guide(self) -> FloatArray:
        """(h', w') float32 L* without grain, in the size of refined chroma."""
        with self._lock:
            return self._own_guide()

    def recoloured(self, ab: FloatArray, readings: npt.NDArray[np.float16] | None = None) -> "Chroma":
        """Other chroma of the same photo."""
        other = Chroma(self.guide, ab, readings)
        other._guide = self.guide
        return other

    def _own_guide(self) -> FloatArray:
        if self._guide is None:
            assert self._lightness is not None
            self._guide = make_guide(self._lightness)
            self._lightness = None
        return self._guide

    def _cells(self, reading: int) -> FloatArray:
        if reading == PREDICTED or self._readings is None:
            return self._ab
        return np.asarray(self._readings[reading], dtype=np.float32)

    def _cleaned(self, reading: int) -> FloatArray:
        """Chroma diffused between the lightness's edges, at a size at which bleeding is a few pixels."""
        guide = self._own_guide()
        height, width = guide.shape
        scale = min(1.0, math.sqrt(CLEANED_PIXELS / (height * width)))
        size = max(1, round(height * scale)), max(1, round(width * scale))
        return diffuse(shrink(guide, *size), shrink(self._plane(reading, cleaned=False), *size))


def refine_chroma(lightness: FloatArray, ab: FloatArray) -> FloatArray:
    """Upsample chroma along the edges of the lightness.

    Joint bilateral upsampling (Kopf, Cohen, Lischinski, Uyttendaele 2007, eq. 4) with a quadratic
    B-spline as the spatial kernel: the standard deviation of half a cell, over three cells a side,
    without the steps of a truncated Gaussian. What the result lacks of the cells' means is brought up
    in the same way and added, since the weighting mixes neighbours. A median takes film grain out of
    the guide.

    Parameters
    ----------
    lightness
        (H, W) float32 L* in [0, 100].
    ab
        (h, w, 2) float32 CIE a*b*; its extent is that of the whole photo.

    Returns
    -------
    (h', w', 2) float32 CIE a*b*, h' <= H and w' <= W.
    """
    return refine_by_guide(make_guide(lightness), ab)


def make_guide(lightness: FloatArray) -> FloatArray:
    """The lightness at the size of refined chroma, without film grain."""
    height, width = lightness.shape
    scale = min(1.0, math.sqrt(REFINED_PIXELS / (height * width)))
    guide = shrink(lightness, max(1, round(height * scale)), max(1, round(width * scale)))
    return np.asarray(cv2.medianBlur(np.ascontiguousarray(guide), 3), dtype=np.float32)


def refine_by_guide(guide: FloatArray, ab: FloatArray) -> FloatArray:
    """The second half of `refine_chroma`; linear in `ab`."""
    cells = shrink(ab, *guide.shape)
    cells_lightness = shrink(guide, *cells.shape[:2])
    refined = _joint_bilateral(guide, cells, cells_lightness)
    missing = cells - shrink(refined, *cells.shape[:2])
    refined += _joint_bilateral(guide, missing, cells_lightness)
    return refined


def shrink(plane: FloatArray, height: int, width: int) -> FloatArray:
    """Average over areas down to (at most) a size; an axis that is shorter already stays as it is."""
    height, width = min(height, plane.shape[0]), min(width, plane.shape[1])
    if (height, width) == plane.shape[:2]:
        return plane
    return area_means(plane, height, width)


def shrink_to(plane: FloatArray, long_side: int) -> FloatArray:
    """Average over areas until the longer side is at most `long_side` pixels; nothing is enlarged."""
    height, width = plane.shape[:2]
    factor = min(1.0, long_side / max(height, width))
    return shrink(plane, max(1, round(height * factor)), max(1, round(width * factor)))


def enlarge_rows(plane: FloatArray, rows: slice, height: int, width: int) -> FloatArray:
    """Some rows of a plane brought bilinearly to a size; equal to the same rows of the whole.

    Parameters
    ----------
    plane
        (h, w, 2) float32, h <= `height`, w <= `width`.
    rows
        Rows of the result, start < stop within [0, `height`], step 1.

    Returns
    -------
    (n, `width`, 2) float32.
    """
    upper, lower, share = _between(plane.shape[0], height)
    upper, lower, share = upper[rows], lower[rows], share[rows]
    left, right, along = _between(plane.shape[1], width)
    compiled = kernel()
    if compiled is not None:
        return compiled.enlarge(plane, (upper, lower, share), (left, right, along))
    mixed = _mixed(plane[upper], plane[lower], share[:, None, None])
    if mixed.shape[1] == width:
        return mixed
    cells = mixed.view(np.complex64)[..., 0]  # one thing to move, not two
    shape = (len(mixed), width, 2)
    first, second = (np.take(cells, side, axis=1).view(np.float32).reshape(shape) for side in (left, right))
    return _mixed(first, second, along[None, :, None])


@lru_cache(maxsize=8)
def _between(size: int, wanted: int) -> tuple[Indices, Indices, FloatArray]:
    """For each cell of a longer axis the two of a shorter one that it lies between, and where there."""
    position = np.clip((np.arange(wanted) + 0.5) * (size / wanted) - 0.5, 0.0, size - 1.0)
    first = np.floor(position).astype(np.int64)
    return first, np.minimum(first + 1, size - 1), (position - first).astype(np.float32)


def _mixed(first: FloatArray, second: FloatArray, share: FloatArray) -> FloatArray:
    mixed: FloatArray = first * (np.float32(1.0) - share)
    mixed += second * share
    return mixed


def _joint_bilateral(guide: FloatArray, cells_ab: FloatArray, cells_lightness: FloatArray) -> FloatArray:
    """Weigh the 3 x 3 nearest cells by their distance in space and in lightness."""
    height, width = guide.shape
    row, row_weights = _spline(height, cells_ab.shape[0])
    column, column_weights = _spline(width, cells_ab.shape[1])
    padded = np.pad(np.dstack([cells_lightness, cells_ab]), ((1, 1), (1, 1), (0, 0)), mode="edge")
    by_column = [np.ascontiguousarray(np.moveaxis(padded[:, column + k], 2, 0)) for k in range(3)]
    result = np.empty((height, width, 2), dtype=np.float32)

    def fill(rows: slice) -> None:
        total, total_a, total_b = np.zeros((3, len(row[rows]), width), dtype=np.float32)
        for j, k in itertools.product(range(3), repeat=2):
            lightness, a, b = (plane[row[rows] + j] for plane in by_column[k])
            weight = _similarity(lightness - guide[rows])
            weight *= row_weights[j, rows, None]
            weight *= column_weights[k]
            total += weight
            total_a += np.multiply(a, weight, out=a)
            total_b += np.multiply(b, weight, out=b)
        np.divide(total_a, total, out=result[rows, :, 0])
        np.divide(total_b, total, out=result[rows, :, 1])

    for_each_strip(height, width, fill)
    return result


def _similarity(difference: FloatArray) -> FloatArray:
    """Weight of a difference in L*, in [`RANGE_FLOOR`, 1 + `RANGE_FLOOR`]."""
    weight: FloatArray = np.square(difference, out=difference)
    weight *= np.float32(-0.5 / RANGE_SIGMA**2)
    np.exp(weight, out=weight)
    weight += np.float32(RANGE_FLOOR)
    return weight


def _spline(size: int, cells: int) -> tuple[npt.NDArray[np.intp], FloatArray]:
    """Nearest cell of each pixel, and its quadratic B-spline weights (3, size) with its neighbours."""
    position = (np.arange(size) + 0.5) * (cells / size) - 0.5
    nearest = np.clip(np.rint(position), 0, cells - 1).astype(np.intp)
    offset = np.clip(position - nearest, -0.5, 0.5)
    weights = np.stack([0.5 * (0.5 - offset) ** 2, 0.75 - offset**2, 0.5 * (0.5 + offset) ** 2])
    return nearest, weights.astype(np.float32)
