"""Means of areas are OpenCV's but for rounding, of any size, shape and order in memory."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common import large_arrays
from colorizer_gui.core.geometry.area_means import area_means, scaled


def by_opencv(plane: FloatArray, height: int, width: int) -> FloatArray:
    return np.asarray(cv2.resize(plane, (width, height), interpolation=cv2.INTER_AREA), dtype=np.float32)


def plane(*shape: int) -> FloatArray:
    return np.random.default_rng(3).uniform(0, 100, shape).astype(np.float32)


@pytest.mark.parametrize("size", [(256, 341), (64, 96), (333, 977), (1, 1), (97, 1100), (250, 250)])
@pytest.mark.parametrize("shape", [(1000, 1100), (1123, 1499)])
def test_they_are_those_of_opencv(shape: tuple[int, int], size: tuple[int, int]) -> None:
    large = plane(*shape)
    np.testing.assert_allclose(area_means(large, *size), by_opencv(large, *size), atol=2e-3)


def test_areas_of_whole_pixels_have_their_means() -> None:
    large = plane(800, 1200)
    expected = large.reshape(100, 8, 150, 8).mean(axis=(1, 3))
    np.testing.assert_allclose(area_means(large, 100, 150), expected, rtol=1e-5)


@pytest.mark.parametrize("size", [(40, 60), (900, 1300), (200, 2500), (1600, 300)])
def test_where_little_is_shrunk_or_something_enlarged_opencv_answers(size: tuple[int, int]) -> None:
    for large in (plane(90, 120), plane(1000, 1200)):
        answered = by_opencv(large, *size)
        if large.shape[0] >= 3 * size[0] and large.shape[1] >= size[1] and large.size >= 2**19:
            np.testing.assert_allclose(area_means(large, *size), answered, atol=2e-3)
        else:
            np.testing.assert_array_equal(area_means(large, *size), answered)


def test_another_size_is_made_of_means_where_it_has_fewer_pixels_and_else_cubic() -> None:
    small = plane(60, 90, 2)
    np.testing.assert_array_equal(scaled(small, 30, 170), by_opencv(small, 30, 170))
    larger = cv2.resize(small, (181, 30), interpolation=cv2.INTER_CUBIC)
    np.testing.assert_array_equal(scaled(small, 30, 181), larger)


def test_planes_of_several_channels_in_any_order_in_memory(tmp_path: Path) -> None:
    large = plane(1200, 900, 2)
    stored = np.memmap(tmp_path / "plane", np.float32, "w+", shape=large.shape)
    stored[:] = large
    wider = np.dstack([large, large])
    expected = by_opencv(large, 150, 99)
    for given in (large, stored, wider[..., 2:], np.asfortranarray(large)):
        np.testing.assert_allclose(area_means(given, 150, 99), expected, atol=2e-3)


def test_a_large_plane_is_never_in_memory_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[None] = []
    monkeypatch.setattr(large_arrays, "_PIECE", 2**20)
    monkeypatch.setattr(large_arrays, "give_back", lambda: given.append(None))
    area_means(plane(1200, 1100), 100, 110)
    assert len(given) == 5, "a megabyte each"
