"""The colours that are offered are those that a lightness can have, and look as the photo will."""

import numpy as np
import pytest

from colorizer_gui.core.color.conversion import rgb_to_lab
from colorizer_gui.core.guidance.possible_colors import bounds_of, plane_of_colors, shown_rgb, within_gamut


@pytest.mark.parametrize("lightness", [5.0, 35.0, 60.0, 95.0])
def test_what_is_within_the_gamut_stays_and_the_rest_keeps_its_lightness(lightness: float) -> None:
    asked = np.array([[0, 0], [8, -6], [90, 60], [-90, 90], [0, -120]], dtype=np.float32)
    shown = rgb_to_lab(shown_rgb(lightness, asked)[None])[0]
    np.testing.assert_allclose(shown[:, 0], lightness, atol=0.1)
    fitted = within_gamut(lightness, asked)
    np.testing.assert_allclose(fitted[0], 0, atol=0.05)
    np.testing.assert_allclose(within_gamut(lightness, fitted), fitted, atol=0.1)
    assert np.hypot(*fitted[2]) < np.hypot(*asked[2])
    if lightness in {35.0, 60.0}:
        np.testing.assert_allclose(fitted[1], asked[1], atol=0.1)


def test_the_plane_shows_each_colour_in_its_place() -> None:
    a, b = np.linspace(-100, 100, 41, dtype=np.float32), np.linspace(80, -80, 33, dtype=np.float32)
    rgb, there = plane_of_colors(60.0, a, b)
    assert rgb.shape == (33, 41, 3)
    assert there[16, 20]
    assert not there[0].any()
    assert 0.15 < there.mean() < 0.6
    assert there[10, 26]
    lab = rgb_to_lab(rgb / np.float32(255))
    np.testing.assert_allclose(lab[10, 26], (60.0, a[26], b[10]), atol=1.0)


@pytest.mark.parametrize("lightness", [3.0, 30.0, 60.0, 97.0])
def test_bounds_lie_around_all_colours(lightness: float) -> None:
    least_a, greatest_a, least_b, greatest_b = bounds_of(lightness)
    assert least_a < 0 < greatest_a
    assert least_b < 0 < greatest_b
    axis = np.arange(-119.5, 120, 1, dtype=np.float32)
    there = plane_of_colors(lightness, axis, axis)[1]
    rows, columns = axis[there.any(axis=1)], axis[there.any(axis=0)]
    if len(rows):
        assert rows[0] >= least_b - 2
        assert rows[-1] <= greatest_b + 2
        assert columns[0] >= least_a - 2
        assert columns[-1] <= greatest_a + 2
    if lightness in {30.0, 60.0}:
        expected = [columns[0], columns[-1], rows[0], rows[-1]]
        np.testing.assert_allclose([least_a, greatest_a, least_b, greatest_b], expected, atol=2)


def test_white_and_black_have_no_colour() -> None:
    axis = np.arange(-45, 50, 10, dtype=np.float32)
    for lightness in (0.0, 100.0):
        assert not plane_of_colors(lightness, axis, axis)[1].any()
        np.testing.assert_allclose(within_gamut(lightness, [[50.0, 50.0]]), 0, atol=0.2)
