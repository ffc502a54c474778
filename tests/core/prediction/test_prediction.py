"""What the distribution over the bins says: chroma, confidence, suggestions."""

from dataclasses import replace

import numpy as np
import pytest

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.common.cancellation import CancelToken
from colorizer_gui.core.common.errors import Cancelled, ColorizationError
from colorizer_gui.core.prediction.distribution import Distribution
from colorizer_gui.core.prediction.prediction import Guidance, Prediction, same_guidance
from colorizer_gui.core.prediction.vividness import Annealing

BINS = AbBins.derive()


def _distribution(p: np.ndarray) -> Distribution:
    log_p = np.log(np.maximum(p / p.sum(axis=-1, keepdims=True), 1e-12))
    return Distribution(BINS, log_p.astype(np.float16))


def _bin(a: float, b: float) -> int:
    return int(np.flatnonzero((BINS.centers == (a, b)).all(axis=1))[0])


def test_confidence_goes_from_unsure_to_sure() -> None:
    p = np.stack([np.ones(313), np.where(np.arange(313) == 9, 1.0, 0.0), np.arange(313) < 2])[None]
    unsure, sure, two = _distribution(p).confidence()[0]
    assert unsure == pytest.approx(0.0, abs=2e-3)
    assert sure == pytest.approx(1.0, abs=1e-3)
    assert two == pytest.approx(1 - np.log(2) / np.log(313), abs=2e-3)


def test_suggestions_are_clearly_different_the_likeliest_first() -> None:
    p = np.full(313, 1e-6)
    p[[_bin(0, 0), _bin(10, 0), _bin(0, 10)]] = 0.5, 0.2, 0.1
    p[_bin(60, 40)], p[_bin(-40, 30)] = 0.15, 0.25
    distribution = _distribution(p[None, None])
    assert distribution.suggestions(0, 0, 3).tolist() == [[0, 0], [-40, 30], [60, 40]]
    assert distribution.suggestions(0, 0, 1).tolist() == [[0, 0]]
    beside = np.full((1, 3, 313), 1e-6)
    beside[0, :2, _bin(0, 0)], beside[0, 2, _bin(50, 0)] = 1.0, 1.0
    assert _distribution(beside).suggestions(0, 1, 3).tolist() == [[0, 0], [50, 0]]
    assert _distribution(beside).suggestions(0, 0, 3).tolist() == [[0, 0]]


def test_suggestions_do_not_count_what_the_training_made_of_rare_colours() -> None:
    p = np.full(313, 1e-6)
    p[_bin(0, 0)], p[_bin(60, 40)] = 0.4, 0.6
    class_weights = np.ones(313, dtype=np.float32)
    class_weights[_bin(60, 40)] = 12.0
    taught = _distribution(p[None, None])
    assert taught.suggestions(0, 0, 1).tolist() == [[60, 40]]
    assert replace(taught, class_weights=class_weights).suggestions(0, 0, 1).tolist() == [[0, 0]]


@pytest.mark.parametrize(
    ("positions", "ab"),
    [
        ([[0.5, 0.5]], [[1.0, 2.0], [3.0, 4.0]]),
        ([[0.5, 0.5, 0.5]], [[1.0, 2.0, 3.0]]),
        ([0.5], [1.0]),
        ([[1.1, 0.5]], [[1.0, 2.0]]),
        ([[float("nan"), 0.5]], [[1.0, 2.0]]),
        ([[0.5, 0.5]], [[1.0, float("inf")]]),
    ],
)
def test_damaged_guidance_is_refused(positions: list[list[float]], ab: list[list[float]]) -> None:
    with pytest.raises(ValueError, match="point"):
        Guidance(np.array(positions, np.float32), np.array(ab, np.float32))


def test_guidances_are_the_same_when_they_ask_for_the_same() -> None:
    def points(*numbers: float) -> Guidance:
        pairs = np.array(numbers, np.float32).reshape(-1, 2)
        return Guidance(pairs, pairs)

    assert same_guidance(None, None)
    assert same_guidance(None, points())
    assert same_guidance(points(0.1, 0.2), points(0.1, 0.2))
    assert not same_guidance(None, points(0.1, 0.2))
    assert not same_guidance(points(0.1, 0.2), points(0.1, 0.3))
    assert not same_guidance(points(0.1, 0.2), points(0.1, 0.2, 0.3, 0.4))


@pytest.mark.parametrize("count", [1, 5])
def test_there_is_always_a_suggestion(count: int) -> None:
    assert 1 <= len(_distribution(np.ones((1, 1, 313))).suggestions(0, 0, count)) <= count


def test_a_prediction_follows_its_temperature() -> None:
    p = np.full(313, 1e-9)
    p[_bin(0, 0)], p[_bin(60, 40)] = 0.6, 0.4
    distribution = _distribution(np.tile(p, (2, 3, 1)))
    mean = Prediction.of(distribution, Annealing(1.0))
    mode = Prediction.of(distribution, Annealing(0.05), "a notice")
    assert mean.ab.shape == (2, 3, 2)
    np.testing.assert_allclose(mean.ab[0, 0], [24, 16], atol=0.1)
    np.testing.assert_allclose(mode.ab[0, 0], [0, 0], atol=0.1)
    assert mode.notice == "a notice"
    assert mean.distribution is distribution


def test_an_annealed_mean_goes_from_the_mean_to_the_mode() -> None:
    scores = np.random.default_rng(1).normal(0, 3, size=(40, 15, 313)).astype(np.float16)
    np.put_along_axis(scores, scores.argmax(axis=-1, keepdims=True), np.float16(15), axis=-1)  # no ties
    distribution = Distribution(BINS, scores)
    p = np.exp(scores.astype(np.float64))
    p /= p.sum(axis=-1, keepdims=True)
    confidence = np.empty((40, 15), dtype=np.float32)
    mean, mode = distribution.read([Annealing(1.0), Annealing(1e-3)], confidence)
    np.testing.assert_allclose(mean, p @ BINS.centers, atol=1e-3)
    np.testing.assert_allclose(mode, BINS.centers[scores.argmax(axis=-1)], atol=1e-3)
    entropy = -(p * np.log(p)).sum(axis=-1)
    np.testing.assert_allclose(confidence, 1.0 - entropy / np.log(313), atol=1e-4)


def test_class_weights_are_taken_back_from_what_the_training_made_of_them() -> None:
    truth = np.full(313, 1e-6)
    truth[_bin(0, 0)], truth[_bin(60, 40)] = 0.8, 0.2
    class_weights = np.ones(313, dtype=np.float32)
    class_weights[_bin(60, 40)] = 12.0
    taught = _distribution((truth * class_weights)[None, None])
    distribution = replace(taught, class_weights=class_weights)
    true_mean = [12.0, 8.0]
    np.testing.assert_allclose(distribution.annealed_mean(Annealing(1.0, 0.0))[0, 0], true_mean, atol=0.1)
    np.testing.assert_array_equal(
        distribution.annealed_mean(Annealing(1.0, 1.0)), taught.annealed_mean(Annealing(1.0, 0.0))
    )
    halfway = float(distribution.annealed_mean(Annealing(1.0, 0.5))[0, 0, 0])
    assert true_mean[0] < halfway < float(taught.annealed_mean(Annealing(1.0))[0, 0, 0])
    assert distribution.confidence() == pytest.approx(_distribution(truth[None, None]).confidence(), abs=1e-3)


def test_a_token_is_set_once_and_is_no_error_of_the_program() -> None:
    token = CancelToken()
    token.raise_if_cancelled()
    before = token.cancelled
    for _ in range(2):
        token.cancel()
    with pytest.raises(Cancelled):
        token.raise_if_cancelled()
    assert (before, token.cancelled) == (False, True)
    assert not issubclass(Cancelled, ColorizationError)
