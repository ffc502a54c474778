"""Pictures to and from arrays."""

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from colorizer_gui.core.color.conversion import lightness_to_gray
from colorizer_gui.desktop.qimage import image_from_lightness, image_from_rgb, rgb_from_image

SIZES = [(1, 1), (3, 2), (5, 7), (31, 17), (33, 4), (64, 48)]


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_rgb_there_and_back_at_odd_widths(width: int, height: int) -> None:
    rgb = np.random.default_rng(width).integers(0, 256, (height, width, 3), dtype=np.uint8)
    image = image_from_rgb(rgb)
    assert (image.width(), image.height()) == (width, height)
    assert image.pixelColor(width - 1, height - 1) == QColor(*(int(v) for v in rgb[-1, -1]))
    np.testing.assert_array_equal(rgb_from_image(image), rgb)


@pytest.mark.parametrize("deep", [False, True])
def test_alpha_there_and_back(deep: bool) -> None:
    rgb = np.random.default_rng(1).integers(0, 256, (5, 3, 3), dtype=np.uint8)
    alpha = np.arange(15, dtype=np.uint8).reshape(5, 3)
    image = image_from_rgb(rgb, alpha.astype(np.uint16) * 257 if deep else alpha)
    back = rgb_from_image(image)
    np.testing.assert_array_equal(back[..., 3], alpha)
    np.testing.assert_array_equal(back[..., :3], rgb)


def test_opaque_alpha_is_none() -> None:
    image = QImage(3, 3, QImage.Format.Format_ARGB32)
    image.fill(QColor(10, 20, 30))
    assert rgb_from_image(image).shape == (3, 3, 3)


@pytest.mark.parametrize("width", [1, 3, 7, 64])
def test_gray_is_within_one_step_of_the_exact_curve(width: int) -> None:
    lightness = np.random.default_rng(2).uniform(0, 100, (600, width)).astype(np.float32)
    image = image_from_lightness(lightness)
    shown = rgb_from_image(image)[..., 0].astype(int)
    exact = np.rint(lightness_to_gray(lightness) * 255).astype(int)
    assert np.abs(shown - exact).max() <= 1


def test_gray_shrinks_to_the_long_side() -> None:
    lightness = np.full((100, 300), 50, dtype=np.float32)
    assert image_from_lightness(lightness, 30).size().toTuple() == (30, 10)
    assert image_from_lightness(lightness, 3000).size().toTuple() == (300, 100)
