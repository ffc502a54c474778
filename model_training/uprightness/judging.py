"""How often photos would be turned rightly, wrongly, or for nothing, from the scores of their turns."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.inference.turn_head import Thresholds, decided, probabilities

#: The share of turned photos that may be taken for upright before all turns were looked at.
_OVERLOOKED: Final = 0.003


@dataclass(frozen=True, slots=True)
class TurnFigures:
    """Shares of photos, 0 to 1.

    Attributes
    ----------
    bothered
        Of photos that stand upright: something is offered.
    side, head
        Of photos on a side, and on their head: the right turn is offered.
    wrong
        Of turned photos: another turn is offered.
    """

    photos: int
    bothered: float
    side: float
    head: float
    wrong: float

    def line(self, name: str) -> str:
        """For a person to read."""
        shares = [f"{share:.1%}" for share in (self.bothered, self.side, self.head, self.wrong)]
        return f"{name:<20} {self.photos:>6} {' '.join(f'{share:>8}' for share in shares)}"


#: Above `TurnFigures.line`.
HEADING: Final = f"{'':<20} {'photos':>6} {'bothered':>8} {'side':>8} {'head':>8} {'wrong':>8}"


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """Of n upright photos after 0 to 3 quarter turns clockwise.

    Attributes
    ----------
    first
        (n, 4) float32, at the first look.
    final
        (n, 4) float32, the means of both looks of those that had a second one.
    """

    first: FloatArray
    final: FloatArray

    def of(self, chosen: npt.NDArray[np.bool_]) -> "Scores":
        """Of some of the photos."""
        return Scores(self.first[chosen], self.final[chosen])


def figures(scores: Scores, thresholds: Thresholds) -> TurnFigures:
    """Shares over photos that are held in each of the four ways."""
    offered = np.stack([_offered(scores, turns, thresholds) for turns in range(4)], axis=1)
    right = np.array([0, 3, 2, 1])
    hits = offered == right
    wrong = (offered[:, 1:] > 0) & ~hits[:, 1:]
    return TurnFigures(
        len(scores.first),
        float((offered[:, 0] > 0).mean()),
        float(hits[:, [1, 3]].mean()),
        float(hits[:, 2].mean()),
        float(wrong.mean()),
    )


def chosen_thresholds(scores: Scores, bothered: float, clear: float) -> Thresholds:
    """The lowest ones by which so few upright photos are bothered, an eighth of them by turns upside down."""
    probability = probabilities(scores.final)
    best = probability.argmax(axis=1)
    side = np.where(np.isin(best, (1, 3)), probability.max(axis=1), 0.0)
    head = np.where(best == 2, probability.max(axis=1), 0.0)
    return Thresholds(
        float(np.quantile(scores.first[:, 1:], 1.0 - _OVERLOOKED)),
        max(0.5, _just_above(side, bothered * 7 / 8)),
        max(0.5, _just_above(head, bothered / 8)),
        clear,
    )


def _offered(scores: Scores, turns: int, thresholds: Thresholds) -> npt.NDArray[np.int64]:
    """What is offered for each photo when it is held turned by so many quarters."""
    first, final = (np.roll(each, -turns, axis=1) for each in (scores.first, scores.final))
    upright = first[:, 0] >= thresholds.upright
    seen = [0 if at_once else decided(each, thresholds) for at_once, each in zip(upright, final, strict=True)]
    return np.array(seen, dtype=np.int64)


def _just_above(values: FloatArray, share: float) -> float:
    """The least threshold that at most that share of values reaches."""
    allowed = int(share * len(values))
    return float(np.nextafter(np.sort(values)[::-1][allowed], np.inf))
