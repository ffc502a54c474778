"""How much a user's clicks help: true colours at random points, handed to a network as hints."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.prediction.prediction import Guidance

#: Takes (H, W) L* and hints, gives (h, w, 2) a*b* of the same extent.
HintedMethod = Callable[[FloatArray, Guidance], FloatArray]

#: A click says the mean colour of a square of so many pixels to each side of it.
_REACH = 3


@dataclass(frozen=True, slots=True)
class HintTrials:
    """Which methods are tried with how many hints.

    Attributes
    ----------
    counts
        Numbers of hints, ascending.
    methods
        Named functions that take hints.
    """

    counts: tuple[int, ...] = ()
    methods: Mapping[str, HintedMethod] = field(default_factory=dict)

    def guidance(self, truth_ab: FloatArray, seed: int) -> dict[int, Guidance]:
        """Hints for one photo: uniform places, the fewer are the first of the more.

        Parameters
        ----------
        truth_ab
            (H, W, 2) float32 a*b*.
        """
        height, width = truth_ab.shape[:2]
        rng = np.random.default_rng(seed)
        positions = rng.random((max(self.counts, default=0), 2), dtype=np.float32)
        colours = [_mean_around(truth_ab, int(x * width), int(y * height)) for x, y in positions]
        ab = np.array(colours, dtype=np.float32).reshape(-1, 2)
        return {count: Guidance(positions[:count], ab[:count]) for count in self.counts}


def hint_column(count: int) -> str:
    """The title of a column of the table."""
    return f"PSNR dB, {count} hint{'s' if count > 1 else ''}"


def _mean_around(ab: FloatArray, column: int, row: int) -> FloatArray:
    window = ab[max(0, row - _REACH) : row + _REACH + 1, max(0, column - _REACH) : column + _REACH + 1]
    return np.asarray(window.mean(axis=(0, 1)), dtype=np.float32)
