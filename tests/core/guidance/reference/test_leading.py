"""Predictions follow a reference photo: by its strength, under points, in mounts; or say that they cannot."""

from dataclasses import replace

import numpy as np
import pytest

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.color.conversion import FloatArray, lab_to_rgb
from colorizer_gui.core.geometry.geometry import AS_IT_IS, Geometry
from colorizer_gui.core.guidance.colour_points import ColourPoint, cell_at, guidance_of, with_rest
from colorizer_gui.core.guidance.following import following
from colorizer_gui.core.guidance.guide import Guide, sketched
from colorizer_gui.core.guidance.known_photo import KnownPhoto
from colorizer_gui.core.guidance.reference.picture import reference_of
from colorizer_gui.core.photo.photo import Photo, PhotoFormat
from colorizer_gui.core.prediction.distribution import Distribution
from colorizer_gui.core.prediction.prediction import Guidance, Prediction, with_reference
from colorizer_gui.core.prediction.reference import Matching, Reference, Swatch

SHAPE = (40, 60)
BLUE, RED = (-5.0, -30.0), (45.0, 30.0)


class Sees:
    """Sees two things by their brightness; guesses brown for both."""

    takes_hints = True

    def __init__(self, *, features: bool = True, bins: bool = True) -> None:
        self.asked: list[tuple[int, ...]] = []
        self._features, self._bins = features, bins

    def predict_ab(self, lightness: FloatArray, guidance: Guidance | None = None) -> Prediction:
        self.asked.append(lightness.shape)
        height, width = lightness.shape
        levels = lightness[:: height // 10, :: width // 15][:10, :15]
        features = np.zeros((10, 15, 8), dtype=np.float16)
        features[..., 0], features[..., 1] = levels < 50, levels >= 50
        seen = features if self._features and guidance is None else None
        if not self._bins:
            return Prediction(np.full((*SHAPE, 2), (8, 12), dtype=np.float32), None, features=seen)
        bins = AbBins.derive()
        scores = -np.square((bins.centers - np.array([10, 15])) / 25).sum(axis=1) / 2
        scores = np.broadcast_to(scores - np.log(np.exp(scores).sum()), (*SHAPE, len(bins)))
        made = Prediction.of(Distribution(bins, scores.astype(np.float16)))
        return replace(made, features=seen)


def two_tones() -> FloatArray:
    lightness = np.full((160, 240), 70, dtype=np.float32)
    lightness[:, :120] = 30
    return lightness


@pytest.fixture(scope="module")
def reference() -> Reference:
    """Red where it is dark, blue where it is bright."""
    lightness = np.full((120, 180), 75, dtype=np.float32)
    lightness[60:] = 35
    ab = np.full((120, 180, 2), BLUE, dtype=np.float32)
    ab[60:] = RED
    assert lab_to_rgb(np.dstack([lightness, ab])).min() > 0
    return reference_of(Photo(None, PhotoFormat.PNG, lightness, had_color=True, source_ab=ab, sha256="ab"))


def by(reference: Reference, strength: float = 1.0, matching: Matching = Matching.LIKENESS) -> Guidance:
    return Guidance.by(replace(reference, strength=strength, matching=matching))


def halves(prediction: Prediction) -> tuple[FloatArray, FloatArray]:
    return np.median(prediction.ab[4:36, 4:26], axis=(0, 1)), np.median(prediction.ab[4:36, 34:], axis=(0, 1))


@pytest.mark.parametrize("matching", list(Matching))
@pytest.mark.parametrize("bins", [True, False])
def test_like_places_get_its_colours(reference: Reference, matching: Matching, bins: bool) -> None:
    made = Guide().predict(Sees(bins=bins), two_tones(), by(reference, 1.0, matching))
    dark, bright = halves(made)
    np.testing.assert_allclose(dark, RED, atol=8)
    np.testing.assert_allclose(bright, BLUE, atol=8)
    assert not made.notice
    if made.readings is not None and made.confidence is not None:
        assert made.readings.shape == (5, *SHAPE, 2)
        assert made.confidence[20, 10] > 0.5


@pytest.mark.parametrize("matching", list(Matching))
def test_strength_leads_from_the_automatic_colour_to_that_of_the_reference(
    reference: Reference, matching: Matching
) -> None:
    guide, colorizer = Guide(), Sees()
    plain = guide.predict(colorizer, two_tones())
    ways = [
        guide.predict(colorizer, two_tones(), by(reference, strength, matching))
        for strength in (0.0, 0.25, 0.5, 0.8, 1.0)
    ]
    np.testing.assert_array_equal(ways[0].ab, plain.ab)
    assert plain.readings is not None
    assert ways[0].readings is not None
    np.testing.assert_array_equal(ways[0].readings, plain.readings)
    left = [float(np.linalg.norm(way.ab[20, 10] - np.array(RED))) for way in ways]
    assert left[0] > left[1] + 2 > left[2] + 2 > left[4]
    assert max(left[3:]) < 8
    # Two looks at the photo, one at the reference, and no other for any strength.
    assert len(colorizer.asked) == (3 if matching is Matching.LIKENESS else 2)


def test_points_are_laid_over_it(reference: Reference) -> None:
    guide, colorizer = Guide(), Sees()
    point = ColourPoint(0.2, 0.5, (-40.0, 35.0), reach=-1.0)
    guidance = with_reference(guidance_of((point,)), reference)
    made = guide.predict(colorizer, two_tones(), guidance)
    np.testing.assert_allclose(made.ab[cell_at(SHAPE, 0.2, 0.5)], point.ab, atol=1e-3)
    np.testing.assert_allclose(halves(made)[1], BLUE, atol=8)
    without = guide.predict(colorizer, two_tones(), with_reference(guidance, None))
    np.testing.assert_array_equal(without.ab, Guide().predict(Sees(), two_tones(), guidance_of((point,))).ab)


class Moves(Sees):
    """Moves the whole photo when it is told a colour."""

    def predict_ab(self, lightness: FloatArray, guidance: Guidance | None = None) -> Prediction:
        made = super().predict_ab(lightness, guidance)
        return made if guidance is None else replace(made, ab=made.ab + np.float32(9))


def test_where_the_rest_follows_it_moves_from_there(reference: Reference) -> None:
    guide, colorizer = Guide(), Moves(bins=False)
    points = with_rest(guidance_of((ColourPoint(0.2, 0.5, (-40.0, 35.0), reach=-1.0),)), follows=True)
    led = guide.predict(colorizer, two_tones(), by(reference))
    made = guide.predict(colorizer, two_tones(), with_reference(points, reference))
    np.testing.assert_allclose(made.ab[:, 34:], led.ab[:, 34:] + 9, atol=1e-3)
    np.testing.assert_allclose(made.ab[cell_at(SHAPE, 0.2, 0.5)], (-40.0, 35.0), atol=1e-3)


def test_a_sketch_of_another_strength_is_what_the_guide_makes(reference: Reference) -> None:
    guide, colorizer = Guide(), Sees()
    shown = guide.predict(colorizer, two_tones(), by(reference))
    known = KnownPhoto.shown(two_tones(), None, shown)
    for strength in (0.0, 0.3, 0.7):
        made = sketched(known, two_tones(), by(reference, strength))
        assert not made.is_sketch
        assert made.is_as_wanted(by(reference, strength), "predicted")
        np.testing.assert_array_equal(
            made.ab, guide.predict(colorizer, two_tones(), by(reference, strength)).ab
        )
    gone = sketched(known, two_tones(), None)
    np.testing.assert_array_equal(gone.ab, guide.predict(colorizer, two_tones()).ab)
    assert sketched(known, two_tones(), by(reference, 1.0, Matching.BRIGHTNESS)).is_sketch


def test_a_network_that_sees_no_likeness_goes_by_brightness_and_says_so(reference: Reference) -> None:
    blind = Sees(features=False)
    made = Guide().predict(blind, two_tones(), by(reference))
    assert "follow brightness" in made.notice
    same = Guide().predict(Sees(features=False), two_tones(), by(reference, 1.0, Matching.BRIGHTNESS))
    assert not same.notice
    np.testing.assert_array_equal(made.ab, same.ab)
    assert blind.asked == [(160, 240)]


@pytest.mark.parametrize("matching", list(Matching))
def test_the_mount_stays_without_colour(reference: Reference, matching: Matching) -> None:
    mounted = np.pad(two_tones(), 40, constant_values=98)
    box = (40, 200, 40, 280)
    made = Guide().predict(Sees(), mounted, by(reference, 1.0, matching), mount=box)
    height, width = made.ab.shape[:2]
    assert np.abs(made.ab[: int(height * 30 / 240)]).max() < 1e-6
    assert np.abs(made.ab[:, -int(width * 30 / 320) :]).max() < 1e-6
    np.testing.assert_allclose(made.ab[cell_at(made.ab.shape, 0.25, 0.5)], RED, atol=10)


def test_other_colorizations_follow_it_too(reference: Reference) -> None:
    for made in Guide().candidates(Sees(), two_tones(), by(reference)):
        np.testing.assert_allclose(halves(made.prediction)[1], BLUE, atol=8)
    named = Guide().predict(Sees(), two_tones(), by(reference), candidate="vivid")
    assert named.candidate == "vivid"
    np.testing.assert_allclose(halves(named)[1], BLUE, atol=8)


def test_swatches_stay_on_what_they_were_put_on(reference: Reference) -> None:
    swatch = Swatch((0.1, 0.2, 0.3, 0.4), (0.0, 0.0, 1.0, 1.0))
    guidance = Guidance.by(replace(reference, swatches=(swatch,)))
    turned = following(guidance, (240, 160), AS_IT_IS, Geometry(turns=1))
    assert turned is not None
    assert turned.reference is not None
    np.testing.assert_allclose(turned.reference.swatches[0].photo, (0.6, 0.1, 0.8, 0.3), atol=1e-6)
    assert turned.reference.swatches[0].reference == swatch.reference
    everywhere = guidance.everywhere
    assert everywhere is not None
    assert everywhere.reference == reference
