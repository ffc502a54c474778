"""Colour cleaned apart from brightness: it is diffused, and stops at the edges of the lightness.

Tang, Sapiro and Caselles, "Color image enhancement via chromaticity diffusion", IEEE Transactions on
Image Processing 10 (2001): brightness and chromaticity are separated, and the chromaticity, a field
of unit vectors, follows the flow of p-harmonic maps, which stays on the sphere. Here p = 1, the
edge-preserving case, and brightness is not touched at all. Since colour of a prediction bleeds over
edges that only the lightness shows, the flow is also stopped where the lightness changes.
"""

from typing import Final

import numpy as np

from colorizer_gui.core.color.conversion import FloatArray

ITERATIONS: Final = 80
#: Difference of L* between neighbours at which the flow falls to 1/e.
EDGE_LIGHTNESS: Final = 5.0
#: Chroma that is as far from the pole (neutral) as 45 degrees of the sphere.
_POLE: Final = 60.0
#: Regularizes |grad u| of p = 1, in radians between neighbours.
_EPSILON: Final = 0.1
#: Stable for an explicit scheme with four neighbours and conductances up to 1.
_TIME_STEP: Final = 0.24


def diffuse(lightness: FloatArray, ab: FloatArray, iterations: int = ITERATIONS) -> FloatArray:
    """Let colour flow within areas of alike lightness.

    Parameters
    ----------
    lightness
        (H, W) float32 L* in [0, 100].
    ab
        (H, W, 2) float32 CIE a*b*.

    Returns
    -------
    (H, W, 2) float32 CIE a*b*; a field of one colour stays as it is.
    """
    u = _to_sphere(ab)
    walls = [
        np.exp(-np.square(np.diff(lightness, axis=axis) / np.float32(EDGE_LIGHTNESS))) for axis in (0, 1)
    ]
    for _ in range(iterations):
        flow = np.zeros_like(u)
        for axis, wall in enumerate(walls):
            _add_flux(u, flow, wall, axis + 1)
        u += np.float32(_TIME_STEP) * flow
        u /= np.sqrt(np.einsum("chw,chw->hw", u, u))
    return _from_sphere(u)


def _add_flux(u: FloatArray, flow: FloatArray, wall: FloatArray, axis: int) -> None:
    """Add the divergence of g grad u along one axis; nothing flows over the border."""
    step = np.diff(u, axis=axis)
    squared = np.einsum("chw,chw->hw", step, step)
    squared += np.float32(_EPSILON**2)
    step *= wall * (np.float32(_EPSILON) / np.sqrt(squared))
    first = (slice(None), slice(None, -1)) if axis == 1 else (slice(None), slice(None), slice(None, -1))
    last = (slice(None), slice(1, None)) if axis == 1 else (slice(None), slice(None), slice(1, None))
    flow[first] += step
    flow[last] -= step


def _to_sphere(ab: FloatArray) -> FloatArray:
    """Central projection of the chroma plane onto the unit sphere, (3, H, W)."""
    a, b = ab[..., 0] / np.float32(_POLE), ab[..., 1] / np.float32(_POLE)
    u = np.stack([np.ones_like(a), a, b])
    u /= np.sqrt(np.einsum("chw,chw->hw", u, u))
    return u


def _from_sphere(u: FloatArray) -> FloatArray:
    return np.stack([u[1] / u[0], u[2] / u[0]], axis=-1) * np.float32(_POLE)
