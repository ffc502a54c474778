"""Which cells are averaged with which, and how much, for both ways to smooth cells (`cell_smoothing`)."""

import math
from collections.abc import Iterator
from typing import Final

#: Standard deviations of the weight of another cell: how far it is, in cells, and how much lighter in L*.
SPACE_SIGMA: Final = 4.0
RANGE_SIGMA: Final = 4.0
#: No weight is less than e to this, which changes no digit. With the smallest numbers that there are
#: (denormal ones) a processor multiplies ten times as long.
LEAST_EXPONENT: Final = -60.0
#: Weight of the cell itself; that of a group of four others right there is at most one.
OWN: Final = 1.0
#: Other cells count in groups of 2 x 2, up to so many groups away.
GROUP: Final = 2
_REACH: Final = 4
#: Cells a side that are worked on at a time; it bounds the memory, whatever the photo's size.
_TILE: Final = 16


def tiles(cells: int, groups: int) -> Iterator[tuple[slice, slice]]:
    """The cells of each tile along one axis, and the groups that they are averaged with."""
    for start in range(0, cells, _TILE):
        stop = min(start + _TILE, cells)
        first, last = start // GROUP - _REACH, math.ceil(stop / GROUP) + _REACH
        yield slice(start, stop), slice(max(0, first), min(groups, last))
