"""Colour science against scikit-image, which shares no code with it."""

import numpy as np
import pytest
from skimage import color as reference
from skimage.color.colorconv import rgb2luv

from colorizer_gui.core.color.conversion import (
    LUMINANCE_WEIGHTS,
    ColorSpace,
    FloatArray,
    lab_to_rgb,
    lightness_to_gray,
    lightness_to_luminance,
    linear_to_srgb,
    luminance_to_lightness,
    rgb_to_lab,
    srgb_to_linear,
)

_REFERENCE = {ColorSpace.LAB: reference.rgb2lab, ColorSpace.LUV: rgb2luv}


@pytest.fixture(scope="module")
def cube() -> FloatArray:
    """Every corner, edge and much of the inside of the sRGB cube."""
    axis = np.linspace(0, 1, 18, dtype=np.float32)
    return np.stack(np.meshgrid(axis, axis, axis), axis=-1).reshape(18, -1, 3)


@pytest.mark.parametrize("space", list(ColorSpace))
def test_equals_scikit_image(cube: FloatArray, space: ColorSpace) -> None:
    ours = rgb_to_lab(cube, space)
    assert ours.dtype == np.float32
    assert np.abs(ours - _REFERENCE[space](cube.astype(np.float64))).max() < 0.06


@pytest.mark.parametrize("space", list(ColorSpace))
def test_goes_there_and_back(cube: FloatArray, space: ColorSpace) -> None:
    there = rgb_to_lab(cube, space)
    difference = np.abs(lab_to_rgb(there, space) - cube).max(axis=-1)
    # OpenCV bounds the chroma of u*v* next to black, where a blue of L* 0.3 loses half of its blue.
    assert difference[there[..., 0] > (1.0 if space is ColorSpace.LUV else 0.0)].max() < 2e-3


@pytest.mark.parametrize("space", list(ColorSpace))
def test_lightness_is_the_same_in_both_spaces_and_grays_have_no_chroma(space: ColorSpace) -> None:
    gray = np.repeat(np.linspace(0, 1, 256, dtype=np.float32)[None, :, None], 3, axis=2)
    lab = rgb_to_lab(gray, space)
    assert np.abs(lab[..., 0] - reference.rgb2lab(gray.astype(np.float64))[..., 0]).max() < 0.02
    assert np.abs(lab[..., 1:]).max() < 0.05


def test_the_transfer_curve_has_the_values_of_the_standard() -> None:
    encoded = np.array([0.0, 0.04045, 0.5, 1.0], dtype=np.float32)
    linear = srgb_to_linear(encoded)
    np.testing.assert_allclose(linear, [0.0, 0.0031308, 0.2140411, 1.0], rtol=1e-4)
    np.testing.assert_allclose(linear_to_srgb(linear), encoded, atol=1e-6)
    assert linear_to_srgb(np.float32(-0.5)) == 0.0


def test_lightness_and_luminance_are_inverse_on_both_pieces() -> None:
    lightness = np.linspace(0, 100, 1001, dtype=np.float32)
    luminance = lightness_to_luminance(lightness)
    np.testing.assert_allclose(luminance_to_lightness(luminance), lightness, atol=2e-4)
    assert lightness_to_luminance(np.float32(50)) == pytest.approx(0.184187, rel=1e-4)
    assert np.all(np.diff(luminance) > 0)


def test_the_gray_of_a_lightness_has_that_lightness() -> None:
    lightness = np.linspace(0, 100, 64, dtype=np.float32)
    gray = np.repeat(lightness_to_gray(lightness)[None, :, None], 3, axis=2)
    np.testing.assert_allclose(rgb_to_lab(gray)[0, :, 0], lightness, atol=0.02)
    assert lightness_to_gray(np.float32(0)) == 0.0
    assert lightness_to_gray(np.float32(100)) == pytest.approx(1.0, abs=1e-6)


def test_extremes_give_finite_colours_within_the_gamut() -> None:
    wild = np.array([[[0, 127, -127], [100, -127, 127], [50, 127, 127], [0, 0, 0]]], dtype=np.float32)
    for space in ColorSpace:
        rgb = lab_to_rgb(wild, space)
        assert np.isfinite(rgb).all()
        assert rgb.min() >= 0.0
        assert rgb.max() <= 1.0 + 1e-6


def test_luminance_weights_are_those_of_white() -> None:
    assert float(LUMINANCE_WEIGHTS.sum()) == pytest.approx(1.0, abs=1e-6)
