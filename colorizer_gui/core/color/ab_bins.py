"""The in-gamut bins of chroma, soft encoding, and the annealed mean.

Zhang, Isola and Efros, "Colorful Image Colorization", ECCV 2016: a*b* is quantized on a grid of
step 10, of which 313 nodes are in gamut. The published list is not copied but derived: a node is a
bin if and only if its Chebyshev distance to the convex hull of the sRGB gamut's projection is below
the step, that is, if its bilinear tent touches the hull.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.conversion import ColorSpace, FloatArray, rgb_to_lab

STEP: Final = 10.0
NEIGHBOURS: Final = 5
SIGMA: Final = 5.0
#: `AbBins.soft_encoding` tabulates the integer chroma -TABLE_OFFSET .. TABLE_OFFSET - 1.
TABLE_OFFSET: Final = {ColorSpace.LAB: 128, ColorSpace.LUV: 192}


@dataclass(frozen=True, slots=True, eq=False)
class SoftEncoding:
    """Soft targets of every integer chroma value.

    Attributes
    ----------
    indices
        (S, S, 5) int64, the nearest bins of (first axis - offset, second axis - offset).
    weights
        (S, S, 5) float32, Gaussian weights that sum to 1.
    offset
        What to add to an integer chroma value to get an index.
    """

    indices: npt.NDArray[np.int64]
    weights: FloatArray
    offset: int


@dataclass(frozen=True, slots=True, eq=False)
class AbBins:
    """The chroma bins of one colour space.

    Attributes
    ----------
    space
        The colour space that the two axes belong to.
    centers
        (Q, 2) float32, first axis major, both ascending, read-only; Q is 313 for L*a*b*, 518 for
        L*u*v*.
    """

    space: ColorSpace
    centers: FloatArray

    @classmethod
    def derive(cls, space: ColorSpace = ColorSpace.LAB, step: float = STEP) -> "AbBins":
        """The bins of the sRGB gamut (see the module's docstring) at a whole step; always the same object."""
        return _derive(space, step)

    def __len__(self) -> int:
        return len(self.centers)

    def soft_encoding(self) -> SoftEncoding:
        """Tabulate the soft encoding of Zhang et al. 2016, section 2.2.

        Each chroma value is spread over its 5 nearest bins with exp(-d^2 / 2 sigma^2), sigma 5.
        Weights are taken relative to the nearest bin, so that they cannot underflow far outside
        of the gamut. The table is computed once and read-only.
        """
        return _soft_encoding(self)


def class_rebalancing_weights(prior: npt.ArrayLike, mix: float) -> FloatArray:
    """Weights that make rare colours count (Zhang et al. 2016, eq. 4).

    Parameters
    ----------
    prior
        (Q,) empirical probability of each bin over the training set.
    mix
        lambda in (0, 1]: the share of the uniform distribution; 1 gives equal weights, and 0 would
        give endless ones to bins that never occur.

    Returns
    -------
    (Q,) float32, proportional to 1 / ((1 - lambda) p + lambda / Q), with sum(p w) = 1.
    """
    p = np.asarray(prior, dtype=np.float64)
    p = p / p.sum()
    weights = 1.0 / ((1.0 - mix) * p + mix / len(p))
    return np.asarray(weights / np.sum(p * weights), dtype=np.float32)


@cache
def _soft_encoding(bins: AbBins) -> SoftEncoding:
    offset = TABLE_OFFSET[bins.space]
    axis = np.arange(-offset, offset, dtype=np.float64)
    size = len(axis)
    centers = bins.centers.astype(np.float64)
    indices = np.empty((size, size, NEIGHBOURS), dtype=np.int64)
    weights = np.empty((size, size, NEIGHBOURS), dtype=np.float32)
    for row, first in enumerate(axis):
        squared = (first - centers[:, 0]) ** 2 + (axis[:, None] - centers[:, 1]) ** 2
        # Squares are whole numbers; of bins that are equally near, the first one counts.
        order = squared.astype(np.int32) * len(bins) + np.arange(len(bins), dtype=np.int32)
        order = np.sort(np.partition(order, NEIGHBOURS, axis=1)[:, :NEIGHBOURS], axis=1)
        nearest = order.astype(np.int64) % len(bins)
        distance = np.take_along_axis(squared, nearest, axis=1)
        weight = np.exp(-(distance - distance[:, :1]) / (2.0 * SIGMA**2))
        indices[row] = nearest
        weights[row] = weight / weight.sum(axis=1, keepdims=True)
    indices.setflags(write=False)
    weights.setflags(write=False)
    return SoftEncoding(indices, weights, offset)


@cache
def _derive(space: ColorSpace, step: float) -> AbBins:
    chroma = _gamut_surface_chroma(space)
    hull = cv2.convexHull(chroma.astype(np.float32)).reshape(-1, 2).astype(np.float64)
    edges = np.roll(hull, -1, axis=0) - hull
    normals = np.stack([edges[:, 1], -edges[:, 0]], axis=1)
    normals *= np.sign(np.sum(normals * (hull - hull.mean(axis=0)), axis=1, keepdims=True))
    offsets = -np.sum(normals * hull, axis=1)

    low = np.floor(hull.min(axis=0) / step - 1) * step
    high = np.ceil(hull.max(axis=0) / step + 1) * step
    first, second = (np.arange(low[i], high[i] + step / 2, step) for i in (0, 1))
    nodes = np.stack(np.meshgrid(first, second, indexing="ij"), axis=-1).reshape(-1, 2)

    # Distance in the maximum norm to a convex polygon: the half planes widened by the dual norm,
    # and the bounding box, which has the remaining (axis-parallel) supporting lines.
    reach = step * np.abs(normals).sum(axis=1)
    touches = np.all(nodes @ normals.T + offsets < reach, axis=1)
    inside_box = np.all((nodes > hull.min(axis=0) - step) & (nodes < hull.max(axis=0) + step), axis=1)
    centers = nodes[touches & inside_box].astype(np.float32)
    centers.setflags(write=False)
    return AbBins(space, centers)


def _gamut_surface_chroma(space: ColorSpace) -> FloatArray:
    """(N, 2) chroma of the six faces of the sRGB cube, sampled densely."""
    axis = np.linspace(0.0, 1.0, 129, dtype=np.float32)
    u, v = np.meshgrid(axis, axis)
    faces = []
    for channel in range(3):
        for level in (0.0, 1.0):
            face = np.empty((*u.shape, 3), dtype=np.float32)
            face[..., channel] = level
            face[..., (channel + 1) % 3] = u
            face[..., (channel + 2) % 3] = v
            faces.append(face)
    return rgb_to_lab(np.concatenate(faces), space)[..., 1:].reshape(-1, 2)
