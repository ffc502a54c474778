"""Colour from scribbles alone, against what the paper says of it."""

import sys

import numpy as np
import pytest

from colorizer_gui.core.color.conversion import FloatArray, lab_to_rgb, lightness_to_gray, rgb_to_lab
from colorizer_gui.core.common.errors import InferenceError
from colorizer_gui.core.guidance import scribbles
from colorizer_gui.core.guidance.colour_points import ColourPoint, guidance_of
from colorizer_gui.core.guidance.guide import Guide
from colorizer_gui.core.guidance.scribbles import only_scribbles, spread
from colorizer_gui.core.prediction.prediction import ONLY_MINE, Guidance, Prediction

RED, BLUE = (35.0, 20.0), (5.0, -35.0)


class Unasked:
    """A colorizer that nobody may ask."""

    def predict_ab(self, lightness: FloatArray, guidance: Guidance | None = None) -> Prediction:
        raise AssertionError("no network has a say")


def two_areas() -> FloatArray:
    """Dark on the left, light on the right, with a little grain."""
    lightness = np.full((40, 60), 45.0, dtype=np.float32)
    lightness[:, 30:] = 65.0
    return lightness + np.random.default_rng(3).normal(0, 0.3, lightness.shape).astype(np.float32)


def test_each_area_takes_its_scribble_up_to_the_edge() -> None:
    points = (
        ColourPoint.along(((0.1, 0.2), (0.1, 0.5), (0.2, 0.8)), RED),
        ColourPoint(0.8, 0.4, BLUE),
    )
    ab = only_scribbles(two_areas(), points).ab
    assert np.abs(ab[:, :28] - RED).max() < 6
    assert np.abs(ab[:, 32:] - BLUE).max() < 6


def test_one_scribble_colours_all_and_none_leaves_it_gray() -> None:
    lightness = two_areas()
    ab = only_scribbles(lightness, (ColourPoint(0.1, 0.2, RED),)).ab
    assert np.hypot(*np.moveaxis(ab, 2, 0)).min() > 25
    assert not only_scribbles(lightness, ()).ab.any()


def test_places_keep_their_colour_exactly() -> None:
    lightness = two_areas()
    rng = np.random.default_rng(1)
    points = tuple(ColourPoint(x, y, RED if x < 0.4 else BLUE) for x, y in rng.random((12, 2)))
    ab = only_scribbles(lightness, points).ab
    for point in points:
        assert ab[int(point.y * 40), int(point.x * 60)] == pytest.approx(point.ab, abs=0.5)


def test_the_equations_of_the_paper_hold() -> None:
    """U of a free pixel is the mean of its neighbours', by likeness of Y in the variance around it."""
    lightness = two_areas()[:12, 24:40]
    luma = lightness_to_gray(lightness).astype(np.float64)
    marks = np.zeros(luma.shape, dtype=bool)
    marks[2, 2] = marks[8, 13] = True
    values = np.array([[0.1, -0.05], [-0.08, 0.12]], dtype=np.float32)
    solved = scribbles._solve(luma.astype(np.float32), marks, values).astype(np.float64)
    for row, column in ((0, 0), (5, 6), (5, 5), (11, 15), (4, 9)):
        window = [
            (y, x)
            for y in range(max(0, row - 1), min(12, row + 2))
            for x in range(max(0, column - 1), min(16, column + 2))
        ]
        variance = 0.6 * np.var([luma[place] for place in window])
        around = [place for place in window if place != (row, column)]
        apart = np.array([(luma[place] - luma[row, column]) ** 2 for place in around])
        weights = np.exp(-apart / max(variance, -apart.min() / np.log(0.01), 2e-6))
        mean = sum(w * solved[place] for w, place in zip(weights / weights.sum(), around, strict=True))
        assert solved[row, column] == pytest.approx(mean, abs=1e-5)
    assert solved[marks] == pytest.approx(values, abs=1e-6)


def test_luma_stays_and_what_the_lightness_cannot_have_becomes_paler() -> None:
    lightness = np.full((8, 8), 95.0, dtype=np.float32)
    marks = np.zeros((8, 8), dtype=bool)
    marks[4, 4] = True
    wanted = np.full((8, 8, 2), (10.0, -80.0), dtype=np.float32)
    ab = spread(lightness, marks, wanted)
    rgb = lab_to_rgb(np.dstack([lightness, ab]))
    assert rgb.min() > -0.01
    assert rgb.max() < 1.02
    back = rgb_to_lab(np.clip(rgb, 0, 1))[4, 4]
    assert -30 < back[2] < -3


def test_the_guide_asks_no_network_and_leaves_the_mount_gray() -> None:
    guidance = guidance_of((ColourPoint(0.5, 0.5, RED),))
    lightness = two_areas()
    prediction = Guide().predict(Unasked(), lightness, guidance, mount=(10, 30, 15, 45), candidate=ONLY_MINE)
    assert prediction.candidate == ONLY_MINE
    assert not prediction.ab[:10].any()
    assert not prediction.ab[:, 45:].any()
    assert np.abs(prediction.ab[12:28, 17:28] - RED).max() < 8
    assert prediction.is_as_wanted(guidance, ONLY_MINE)
    assert not prediction.is_as_wanted(guidance, "predicted")
    assert not Prediction(prediction.ab, None, guidance=guidance).is_as_wanted(guidance, ONLY_MINE)


def test_without_scipy_it_is_not_offered_and_a_sentence_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scipy", None)
    assert not scribbles.can_solve()
    with pytest.raises(InferenceError, match="SciPy"):
        only_scribbles(two_areas(), [])


def test_a_large_photo_is_solved_small() -> None:
    ab = only_scribbles(np.tile(two_areas(), (20, 20)), (ColourPoint(0.5, 0.5, RED),)).ab
    assert ab.shape == (213, 320, 2)
