"""A selection ends where light and colour change, and stays as it was where nothing does."""

import numpy as np
import pytest

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.guidance.cutting import cut


def scene(height: int = 60, width: int = 80) -> tuple[FloatArray, FloatArray, FloatArray]:
    """A dark disc on a bright ground, with grain; where it is, its lightness and its colour."""
    rows, columns = np.mgrid[:height, :width]
    disc = np.hypot(rows - height / 2, columns - width / 2) < height / 4
    rng = np.random.default_rng(1)
    lightness = np.where(disc, 35, 70) + rng.normal(0, 2, (height, width))
    ab = np.where(disc[..., None], (20.0, 25.0), (-5.0, 5.0)) + rng.normal(0, 1, (height, width, 2))
    return disc.astype(np.float32), lightness.astype(np.float32), ab.astype(np.float32)


def unsure(inside: FloatArray) -> FloatArray:
    """Sure in the middle, and of a ring around the outline it is not."""
    rows, columns = np.mgrid[: inside.shape[0], : inside.shape[1]]
    away = np.hypot(rows - inside.shape[0] / 2, columns - inside.shape[1] / 2) / (inside.shape[0] / 4)
    doubt: FloatArray = np.clip(1.8 - 0.9 * away, 0, 1).astype(np.float32)
    # It is one half where that is 1.44 of the radius.
    return doubt


def test_the_outline_goes_to_the_edge() -> None:
    disc, lightness, ab = scene()
    weight = unsure(disc)
    assert ((weight > 0.5) != disc.astype(bool)).mean() > 0.15
    found = cut(weight, lightness, ab)
    assert ((found > 0.5) != disc.astype(bool)).mean() < 0.005
    np.testing.assert_array_equal(found, cut(weight, lightness, ab))


def test_what_is_sure_stays() -> None:
    disc, lightness, ab = scene()
    weight = np.zeros_like(disc)
    weight[10:14, 10:14] = 1  # of the ground, and all else is not meant
    found = cut(weight, lightness, ab)
    np.testing.assert_array_equal(found, weight)


@pytest.mark.parametrize("level", [0.0, 0.3, 1.0])
def test_where_all_of_it_is_alike_there_is_nothing_to_decide(level: float) -> None:
    _, lightness, ab = scene()
    weight = np.full(lightness.shape, level, dtype=np.float32)
    assert cut(weight, lightness, ab) is weight


@pytest.mark.parametrize("shape", [(1, 2), (3, 200), (400, 600)])
def test_scenes_of_any_size(shape: tuple[int, int]) -> None:
    disc, lightness, ab = scene(*shape)
    weight = np.linspace(0, 1, shape[1], dtype=np.float32)[None].repeat(shape[0], axis=0)
    found = cut(weight, lightness, ab)
    assert found.shape == shape
    assert found.min() >= 0
    assert found.max() <= 1
    assert disc.shape == shape
