"""sRGB to and from CIE L*a*b* and CIE L*u*v* under D65, in float32.

OpenCV converts linear light (CIE 15 formulas); the sRGB transfer curve is applied here, because
OpenCV's own gamma-encoded conversion is tabulated and off by up to 0.23 L* and 0.6 a*. One module
for training and the application, so that the two cannot differ.

Ranges: sRGB in [0, 1]; L* in [0, 100]; a*, b* about [-110, 110]; u* about [-90, 180], v* about
[-140, 110].
"""

from enum import StrEnum
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float32]
ByteArray = npt.NDArray[np.uint8]

_EPSILON: Final = (6.0 / 29.0) ** 3
_KAPPA: Final = (29.0 / 3.0) ** 3
#: Luminance weights of linear sRGB (IEC 61966-2-1, row Y of the matrix).
LUMINANCE_WEIGHTS: Final = np.array([0.212671, 0.715160, 0.072169], dtype=np.float32)


class ColorSpace(StrEnum):
    """The opponent colour space whose two chroma axes the network predicts."""

    LAB = "lab"
    LUV = "luv"


_FROM_RGB: Final = {ColorSpace.LAB: cv2.COLOR_LRGB2Lab, ColorSpace.LUV: cv2.COLOR_LRGB2Luv}
_TO_RGB: Final = {ColorSpace.LAB: cv2.COLOR_Lab2LRGB, ColorSpace.LUV: cv2.COLOR_Luv2LRGB}


def rgb_to_lab(image_rgb: npt.ArrayLike, space: ColorSpace = ColorSpace.LAB) -> FloatArray:
    """Convert gamma-encoded sRGB to lightness and two chroma axes.

    Parameters
    ----------
    image_rgb
        (H, W, 3) float32 sRGB in [0, 1].
    space
        The target space; L* is the same in both.

    Returns
    -------
    (H, W, 3) float32: L* in [0, 100], then a*, b* (or u*, v*).
    """
    return np.asarray(cv2.cvtColor(srgb_to_linear(image_rgb), _FROM_RGB[space]), dtype=np.float32)


def lab_to_rgb(image_lab: npt.ArrayLike, space: ColorSpace = ColorSpace.LAB) -> FloatArray:
    """Convert lightness and chroma to gamma-encoded sRGB; inverse of `rgb_to_lab`.

    Parameters
    ----------
    image_lab
        (H, W, 3) float32 in the ranges of the module's docstring.
    space
        The space that the two chroma axes belong to.

    Returns
    -------
    (H, W, 3) float32 sRGB; colours outside of the gamut are clipped to [0, 1].
    """
    return linear_to_srgb(lab_to_linear_rgb(image_lab, space))


def lab_to_linear_rgb(image_lab: npt.ArrayLike, space: ColorSpace = ColorSpace.LAB) -> FloatArray:
    """As `lab_to_rgb`, without the transfer curve: (H, W, 3) float32 linear light in [0, 1]."""
    image = np.ascontiguousarray(image_lab, dtype=np.float32)
    linear = np.asarray(cv2.cvtColor(image, _TO_RGB[space]), dtype=np.float32)
    return np.clip(linear, 0.0, 1.0)


def convert_chroma(
    chroma: FloatArray, lightness: FloatArray, source: ColorSpace, target: ColorSpace
) -> FloatArray:
    """Express chroma in the axes of another space.

    Parameters
    ----------
    chroma
        (H, W, 2) float32 in `source`.
    lightness
        (H, W) float32 L* in [0, 100]: what u* and v* mean depends on it.

    Returns
    -------
    (H, W, 2) float32 in `target`; colours outside of the sRGB gamut are clipped on the way.
    """
    if source is target:
        return chroma
    return rgb_to_lab(lab_to_rgb(np.dstack([lightness, chroma]), source), target)[..., 1:]


def srgb_to_linear(encoded: npt.ArrayLike) -> FloatArray:
    """Undo the sRGB transfer curve (IEC 61966-2-1), any shape, [0, 1] to [0, 1]."""
    value = np.asarray(encoded, dtype=np.float32)
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def linear_to_srgb(linear: npt.ArrayLike) -> FloatArray:
    """Apply the sRGB transfer curve (IEC 61966-2-1), any shape, [0, 1] to [0, 1]."""
    value = np.maximum(np.asarray(linear, dtype=np.float32), 0.0)
    return np.where(value <= 0.0031308, value * 12.92, 1.055 * value ** (1 / 2.4) - 0.055)


def luminance_to_lightness(luminance: npt.ArrayLike) -> FloatArray:
    """CIE 1976 lightness L* in [0, 100] of relative luminance Y in [0, 1] (CIE 15, eq. 8.1)."""
    value = np.asarray(luminance, dtype=np.float32)
    return np.where(value > _EPSILON, 116.0 * np.cbrt(value) - 16.0, _KAPPA * value)


def lightness_to_luminance(lightness: npt.ArrayLike) -> FloatArray:
    """Relative luminance Y in [0, 1] of lightness L* in [0, 100]; inverse of the above."""
    value = np.asarray(lightness, dtype=np.float32)
    return np.where(value > 8.0, ((value + 16.0) / 116.0) ** 3, value / _KAPPA)


def lightness_to_gray(lightness: npt.ArrayLike) -> FloatArray:
    """Gamma-encoded sRGB value in [0, 1] of the neutral colour (L*, 0, 0); any shape.

    This is what the network looks at: an ordinary gray photo.
    """
    return linear_to_srgb(lightness_to_luminance(lightness))
