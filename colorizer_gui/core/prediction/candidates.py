"""Other plausible colorizations of the same photo.

The network answers with a distribution for each cell, of which a prediction shows one reading.
Others are read at another temperature, or by giving whole regions of colour space a little more or
less credit: the same noise for all cells, so that a reading is coherent (cells that the network
thinks alike stay alike), where noise for each cell would give confetti. It is perturb-and-MAP
(Papandreou and Yuille 2011) with one shared, smooth perturbation.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final, Protocol, runtime_checkable

import numpy as np

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.prediction.distribution import Distribution
from colorizer_gui.core.prediction.prediction import DEFAULT_ANNEALING, Colorizer, Prediction
from colorizer_gui.core.prediction.vividness import annealing_of

#: Of the shared noise: its strength in nats, its reach in chroma, and how many draws are compared.
_NOISE: Final = 0.7
_REACH: Final = 22.0
_DRAWS: Final = 8
_SEED: Final = 313


class Reading(Enum):
    """How a candidate came about."""

    PREDICTED = "predicted"
    RESTRAINED = "restrained"
    VIVID = "vivid"
    OTHER = "other"
    THIRD = "third"
    FINE = "fine"


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """One of several colorizations; its prediction has no distribution any more."""

    reading: Reading
    prediction: Prediction


@runtime_checkable
class CloserColorizer(Colorizer, Protocol):
    """A colorizer that can take more time for a photo."""

    def closer(self) -> Colorizer:
        """The same network, looking more closely."""
        ...


def takes_hints(colorizer: Colorizer) -> bool:
    """Whether a colorizer follows guidance; one that does not say, as in tests, does."""
    return bool(getattr(colorizer, "takes_hints", True))


def candidates(
    colorizer: Colorizer, lightness: FloatArray, predicted: Prediction | None = None
) -> Iterator[Candidate]:
    """Colorize a photo in several ways, the predicted one first, each when it is asked for.

    Parameters
    ----------
    lightness
        (H, W) float32 L* in [0, 100].
    predicted
        What the colorizer predicts, with its distribution, where that is known.

    Raises
    ------
    InferenceError
        When no prediction could be made.
    """
    predicted = predicted or colorizer.predict_ab(lightness)
    yield _candidate(Reading.PREDICTED, predicted)
    distribution = predicted.distribution
    if distribution is not None:
        for reading, vividness in ((Reading.RESTRAINED, -1.0), (Reading.VIVID, 0.75)):
            other = Prediction.of(distribution, annealing_of(vividness, DEFAULT_ANNEALING))
            yield _candidate(reading, replace(other, model=predicted.model))
        coherent = coherent_readings(distribution, 2)
        for reading, perturbed in zip((Reading.OTHER, Reading.THIRD), coherent, strict=True):
            yield _candidate(reading, replace(Prediction.of(perturbed), model=predicted.model))
    if isinstance(colorizer, CloserColorizer):
        fine = colorizer.closer().predict_ab(lightness)
        yield _candidate(Reading.FINE, fine)


def candidate_named(colorizer: Colorizer, lightness: FloatArray, name: str) -> Prediction | None:
    """The colorization of that name, by the value of `Reading`; None where there is none.

    Raises
    ------
    InferenceError
        When no prediction could be made.
    """
    for candidate in candidates(colorizer, lightness):
        if candidate.reading.value == name:
            return candidate.prediction
    return None


def coherent_readings(distribution: Distribution, count: int) -> list[Distribution]:
    """Perturbed distributions whose chroma differs most from the prediction and from one another."""
    rng = np.random.default_rng(_SEED)
    blur = _blur(distribution.bins)
    draws = [
        _perturbed(distribution, blur @ rng.normal(size=len(blur)).astype(np.float32)) for _ in range(_DRAWS)
    ]
    chroma = [draw.annealed_mean(DEFAULT_ANNEALING) for draw in draws]
    chosen: list[int] = []
    taken = [distribution.annealed_mean(DEFAULT_ANNEALING)]
    for _ in range(count):
        distances = [min(float(np.square(ab - other).mean()) for other in taken) for ab in chroma]
        best = int(np.argmax(distances))
        chosen.append(best)
        taken.append(chroma[best])
    return [draws[index] for index in chosen]


def _perturbed(distribution: Distribution, noise: FloatArray) -> Distribution:
    scores = distribution.log_probabilities.astype(np.float32) + noise
    scores -= scores.max(axis=-1, keepdims=True)
    scores -= np.log(np.exp(scores).sum(axis=-1, keepdims=True))
    return replace(distribution, log_probabilities=scores.astype(np.float16))


def _blur(bins: AbBins) -> FloatArray:
    """(Q, Q) matrix that turns white noise into smooth noise over chroma, of standard deviation `_NOISE`."""
    difference = bins.centers[:, None, :] - bins.centers[None, :, :]
    kernel = np.exp(-np.square(difference).sum(axis=-1) / np.float32(2 * _REACH**2))
    kernel *= _NOISE / np.sqrt(np.square(kernel).sum(axis=1, keepdims=True))
    return np.asarray(kernel, dtype=np.float32)


def _candidate(reading: Reading, prediction: Prediction) -> Candidate:
    return Candidate(reading, replace(prediction, distribution=None, candidate=reading.value))
