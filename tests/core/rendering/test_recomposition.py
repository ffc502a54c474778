"""Lightness is kept: checked against an implementation that shares nothing with ours."""

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from skimage.color import lab2rgb, rgb2lab

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.photo.photo import SampleArray
from colorizer_gui.core.rendering.recomposition import encode, recompose

DoubleArray = npt.NDArray[np.float64]


def _lightness_bounds(image: SampleArray) -> tuple[DoubleArray, DoubleArray]:
    """L* of each pixel with all channels half a level down, and up."""
    levels = image.astype(np.float64)
    low = np.clip(levels - 0.5, 0, 255) / 255
    high = np.clip(levels + 0.5, 0, 255) / 255
    return rgb2lab(low)[..., 0], rgb2lab(high)[..., 0]


def _random_lab(seed: int, reach: float, count: int = 4096) -> tuple[FloatArray, FloatArray]:
    rng = np.random.default_rng(seed)
    lightness = rng.uniform(0, 100, (1, count)).astype(np.float32)
    lightness[0, :2] = 0, 100
    return lightness, rng.uniform(-reach, reach, (1, count, 2)).astype(np.float32)


@given(seed=st.integers(0, 10_000), reach=st.floats(0, 400))
@settings(max_examples=25)
def test_lightness_is_kept_up_to_rounding(seed: int, reach: float) -> None:
    lightness, ab = _random_lab(seed, reach)
    planes = recompose(lightness, ab)
    low, high = _lightness_bounds(encode(planes, 8))
    assert (low - 0.02 <= lightness).all()
    assert (lightness <= high + 0.02).all()
    deep = rgb2lab(encode(planes, 16) / 65535)[..., 0]
    assert np.abs(deep - lightness).max() < 0.03


@given(seed=st.integers(0, 10_000), reach=st.floats(0, 400))
@settings(max_examples=25)
def test_colours_within_the_gamut_are_kept_and_others_keep_their_hue(seed: int, reach: float) -> None:
    lightness, ab = _random_lab(seed, reach)
    lab = np.dstack([lightness, ab]).astype(np.float64)
    planes = np.stack(recompose(lightness, ab), axis=-1)
    assert planes.min() > -1e-5
    assert planes.max() < 1 + 1e-5
    y = np.where(lightness > 8, ((lightness + 16) / 116.0) ** 3, lightness * (3 / 29) ** 3)[..., None]
    wanted = _linear_of(lab)
    inside = (wanted.min(-1) > 1e-4) & (wanted.max(-1) < 1 - 1e-4)
    np.testing.assert_allclose(planes[inside], wanted[inside], atol=1e-4)
    across = np.cross(planes - y, wanted - y)
    assert np.abs(across).max() < 1e-4 * max(1.0, np.abs(wanted).max())
    at_edge = np.minimum(planes.min(-1), 1 - planes.max(-1))
    assert np.abs(at_edge[~inside]).max(initial=0) < 2e-4


def _linear_of(lab: DoubleArray) -> DoubleArray:
    """Linear sRGB of L*a*b* by hand in float64 (CIE 15; IEC 61966-2-1), not clipped."""
    f_y = (lab[..., 0] + 16) / 116
    f = np.stack([f_y + lab[..., 1] / 500, f_y, f_y - lab[..., 2] / 200], axis=-1)
    xyz = np.where(f > 6 / 29, f**3, 3 * (6 / 29) ** 2 * (f - 4 / 29)) * [0.950456, 1.0, 1.088754]
    from_rgb = [
        [0.412453, 0.357580, 0.180423],
        [0.212671, 0.715160, 0.072169],
        [0.019334, 0.119193, 0.950227],
    ]
    return np.asarray(xyz @ np.linalg.inv(from_rgb).T, dtype=np.float64)


@pytest.mark.parametrize("lightness", [20.0, 50.0, 80.0])
def test_moderate_colours_equal_those_of_another_library(lightness: float) -> None:
    ab = np.stack(np.meshgrid(np.arange(-12, 13, 3), np.arange(-12, 13, 3)), axis=-1).astype(np.float32)
    plane = np.full(ab.shape[:2], lightness, dtype=np.float32)
    expected = lab2rgb(np.dstack([plane, ab]).astype(np.float64)) * 255
    assert np.abs(encode(recompose(plane, ab), 8) - expected).max() < 0.6
