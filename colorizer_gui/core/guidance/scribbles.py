"""Colour from nothing but the user's points and strokes.

Levin, Lischinski and Weiss, "Colorization using Optimization" (ACM Transactions on Graphics 23, 2004): in
YUV, neighbours of like luma Y get like U and V. Each pixel has the weighted mean of the eight around it; a
weight falls with the difference in Y, measured in the variance of Y in the 3 x 3 window, and the weights of a
pixel sum to one. Pixels under a scribble keep their colour. The system is sparse, and is solved directly.

The paper's energy is the sum of the squared differences from those means, whose minimum is 0 for every set of
scribbles: so the equations themselves are solved, as in the authors' program, and not the normal equations.
"""

from collections.abc import Sequence
from importlib.util import find_spec
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.conversion import (
    FloatArray,
    lab_to_rgb,
    lightness_to_gray,
    rgb_to_lab,
)
from colorizer_gui.core.common.errors import InferenceError
from colorizer_gui.core.guidance.colour_points import ColourPoint
from colorizer_gui.core.guidance.possible_colors import within_gamut
from colorizer_gui.core.prediction.mounted import Box
from colorizer_gui.core.prediction.prediction import ONLY_MINE, Guidance, Prediction
from colorizer_gui.core.rendering.chroma import shrink

#: Longer side at which the system is solved; the answer is refined along the photo's edges, like all chroma.
SIDE: Final = 320
#: Rec. 601, as YUV is defined: luma, and what U and V multiply.
_LUMA: Final = np.array([0.299, 0.587, 0.114], dtype=np.float32)
_U: Final = 0.492
_V: Final = 0.877
#: Of the authors' program: variance is taken times this, is at least so large, and at least so that the most
#: alike neighbour has a hundredth of the weight of an equal one.
_VARIANCE_SHARE: Final = 0.6
_LEAST_VARIANCE: Final = 2e-6
_LEAST_WEIGHT: Final = 0.01
_AROUND: Final = tuple(
    (down, across) for down in (-1, 0, 1) for across in (-1, 0, 1) if (down, across) != (0, 0)
)
#: Steps in which the L* is found at which a chroma has a luma.
_STEPS: Final = 12


def can_solve() -> bool:
    """Whether SciPy is there, which the bundle leaves out for its size."""
    return find_spec("scipy") is not None


def only_scribbles(
    lightness: FloatArray,
    points: Sequence[ColourPoint],
    guidance: Guidance | None = None,
    mount: Box | None = None,
) -> Prediction:
    """Colorize a photo by points and strokes alone; without any it is gray.

    Parameters
    ----------
    lightness
        (H, W) float32 L* in [0, 100].
    guidance
        What the points were made of, for the answer to remember.
    mount
        What lies outside of this box stays without colour.

    Returns
    -------
    A prediction with chroma of (h, w, 2), the longer side at most `SIDE`; without confidence or distribution.

    Raises
    ------
    InferenceError
        Without SciPy.
    """
    if not can_solve():
        raise InferenceError(
            "“Only my colours” needs SciPy, which is not here; use a Tintype that pip installed."
        )
    height, width = lightness.shape
    scale = min(1.0, SIDE / max(height, width))
    small = shrink(lightness, max(2, round(height * scale)), max(2, round(width * scale)))
    top, bottom, left, right = _inside(mount, lightness.shape, small.shape)
    ab = np.zeros((*small.shape, 2), dtype=np.float32)
    marks, wanted = _scribbles(small.shape, points)
    inside = np.s_[top:bottom, left:right]
    if marks[inside].any():
        ab[inside] = spread(small[inside], marks[inside], wanted[inside])
    return Prediction(ab, None, candidate=ONLY_MINE, guidance=guidance)


def spread(lightness: FloatArray, marks: npt.NDArray[np.bool_], wanted: FloatArray) -> FloatArray:
    """Spread the chroma of marked pixels over all.

    Parameters
    ----------
    lightness
        (h, w) float32 L*.
    marks
        (h, w), at least one of which is set.
    wanted
        (h, w, 2) float32 a*b*, looked at where marked.

    Returns
    -------
    (h, w, 2) float32 a*b*; where it was marked the wanted one, or the nearest that its lightness can have.
    """
    luma = lightness_to_gray(lightness)
    solved = _solve(luma, marks, _chroma_of(lightness[marks], luma[marks], wanted[marks]))
    blue, red = luma + solved[..., 0] / np.float32(_U), luma + solved[..., 1] / np.float32(_V)
    green = (luma - _LUMA[0] * red - _LUMA[2] * blue) / _LUMA[1]
    rgb = np.clip(np.stack([red, green, blue], axis=-1), 0.0, 1.0)
    return np.ascontiguousarray(rgb_to_lab(rgb)[..., 1:])


def _chroma_of(lightness: FloatArray, luma: FloatArray, ab: FloatArray) -> FloatArray:
    """(n, 2) U and V which, with that luma, have that a*b*; L* then differs a little."""
    possible = np.stack([within_gamut(float(level), each) for level, each in zip(lightness, ab, strict=True)])
    level = lightness.astype(np.float32).copy()
    for _ in range(_STEPS):
        rgb = lab_to_rgb(np.concatenate([level[:, None], possible], axis=1)[None])[0]
        level += (luma - rgb @ _LUMA) * np.float32(90)
    return np.stack([_U * (rgb[:, 2] - luma), _V * (rgb[:, 0] - luma)], axis=1).astype(np.float32)


def _weights(luma: FloatArray) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    """(8, h, w) weights of the neighbours, which sum to one, and whether there is such a neighbour."""
    height, width = luma.shape
    padded = np.pad(luma.astype(np.float64), 1)
    there = np.pad(np.ones(luma.shape, dtype=bool), 1)
    cuts = [np.s_[1 + down : 1 + down + height, 1 + across : 1 + across + width] for down, across in _AROUND]
    values = np.stack([padded[cut] for cut in cuts])
    exists = np.stack([there[cut] for cut in cuts])
    count = exists.sum(axis=0) + 1
    mean = (np.where(exists, values, 0).sum(axis=0) + luma) / count
    deviations = np.where(exists, np.square(values - mean), 0).sum(axis=0) + np.square(luma - mean)
    apart = np.where(exists, np.square(values - luma), np.inf)
    variance = np.maximum(_VARIANCE_SHARE * deviations / count, -apart.min(axis=0) / np.log(_LEAST_WEIGHT))
    weights = np.exp(-apart / np.maximum(variance, _LEAST_VARIANCE))
    return weights / weights.sum(axis=0), exists


def _solve(luma: FloatArray, marks: npt.NDArray[np.bool_], chroma: FloatArray) -> FloatArray:
    """(h, w, 2) U and V."""
    from scipy.sparse import csc_array, eye_array  # late: a start of the program shall not wait for it
    from scipy.sparse.linalg import splu

    height, width = luma.shape
    weights, exists = _weights(luma)
    places = np.arange(height * width).reshape(height, width)
    free = exists & ~marks
    beside = np.stack([places + down * width + across for down, across in _AROUND])
    rows = np.broadcast_to(places, beside.shape)[free]
    system = eye_array(height * width, format="csc") - csc_array(
        (weights[free], (rows, beside[free])), shape=(height * width,) * 2
    )
    right = np.zeros((height * width, 2))
    right[marks.ravel()] = chroma
    # Each row is its diagonal less weights that sum to no more, so no pivoting is needed.
    factors = splu(
        system.tocsc(), permc_spec="MMD_AT_PLUS_A", diag_pivot_thresh=0.0, options={"SymmetricMode": True}
    )
    solved = factors.solve(right)
    return np.asarray(solved.reshape(height, width, 2), dtype=np.float32)


def _scribbles(
    shape: tuple[int, ...], points: Sequence[ColourPoint]
) -> tuple[npt.NDArray[np.bool_], FloatArray]:
    """Pixels under points and strokes, and their a*b*; later ones lie over earlier ones."""
    height, width = shape
    marks = np.zeros(shape, dtype=bool)
    wanted = np.zeros((height, width, 2), dtype=np.float32)
    for point in points:
        line = np.array([(x * width, y * height) for x, y in point.places])
        pixels = np.minimum(line.astype(np.int32), (width - 1, height - 1))
        drawn = np.zeros(shape, dtype=np.uint8)
        cv2.polylines(drawn, [pixels.reshape(-1, 1, 2)], isClosed=False, color=1, thickness=1)
        drawn[pixels[:, 1], pixels[:, 0]] = 1  # a single place is no line
        marks |= drawn > 0
        wanted[drawn > 0] = point.ab
    return marks, wanted


def _inside(mount: Box | None, size: tuple[int, ...], shape: tuple[int, ...]) -> tuple[int, int, int, int]:
    """The box of a photo in cells."""
    if mount is None:
        return 0, shape[0], 0, shape[1]
    top, bottom, left, right = mount
    down, across = shape[0] / size[0], shape[1] / size[1]
    return round(top * down), round(bottom * down), round(left * across), round(right * across)
