"""The colours that are offered are those that a lightness can have, and look as the photo will."""

import numpy as np
import pytest

from colorizer_gui.core.color import rgb_to_lab
from colorizer_gui.core.possible_colors import REACH, plane_of_colors, shown_rgb, within_gamut


@pytest.mark.parametrize("lightness", [5.0, 35.0, 60.0, 95.0])
def test_what_is_within_the_gamut_stays_and_the_rest_keeps_its_lightness(lightness: float) -> None:
    wishes = np.array([[0, 0], [8, -6], [90, 60], [-90, 90], [0, -120]], dtype=np.float32)
    shown = rgb_to_lab(shown_rgb(lightness, wishes)[None])[0]
    np.testing.assert_allclose(shown[:, 0], lightness, atol=0.1)
    fitted = within_gamut(lightness, wishes)
    np.testing.assert_allclose(fitted[0], 0, atol=0.05)
    np.testing.assert_allclose(within_gamut(lightness, fitted), fitted, atol=0.1)
    assert np.hypot(*fitted[2]) < np.hypot(*wishes[2])
    if lightness in {35.0, 60.0}:
        np.testing.assert_allclose(fitted[1], wishes[1], atol=0.1)


def test_the_plane_shows_each_colour_in_its_place() -> None:
    rgb, there = plane_of_colors(60.0, 40)
    assert rgb.shape == (40, 40, 3)
    assert there[20, 20]
    assert not there[0].any()
    assert 0.15 < there.mean() < 0.6
    lab = rgb_to_lab(rgb / np.float32(255))
    row, column = 14, 26
    step = 2 * REACH / 40
    assert there[row, column]
    expected = ((column + 0.5) * step - REACH, REACH - (row + 0.5) * step)
    np.testing.assert_allclose(lab[row, column], (60.0, *expected), atol=1.0)


def test_white_and_black_have_no_colour() -> None:
    for lightness in (0.0, 100.0):
        assert not plane_of_colors(lightness, 20)[1].any()
        np.testing.assert_allclose(within_gamut(lightness, [[50.0, 50.0]]), 0, atol=0.2)
