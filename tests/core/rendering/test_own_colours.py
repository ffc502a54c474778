"""A photo's own colours: as they are in its file, or without their noise and with their edges."""

import cv2
import numpy as np
import numpy.typing as npt
import pytest

from colorizer_gui.core.color.conversion import FloatArray, lab_to_rgb
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.core.rendering.layers import Layers
from colorizer_gui.core.rendering.own_colours import (
    OwnChroma,
    OwnColours,
    OwnMixture,
    denoised,
    shrink_half,
    threshold_of,
)
from colorizer_gui.core.rendering.rendering import Recomposition

HalfArray = npt.NDArray[np.float16]
NOTHING = np.zeros((1, 1, 2), dtype=np.float32)


def scene(height: int = 240, width: int = 300) -> tuple[FloatArray, FloatArray]:
    """Lightness and true chroma: a red half beside a green one, and a blue dot that no lightness shows."""
    lightness = np.full((height, width), 45, dtype=np.float32)
    lightness[:, width // 2 :] = 70
    ab = np.empty((height, width, 2), dtype=np.float32)
    ab[:, : width // 2] = 30, 15
    ab[:, width // 2 :] = -25, 20
    ab[height // 2 : height // 2 + 3, 40:43] = 5, -45
    return lightness, ab


def larger(plane: FloatArray) -> FloatArray:
    return np.asarray(cv2.resize(plane, (1500, 1200)), dtype=np.float32)


def noisy(ab: FloatArray, deviation: float, seed: int = 0) -> HalfArray:
    noise = np.random.default_rng(seed).normal(0, deviation, ab.shape)
    return np.asarray(ab + noise, dtype=np.float16)


def picture(lightness: FloatArray, own: HalfArray, added: FloatArray = NOTHING) -> Recomposition:
    return Recomposition(lightness, OwnChroma(lightness, added, OwnColours(own)))


def mixture(photo: Recomposition, cleaned: float) -> OwnMixture:
    layers: Layers = photo._layers_for(Adjustments(colour_noise=cleaned))
    assert isinstance(layers.base, OwnMixture)
    return layers.base


def chroma(photo: Recomposition, cleaned: float) -> FloatArray:
    width, height = photo.size
    return mixture(photo, cleaned).rows(slice(0, height), height, width)


def rms(error: FloatArray) -> float:
    return float(np.sqrt(np.square(error).mean()))


def test_what_is_not_cleaned_is_the_photo_itself() -> None:
    lightness, ab = scene()
    own = noisy(ab, 4)
    photo = picture(lightness, own)
    np.testing.assert_array_equal(chroma(photo, 0), own.astype(np.float32))
    source = np.rint(lab_to_rgb(np.dstack([lightness, ab])) * 255)
    made = picture(lightness, ab.astype(np.float16)).image(Adjustments(), depth=8)
    assert np.abs(made - source).max() <= 1


@pytest.mark.parametrize("deviation", [2.0, 6.0])
def test_noise_goes_and_edges_and_small_colours_stay(deviation: float) -> None:
    lightness, ab = scene()
    photo = picture(lightness, noisy(ab, deviation))
    cleaned = chroma(photo, 1)
    assert rms(cleaned - ab) < 0.3 * deviation
    beside = cleaned[:100, 148:152] - ab[:100, 148:152]
    assert rms(beside) < 0.7 * deviation
    dot = cleaned[120:123, 40:43].mean(axis=(0, 1))
    assert np.hypot(*(dot - (5, -45))) < 10, "of 68 that it differs from what is around it"


def test_the_share_is_how_far_it_goes() -> None:
    lightness, ab = scene()
    photo = picture(lightness, noisy(ab, 5))
    none, half, full = (chroma(photo, share) for share in (0.0, 0.5, 1.0))
    np.testing.assert_allclose(half, (none + full) / 2, atol=1e-3)


def test_no_pixel_moves_by_more_than_noise_does() -> None:
    lightness, ab = scene()
    own = noisy(ab, 5)
    photo = picture(lightness, own)
    threshold = mixture(photo, 1).threshold
    assert 2.4 * 5 < threshold < 3.3 * 5
    moved = chroma(photo, 1) - own.astype(np.float32)
    assert np.hypot(moved[..., 0], moved[..., 1]).max() <= threshold + 1e-3


def test_a_photo_without_noise_hardly_changes() -> None:
    lightness, ab = scene()
    assert rms(chroma(picture(lightness, ab.astype(np.float16)), 1) - ab) < 0.05


def test_cleaning_changes_no_lightness() -> None:
    lightness, ab = scene()
    lightness += np.random.default_rng(3).normal(0, 3, lightness.shape).astype(np.float32)
    photo = picture(lightness, noisy(ab * 0.4, 4))
    before, after = (photo.image(Adjustments(colour_noise=share), depth=16) for share in (0, 1))
    linear = [
        np.where(x <= 0.04045, x / 12.92, ((x + 0.055) / 1.055) ** 2.4)
        for x in (before / 65535.0, after / 65535.0)
    ]
    luminance = [x @ (0.212671, 0.715160, 0.072169) for x in linear]
    assert np.abs(luminance[0] - luminance[1]).max() < 1e-4
    assert np.abs(before.astype(int) - after).max() > 1000


def test_strips_are_those_of_the_whole_also_of_a_large_photo() -> None:
    lightness, ab = (larger(plane) for plane in scene())
    photo = picture(lightness, noisy(ab, 5))
    settings = Adjustments(colour_noise=0.8, saturation=1.2)
    whole = photo.image(settings, depth=8)
    for rows in (slice(0, 7), slice(611, 650), slice(1190, 1200)):
        np.testing.assert_array_equal(photo.strip(rows, settings, 8), whole[rows])
    assert rms(chroma(photo, 1) - ab) < 2.0


def test_a_smaller_picture_looks_like_the_large_one() -> None:
    lightness, ab = (larger(plane) for plane in scene())
    photo = picture(lightness, noisy(ab, 5))
    settings = Adjustments(colour_noise=1)
    large = photo.image(settings, depth=8).astype(np.float32)
    shrunk = cv2.resize(large, (300, 240), interpolation=cv2.INTER_AREA)
    assert np.abs(photo.scaled(300).image(settings, depth=8) - shrunk).mean() < 1.5


def test_points_come_on_top() -> None:
    lightness, ab = scene()
    added = np.zeros((24, 30, 2), dtype=np.float32)
    added[:, :15] = 0, 20
    plain, told = (chroma(picture(lightness, noisy(ab, 3), each), 1) for each in (NOTHING, added))
    assert np.abs(told[:, :130] - plain[:, :130] - (0, 20)).max() < 1
    np.testing.assert_allclose(told[:, 170:], plain[:, 170:], atol=1)


def test_chroma_is_shrunk_as_a_mean() -> None:
    ab = noisy(np.zeros((600, 400, 2), dtype=np.float32), 20)
    expected = ab.astype(np.float32).reshape(300, 2, 100, 4, 2).mean(axis=(1, 3))
    np.testing.assert_allclose(shrink_half(ab, 300, 100), expected, atol=0.05)


def test_a_threshold_is_measured_where_a_photo_is_plainest() -> None:
    rng = np.random.default_rng(0)
    own = rng.normal(0, 2, (256, 256, 2))
    own[:128] += rng.normal(0, 20, (128, 256, 2))
    threshold = threshold_of(own.astype(np.float16), np.zeros((32, 32, 2), dtype=np.float32))
    assert threshold == pytest.approx(6, rel=0.1)


def test_what_is_far_is_given_back() -> None:
    clean = np.zeros((1, 3, 2), dtype=np.float32)
    ab = np.array([[(2, 0), (0, 6), (60, 0)]], dtype=np.float32)
    np.testing.assert_allclose(denoised(ab, clean, 3), [[(0, 0), (0, 4.5), (59.85, 0)]], atol=1e-4)
