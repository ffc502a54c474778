"""From vivid to restrained: the same distribution at other temperatures.

Chroma at five temperatures is kept with a prediction, a few dozen kilobytes, in place of a
distribution of megabytes. Between two of them chroma is mixed linearly: upsampling is linear in
chroma, so mixing planes that are refined already gives what refining the mix would give, at once.
"""

import math
from typing import Final

#: The settings at which chroma is exactly an annealed mean; 0, in the middle, is the prediction.
STATIONS: Final = (-1.0, -0.5, 0.0, 0.5, 1.0)
PREDICTED: Final = STATIONS.index(0.0)
#: Full restraint multiplies T by the first factor (0.38 becomes the mean), full vividness divides
#: it by the second (nearly the mode, without its speckles).
_RESTRAINED: Final = 2.6
_VIVID: Final = 4.0


def temperature_of(vividness: float, predicted: float) -> float:
    """T of the annealed mean.

    Parameters
    ----------
    vividness
        -1 to 1.
    predicted
        T of the prediction, which vividness 0 gives.
    """
    factor = _RESTRAINED if vividness < 0 else _VIVID
    return float(predicted * factor**-vividness)


def mix_of(vividness: float) -> dict[int, float]:
    """Indices of the stations that a setting lies between, with their shares, which sum to 1."""
    position = (min(max(vividness, -1.0), 1.0) + 1.0) / 2.0 * (len(STATIONS) - 1)
    lower = min(math.floor(position), len(STATIONS) - 2)
    share = position - lower
    shares = {lower: 1.0 - share, lower + 1: share}
    return {index: weight for index, weight in shares.items() if weight > 0.0}
