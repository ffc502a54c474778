"""What an ICC profile says about luminance, as tables (ICC.1:2022).

Gray profiles and matrix RGB profiles are read here, in float64, because Pillow's ImageCms works
with 8 bits. Profiles that hold multi-dimensional tables (A2B) are not: see `lightness.py`.
"""

import struct
from collections.abc import Callable
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.conversion import FloatArray, lightness_to_luminance

_Float64 = npt.NDArray[np.float64]
_Curve = Callable[[_Float64], _Float64]

#: Row Y of the Bradford adaptation from D50, the white of profiles, to D65, the white of sRGB.
_D50_TO_D65_Y: Final = np.array([-0.0282895, 1.0099416, 0.0210077])


@lru_cache(maxsize=8)
def luminance_tables(profile: bytes, levels: int) -> FloatArray | None:
    """Tabulate a profile's contribution of each channel to relative luminance.

    Parameters
    ----------
    profile
        An ICC profile.
    levels
        Number of sample values, 256 or 65536.

    Returns
    -------
    (1, levels) float32 for gray, (3, levels) for RGB: the luminance Y in [0, 1] of a pixel is the
    sum of its channels' table entries. None when the profile is damaged or holds A2B tables.
    """
    try:
        return _tabulate(profile, np.linspace(0.0, 1.0, levels))
    except (struct.error, ValueError, KeyError):
        return None


def profile_channels(profile: bytes) -> int | None:
    """1 for a gray, 3 for an RGB and 4 for a CMYK profile; None for any other."""
    return {b"GRAY": 1, b"RGB ": 3, b"CMYK": 4}.get(profile[16:20])


def rgb_matrix_and_curves(profile: bytes, levels: int) -> tuple[_Float64, _Float64]:
    """The parts of a matrix RGB profile.

    Returns
    -------
    (3, 3) linear RGB to XYZ under D50; (3, levels) tone curves in [0, 1].

    Raises
    ------
    ValueError
        When the profile is damaged or of another kind.
    """
    try:
        tags = _tags(profile)
        if profile_channels(profile) != 3 or _has_tables(tags):
            raise ValueError("no RGB profile of a matrix and curves alone")
        values = np.linspace(0.0, 1.0, levels)
        matrix = np.stack([_xyz(tags[name]) for name in (b"rXYZ", b"gXYZ", b"bXYZ")], axis=1)
        curves = np.stack([_curve(tags[name])(values) for name in (b"rTRC", b"gTRC", b"bTRC")])
    except (struct.error, KeyError) as exc:
        raise ValueError("no matrix profile") from exc
    if not (np.isfinite(matrix).all() and np.isfinite(curves).all() and abs(np.linalg.det(matrix)) > 1e-6):
        raise ValueError("a matrix profile without a way back")
    return matrix, np.clip(curves, 0.0, 1.0)


def _tabulate(profile: bytes, values: _Float64) -> FloatArray | None:
    tags = _tags(profile)
    if _has_tables(tags):
        return None
    if profile_channels(profile) == 1:
        gray = np.clip(_curve(tags[b"kTRC"])(values), 0.0, 1.0)
        if profile[20:24] == b"Lab ":
            gray = lightness_to_luminance(100.0 * gray).astype(np.float64)
        return gray[None].astype(np.float32)
    if profile_channels(profile) != 3:
        return None
    primaries = np.stack([_xyz(tags[name]) for name in (b"rXYZ", b"gXYZ", b"bXYZ")], axis=1)
    weights = _D50_TO_D65_Y @ primaries
    weights /= weights.sum()
    curves = [_curve(tags[name])(values) for name in (b"rTRC", b"gTRC", b"bTRC")]
    tables = weights[:, None] * np.clip(np.stack(curves), 0.0, 1.0)
    return tables.astype(np.float32) if np.isfinite(tables).all() else None


def _has_tables(tags: dict[bytes, bytes]) -> bool:
    return any(name in tags for name in (b"A2B0", b"A2B1", b"D2B0", b"D2B1"))


def _tags(profile: bytes) -> dict[bytes, bytes]:
    if profile[36:40] != b"acsp":
        raise ValueError("no ICC profile")
    (count,) = struct.unpack_from(">I", profile, 128)
    tags = {}
    for index in range(min(count, 100)):
        name, offset, size = struct.unpack_from(">4sII", profile, 132 + 12 * index)
        tags[name] = profile[offset : offset + size]
    return tags


def _xyz(tag: bytes) -> _Float64:
    return np.array(struct.unpack_from(">3i", tag, 8)) / 65536.0


def _curve(tag: bytes) -> _Curve:
    """A tone curve from [0, 1] to [0, 1] (ICC.1:2022, 10.6 and 10.18)."""
    if tag[:4] == b"para":
        return _parametric_curve(tag)
    if tag[:4] != b"curv":
        raise ValueError("no tone curve")
    (count,) = struct.unpack_from(">I", tag, 8)
    if count == 0:
        return lambda x: x
    if count == 1:
        gamma = struct.unpack_from(">H", tag, 12)[0] / 256.0
        return lambda x: x**gamma
    table = np.frombuffer(tag, ">u2", count, 12) / 65535.0
    return lambda x: np.interp(x, np.linspace(0.0, 1.0, count), table)


def _parametric_curve(tag: bytes) -> _Curve:
    kind = struct.unpack_from(">H", tag, 8)[0]
    if kind > 4:
        raise ValueError("unknown parametric curve")
    given = [value / 65536.0 for value in struct.unpack_from(f">{(1, 3, 4, 5, 7)[kind]}i", tag, 12)]
    g, a, b, c, d, e, f = given + [0.0] * (7 - len(given))
    if kind == 0:
        a, d = 1.0, -np.inf
    elif kind in {1, 2}:
        # The third parameter of kind 2 is the constant on both sides.
        c, d, e, f = 0.0, -b / a if a else -np.inf, c, c

    def evaluate(x: _Float64) -> _Float64:
        above = np.maximum(a * x + b, 0.0) ** g + e
        return np.asarray(np.where(x >= d, above, c * x + f), dtype=np.float64)

    return evaluate
