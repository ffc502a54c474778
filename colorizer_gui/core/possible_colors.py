"""Which colours a lightness can have, and how a colour looks there: the choice for a colour point."""

from typing import Final

import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color import ByteArray, FloatArray, linear_to_srgb, rgb_to_lab
from colorizer_gui.core.recomposition import recompose

#: Chroma from the middle to the edge of the plane of colours; no sRGB colour but some blues has more.
REACH: Final = 100.0
#: Deviation in chroma up to which a colour counts as shown as it is; float32 and the knee of L* take some.
_CLOSE: Final = 1.0


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
    """The (..., 2) a*b* that `shown_rgb` shows for such a wish."""
    rgb = shown_rgb(lightness, ab)
    return rgb_to_lab(rgb.reshape(1, -1, 3))[..., 1:].reshape(*rgb.shape[:-1], 2)


def plane_of_colors(lightness: float, side: int) -> tuple[ByteArray, npt.NDArray[np.bool_]]:
    """All colours of a lightness: a* grows to the right, b* upwards, gray is in the middle.

    Returns
    -------
    (side, side, 3) uint8 sRGB, and (side, side) whether there is such a colour.
    """
    axis = (np.arange(side, dtype=np.float32) + 0.5) * np.float32(2 * REACH / side) - np.float32(REACH)
    ab = np.stack(np.meshgrid(axis, -axis), axis=-1)
    rgb = shown_rgb(lightness, ab)
    there = np.abs(rgb_to_lab(rgb)[..., 1:] - ab).max(axis=-1) < _CLOSE
    return np.rint(rgb * 255).astype(np.uint8), there
