"""Adjustments that are arithmetic on the chroma of single pixels.

Hues are angles of the a*b* plane in degrees, as CIE defines h_ab: 0 is red-purple, 90 yellow,
180 green, 270 blue.
"""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.rendering.adjustments import NO_HUE, Adjustments

#: Chroma that full warmth and full tint add to a middle gray, (a*, b*). Warmth follows the direction
#: in which the daylight locus leaves the white point; tint goes across it.
_WARMTH: Final = (4.0, 18.0)
_TINT: Final = (16.0, -6.0)
#: L* at which shadows end and highlights begin to be meant.
_SHADOW_END: Final = 55.0
_HIGHLIGHT_START: Final = 50.0
_REACH: Final = 35.0
_TINY: Final = np.float32(1e-4)


@dataclass(frozen=True, slots=True)
class HueRepair:
    """What becomes of the colours around a hue.

    Attributes
    ----------
    hue
        Middle of the range in degrees.
    reach
        Degrees to either side over which the effect fades to nothing.
    turn
        Degrees by which colours in the middle are turned.
    saturation
        Factor on the chroma of colours in the middle.
    """

    hue: float
    reach: float
    turn: float
    saturation: float


#: The illnesses that colorization networks share, fully healed.
PURPLE_PATCHES: Final = HueRepair(hue=318.0, reach=48.0, turn=0.0, saturation=0.08)
ORANGE_SKIN: Final = HueRepair(hue=62.0, reach=36.0, turn=0.0, saturation=0.6)
GREEN_CAST: Final = HueRepair(hue=138.0, reach=52.0, turn=-22.0, saturation=0.3)


def repairs_of(adjustments: Adjustments) -> list[HueRepair]:
    """The hue ranges that settings repair; none for the default."""
    known = (
        (adjustments.less_purple, PURPLE_PATCHES),
        (adjustments.less_orange, ORANGE_SKIN),
        (adjustments.less_green, GREEN_CAST),
    )
    repairs = [
        HueRepair(repair.hue, repair.reach, amount * repair.turn, 1.0 - amount * (1.0 - repair.saturation))
        for amount, repair in known
        if amount
    ]
    if adjustments.picked_hue != NO_HUE and (adjustments.picked_turn or adjustments.picked_saturation != 1.0):
        picked = (adjustments.picked_turn, adjustments.picked_saturation)
        repairs.append(HueRepair(adjustments.picked_hue, _REACH, *picked))
    return repairs


def tone(lightness: FloatArray, ab: FloatArray, adjustments: Adjustments) -> FloatArray:
    """Apply settings to pixels: repairs, then strength, then the shift of warmth and tint.

    Parameters
    ----------
    lightness
        (H, W) float32 L* in [0, 100].
    ab
        (H, W, 2) float32 CIE a*b*; not changed.

    Returns
    -------
    (H, W, 2) float32 CIE a*b*.
    """
    repairs, shifts = repairs_of(adjustments), adjustments.warmth or adjustments.tint
    strength = _strength(lightness, adjustments)
    if not repairs and not shifts and isinstance(strength, np.float32):
        return ab if strength == 1.0 else np.asarray(ab * strength, dtype=np.float32)
    a, b = ab[..., 0], ab[..., 1]
    for repair in repairs:
        a, b = _repair(a, b, repair)
    a, b = a * strength, b * strength
    if shifts:
        room = _room(lightness)
        shift_a, shift_b = (
            adjustments.warmth * warm + adjustments.tint * tint
            for warm, tint in zip(_WARMTH, _TINT, strict=True)
        )
        a += room * np.float32(shift_a)
        b += room * np.float32(shift_b)
    return np.stack([a, b], axis=-1)


def hue_of(ab: FloatArray) -> float:
    """CIE hue angle h_ab in [0, 360) degrees of one colour (2,)."""
    return math.degrees(math.atan2(float(ab[1]), float(ab[0]))) % 360.0


def _repair(a: FloatArray, b: FloatArray, repair: HueRepair) -> tuple[FloatArray, FloatArray]:
    """Blend each colour with the turned and scaled one, by how near its hue is.

    The nearness is a function of the cosine of the angle, so that no angle is ever computed.
    """
    middle = math.radians(repair.hue)
    border = math.cos(math.radians(repair.reach))
    along = a * np.float32(math.cos(middle)) + b * np.float32(math.sin(middle))
    chroma = np.sqrt(a * a + b * b)
    chroma += _TINY
    near: FloatArray = np.divide(along, chroma, dtype=np.float32)
    near -= np.float32(border)
    near *= np.float32(1.0 / (1.0 - border))
    near = _smooth_step(near)
    turn = math.radians(repair.turn)
    keep = np.float32(repair.saturation * math.cos(turn) - 1.0)
    cross = np.float32(repair.saturation * math.sin(turn))
    repaired_a: FloatArray = a + near * (a * keep - b * cross)
    repaired_b: FloatArray = b + near * (a * cross + b * keep)
    return repaired_a, repaired_b


def _strength(lightness: FloatArray, adjustments: Adjustments) -> FloatArray | np.float32:
    strength: FloatArray | np.float32 = np.float32(adjustments.saturation)
    if adjustments.shadows != 1.0:
        dark = _smooth_step(np.float32(1.0) - lightness * np.float32(1.0 / _SHADOW_END))
        strength = strength * (np.float32(1.0) + dark * np.float32(adjustments.shadows - 1.0))
    if adjustments.highlights != 1.0:
        span = np.float32(1.0 / (100.0 - _HIGHLIGHT_START))
        light = _smooth_step((lightness - np.float32(_HIGHLIGHT_START)) * span)
        strength = strength * (np.float32(1.0) + light * np.float32(adjustments.highlights - 1.0))
    return strength


def _room(lightness: FloatArray) -> FloatArray:
    """How much of a shift a lightness takes: all in the middle, nothing at black and white."""
    share = lightness * np.float32(0.01)
    room: FloatArray = share * (np.float32(1.0) - share)
    np.maximum(room, np.float32(0.0), out=room)
    return np.sqrt(room, out=room) * np.float32(2.0)


def _smooth_step(value: FloatArray) -> FloatArray:
    """0 below 0, 1 above 1, 3 x^2 - 2 x^3 between."""
    x = np.clip(value, np.float32(0.0), np.float32(1.0))
    smooth: FloatArray = x * x * (np.float32(3.0) - np.float32(2.0) * x)
    return smooth
