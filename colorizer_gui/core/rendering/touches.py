"""Gestures that mark an area of a photo: brush strokes of any width, and objects that were clicked."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.conversion import FloatArray

Place = tuple[float, float]

#: The largest radius of a brush in short sides: what a small part of a photo keeps of a wide stroke.
LARGEST: Final = 16.0
#: A brush leaves discs so close to each other, in radii.
_STEP: Final = 0.25
#: What is surely covered, and what surely is not, in radii of the brush; the ring between them is decided by
#: likeness.
_SURE: Final = 0.45
_BEYOND: Final = 1.15
#: Of the guided filter that decides it: its window in radii of the brush, the most pixels of that, and the
#: variance of L* below which there is no edge.
_WINDOW: Final = 0.6
_MOST: Final = 40
_VARIANCE: Final = 12.0
#: Shares of the filter's answer that count as none and as all.
_NONE: Final = 0.1
_ALL: Final = 0.4
_SHIFT: Final = 4


@dataclass(frozen=True, slots=True)
class Touch:
    """One gesture: it adds to an area, or takes away from it.

    Attributes
    ----------
    path
        x and y in [0, 1] of the photo, at least one.
    radii
        Of the brush at each of these, in short sides of the photo; empty where the object there is meant.
    reach
        How much is meant by an object: from this spot (-1) over the object (0) to everything like it (1).
    erases
        Whether it takes away.

    Raises
    ------
    ValueError
        When it is not that, as a damaged recipe may have it.
    """

    path: tuple[Place, ...]
    radii: tuple[float, ...] = ()
    reach: float = 0.0
    erases: bool = False

    def __post_init__(self) -> None:
        if not self.path or len(self.radii) not in (0, len(self.path)):
            raise ValueError("a gesture has places, and a brush a radius at each")
        if not all(-1.0 <= value <= 2.0 for place in self.path for value in place):
            raise ValueError("a gesture begins in the photo")
        if not all(0.0 < radius <= LARGEST for radius in self.radii) or abs(self.reach) > 1.0:
            raise ValueError("a gesture has a size and a reach")

    @property
    def is_object(self) -> bool:
        """Whether what lies there is meant, not the stroke itself."""
        return not self.radii


def stroke_plane(touch: Touch, guide: FloatArray) -> tuple[tuple[slice, slice], FloatArray]:
    """How much of each pixel a brush stroke covers; along edges of the lightness, where there are any.

    In the ring between what is surely covered and what surely is not, lightness tells: a linear model of
    it is fitted to both in windows (He, Sun, Tang, "Guided Image Filtering", IEEE TPAMI 35, 2013, weighted by
    what is known). So a stroke that goes a little over an edge stops there, and is soft elsewhere.

    Parameters
    ----------
    touch
        With radii.
    guide
        (h, w) float32 L* without grain.

    Returns
    -------
    Rows and columns beyond which there is nothing, and (m, n) float32 in [0, 1] within them.
    """
    height, width = guide.shape
    short = min(height, width)
    radii = [max(0.6, radius * short) for radius in touch.radii]
    places = [(x * width - 0.5, y * height - 0.5) for x, y in touch.path]
    window = min(_MOST, max(1, round(_WINDOW * float(np.mean(radii)))))
    edge = _BEYOND * max(radii) + 2 * window + 2
    left, right = (_bound(value, width) for value in _range([x for x, _ in places], edge))
    top, bottom = (_bound(value, height) for value in _range([y for _, y in places], edge))
    part = slice(top, bottom), slice(left, right)
    if top >= bottom or left >= right:
        return part, np.zeros((max(0, bottom - top), max(0, right - left)), dtype=np.float32)
    discs = [((x - left, y - top), radius) for (x, y), radius in _discs(places, radii)]
    sure, possible = (_drawn(discs, size, (bottom - top, right - left)) for size in (_SURE, _BEYOND))
    share = _decided(guide[part], sure, 1 - (possible - sure), window)
    share = np.clip((share - np.float32(_NONE)) / np.float32(_ALL - _NONE), 0.0, 1.0)
    share = share * share * (3 - 2 * share)
    return part, np.clip(share, sure, possible).astype(np.float32)


def _drawn(discs: list[tuple[Place, float]], size: float, shape: tuple[int, int]) -> FloatArray:
    drawn = np.zeros(shape, dtype=np.uint8)
    for (x, y), radius in discs:
        centre = round(x * 2**_SHIFT), round(y * 2**_SHIFT)
        cv2.circle(drawn, centre, round(size * radius * 2**_SHIFT), 255, -1, cv2.LINE_AA, _SHIFT)
    return drawn.astype(np.float32) / np.float32(255)


def _range(values: list[float], edge: float) -> tuple[float, float]:
    return min(values) - edge, max(values) + edge


def _bound(value: float, size: int) -> int:
    return min(max(round(value), 0), size)


def _discs(places: list[Place], radii: list[float]) -> list[tuple[Place, float]]:
    """The places of a brush along its way, close enough to each other to leave no gap."""
    discs = [(places[0], radii[0])]
    for ((x, y), radius), ((to_x, to_y), to_radius) in pairwise(zip(places, radii, strict=True)):
        way = float(np.hypot(to_x - x, to_y - y))
        count = max(1, int(np.ceil(way / (_STEP * min(radius, to_radius)))))
        for share in np.linspace(0.0, 1.0, count + 1)[1:]:
            place = x + (to_x - x) * float(share), y + (to_y - y) * float(share)
            discs.append((place, radius + (to_radius - radius) * float(share)))
    return discs


def _decided(guide: FloatArray, plane: FloatArray, known: FloatArray, window: int) -> FloatArray:
    """A plane that is known in parts, continued by what the lightness says about these."""

    def total(values: npt.NDArray[np.floating], window: int = window) -> FloatArray:
        summed = cv2.blur(values, (2 * window + 1,) * 2, borderType=cv2.BORDER_REPLICATE)
        return np.asarray(summed, dtype=np.float32)

    light = np.ascontiguousarray(guide) - guide.mean()
    weight = np.maximum(total(known), np.float32(1e-4))
    mean_light, mean_plane = total(known * light) / weight, total(known * plane) / weight
    variance = np.maximum(total(known * light * light) / weight - mean_light * mean_light, 0)
    together = total(known * light * plane) / weight - mean_light * mean_plane
    slope = together / (variance + np.float32(_VARIANCE))
    near = max(1, window // 4)
    around = total(weight, near)
    answer = total(weight * slope, near) * light + total(weight * (mean_plane - slope * mean_light), near)
    return np.asarray(answer / around, dtype=np.float32)
