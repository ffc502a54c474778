"""Vividness is how a distribution is read, and mixing refined planes is refining a mix."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.prediction.distribution import Distribution
from colorizer_gui.core.prediction.prediction import DEFAULT_ANNEALING, Prediction
from colorizer_gui.core.prediction.vividness import (
    PREDICTED,
    READINGS,
    Annealing,
    annealing_of,
    mix_of,
    vibrant,
)
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.core.rendering.chroma import Chroma, refine_chroma
from colorizer_gui.core.rendering.rendering import Recomposition


def prediction() -> Prediction:
    scores = np.random.default_rng(3).normal(0, 3, (6, 9, 313)).astype(np.float32)
    scores -= np.log(np.exp(scores).sum(axis=-1, keepdims=True))
    return Prediction.of(Distribution(AbBins.derive(), scores.astype(np.float16)))


@given(st.floats(-1, 1), st.floats(-1, 1))
def test_more_vividness_is_more_vibrance_and_nothing_else(one: float, other: float) -> None:
    default = Annealing(0.38, 0.6, 0.02)
    restrained, vivid = (annealing_of(setting, default) for setting in sorted((one, other)))
    assert restrained.vibrance <= vivid.vibrance
    assert {(read.temperature, read.rebalancing) for read in (restrained, vivid)} == {(0.38, 0.6)}
    assert annealing_of(0.0, default) == default
    assert annealing_of(-1.0, default).vibrance < 0 < annealing_of(1.0, default).vibrance


def test_vibrance_gives_back_what_a_wide_distribution_lost_and_leaves_vivid_colours() -> None:
    mean = np.array([[10, 0], [10, 0], [80, 0], [0, 0]], dtype=np.float32)
    variance = np.array([0, 400, 400, 400], dtype=np.float32)
    gained = vibrant(mean, variance, 0.05)
    np.testing.assert_array_equal(gained[[0, 3]], mean[[0, 3]])
    assert gained[1, 0] == pytest.approx(10 * (1 + 0.05 * 20 * np.exp(-1 / 3)), rel=1e-5)
    assert 80 < gained[2, 0] < 80 * 1.1
    np.testing.assert_array_equal(vibrant(mean, variance, 0.0), mean)
    assert 0 <= float(vibrant(mean, variance, -1.0)[1, 0]) < 10


def test_a_reading_with_vibrance_follows_from_the_moments_of_the_distribution() -> None:
    distribution = prediction().distribution
    assert distribution is not None
    scores = distribution.log_probabilities.astype(np.float64) / 0.5
    shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares /= shares.sum(axis=-1, keepdims=True)
    mean = shares @ distribution.bins.centers
    apart = np.square(distribution.bins.centers - mean[..., None, :]).sum(axis=-1)
    variance = (shares * apart).sum(axis=-1)
    expected = vibrant(mean.reshape(-1, 2), variance.reshape(-1), 0.06).reshape(mean.shape)
    np.testing.assert_allclose(distribution.annealed_mean(Annealing(0.5, vibrance=0.06)), expected, atol=0.02)


@given(st.floats(-1, 1))
def test_shares_sum_to_one_and_stand_at_the_setting(vividness: float) -> None:
    mix = mix_of(vividness)
    assert sum(mix.values()) == pytest.approx(1)
    assert sum(share * READINGS[index] for index, share in mix.items()) == pytest.approx(vividness, abs=1e-9)


def test_the_prediction_is_a_reading_and_so_is_restraint() -> None:
    made = prediction()
    assert made.distribution is not None
    assert made.readings is not None
    assert mix_of(0.0) == {PREDICTED: 1.0}
    np.testing.assert_allclose(made.readings[PREDICTED], made.ab, atol=0.1)
    np.testing.assert_allclose(
        made.readings[0], made.distribution.annealed_mean(annealing_of(-1.0, DEFAULT_ANNEALING)), atol=0.1
    )
    spread = [float(np.abs(reading.astype(np.float32)).mean()) for reading in made.readings]
    assert spread == sorted(spread)


def test_mixing_refined_planes_is_refining_the_mix() -> None:
    made = prediction()
    assert made.readings is not None
    lightness = np.random.default_rng(1).uniform(0, 100, (60, 90)).astype(np.float32)
    photo = Recomposition(lightness, Chroma(lightness, made.ab, made.readings))
    mixed = photo._layers_for(Adjustments(vividness=0.25)).base
    assert isinstance(mixed, np.ndarray)
    halves = (made.ab + made.readings[PREDICTED + 1].astype(np.float32)) / 2
    np.testing.assert_allclose(mixed, refine_chroma(lightness, halves), atol=0.01)


def test_without_a_distribution_vividness_changes_nothing() -> None:
    lightness = np.full((20, 30), 50, dtype=np.float32)
    photo = Recomposition(lightness, np.full((2, 3, 2), 20, dtype=np.float32))
    plain = photo.image(Adjustments(), depth=8)
    np.testing.assert_array_equal(photo.image(Adjustments(vividness=0.7), depth=8), plain)
