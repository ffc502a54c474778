"""Upsampling follows edges, keeps means, prints no grain, and does not depend on strips."""

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.rendering import chroma
from colorizer_gui.core.rendering.chroma import enlarge_rows, refine_chroma, shrink

SHAPES = [(1, 1), (1, 5000), (5000, 1), (5, 7), (31, 3), (300, 20)]


def _random(shape: tuple[int, ...], low: float, high: float, seed: int = 0) -> FloatArray:
    return np.random.default_rng(seed).uniform(low, high, shape).astype(np.float32)


def _smooth(plane: FloatArray, sigma: float) -> FloatArray:
    return np.asarray(cv2.GaussianBlur(plane, (0, 0), sigma), dtype=np.float32)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("cells", [(1, 1), (32, 48), (48, 32)])
def test_any_size_is_refined_to_at_most_the_photo(shape: tuple[int, int], cells: tuple[int, int]) -> None:
    refined = refine_chroma(_random(shape, 0, 100), _random((*cells, 2), -50, 50))
    assert refined.shape == (*shape, 2)
    assert refined.dtype == np.float32
    assert np.isfinite(refined).all()


def test_a_large_photo_is_refined_at_the_intermediate_resolution(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chroma, "REFINED_PIXELS", 10_000)
    refined = refine_chroma(_random((300, 600), 0, 100), _random((8, 16, 2), -50, 50))
    assert refined.shape == (71, 141, 2)


@given(a=st.floats(-100, 100, width=32), b=st.floats(-100, 100, width=32), seed=st.integers(0, 99))
@settings(max_examples=20)
def test_one_colour_stays_one_colour(a: float, b: float, seed: int) -> None:
    cells = np.full((6, 9, 2), (a, b), dtype=np.float32)
    refined = refine_chroma(_random((53, 77), 0, 100, seed), cells)
    np.testing.assert_allclose(refined, np.broadcast_to(cells[0, 0], refined.shape), atol=1e-3)


def test_colour_stops_at_an_edge_within_a_cell() -> None:
    lightness = np.full((160, 160), 30, dtype=np.float32)
    lightness[:, 72:] = 80  # in the middle of a cell of 16 pixels
    truth = np.zeros((160, 160, 2), dtype=np.float32)
    truth[:, :72, 0], truth[:, 72:, 0] = 40, -40
    cells = shrink(truth, 10, 10)
    refined = refine_chroma(lightness, cells)
    bilinear = cv2.resize(cells, (160, 160), interpolation=cv2.INTER_LINEAR)
    assert np.abs(refined - truth).mean() < 0.4 * np.abs(bilinear - truth).mean()
    assert np.abs(refined).max() < 48


def test_means_of_cells_are_nearly_kept() -> None:
    cells = _smooth(_random((16, 24, 2), -60, 60), 1.0)
    lightness = _smooth(_random((256, 384), 0, 100), 4.0)
    error = shrink(refine_chroma(lightness, cells), 16, 24) - cells
    assert np.abs(error).mean() < 0.1 * np.abs(cells).mean()


def test_film_grain_is_not_printed_into_chroma() -> None:
    ramp = np.repeat(np.linspace(20, 80, 240, dtype=np.float32)[None, :], 160, axis=0)
    cells = np.zeros((10, 15, 2), dtype=np.float32)
    cells[..., 0] = np.linspace(-30, 30, 15)
    grain = np.random.default_rng(5).normal(0, 4, ramp.shape).astype(np.float32)
    disturbed = refine_chroma(ramp + grain, cells) - refine_chroma(ramp, cells)
    assert disturbed.std() < 0.05 * grain.std()


def test_the_result_is_the_same_each_time_and_for_mirrored_photos() -> None:
    lightness, cells = _random((90, 130), 0, 100), _random((7, 11, 2), -50, 50)
    refined = refine_chroma(lightness, cells)
    np.testing.assert_array_equal(refined, refine_chroma(lightness, cells))
    mirrored = refine_chroma(lightness[:, ::-1].copy(), cells[:, ::-1].copy())
    np.testing.assert_allclose(mirrored[:, ::-1], refined, atol=1e-2)


@given(
    plane=st.tuples(st.integers(1, 20), st.integers(1, 20)),
    more=st.tuples(st.integers(0, 90), st.integers(0, 90)),
    cut=st.floats(0, 1),
)
@settings(max_examples=60)
def test_enlarged_rows_equal_those_of_the_whole(
    plane: tuple[int, int], more: tuple[int, int], cut: float
) -> None:
    source = _random((*plane, 2), -80, 80)
    height, width = plane[0] + more[0], plane[1] + more[1]
    middle = round(cut * (height - 1))
    whole = enlarge_rows(source, slice(0, height), height, width)
    for rows in (slice(0, middle + 1), slice(middle, middle + 1), slice(middle, height)):
        np.testing.assert_array_equal(enlarge_rows(source, rows, height, width), whole[rows])


def test_enlarging_aligns_areas_like_opencv() -> None:
    source = _random((6, 8, 2), -80, 80)
    expected = cv2.resize(source, (50, 37), interpolation=cv2.INTER_LINEAR)
    np.testing.assert_allclose(enlarge_rows(source, slice(0, 37), 37, 50), expected, atol=1e-3)


def test_shrinking_never_enlarges() -> None:
    plane = _random((10, 40), 0, 100)
    assert shrink(plane, 50, 50) is plane
    assert shrink(plane, 50, 20).shape == (10, 20)
    np.testing.assert_allclose(shrink(plane, 1, 1), plane.mean(), rtol=1e-5)
