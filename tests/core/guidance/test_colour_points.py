"""Points become guidance and come back; lightness and suggestions are those of their place."""

import numpy as np
import pytest

from colorizer_gui.core.ab_bins import AbBins
from colorizer_gui.core.color import FloatArray
from colorizer_gui.core.guidance.colour_points import (
    ColourPoint,
    guidance_of,
    lightness_at,
    points_of,
    suggested_colours,
)
from colorizer_gui.core.prediction import Distribution, Guidance, Prediction

BINS = AbBins.derive()


class LeftAndRight:
    """Holds red plausible on the left and blue on the right."""

    def __init__(self, *, with_distribution: bool = True) -> None:
        self._with_distribution = with_distribution
        self.asked: list[Guidance | None] = []

    def predict_ab(self, lightness: FloatArray, guidance: Guidance | None = None) -> Prediction:
        del lightness
        self.asked.append(guidance)
        scores = np.full((6, 8, 313), -16, dtype=np.float16)
        for columns, ab in ((slice(0, 4), (50, 30)), (slice(4, 8), (0, -40))):
            scores[:, columns, np.square(BINS.centers - np.array(ab)).sum(axis=1).argmin()] = 0
        zeros = np.zeros((6, 8, 2), dtype=np.float32)
        distribution = Distribution(BINS, scores) if self._with_distribution else None
        return Prediction(zeros, np.ones((6, 8), dtype=np.float32), distribution)


def test_points_become_guidance_and_come_back() -> None:
    points = (ColourPoint(0.25, 0.5, (40.0, -8.0)), ColourPoint(1.0, 0.0, (0.0, 0.0)))
    assert points_of(guidance_of(points)) == points
    assert guidance_of(()) is None
    assert points_of(None) == ()
    outside = guidance_of((ColourPoint(-0.1, 1.3, (1.0, 1.0)),))
    assert outside is not None
    assert outside.positions.tolist() == [[0.0, 1.0]]


def test_lightness_is_that_of_the_place_without_the_dust() -> None:
    lightness = np.zeros((400, 600), dtype=np.float32)
    lightness[:, 300:] = 70
    lightness[200, 450] = 100
    assert lightness_at(lightness, 0.75, 0.5) == 70
    assert lightness_at(lightness, 0.2, 0.5) == 0
    assert lightness_at(lightness, 1.0, 1.0) == 70
    assert lightness_at(np.full((1, 1), 33, dtype=np.float32), 0.5, 1.0) == 33


@pytest.mark.parametrize(("x", "ab"), [(0.1, [50, 30]), (0.9, [0, -40]), (1.0, [0, -40])])
def test_suggestions_are_those_of_the_place(x: float, ab: list[float]) -> None:
    colorizer, others = LeftAndRight(), guidance_of((ColourPoint(0.5, 0.5, (1.0, 2.0)),))
    lightness = np.full((48, 64), 50, dtype=np.float32)
    assert suggested_colours(colorizer, lightness, x, 0.5, others).tolist() == [ab]
    assert colorizer.asked == [others]


def test_no_distribution_suggests_nothing() -> None:
    plain = LeftAndRight(with_distribution=False)
    assert suggested_colours(plain, np.zeros((4, 4), np.float32), 0.5, 0.5, None).shape == (0, 2)
