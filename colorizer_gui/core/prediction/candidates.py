"""Other plausible colorizations of the same photo.

The network answers with a distribution for each cell, of which a prediction shows one reading.
Others are read at another temperature, or give whole objects another plausible colour (`objects`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import Protocol, runtime_checkable

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.prediction.objects import other_readings
from colorizer_gui.core.prediction.prediction import (
    DEFAULT_ANNEALING,
    ONLY_MINE,
    OWN_COLOURS,
    Colorizer,
    Prediction,
)
from colorizer_gui.core.prediction.vividness import annealing_of


class Reading(Enum):
    """How a candidate came about."""

    PREDICTED = "predicted"
    RESTRAINED = "restrained"
    VIVID = "vivid"
    OTHER = "other"
    THIRD = "third"
    FINE = "fine"
    ALONE = ONLY_MINE
    OWN = OWN_COLOURS


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
        others = other_readings(distribution, lightness, 2)
        for reading, other in zip((Reading.OTHER, Reading.THIRD), others, strict=True):
            yield _candidate(reading, replace(other, model=predicted.model))
    if isinstance(colorizer, CloserColorizer):
        fine = colorizer.closer().predict_ab(lightness)
        yield _candidate(Reading.FINE, fine)


def candidate_named(
    colorizer: Colorizer, lightness: FloatArray, name: str, predicted: Prediction | None = None
) -> Prediction | None:
    """The colorization of that name, by the value of `Reading`; None where there is none.

    Parameters
    ----------
    predicted
        See `candidates`.

    Raises
    ------
    InferenceError
        When no prediction could be made.
    """
    for candidate in candidates(colorizer, lightness, predicted):
        if candidate.reading.value == name:
            return candidate.prediction
    return None


def _candidate(reading: Reading, prediction: Prediction) -> Candidate:
    return Candidate(reading, replace(prediction, distribution=None, candidate=reading.value))
