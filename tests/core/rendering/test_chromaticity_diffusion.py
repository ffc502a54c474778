"""Colour flows within areas of alike lightness, and not over their edges."""

import numpy as np
import pytest

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.core.rendering.chroma import shrink
from colorizer_gui.core.rendering.chromaticity_diffusion import diffuse
from colorizer_gui.core.rendering.rendering import Recomposition


def rms(error: FloatArray) -> float:
    return float(np.sqrt(np.square(error).mean()))


def bled(size: int = 60) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Lightness with an edge in the middle, the true colours, and colours that bleed over the edge."""
    lightness = np.full((size, size), 30, dtype=np.float32)
    lightness[:, size // 2 :] = 75
    truth = np.zeros((size, size, 2), dtype=np.float32)
    truth[:, : size // 2] = 40, 20
    truth[:, size // 2 :] = -20, 10
    colors = truth.copy()
    colors[:, size // 2 : size // 2 + 4] = 40, 20
    return lightness, truth, colors


def test_bleeding_is_drawn_back_to_the_edge() -> None:
    lightness, truth, colors = bled()
    cleaned = diffuse(lightness, colors)
    assert rms(cleaned - truth) < 0.6 * rms(colors - truth)
    assert np.abs(cleaned[:, :30] - truth[:, :30]).max() < 1


def test_noise_goes_and_the_mean_stays() -> None:
    noise = np.random.default_rng(0).normal(0, 6, (50, 50, 2)).astype(np.float32) + np.float32(15)
    cleaned = diffuse(np.full((50, 50), 50, dtype=np.float32), noise)
    assert cleaned.std() < 0.5 * noise.std()
    assert cleaned.mean() == pytest.approx(noise.mean(), abs=1)


@pytest.mark.parametrize("shape", [(1, 1), (1, 9), (9, 1), (7, 5)])
def test_one_colour_stays_one_colour(shape: tuple[int, int]) -> None:
    ab = np.full((*shape, 2), (35, -25), dtype=np.float32)
    lightness = np.random.default_rng(1).uniform(0, 100, shape).astype(np.float32)
    np.testing.assert_allclose(diffuse(lightness, ab), ab, atol=1e-2)


def test_cleaning_is_a_setting_of_a_rendered_photo() -> None:
    lightness, truth, colors = bled(240)
    photo = Recomposition(lightness, shrink(colors, 24, 24))
    error = [
        rms(photo._chroma_for(Adjustments(edge_cleanup=amount))[:, 120:132] - truth[:, 120:132])
        for amount in (0, 0.5, 1)
    ]
    assert error == sorted(error, reverse=True)
    assert error[2] < 0.9 * error[0]
