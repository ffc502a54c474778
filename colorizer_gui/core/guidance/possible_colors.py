"""Which colours a lightness can have, and how a colour looks there: the choice for a colour point."""

from typing import Final

import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.conversion import ByteArray, FloatArray, linear_to_srgb, rgb_to_lab
from colorizer_gui.core.rendering.recomposition import encode, recompose

#: No sRGB colour has more a* or b* than this, and bounds are looked for in such steps.
_MOST: Final = 112.0
_GRAIN: Final = 1.0
#: Around white and black there is next to no colour, and yet something to show.
_LEAST: Final = 4.0
#: Of a channel in linear light: rounding may leave so much beside the border of the gamut.
_BORDER: Final = 1e-5


def shown_rgb(lightness: float, ab: npt.ArrayLike) -> FloatArray:
    """How colours look at a lightness in a colorized photo: what leaves the gamut becomes paler.

    Parameters
    ----------
    ab
        (..., 2) a*b*.

    Returns
    -------
    (..., 3) float32 sRGB in [0, 1].
    """
    chroma = np.asarray(ab, dtype=np.float32)
    flat = chroma.reshape(1, -1, 2)
    planes = recompose(np.full(flat.shape[:2], lightness, dtype=np.float32), flat)
    rgb = linear_to_srgb(np.clip(np.stack(planes, axis=-1), 0.0, 1.0))
    return rgb.reshape(*chroma.shape[:-1], 3)


def within_gamut(lightness: float, ab: npt.ArrayLike) -> FloatArray:
    """The (..., 2) a*b* that `shown_rgb` shows for such a colour."""
    rgb = shown_rgb(lightness, ab)
    return rgb_to_lab(rgb.reshape(1, -1, 3))[..., 1:].reshape(*rgb.shape[:-1], 2)


def bounds_of(lightness: float) -> tuple[float, float, float, float]:
    """Least and greatest a*, least and greatest b* of the colours of a lightness; gray is within."""
    axis = np.arange(-_MOST, _MOST + _GRAIN, _GRAIN, dtype=np.float32)
    there = plane_of_colors(lightness, axis, axis)[1]
    bounds = []
    for along in (0, 1):
        values = axis[there.any(axis=along)]
        bounds += [float(values.min(initial=-_LEAST)), float(values.max(initial=_LEAST))]
    return bounds[0], bounds[1], bounds[2], bounds[3]


def plane_of_colors(
    lightness: float, a: FloatArray, b: FloatArray
) -> tuple[ByteArray, npt.NDArray[np.bool_]]:
    """The colours of a lightness in a grid.

    Parameters
    ----------
    a, b
        (W,) and (H,) float32 a* of the columns and b* of the rows.

    Returns
    -------
    (H, W, 3) uint8 sRGB, and (H, W) whether there is such a colour.
    """
    ab = np.stack(np.meshgrid(a, b), axis=-1)
    planes = recompose(np.full(ab.shape[:2], lightness, dtype=np.float32), ab)
    # What is beyond the gamut was moved onto its border, where a channel has nothing, or all.
    within = [(plane > _BORDER) & (plane < 1 - _BORDER) for plane in planes]
    return np.asarray(encode(planes, 8), dtype=np.uint8), within[0] & within[1] & within[2]
