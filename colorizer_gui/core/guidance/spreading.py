"""Colours of points and strokes spread over what they mean, exact where they were set.

Where several points claim a cell they are blended by their distance in the photo and in likeness, as
chrominance is by geodesic distance in Yatziv and Sapiro, "Fast image and video colorization
using chrominance blending" (IEEE Transactions on Image Processing 15, 2006).
docs/adr/0015-what-a-point-means.md has the figures.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.guidance.scene import Cell
from colorizer_gui.core.guidance.selection import Selection

#: Chroma by which a hint may change what no point means; less than is seen side by side.
_ELSEWHERE: Final = 3.0
#: How far a colour is from the prediction when what varies within the prediction is no longer to be trusted.
_TRUST: Final = 20.0
#: What varies keeps at most so much chroma: an object of one colour is seen as that. What differs by more
#: than the second, and surely by more than the third, is another thing to the network, and stays so.
_VARIED: Final = 10.0
_OTHER: Final = 30.0
_SURELY_OTHER: Final = 45.0
#: Keeps a weight finite: two points so close to each other share their cells.
_CLOSE: Final = 0.02**2


@dataclass(frozen=True, slots=True, eq=False)
class MeantColour:
    """One point or stroke: its colour, where it was set, and what it means."""

    ab: tuple[float, float]
    places: Sequence[Cell]
    selection: Selection


class Spreading:
    """Colours of points over a photo, ready for any chroma of it.

    Attributes
    ----------
    claimed
        (h, w) float32 in [0, 1]: how much of each cell the points mean.
    """

    def __init__(self, colours: Sequence[MeantColour]) -> None:
        self._colours = colours
        weights = np.stack([meant.selection.weight for meant in colours])
        nearness = weights / (np.stack([meant.selection.distance for meant in colours]) + np.float32(_CLOSE))
        self._shares = weights * nearness / np.maximum(nearness.sum(axis=0), np.float32(1e-9))
        self.claimed: FloatArray = 1 - np.prod(1 - weights, axis=0)

    def over(
        self, automatic: FloatArray, change: FloatArray | None = None, *, rest_follows: bool = False
    ) -> FloatArray:
        """Change the chroma of a prediction.

        Within what the points mean the network follows its hints, elsewhere by next to nothing. What then
        is missing at a point is added where it is meant: as a shift, which keeps what varies in
        the prediction, where its colour is close to that, and the more as one colour, the farther it is.

        Parameters
        ----------
        automatic
            (h, w, 2) float32 a*b* without any points.
        change
            What the network changed in it when it was told the points; None for one that takes none.
        rest_follows
            Whether all of that is taken everywhere.

        Returns
        -------
        (h, w, 2) float32 a*b*.
        """
        base = automatic
        if change is not None:
            base = automatic + (change if rest_follows else self._limited(change))
        result = base.copy()
        for meant, share in zip(self._colours, self._shares, strict=True):
            colour = np.array(meant.ab, dtype=np.float32)
            there, untold = (
                np.mean([plane[place] for place in meant.places], axis=0) for plane in (base, automatic)
            )
            # By what was predicted without any points: told a colour, the network comes near it anyway.
            trust = np.exp(-np.square(colour - untold).sum() / np.float32(_TRUST**2))
            varied = trust * (1 - meant.selection.core)[..., None] * (base - there)
            length = np.maximum(np.linalg.norm(varied, axis=-1, keepdims=True), np.float32(1e-6))
            other = np.clip((length - _OTHER) / (_SURELY_OTHER - _OTHER), 0.0, 1.0)
            varied *= np.maximum(np.minimum(1.0, _VARIED / length), other).astype(np.float32)
            result += share[..., None] * (colour + varied - base)
        return result

    def _limited(self, change: FloatArray) -> FloatArray:
        length = np.maximum(np.linalg.norm(change, axis=-1), np.float32(1e-6))
        elsewhere = np.minimum(np.float32(1), np.float32(_ELSEWHERE) / length)
        share = self.claimed + (1 - self.claimed) * elsewhere
        return np.asarray(change * share[..., None], dtype=np.float32)
