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
    bases = [photo._layers_for(Adjustments(edge_cleanup=amount)).base for amount in (0, 0.5, 1)]
    planes = [base for base in bases if isinstance(base, np.ndarray)]
    error = [rms(plane[:, 120:132] - truth[:, 120:132]) for plane in planes]
    assert len(error) == 3
    assert error == sorted(error, reverse=True)
    assert error[2] < 0.9 * error[0]


def direction_diffusion(ab: FloatArray, iterations: int) -> FloatArray:
    """The flow of the paper for p = 1, u_t = div(grad u / |grad u|) + u |grad u|, of unit vectors.

    |grad u| is that of both axes at once, regularized and in steps of time as in `diffuse`.
    """
    u = np.stack([np.ones(ab.shape[:2]), ab[..., 0] / 60.0, ab[..., 1] / 60.0])
    u /= np.linalg.norm(u, axis=0)
    for _ in range(iterations):
        across = np.diff(u, axis=2, append=u[:, :, -1:])
        down = np.diff(u, axis=1, append=u[:, -1:, :])
        squared = np.square(across).sum(axis=0) + np.square(down).sum(axis=0)
        norm = np.sqrt(squared + 0.1**2)
        across, down = across / norm, down / norm
        divergence = np.diff(across, axis=2, prepend=0) + np.diff(down, axis=1, prepend=0)
        u = u + 0.24 * 0.1 * (divergence + u * squared / norm)
        u /= np.linalg.norm(u, axis=0)
    return (np.stack([u[1] / u[0], u[2] / u[0]], axis=-1) * 60.0).astype(np.float32)


def degrees_between(one: FloatArray, other: FloatArray) -> FloatArray:
    """Angles between chromaticities on the sphere."""
    first, second = (np.dstack([np.full(each.shape[:2], 60.0), each]) for each in (one, other))
    cosine = (first * second).sum(axis=-1)
    cosine /= np.linalg.norm(first, axis=-1) * np.linalg.norm(second, axis=-1)
    return np.asarray(np.degrees(np.arccos(np.clip(cosine, -1, 1))), dtype=np.float32)


def noisy_areas() -> tuple[FloatArray, FloatArray]:
    """Three areas of one colour each, and the same with noise."""
    truth = np.zeros((64, 64, 2), dtype=np.float32)
    truth[:, :32], truth[:, 32:], truth[20:30, 10:20] = (40, 20), (-20, 10), (0, -30)
    noise = np.random.default_rng(0).normal(0, 8, truth.shape)
    return truth, truth + noise.astype(np.float32)


@pytest.mark.parametrize(("iterations", "most"), [(20, 6.0), (80, 2.0), (160, 0.5)])
def test_without_edges_of_the_lightness_it_is_the_direction_diffusion_of_the_paper(
    iterations: int, most: float
) -> None:
    _, noisy = noisy_areas()
    ours = diffuse(np.full((64, 64), 50, dtype=np.float32), noisy, iterations)
    angles = degrees_between(ours, direction_diffusion(noisy, iterations))
    assert angles.mean() < 0.1
    assert angles.max() < most


def test_edges_of_the_lightness_hold_colour_that_the_paper_lets_run_together() -> None:
    truth, noisy = noisy_areas()
    lightness = np.full((64, 64), 40, dtype=np.float32)
    lightness[:, 32:], lightness[20:30, 10:20] = 60, 70
    ours, paper = diffuse(lightness, noisy), direction_diffusion(noisy, 80)
    assert degrees_between(ours, truth).mean() < 0.4 * degrees_between(paper, truth).mean()
    assert np.abs(ours[:, 31, 0] - ours[:, 32, 0]).mean() > 55
    assert np.abs(paper[:, 31, 0] - paper[:, 32, 0]).mean() < 10
