"""`cell_smoothing` in arrays, for a network that runs without PyTorch; numbers and reasons are there.

A test holds the two together.
"""

import numpy as np

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.inference.cell_tiles import (
    GROUP,
    LEAST_EXPONENT,
    OWN,
    RANGE_SIGMA,
    SPACE_SIGMA,
    tiles,
)


def smoothed(scores: FloatArray, lightness: FloatArray) -> FloatArray:
    """Average log-probabilities over neighbours; see `cell_smoothing.smoothed`.

    Parameters
    ----------
    scores
        (h, w, Q) float32 log-probabilities, each cell's up to a constant of its own.
    lightness
        (h, w) float32 L* in [0, 100].

    Returns
    -------
    (h, w, Q) float32 log-probabilities.
    """
    height, width, count = scores.shape
    groups, groups_lightness = _grouped(scores), _grouped(lightness[..., None])[..., 0]
    result = np.empty_like(scores)
    across = [(columns, near, _spatial(columns, near)) for columns, near in tiles(width, groups.shape[1])]
    for rows, near_rows in tiles(height, groups.shape[0]):
        down = _spatial(rows, near_rows)[:, None, :, None]
        for columns, near_columns, sideways in across:
            near = near_rows, near_columns
            exponent = lightness[rows, columns, None, None] - groups_lightness[near]
            np.square(exponent, out=exponent)
            exponent *= np.float32(-0.5 / RANGE_SIGMA**2)
            exponent += down
            exponent += sideways[None, :, None, :]
            np.maximum(exponent, np.float32(LEAST_EXPONENT), out=exponent)
            weight = np.exp(exponent, out=exponent).reshape(len(down) * len(sideways), -1)
            mean = weight @ groups[near].reshape(-1, count)
            mean += np.float32(OWN) * scores[rows, columns].reshape(-1, count)
            mean /= weight.sum(axis=1, keepdims=True) + np.float32(OWN)
            result[rows, columns] = mean.reshape(len(down), len(sideways), count)
    return log_softmax(result)


def log_softmax(scores: FloatArray) -> FloatArray:
    """Logarithms of the probabilities over the last axis; the scores are overwritten."""
    scores -= scores.max(axis=-1, keepdims=True)
    scores -= np.log(np.exp(scores).sum(axis=-1, keepdims=True))
    return scores


def _grouped(plane: FloatArray) -> FloatArray:
    """Means over groups of an (h, w, c) plane, whose last row or column is there twice if need be."""
    odd_rows, odd_columns = plane.shape[0] % 2, plane.shape[1] % 2
    if odd_rows or odd_columns:
        plane = np.pad(plane, ((0, odd_rows), (0, odd_columns), (0, 0)), mode="edge")
    rows = plane[0::2] + plane[1::2]
    return (rows[:, 0::2] + rows[:, 1::2]) * np.float32(0.25)


def _spatial(cells: slice, groups: slice) -> FloatArray:
    """(cells, groups) exponents of their distance along one axis."""
    cell = np.arange(cells.start, cells.stop, dtype=np.float32) + np.float32(0.5)
    group = (np.arange(groups.start, groups.stop, dtype=np.float32) + np.float32(0.5)) * np.float32(GROUP)
    distance = cell[:, None] - group
    exponent: FloatArray = distance * distance * np.float32(-0.5 / SPACE_SIGMA**2)
    return exponent
