"""Hints and ageing as a training simulates them."""

import numpy as np
import pytest

from model_training.batches.augmentation import age_photo
from model_training.batches.hints import simulate_hints


def test_hints_follow_their_statistics() -> None:
    rng = np.random.default_rng(0)
    ab = rng.uniform(-50, 50, (56, 56, 2)).astype(np.float32)
    drawn = [simulate_hints(ab, rng, 0.5, 110.0) for _ in range(2000)]
    counts = np.array([planes[..., 2].sum() for planes in drawn])
    assert np.mean(counts == 0) == pytest.approx(0.5, abs=0.05)
    assert 0.001 < np.mean(counts == 56 * 56) < 0.012
    some = counts[(counts > 0) & (counts < 56 * 56)]
    # Patches of (1 + 4 + 9) / 3 cells, some on top of each other: 8 on average for a hasty user,
    # 63 / log(64) for a patient one.
    assert 35 < some.mean() < (8 + 63 / np.log(64)) / 2 * 14 / 3
    assert 0.1 < np.mean(some > 100) < 0.3
    row, column = np.nonzero(np.sum([p[..., 2] for p in drawn if p[..., 2].sum() < 3000], axis=0))
    where = np.concatenate([np.argwhere(p[..., 2]) for p in drawn if 0 < p[..., 2].sum() < 3000])
    assert where.mean() == pytest.approx(27.5, abs=1.0)
    assert 9 < where.std() < 16
    assert len(row) == len(column) > 2000


def test_hints_are_masked_true_chroma() -> None:
    rng = np.random.default_rng(1)
    ab = np.full((16, 16, 2), (22.0, -44.0), np.float32)
    for _ in range(50):
        planes = simulate_hints(ab, rng, 1.0, 110.0)
        mask = planes[..., 2]
        assert set(np.unique(mask)) <= {0.0, 1.0}
        assert mask.any()
        np.testing.assert_allclose(planes[..., :2], mask[..., None] * (0.2, -0.4), atol=1e-6)
        assert planes.dtype == np.float32
    assert not simulate_hints(ab, rng, 0.0, 110.0).any()


def test_ageing_stays_in_range_and_leaves_its_input() -> None:
    gray = np.random.default_rng(0).uniform(0, 1, (48, 40)).astype(np.float32)
    before = gray.copy()
    changed = 0
    for seed in range(60):
        aged = age_photo(gray, np.random.default_rng(seed))
        assert aged.dtype == np.float32
        assert aged.shape == gray.shape
        assert aged.min() >= 0.0
        assert aged.max() <= 1.0
        np.testing.assert_array_equal(aged, age_photo(gray, np.random.default_rng(seed)))
        changed += bool(np.abs(aged - gray).max() > 1e-3)
    np.testing.assert_array_equal(gray, before)
    assert changed > 50
