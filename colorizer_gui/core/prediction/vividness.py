"""From restrained to vivid: the same distribution, read in other ways.

Training makes rare colours count more than they are common (Zhang et al. 2016, eq. 4), so the
distribution that it teaches says them too often; a reading takes that back. What is left is the mean of
several colours, duller than each of them; how much of their chroma is given back makes a reading
restrained or vivid (docs/adr/0007).

Chroma of five readings is kept with a prediction, a few dozen kilobytes, in place of a
distribution of megabytes. Between two of them chroma is mixed linearly, which is exact; upsampling is
linear in chroma too, so mixing planes that are refined already gives what refining the mix would give.
"""

import math
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from colorizer_gui.core.color.conversion import FloatArray

#: The settings of which chroma is kept; 0, in the middle, is the prediction.
READINGS: Final = (-1.0, -0.5, 0.0, 0.5, 1.0)
PREDICTED: Final = READINGS.index(0.0)
#: Vibrance that full restraint takes away, and that full vividness adds.
_RESTRAINT: Final = 0.105
_VIVIDNESS: Final = 0.09
#: A spread of so many a*b* units, the standard deviation, is as wide as it gets.
_WIDEST: Final = 25.0
#: Chroma at which vibrance has fallen to 1/e: what is vivid already stays.
_MUTED: Final = 30.0


@dataclass(frozen=True, slots=True)
class Annealing:
    """How chroma is read from a distribution.

    Attributes
    ----------
    temperature
        T of the annealed mean (Zhang et al. 2016, eq. 5).
    rebalancing
        The share of the training's class weights that is left in, 0 to 1. Taking the rest back is
        post-hoc logit adjustment (Menon et al. 2021, eq. 9). Where the class weights are not known
        it does nothing.
    vibrance
        How much chroma is given back where the distribution is wide, see `vibrant`; negative takes it.
    """

    temperature: float
    rebalancing: float = 1.0
    vibrance: float = 0.0


def annealing_of(vividness: float, predicted: Annealing) -> Annealing:
    """The reading of a setting: the same one, with other vibrance.

    Parameters
    ----------
    vividness
        -1 to 1.
    predicted
        Of the prediction, which vividness 0 gives.
    """
    step = _RESTRAINT if vividness < 0 else _VIVIDNESS
    return replace(predicted, vibrance=float(predicted.vibrance + step * vividness))


def vibrant(mean: FloatArray, variance: FloatArray, vibrance: float) -> FloatArray:
    """Chroma of means, some of what averaging took from it given back.

    The mean of several colours is duller than each of them, the more so the wider they lie apart: its
    chroma C is multiplied by 1 + v s exp(-C / 30), where s is the standard deviation of the distribution,
    25 at most. Where the network is sure, s is small and a colour stays what it is; vivid colours stay
    too, as with what photo editors call vibrance. Chosen by measurement, see docs/experiments.md.

    Parameters
    ----------
    mean
        (n, 2) float32 a*b*.
    variance
        (n,) float32, the mean squared distance from the mean.
    vibrance
        v.
    """
    spread = np.minimum(np.sqrt(np.maximum(variance, 0.0)), _WIDEST)
    gain = 1.0 + vibrance * spread * np.exp(-np.hypot(mean[:, 0], mean[:, 1]) / _MUTED)
    return np.asarray(mean * np.maximum(gain, 0.0)[:, None], dtype=np.float32)


def mix_of(vividness: float) -> dict[int, float]:
    """Indices of the readings that a setting lies between, with their shares, which sum to 1."""
    position = (min(max(vividness, -1.0), 1.0) + 1.0) / 2.0 * (len(READINGS) - 1)
    lower = min(math.floor(position), len(READINGS) - 2)
    share = position - lower
    shares = {lower: 1.0 - share, lower + 1: share}
    return {index: weight for index, weight in shares.items() if weight > 0.0}
