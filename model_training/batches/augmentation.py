"""Make a modern gray photo look like an old one; the colours to be learnt stay as they are.

Applied to the input only: the film's own idea of which colours are bright, contrast and faded
blacks, vignette, blur, grain, and the blocks of a strong JPEG.
"""

from typing import Final

import cv2
import numpy as np

from colorizer_gui.core.color.conversion import FloatArray, linear_to_srgb

#: Parameters of the Dirichlet distribution of a film's share of red, green and blue light. Before
#: panchromatic film (about 1925) emulsions were blind to red, the first ones to green as well.
_FILM_SHARES: Final = (0.4, 1.5, 1.5)


def age_photo(gray: FloatArray, rng: np.random.Generator) -> FloatArray:
    """Age one photo; every step happens with its own probability.

    Parameters
    ----------
    gray
        (H, W) float32 gray sRGB in [0, 1].

    Returns
    -------
    (H, W) float32 in [0, 1], a new array.
    """
    aged = gray.astype(np.float32)
    if rng.random() < 0.6:
        aged = aged ** np.float32(rng.uniform(0.7, 1.4))
    if rng.random() < 0.4:
        black, white = rng.uniform(0.0, 0.18), rng.uniform(0.82, 1.0)
        aged = np.float32(black) + aged * np.float32(white - black)
    if rng.random() < 0.2:
        aged = aged * _vignette(aged.shape, rng.uniform(0.1, 0.5))
    if rng.random() < 0.4:
        aged = cv2.GaussianBlur(aged, (0, 0), rng.uniform(0.4, 1.6)).astype(np.float32)
    if rng.random() < 0.5:
        aged = aged + _grain(aged.shape, rng)
    aged = np.clip(aged, 0.0, 1.0)
    if rng.random() < 0.3:
        aged = _jpeg(aged, int(rng.integers(25, 85)))
    return np.asarray(aged, dtype=np.float32)


def film_gray(linear_rgb: FloatArray, rng: np.random.Generator) -> FloatArray:
    """The gray photo that a film with random sensitivities to red, green and blue would have made.

    Light adds up before the transfer curve; the sensitivities sum to 1, so that neutral colours stay
    as they are.

    Parameters
    ----------
    linear_rgb
        (H, W, 3) float32 linear light in [0, 1].

    Returns
    -------
    (H, W) float32 gray sRGB in [0, 1].
    """
    shares = rng.dirichlet(_FILM_SHARES).astype(np.float32)
    return np.clip(linear_to_srgb(linear_rgb @ shares), 0.0, 1.0).astype(np.float32)


def _vignette(shape: tuple[int, ...], strength: float) -> FloatArray:
    y = np.linspace(-1, 1, shape[0], dtype=np.float32)[:, None]
    x = np.linspace(-1, 1, shape[1], dtype=np.float32)[None, :]
    return (1.0 - np.float32(strength) * (x * x + y * y) / 2).astype(np.float32)


def _grain(shape: tuple[int, ...], rng: np.random.Generator) -> FloatArray:
    noise = rng.standard_normal(shape, dtype=np.float32)
    if rng.random() < 0.5:
        noise = cv2.GaussianBlur(noise, (0, 0), rng.uniform(0.5, 1.2)).astype(np.float32)
        noise /= max(float(noise.std()), 1e-6)
    return np.asarray(noise * rng.uniform(0.01, 0.07), dtype=np.float32)


def _jpeg(gray: FloatArray, quality: int) -> FloatArray:
    samples = np.rint(gray * 255).astype(np.uint8)
    _, encoded = cv2.imencode(".jpg", samples, [cv2.IMWRITE_JPEG_QUALITY, quality])
    decoded = np.asarray(cv2.imdecode(encoded, cv2.IMREAD_GRAYSCALE), dtype=np.float32)
    return decoded / np.float32(255)
