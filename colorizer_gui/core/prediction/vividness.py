"""From restrained to vivid: the same distribution, read in other ways.

Training makes rare colours count more than they are common (Zhang et al. 2016, eq. 4), so the
distribution that it teaches says them too often. How much of that is taken back, and the
temperature of the annealed mean, decide how vivid the reading is.

Chroma of five readings is kept with a prediction, a few dozen kilobytes, in place of a
distribution of megabytes. Between two of them chroma is mixed linearly: upsampling is linear in
chroma, so mixing planes that are refined already gives what refining the mix would give, at once.
"""

import math
from dataclasses import dataclass
from typing import Final

#: The settings at which chroma is exactly an annealed mean; 0, in the middle, is the prediction.
READINGS: Final = (-1.0, -0.5, 0.0, 0.5, 1.0)
PREDICTED: Final = READINGS.index(0.0)
#: Full restraint multiplies T by the first factor (nearly the mean), full vividness divides it by
#: the second (nearly the mode, without its speckles).
_RESTRAINED: Final = 2.6
_VIVID: Final = 3.0


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
    """

    temperature: float
    rebalancing: float = 1.0


def annealing_of(vividness: float, predicted: Annealing) -> Annealing:
    """The reading of a setting: none of the class weights at -1, all of them at 1.

    Parameters
    ----------
    vividness
        -1 to 1.
    predicted
        Of the prediction, which vividness 0 gives.
    """
    temperature, kept = predicted.temperature, predicted.rebalancing
    if vividness < 0:
        return Annealing(float(temperature * _RESTRAINED**-vividness), float(kept * (1 + vividness)))
    return Annealing(float(temperature * _VIVID**-vividness), float(kept + (1 - kept) * vividness))


def mix_of(vividness: float) -> dict[int, float]:
    """Indices of the readings that a setting lies between, with their shares, which sum to 1."""
    position = (min(max(vividness, -1.0), 1.0) + 1.0) / 2.0 * (len(READINGS) - 1)
    lower = min(math.floor(position), len(READINGS) - 2)
    share = position - lower
    shares = {lower: 1.0 - share, lower + 1: share}
    return {index: weight for index, weight in shares.items() if weight > 0.0}
