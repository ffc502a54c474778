"""The arithmetic of recomposition: lightness and chroma to sRGB samples, the lightness kept.

Everything happens in linear light. The gray pixel of luminance Y is moved along a direction of no
luminance towards the predicted colour, as far as the gamut allows: the colour gives way, never the
lightness. Free of branches per pixel, since a mispredicted one costs more than all the arithmetic;
and of OpenCV's arithmetic, whose last bit depends on where in an array a pixel lies.
"""

from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.conversion import FloatArray, linear_to_srgb
from colorizer_gui.core.photo.photo import BitDepth, SampleArray
from colorizer_gui.core.rendering.kernel import kernel

_CUBIC_START: Final = np.float32(6.0 / 29.0)
_LINEAR_SLOPE: Final = np.float32(3.0 * (6.0 / 29.0) ** 2)
#: Columns X and Z of the matrix XYZ -> linear sRGB (IEC 61966-2-1) times the D65 white: what a
#: difference of X/Xn and of Z/Zn from Y adds to R, G and B. A neutral adds exactly nothing.
_FROM_XZ: Final = (
    (3.240479 * 0.950456, -0.498535 * 1.088754),
    (-0.969256 * 0.950456, 0.041556 * 1.088754),
    (0.055648 * 0.950456, 1.057311 * 1.088754),
)
#: Keeps a quotient finite; a channel this little outside of [0, 1] is rounded away.
_TINY: Final = np.float32(1e-6)
_INDICES: Final = np.arange(2**16, dtype=np.float32) / np.float32(2**16 - 1)
_LINEAR_TO_8_BIT: Final = np.rint(linear_to_srgb(_INDICES) * np.float32(255.0)).astype(np.uint8)


def samples_of(lightness: FloatArray, ab: FloatArray, depth: BitDepth) -> SampleArray:
    """`recompose` and `encode` in one, by the compiled part where there is one; the same bits in either case.

    Parameters
    ----------
    lightness
        (H, W) float32 L* in [0, 100].
    ab
        (H, W, 2) float32 CIE a*b*, also far out of gamut.

    Returns
    -------
    (H, W, 3) sRGB, uint8 or uint16.
    """
    compiled = kernel()
    if compiled is None:
        return encode(recompose(lightness, ab), depth)
    if depth == 8:
        return compiled.recompose_8(lightness, ab, _LINEAR_TO_8_BIT)
    return encode(compiled.recompose(lightness, ab), depth)


def recompose(lightness: FloatArray, ab: FloatArray) -> list[FloatArray]:
    """Linear R, G and B of L*, a*, b*, each pixel with the luminance that its L* says.

    With Y the luminance and d = (R, G, B) - Y, d has no luminance, so that Y + t d is of luminance Y
    for each t; t is the largest one up to 1 that stays within [0, 1].

    Parameters
    ----------
    lightness
        (H, W) float32 L* in [0, 100].
    ab
        (H, W, 2) float32 CIE a*b*, also far out of gamut.

    Returns
    -------
    Three (H, W) float32 planes of linear sRGB in [0, 1], up to rounding.
    """
    f_y = (lightness + np.float32(16.0)) * np.float32(1.0 / 116.0)
    y = _inverse_f(f_y)
    x = _inverse_f(f_y + ab[..., 0] * np.float32(1.0 / 500.0))
    z = _inverse_f(f_y - ab[..., 1] * np.float32(1.0 / 200.0))
    x -= y
    z -= y
    red, green, blue = (x * from_x + z * from_z for from_x, from_z in _FROM_XZ)
    headroom = np.maximum(np.maximum(red, green), blue)
    np.divide(np.float32(1.0) - y, np.maximum(headroom, _TINY, out=headroom), out=headroom)
    footroom = np.minimum(np.minimum(red, green), blue)
    np.divide(-y, np.minimum(footroom, -_TINY, out=footroom), out=footroom)
    share = np.minimum(headroom, footroom, out=headroom)
    np.minimum(share, np.float32(1.0), out=share)
    return [plane * share + y for plane in (red, green, blue)]


def encode(planes: list[FloatArray], depth: BitDepth) -> SampleArray:
    """Apply the sRGB transfer curve and round.

    Parameters
    ----------
    planes
        Linear R, G and B, (H, W) float32 in [0, 1].

    Returns
    -------
    (H, W, 3) uint8 or uint16.
    """
    if depth == 16:
        planes = [linear_to_srgb(plane) for plane in planes]
    samples = np.asarray(cv2.merge([_to_16_bit(plane) for plane in planes]), dtype=np.uint16)
    return samples if depth == 16 else np.take(_LINEAR_TO_8_BIT, samples)


def _inverse_f(value: FloatArray) -> FloatArray:
    """Undo the CIE 1976 cube-root function (CIE 15, eq. 8.4 to 8.9); the line is the cube's tangent."""
    base = np.maximum(value, _CUBIC_START)
    linear: FloatArray = np.minimum(value - _CUBIC_START, np.float32(0.0))
    linear *= _LINEAR_SLOPE
    linear += base * base * base
    return linear


def _to_16_bit(plane: FloatArray) -> npt.NDArray[np.uint16]:
    """Round values in [0, 1], up to rounding, to 16 bits; what lies outside is clipped."""
    scaled = plane * np.float32(2**16 - 1)
    scaled += np.float32(0.5)
    return np.clip(scaled, np.float32(0.0), np.float32(2**16 - 1), out=scaled).astype(np.uint16)
