"""The place has the colour, the object has it, nothing else moves; the encoder is not asked again."""

import tracemalloc
from dataclasses import replace

import numpy as np
import pytest

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.guidance.colour_points import ColourPoint, cell_at, guidance_of
from colorizer_gui.core.guidance.guide import Guide
from colorizer_gui.core.photo_io.reading.reading import photo_from_rgb
from colorizer_gui.core.pipeline.pipeline import colorize_photo
from colorizer_gui.core.prediction.prediction import OWN_COLOURS, Guidance, Prediction
from colorizer_gui.core.rendering.adjustments import Adjustments, Areas, Region, with_areas
from colorizer_gui.core.rendering.touches import Touch

RED, BLUE, GREEN = (50.0, 30.0), (0.0, -45.0), (-40.0, 35.0)
SHAPE = (40, 60)


class Halves:
    """Sees a dark and a bright half; when it is told a colour, everything becomes a little of it."""

    takes_hints = True

    def __init__(self, *, with_features: bool = True) -> None:
        self.asked: list[Guidance | None] = []
        self._with_features = with_features

    def predict_ab(self, lightness: FloatArray, guidance: Guidance | None = None) -> Prediction:
        self.asked.append(guidance)
        ab = np.full((*SHAPE, 2), (8.0, 12.0), dtype=np.float32)
        ab[:, :30] += np.random.default_rng(2).normal(0, 2, (40, 30, 2)).astype(np.float32)
        features = np.zeros((10, 15, 8), dtype=np.float16)
        features[:, :8, 0], features[:, 7:, 1] = 1, 1
        if guidance is not None:
            ab += 0.4 * (guidance.ab.mean(axis=0) - ab)
        readings = np.stack([ab * share for share in (0.5, 0.8, 1.0, 1.2, 1.5)]).astype(np.float16)
        confidence = np.full(SHAPE, 0.5, dtype=np.float32)
        seen = features if self._with_features and guidance is None else None
        return Prediction(ab, confidence, readings=readings, features=seen)


class Close(Halves):
    """Could take more time."""

    def closer(self) -> "Close":
        raise AssertionError("nobody wants to wait for that")


class TakesNone(Halves):
    takes_hints = False


def photo() -> FloatArray:
    lightness = np.full((160, 240), 70, dtype=np.float32)
    lightness[:, :120] = 30
    return lightness


def at(prediction: Prediction, x: float, y: float) -> FloatArray:
    there: FloatArray = prediction.ab[cell_at(prediction.ab.shape, x, y)]
    return there


@pytest.mark.parametrize("colorizer", [Halves(), TakesNone(), Halves(with_features=False)])
def test_the_object_has_the_colour_and_nothing_else_moves(colorizer: Halves) -> None:
    guide = Guide()
    before = guide.predict(colorizer, photo())
    after = guide.predict(colorizer, photo(), guidance_of((ColourPoint(0.2, 0.5, RED),)))
    np.testing.assert_allclose(at(after, 0.2, 0.5), RED, atol=1e-3)
    moved = np.linalg.norm(after.ab - before.ab, axis=-1)
    assert np.median(np.linalg.norm(after.ab[8:32, 4:24] - np.array(RED), axis=-1)) < 3
    assert moved[:, 34:].max() < 5
    assert after.confidence is not None
    assert after.confidence[20, 12] == pytest.approx(1)
    assert after.readings is not None
    for reading in after.readings:
        np.testing.assert_allclose(reading[20, 12], RED, atol=0.1)


def test_several_colours_on_one_object_are_all_kept() -> None:
    points = (
        ColourPoint(0.1, 0.3, RED),
        ColourPoint(0.3, 0.8, BLUE),
        ColourPoint.along(((0.6, 0.2), (0.7, 0.2), (0.8, 0.25)), GREEN),
    )
    made = Guide().predict(Halves(), photo(), guidance_of(points))
    for point in points:
        for place in point.places:
            np.testing.assert_allclose(at(made, *place), point.ab, atol=1.0)


def test_a_true_colour_near_the_prediction_keeps_what_varies_in_it() -> None:
    colorizer = TakesNone()
    before = colorizer.predict_ab(photo())
    there = at(before, 0.2, 0.5) + np.float32(4)
    point = ColourPoint(0.2, 0.5, (float(there[0]), float(there[1])))
    after = Guide().predict(colorizer, photo(), guidance_of((point,)))
    inner = np.s_[8:14, 4:24]
    assert np.corrcoef(after.ab[inner].ravel(), before.ab[inner].ravel())[0, 1] > 0.9


def test_another_point_asks_the_network_once_and_another_photo_is_another() -> None:
    colorizer, guide = Halves(), Guide()
    one, two = ColourPoint(0.2, 0.5, RED), ColourPoint(0.8, 0.5, BLUE)
    guide.predict(colorizer, photo())
    guide.predict(colorizer, photo(), guidance_of((one,)))
    guide.predict(colorizer, photo(), guidance_of((one, two)))
    assert [asked is None for asked in colorizer.asked] == [True, False, False]
    again = guide.predict(colorizer, photo() + 5, guidance_of((one,)))
    assert [asked is None for asked in colorizer.asked[3:]] == [True, False]
    np.testing.assert_allclose(at(again, 0.2, 0.5), RED, atol=1e-3)


def test_the_answer_is_the_same_however_it_came_about() -> None:
    points = guidance_of((ColourPoint(0.2, 0.5, RED, reach=0.5), ColourPoint(0.9, 0.1, BLUE, reach=-1.0)))
    guide = Guide()
    guide.predict(Halves(), photo(), guidance_of((ColourPoint(0.9, 0.1, GREEN),)))
    np.testing.assert_array_equal(
        guide.predict(Halves(), photo(), points).ab, Guide().predict(Halves(), photo(), points).ab
    )


def test_a_mount_stays_without_colour_and_points_on_it_say_nothing() -> None:
    box, colorizer, guide = (0, 160, 40, 240), Halves(), Guide()
    on_it, beside_it = ColourPoint(0.05, 0.5, RED), ColourPoint(0.2, 0.5, RED)
    plain = guide.predict(colorizer, photo(), mount=box)
    nothing = guide.predict(colorizer, photo(), guidance_of((on_it,)), mount=box)
    np.testing.assert_array_equal(nothing.ab, plain.ab)
    made = guide.predict(colorizer, photo(), guidance_of((on_it, beside_it)), mount=box)
    columns = made.ab.shape[1]
    assert not made.ab[:, : columns * 40 // 240 - 1].any()
    np.testing.assert_allclose(at(made, 0.2, 0.5), RED, atol=1e-3)


def test_reach_comes_back_and_is_not_said_where_it_is_that_of_an_object() -> None:
    points = (ColourPoint(0.5, 0.25, RED, reach=-0.5), ColourPoint.along(((0.0, 0.0), (0.5, 0.5)), BLUE, 1.0))
    guidance = guidance_of(points)
    assert guidance is not None
    assert guidance.reach is not None
    assert guidance.reach.tolist() == [-0.5, 1.0, 1.0]
    plain = guidance_of(tuple(replace(point, reach=0.0) for point in points))
    assert plain is not None
    assert plain.reach is None
    with pytest.raises(ValueError, match="reach"):
        replace(guidance, reach=np.array([0.0, 0.0, 2.0], dtype=np.float32))


def test_a_guide_that_finds_nothing_predicts_the_same_and_follows_points_as_well() -> None:
    colorizer, brief = Halves(), Guide(finds=False)
    plain, quick = (guide.predict(colorizer, photo()) for guide in (Guide(), brief))
    np.testing.assert_array_equal(quick.ab, plain.ab)
    assert plain.traits is not None
    assert (quick.traits, quick.features) == (None, None)
    points = guidance_of((ColourPoint(0.2, 0.5, RED),))
    np.testing.assert_allclose(at(brief.predict(colorizer, photo(), points), 0.2, 0.5), RED, atol=1e-3)


def test_what_finding_objects_takes_is_there_for_who_brings_a_guide_or_areas() -> None:
    rgb = np.full((160, 240, 3), 178, dtype=np.uint8)
    rgb[:, :120] = 71
    picture = photo_from_rgb(rgb)
    assert colorize_photo(picture, Halves()).prediction.traits is None
    object_there = Region("Half", (Touch(((0.2, 0.5),)),), Adjustments(saturation=0.0))
    adjustments = with_areas(Adjustments(), Areas((object_there,)))
    guided, by_itself = (
        colorize_photo(picture, Halves(), adjustments=adjustments, guide=guide) for guide in (Guide(), None)
    )
    assert guided.prediction.traits is not None
    np.testing.assert_array_equal(by_itself.prediction.traits, guided.prediction.traits)
    wanted, found = (each.recomposition().strip(slice(None), adjustments, 8) for each in (guided, by_itself))
    np.testing.assert_array_equal(found, wanted)


@pytest.mark.parametrize("guidance", [None, guidance_of((ColourPoint(0.2, 0.5, RED),))])
def test_a_gray_photo_that_was_to_keep_its_colours_is_predicted_at_once(guidance: Guidance | None) -> None:
    wanted = Guide().predict(Halves(), photo(), guidance)
    found = Guide().predict(Close(), photo(), guidance, candidate=OWN_COLOURS)
    np.testing.assert_array_equal(found.ab, wanted.ab)
    assert found.candidate == wanted.candidate


def test_own_colours_of_a_large_photo_are_never_in_single_precision() -> None:
    lightness = np.full((1000, 1500), 50, dtype=np.float32)
    own = np.full((1000, 1500, 2), 20, dtype=np.float16)
    tracemalloc.start()
    try:
        found = Guide().predict(Halves(), lightness, candidate=OWN_COLOURS, own_ab=own)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    np.testing.assert_allclose(found.ab, 20)
    assert peak < 2 * own.nbytes
