"""Do neighbours of like lightness agree, and nobody else?"""

import numpy as np
import pytest
import torch

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.inference import array_smoothing
from colorizer_gui.core.inference.cell_smoothing import smoothed
from colorizer_gui.core.inference.cell_tiles import RANGE_SIGMA, SPACE_SIGMA


@pytest.fixture(params=["tensors", "arrays"], autouse=True)
def _in_both_ways(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "arrays":
        monkeypatch.setitem(globals(), "_smoothed", array_smoothing.smoothed)


def _smoothed(scores: FloatArray, lightness: FloatArray) -> FloatArray:
    return smoothed(torch.from_numpy(scores), torch.from_numpy(lightness)).numpy()


def test_both_ways_are_equal() -> None:
    rng = np.random.default_rng(9)
    scores = rng.normal(size=(37, 21, 313)).astype(np.float32) * 3
    lightness = np.sort(rng.uniform(0, 100, (37, 21)).astype(np.float32))
    expected = smoothed(torch.from_numpy(scores), torch.from_numpy(lightness)).numpy()
    np.testing.assert_allclose(array_smoothing.smoothed(scores, lightness), expected, atol=2e-5)


def _log_softmax(scores: FloatArray) -> FloatArray:
    return torch.log_softmax(torch.from_numpy(scores), dim=-1).numpy()


def _cells(height: int, width: int, bins: int = 3) -> FloatArray:
    return np.zeros((height, width, bins), dtype=np.float32)


def _gray(height: int, width: int, lightness: float = 50.0) -> FloatArray:
    return np.full((height, width), lightness, dtype=np.float32)


@pytest.mark.parametrize("size", [(1, 1), (1, 9), (7, 2), (33, 18), (64, 48)])
def test_where_all_say_the_same_nothing_changes(size: tuple[int, int]) -> None:
    rng = np.random.default_rng(0)
    scores = np.broadcast_to(rng.normal(size=5).astype(np.float32), (*size, 5)).copy()
    lightness = rng.uniform(0, 100, size).astype(np.float32)
    np.testing.assert_allclose(_smoothed(scores, lightness), _log_softmax(scores), atol=1e-5)


def test_it_is_a_bilateral_mean_also_at_the_seams_of_tiles() -> None:
    rng = np.random.default_rng(1)
    height, width = 38, 22
    scores = rng.normal(size=(height, width, 4)).astype(np.float32)
    lightness = rng.uniform(40, 60, (height, width)).astype(np.float32)
    found = _smoothed(scores, lightness)
    groups = scores.reshape(height // 2, 2, width // 2, 2, 4).mean(axis=(1, 3))
    groups_lightness = lightness.reshape(height // 2, 2, width // 2, 2).mean(axis=(1, 3))
    for row, column in ((0, 0), (15, 15), (16, 16), (20, 3), (37, 21)):
        first = row // 16 * 8, column // 16 * 8
        near = tuple(slice(max(0, at - 4), at + 12) for at in first)
        y, x = (np.arange(n)[cut] * 2 + 0.5 for n, cut in zip(groups.shape, near, strict=False))
        space = ((y - row) ** 2)[:, None] + ((x - column) ** 2)[None]
        lighter = groups_lightness[near] - lightness[row, column]
        weight = np.exp(-space / (2 * SPACE_SIGMA**2) - lighter**2 / (2 * RANGE_SIGMA**2))[..., None]
        mean = (scores[row, column] + (weight * groups[near]).sum(axis=(0, 1))) / (1 + weight.sum())
        np.testing.assert_allclose(found[row, column], _log_softmax(mean.astype(np.float32)), atol=1e-4)


def test_a_cell_that_stands_alone_is_persuaded() -> None:
    scores = _cells(20, 20)
    scores[..., 0] = 3.0
    scores[10, 10] = (2.0, 2.5, 0.0)
    assert _smoothed(scores, _gray(20, 20)).argmax(axis=-1).max() == 0


def test_what_lies_beyond_an_edge_is_not_asked() -> None:
    scores, lightness = _cells(20, 20), _gray(20, 20, 30.0)
    scores[:, :10, 0] = scores[:, 10:, 1] = 3.0
    lightness[:, 10:] = 60.0
    np.testing.assert_allclose(_smoothed(scores, lightness), _log_softmax(scores), atol=1e-3)
    assert np.abs(_smoothed(scores, _gray(20, 20)) - _log_softmax(scores)).max() > 1


def test_no_weight_is_a_number_that_processors_are_slow_with(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[torch.Tensor] = []
    product = torch.addmm

    def watched(own: torch.Tensor, weight: torch.Tensor, groups: torch.Tensor, beta: float) -> torch.Tensor:
        seen.append(weight)
        return product(own, weight, groups, beta=beta)

    monkeypatch.setattr(torch, "addmm", watched)
    lightness = np.linspace(0, 100, 24 * 40, dtype=np.float32).reshape(24, 40)
    smoothed(torch.zeros(24, 40, 3), torch.from_numpy(lightness))
    assert min(float(weight.min()) for weight in seen) > torch.finfo(torch.float32).tiny


def test_each_cell_may_have_a_constant_of_its_own() -> None:
    rng = np.random.default_rng(2)
    scores = rng.normal(size=(12, 17, 6)).astype(np.float32)
    shifted = scores + rng.normal(size=(12, 17, 1)).astype(np.float32) * 5
    lightness = rng.uniform(0, 100, (12, 17)).astype(np.float32)
    np.testing.assert_allclose(_smoothed(shifted, lightness), _smoothed(scores, lightness), atol=1e-4)
