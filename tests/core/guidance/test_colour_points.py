"""Points become guidance and come back; lightness and suggestions are those of their place."""

import json
from dataclasses import replace

import numpy as np
import pytest

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common.plain_data import from_plain, to_plain
from colorizer_gui.core.guidance.colour_points import (
    MOST_PLACES,
    ColourPoint,
    guidance_of,
    lightness_at,
    path_through,
    points_of,
    suggested_colours,
)
from colorizer_gui.core.prediction.distribution import Distribution
from colorizer_gui.core.prediction.prediction import Guidance, Prediction, same_guidance

BINS = AbBins.derive()
RED = (50.0, 30.0)


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


def test_strokes_stay_apart_and_come_back() -> None:
    points = (
        ColourPoint(0.5, 0.25, RED),
        ColourPoint.along(((0.0, 0.0), (0.25, 0.5), (0.5, 0.5)), RED),
        ColourPoint.along(((0.75, 0.75), (1.0, 0.75)), RED),
        ColourPoint.along(((0.125, 0.125),), (0.0, 0.0)),
        ColourPoint(0.5, 0.75, RED),
        ColourPoint(0.5, 1.0, RED),
    )
    guidance = guidance_of(points)
    assert guidance is not None
    assert guidance.strokes is not None
    assert guidance.strokes.tolist() == [0, 2, 2, 2, 3, 3, 4, 0, 0]
    assert points_of(guidance) == points
    again = from_plain(Guidance, json.loads(json.dumps(to_plain(guidance))))
    assert same_guidance(again, guidance)
    assert not same_guidance(replace(guidance, strokes=None), guidance)
    assert same_guidance(guidance_of(points[:1]), Guidance(guidance.positions[:1], guidance.ab[:1]))
    with pytest.raises(ValueError, match="stroke"):
        replace(guidance, strokes=guidance.strokes[1:])


def test_a_recipe_without_strokes_is_one_of_points() -> None:
    plain = {
        "positions": {"shape": [2, 2], "values": [0.5, 0.5, 0.5, 0.5]},
        "ab": {"shape": [2, 2], "values": [1, 2, 1, 2]},
    }
    assert points_of(from_plain(Guidance, plain)) == (ColourPoint(0.5, 0.5, (1.0, 2.0)),) * 2


def test_a_stroke_moves_as_a_whole_and_stays_in_the_photo() -> None:
    stroke = ColourPoint.along(((0.25, 0.25), (0.5, 0.25), (0.75, 0.5)), RED)
    assert (stroke.x, stroke.y) == (0.5, 0.25)
    assert stroke.moved_to(0.625, 0.5).path == ((0.375, 0.5), (0.625, 0.5), (0.875, 0.75))
    assert stroke.moved_to(3.0, -2.0).path == ((0.5, 0.0), (0.75, 0.0), (1.0, 0.25))
    assert ColourPoint(0.5, 0.5, RED).moved_to(0.25, 0.75) == ColourPoint(0.25, 0.75, RED)


def test_places_along_a_line_are_as_far_apart_as_hints_on_both_axes() -> None:
    trail = [(0.1, 0.5), (0.1, 0.5), (0.35, 0.5), (0.35, 0.75)]
    path = path_through(trail, 2000, 1000)
    assert path[0] == pytest.approx((0.1, 0.5))
    assert path[-1] == pytest.approx((0.35, 0.75))
    steps = np.hypot(*(np.diff(np.array(path), axis=0) * (2, 1)).T)
    np.testing.assert_allclose(np.delete(steps, steps.argmin()), 1 / 64, rtol=0.05)
    assert path_through([(0.5, 0.5)], 30, 40) == ((0.5, 0.5),)
    long = path_through([(-1.0, 0.0), (0.0, 0.0), (9.0, 1.0), (0.0, 1.0)], 100, 100)
    assert len(long) == MOST_PLACES
    assert min(min(place) for place in long) >= 0
    assert max(max(place) for place in long) <= 1


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
