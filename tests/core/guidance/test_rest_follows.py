"""The rest of a photo follows the network's answer to its points where the user says so, and else stays."""

from dataclasses import replace

import numpy as np
import pytest

from colorizer_gui.core.batch.jobs.recipe import Recipe
from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.geometry.geometry import AS_IT_IS, Geometry
from colorizer_gui.core.guidance.colour_points import (
    ColourPoint,
    cell_at,
    guidance_of,
    points_of,
    with_points,
    with_rest,
)
from colorizer_gui.core.guidance.following import following
from colorizer_gui.core.guidance.guide import Guide, sketched
from colorizer_gui.core.guidance.known_photo import KnownPhoto
from colorizer_gui.core.prediction.prediction import (
    OWN_COLOURS,
    Guidance,
    Prediction,
    rest_follows_in,
    same_guidance,
)

RED, BLUE = (50.0, 30.0), (0.0, -45.0)
SHAPE = (40, 60)
LEFT, RIGHT = np.s_[:, 4:26], np.s_[:, 36:]


class Listener:
    """Sees a dark and a bright half; what it is told moves all of the photo, and makes it surer."""

    def __init__(self, *, takes_hints: bool = True) -> None:
        self.takes_hints = takes_hints
        self.asked: list[Guidance | None] = []

    def predict_ab(self, lightness: FloatArray, guidance: Guidance | None = None) -> Prediction:
        self.asked.append(guidance)
        ab = np.full((*SHAPE, 2), (8.0, 12.0), dtype=np.float32)
        ab += np.random.default_rng(2).normal(0, 2, ab.shape).astype(np.float32)
        confidence = np.full(SHAPE, 0.5, dtype=np.float32)
        if guidance is not None:
            ab += 0.4 * (guidance.ab.mean(axis=0) - ab)
            confidence += np.float32(0.2)
        features = np.zeros((10, 15, 8), dtype=np.float16)
        features[:, :8, 0], features[:, 7:, 1] = 1, 1
        readings = np.stack([ab * share for share in (0.5, 0.8, 1.0, 1.2, 1.5)]).astype(np.float16)
        return Prediction(ab, confidence, readings=readings, features=features)


def photo() -> FloatArray:
    lightness = np.full((160, 240), 70, dtype=np.float32)
    lightness[:, :120] = 30
    return lightness


def told(*points: ColourPoint, follows: bool = True) -> Guidance | None:
    return with_rest(guidance_of(points), follows=follows)


ONE, TWO = ColourPoint(0.2, 0.5, RED), ColourPoint(0.3, 0.3, BLUE)


def test_the_rest_is_what_the_network_answers_and_the_places_are_exact() -> None:
    colorizer, guide = Listener(), Guide()
    made, answer = guide.predict(colorizer, photo(), told(ONE)), colorizer.predict_ab(photo(), told(ONE))
    np.testing.assert_allclose(made.ab[RIGHT], answer.ab[RIGHT], atol=1e-4)
    assert np.linalg.norm(answer.ab[RIGHT] - colorizer.predict_ab(photo()).ab[RIGHT], axis=-1).min() > 10
    np.testing.assert_allclose(made.ab[cell_at(SHAPE, 0.2, 0.5)], RED, atol=1e-3)
    assert made.readings is not None
    assert answer.readings is not None
    for reading, wanted in zip(made.readings, answer.readings, strict=True):
        np.testing.assert_allclose(reading[RIGHT], wanted[RIGHT], atol=0.1)
        np.testing.assert_allclose(reading[cell_at(SHAPE, 0.2, 0.5)], RED, atol=0.1)
    assert made.confidence is not None
    assert made.confidence[20, 50] == pytest.approx(0.7, abs=1e-3)
    assert made.confidence[20, 12] == pytest.approx(1)


def test_without_it_all_is_as_before_and_neither_asks_the_network_again() -> None:
    colorizer, guide = Listener(), Guide()
    stays = Guide().predict(Listener(), photo(), guidance_of((ONE,)))
    guide.predict(colorizer, photo(), told(ONE))
    asked = len(colorizer.asked)
    again = guide.predict(colorizer, photo(), told(ONE, follows=False))
    assert len(colorizer.asked) == asked
    np.testing.assert_array_equal(again.ab, stays.ab)
    np.testing.assert_array_equal(again.confidence, stays.confidence)
    np.testing.assert_array_equal(again.readings, stays.readings)
    plain = guide.predict(colorizer, photo())
    assert np.linalg.norm(stays.ab[RIGHT] - plain.ab[RIGHT], axis=-1).max() < 3.01


@pytest.mark.parametrize("candidate", ["predicted", OWN_COLOURS])
def test_who_answers_nothing_to_points_is_not_followed(candidate: str) -> None:
    own = np.full((160, 240, 2), 20, dtype=np.float16) if candidate == OWN_COLOURS else None
    stays, follows = (
        Guide().predict(
            Listener(takes_hints=False), photo(), told(ONE, follows=each), candidate=candidate, own_ab=own
        )
        for each in (False, True)
    )
    np.testing.assert_array_equal(follows.ab, stays.ab)


def test_the_mount_stays_without_colour() -> None:
    made = Guide().predict(Listener(), photo(), told(ONE), mount=(0, 160, 40, 240))
    columns = made.ab.shape[1]
    assert not made.ab[:, : columns * 40 // 240 - 1].any()
    np.testing.assert_allclose(made.ab[cell_at(made.ab.shape, 0.2, 0.5)], RED, atol=1e-3)


def test_a_sketch_keeps_what_followed_the_points_before() -> None:
    guide, colorizer = Guide(), Listener()
    shown = guide.predict(colorizer, photo(), told(ONE))
    known = KnownPhoto.shown(photo(), None, shown)
    sketch = sketched(known, photo(), told(ONE, TWO))
    assert sketch.is_sketch
    np.testing.assert_array_equal(sketch.ab[RIGHT], shown.ab[RIGHT])
    np.testing.assert_allclose(sketch.ab[cell_at(SHAPE, 0.3, 0.3)], BLUE, atol=0.02)  # two on one thing
    next_known = KnownPhoto.shown(photo(), None, sketch)  # and so does one that is laid over a sketch
    np.testing.assert_array_equal(sketched(next_known, photo(), told(ONE)).ab, shown.ab)
    stays = sketched(known, photo(), told(ONE, follows=False))
    plain = guide.predict(colorizer, photo())
    np.testing.assert_array_equal(stays.ab[RIGHT], plain.ab[RIGHT])


def test_another_colorization_moves_by_as_much() -> None:
    guide, colorizer = Guide(), Listener()
    moved = colorizer.predict_ab(photo(), told(ONE)).ab - colorizer.predict_ab(photo()).ab
    automatic = next(iter(guide.candidates(colorizer, photo()))).prediction
    made = next(iter(guide.candidates(colorizer, photo(), told(ONE)))).prediction
    np.testing.assert_allclose((made.ab - automatic.ab)[RIGHT], moved[RIGHT], atol=1e-4)


def test_it_stays_while_points_come_move_and_go() -> None:
    guidance = told(ONE)
    assert guidance is not None
    assert rest_follows_in(with_points(guidance, (ONE, TWO)))
    none = with_points(guidance, ())
    assert rest_follows_in(none)
    assert points_of(none) == ()
    assert not same_guidance(none, None)
    assert with_rest(none, follows=False) is None
    assert not same_guidance(guidance, replace(guidance, rest_follows=False))
    for geometry in (Geometry(turns=1), Geometry(crop=(0.5, 0.0, 1.0, 1.0))):
        assert rest_follows_in(following(guidance, (240, 160), AS_IT_IS, geometry))
    assert guidance.everywhere is None, "it is about the points of this photo"


def test_a_batch_replays_it_for_its_photo_alone() -> None:
    stays, follows = (Recipe(guidance=told(ONE, follows=each), guided="a" * 64) for each in (False, True))
    assert "rest_follows" not in str(stays.to_dict()), "what was done before stays done"
    assert stays.prediction_sha256() != follows.prediction_sha256()
    again = Recipe.from_dict(follows.to_dict())
    assert same_guidance(again.guidance_for("a" * 64), follows.guidance)
    assert again.guidance_for("b" * 64) is None
