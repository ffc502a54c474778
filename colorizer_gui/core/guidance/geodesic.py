"""How far cells are from some places where the way goes around edges of the lightness, or across them.

Raster scans as in Criminisi, Sharp and Blake, "GeoS: geodesic image segmentation" (ECCV 2008): each goes over
the rows in turn and takes the shorter way, within a row as a running minimum. What a step costs is bounded:
the strongest edge is no dearer than a few weak ones.
"""

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np

from colorizer_gui.core.color.conversion import FloatArray

#: The difference in L* of neighbours at which a step costs most of what it can.
EDGE_LIGHTNESS: Final = 20.0
#: Scans down and up; ways that turn more often are found a little too long.
_SCANS: Final = 2


def geodesic(lightness: FloatArray, places: Sequence[tuple[int, int]]) -> FloatArray:
    """Count the edges on the way to each cell.

    Parameters
    ----------
    lightness
        (h, w) float32 L*.
    places
        Rows and columns of at least one cell.

    Returns
    -------
    (h, w) float32: the least sum of what steps cost, each between 0 (no edge) and 1; 0 at the places.
    """
    far = np.full(lightness.shape, np.float32(1e6))
    for place in places:
        far[place] = 0.0
    along = _cost(lightness[:, 1:] - lightness[:, :-1])
    way = np.pad(np.cumsum(along, axis=1), ((0, 0), (1, 0)))
    down = _cost(lightness[1:] - lightness[:-1])
    falling = _cost(lightness[1:, 1:] - lightness[:-1, :-1])
    rising = _cost(lightness[1:, :-1] - lightness[:-1, 1:])
    last = len(far) - 1
    for _ in range(_SCANS):
        _scan(far, way, range(last + 1), (down, falling, rising), 1)
        _scan(far, way, range(last, -1, -1), (down, rising, falling), -1)
    return far


def _scan(
    far: FloatArray, way: FloatArray, rows: Iterable[int], costs: tuple[FloatArray, ...], step: int
) -> None:
    """Let each row take the shorter way through the one before it, and along itself."""
    before = None
    for row in rows:
        here = far[row]
        if before is not None:
            between = min(row, row - step)
            straight, from_left, from_right = (cost[between] for cost in costs)
            np.minimum(here, before + straight, out=here)
            np.minimum(here[1:], before[:-1] + from_left, out=here[1:])
            np.minimum(here[:-1], before[1:] + from_right, out=here[:-1])
        there = way[row]
        np.minimum(here, np.minimum.accumulate(here - there) + there, out=here)
        back = np.minimum.accumulate((here + there)[::-1])[::-1] - there
        np.minimum(here, back, out=here)
        before = here


def _cost(difference: FloatArray) -> FloatArray:
    return np.asarray(1 - np.exp(-np.square(difference / np.float32(EDGE_LIGHTNESS))), dtype=np.float32)
