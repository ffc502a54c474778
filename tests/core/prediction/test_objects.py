"""Objects are found, and each takes another colour as a whole."""

import numpy as np
import pytest

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.prediction.distribution import Distribution
from colorizer_gui.core.prediction.objects import objects_of, other_readings
from colorizer_gui.core.prediction.prediction import DEFAULT_ANNEALING

BINS = AbBins.derive()
BROWN, BLUE, GREEN, SKY = (15.0, 25.0), (5.0, -30.0), (-30.0, 30.0), (-5.0, -25.0)
#: Two trouser legs on a meadow, in cells; the meadow is lighter.
LEFT, RIGHT = np.s_[4:18, 4:9], np.s_[4:18, 14:19]


def legs() -> FloatArray:
    lightness = np.full((24, 24), 75, dtype=np.float32)
    lightness[LEFT] = lightness[RIGHT] = 30
    return lightness


def answer() -> Distribution:
    """Both legs are brown or blue, about as likely: the left one rather blue, the right one brown."""
    scores = np.empty((24, 24, len(BINS)), dtype=np.float32)
    scores[:] = hills((GREEN, 0.0), (SKY, -2.0))
    scores[LEFT] = hills((BROWN, -0.08), (BLUE, 0.0))
    scores[RIGHT] = hills((BROWN, 0.0), (BLUE, -0.08))
    scores -= np.logaddexp.reduce(scores, axis=-1, keepdims=True)
    return Distribution(BINS, scores.astype(np.float16))


def hills(*colours: tuple[tuple[float, float], float]) -> FloatArray:
    hill = [score - np.square(BINS.centers - np.array(ab)).sum(axis=1) / 200 for ab, score in colours]
    return np.asarray(np.maximum(np.max(hill, axis=0), -12), dtype=np.float32)


def test_what_is_alike_is_one_object_wherever_it_lies() -> None:
    flat = np.zeros((24, 24, 2), dtype=np.float32)
    shares = objects_of(flat, legs())
    assert shares.sum(axis=-1) == pytest.approx(np.ones((24, 24)), abs=1e-5)
    labels = shares.argmax(axis=-1)
    left, right, between = labels[11, 6], labels[11, 16], labels[11, 11]
    assert left == right
    assert left != between
    assert shares[0, 0, left] < 0.05
    assert shares[11, 6, left] > 0.95


def test_both_legs_take_the_same_colour_and_the_meadow_its_own() -> None:
    alone = answer().annealed_mean(DEFAULT_ANNEALING)
    apart = float(np.abs(alone[LEFT].mean(axis=(0, 1)) - alone[RIGHT].mean(axis=(0, 1))).max())
    for other in other_readings(answer(), legs(), 2):
        left, right = other.ab[LEFT].mean(axis=(0, 1)), other.ab[RIGHT].mean(axis=(0, 1))
        assert np.abs(left - right).max() < 0.5 * apart
        assert min(np.hypot(*(right - colour)) for colour in (np.array(BROWN), np.array(BLUE))) < 25


def test_they_differ_from_one_another_and_are_the_same_each_time() -> None:
    one, other = other_readings(answer(), legs(), 2)
    assert np.abs(one.ab - other.ab).mean() > 1.5
    again, _ = other_readings(answer(), legs(), 2)
    assert np.array_equal(again.ab, one.ab)


def test_a_cell_that_is_sure_stays_as_it_is() -> None:
    """Lips in a face, say: one thing in lightness, and yet of another colour."""
    distribution = answer()
    scores = distribution.log_probabilities.astype(np.float32)
    scores[10, 6] = np.maximum(20 * hills(((50.0, 30.0), 0.0)), -30)
    scores -= np.logaddexp.reduce(scores, axis=-1, keepdims=True)
    sure = Distribution(BINS, scores.astype(np.float16))
    for other in other_readings(sure, legs(), 2):
        assert np.hypot(*(other.ab[10, 6] - np.array((50.0, 30.0)))) < 12


def test_a_photo_of_a_few_cells_will_do() -> None:
    scores = np.full((1, 2, len(BINS)), -np.log(len(BINS)), dtype=np.float16)
    (other,) = other_readings(Distribution(BINS, scores), np.full((8, 16), 50, dtype=np.float32), 1)
    assert other.ab.shape == (1, 2, 2)
    assert np.isfinite(other.ab).all()
