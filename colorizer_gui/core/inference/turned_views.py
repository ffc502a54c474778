"""A photo as it is looked at to tell how it is held: small, gray, and turned each way.

A view has one of a few shapes, whatever the photo has, and 16 pixels for each token of the encoder.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import Final, NamedTuple

import numpy as np

from colorizer_gui.core.color.conversion import FloatArray, lightness_to_gray
from colorizer_gui.core.geometry.area_means import scaled

#: Pixels of a view for one token.
TOKEN: Final = 16
#: Rows and columns of tokens of a view, all of about the same area; a photo that is longer is squeezed.
GRIDS: Final = ((14, 14), (12, 16), (16, 12), (12, 18), (18, 12), (10, 20), (20, 10))
#: The same for a second look, with more than half as many tokens again; both numbers are even, as the
#: convolutions want it.
LARGE_GRIDS: Final = ((18, 18), (16, 20), (20, 16), (16, 24), (24, 16), (14, 26), (26, 14))
#: Cells on each side, to whose means the tokens of a view are brought.
CELLS: Final = 6


#: Long side over short side, beyond which a photo is squeezed too much to be judged.
_LONGEST: Final = 3.0


class Sight(NamedTuple):
    """What the release's encoders see of a view; all float32.

    Attributes
    ----------
    stride16, stride32
        (C, H / stride, W / stride) of the convolutions.
    grid
        (C, rows, columns) of the tokens.
    summary
        (C,), the class token.
    """

    stride16: FloatArray
    stride32: FloatArray
    grid: FloatArray
    summary: FloatArray

    def cells(self) -> FloatArray:
        """(CELLS * CELLS, C) float32: tokens and convolutions side by side."""
        planes = (self.grid, self.stride16, self.stride32)
        return np.concatenate([cell_means(plane) for plane in planes], axis=1)


def is_looked_at(lightness: FloatArray) -> bool:
    """Whether a photo has a shape that can be judged: no strip, and not nothing."""
    short, long = sorted(lightness.shape)
    return bool(short > 0 and long <= _LONGEST * short)


def nearest_grid(height: int, width: int, grids: Sequence[tuple[int, int]] = GRIDS) -> tuple[int, int]:
    """Rows and columns of tokens for a photo of that size."""
    aspect = np.log(width / height)
    return min(grids, key=lambda grid: abs(float(np.log(grid[1] / grid[0]) - aspect)))


class TurnedViews:
    """What is looked at of one photo: views in its turns, and larger mirror images of them at a second look.

    Parameters
    ----------
    lightness
        (H, W) float32 L* in [0, 100].
    """

    def __init__(self, lightness: FloatArray) -> None:
        self._lightness = lightness

    @cached_property
    def _first(self) -> FloatArray:
        return view_of(self._lightness)

    @cached_property
    def _second(self) -> FloatArray:
        return view_of(self._lightness, LARGE_GRIDS)

    def view(self, turns: int, again: bool) -> FloatArray:
        """After so many quarter turns clockwise, at the first look or at the second; see `view_of`."""
        if not again:
            return turned(self._first, turns)
        return np.ascontiguousarray(turned(self._second, turns)[:, ::-1])


def view_of(lightness: FloatArray, grids: Sequence[tuple[int, int]] = GRIDS) -> FloatArray:
    """The view of a photo as it is held.

    Parameters
    ----------
    lightness
        (H, W) float32 L* in [0, 100].
    grids
        Rows and columns of tokens to choose from.

    Returns
    -------
    (16 rows, 16 columns) float32 gray sRGB in [0, 1].
    """
    height, width = lightness.shape
    rows, columns = nearest_grid(height, width, grids)
    small = np.clip(scaled(lightness, TOKEN * rows, TOKEN * columns), 0.0, 100.0)
    return np.clip(lightness_to_gray(small), 0.0, 1.0).astype(np.float32)


def turned(view: FloatArray, turns: int) -> FloatArray:
    """A view after so many quarter turns clockwise."""
    return np.ascontiguousarray(np.rot90(view, -turns))


def cell_means(grid: FloatArray) -> FloatArray:
    """What the encoder saw, in as many cells for each shape of a view.

    Parameters
    ----------
    grid
        (C, rows, columns) float32.

    Returns
    -------
    (CELLS * CELLS, C) float32 means over the cells, in rows from the top left.
    """
    down, across = (_shares(count) for count in grid.shape[1:])
    means = np.einsum("ir,crs,js->ijc", down, grid, across, optimize=True)
    return np.ascontiguousarray(means.reshape(CELLS * CELLS, -1), dtype=np.float32)


def _shares(count: int) -> FloatArray:
    """(CELLS, count) float32: how much each token has of each cell's mean; rows sum to 1."""
    edges = np.linspace(0, count, CELLS + 1)
    tokens = np.arange(count)
    overlap = np.minimum(edges[1:, None], tokens + 1) - np.maximum(edges[:-1, None], tokens)
    inside = np.clip(overlap, 0.0, None)
    shares: FloatArray = (inside / inside.sum(axis=1, keepdims=True)).astype(np.float32)
    return shares
