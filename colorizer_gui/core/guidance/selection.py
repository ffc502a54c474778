"""What a colour point means: this spot, this object, or everything like it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.guidance.cutting import cut
from colorizer_gui.core.guidance.geodesic import geodesic
from colorizer_gui.core.guidance.scene import Cell, Scene

#: Thresholds of likeness that are tried for an object, what is expected of one, and how firmly.
_THRESHOLDS: Final = np.linspace(0.1, 0.9, 17)
_EXPECTED: Final = 0.28
_EXPECTED_OF_GRAY: Final = 0.44
_FIRMNESS: Final = 0.3
#: Shares of the photo that an object can take.
_SMALLEST: Final = 0.002
_LARGEST: Final = 0.9
#: Half of the width of a selection's soft edge, in likeness.
_SOFT: Final = 0.06
#: And the deviation of a blur in cells, without which refining the chroma overshoots beside it.
_EDGE: Final = 0.8
#: Likeness that is lost over the photo's diagonal: what is far away has to be more alike. Gray values alone
#: say little about things, and are believed nearby only.
_FADING: Final = 0.5
_FADING_OF_GRAY: Final = 1.6
#: Likeness that is lost with each edge on the way (`geodesic`), and how many of them count.
_BARRED: Final = 0.2
_BARS: Final = 1.0
#: What completes a selection loses so many times more on its way, and with edges: it is what lies before the
#: next one.
_COMPLETING: Final = 6.0
_COMPLETING_BARRED: Final = 15.0
#: Likeness that is lost beyond an edge by what has other light and colour than the surest part of a thing,
#: and the likeness at which that part begins and is quite sure.
_UNUSUAL: Final = 0.5
_SURE: Final = (0.5, 0.8)
#: A stroke goes over a large thing: one as long as the diagonal loses so many times less, and one more.
_LONG: Final = 2.0
#: Parts of an object lie at most so far apart, in longer sides: two legs, and not two people.
_NEAR: Final = 0.08
#: A weight from which on a cell is selected.
_CLAIMED: Final = 0.5
#: The spot itself: its radius and the deviation of its edge in short sides, and the deviation in L*.
_SPOT: Final = 1.5 / 64
_SPOT_EDGE: Final = 0.02
_SPOT_RANGE: Final = 12.0
#: How much less alike cells may be at the longest reach.
_WIDER: Final = 0.25
#: Distances at which one point counts e times less than another, in short sides and in likeness.
_APART: Final = 0.1
_UNLIKE: Final = 0.2


@dataclass(frozen=True, slots=True, eq=False)
class Selection:
    """What is meant by one point or stroke, cell by cell.

    Attributes
    ----------
    weight
        (h, w) float32 in [0, 1]; 1 at the places themselves.
    core
        (h, w) float32 in [0, 1]: the spot.
    distance
        (h, w) float32, 0 at the places: how far away in the photo and in likeness, squared.
    """

    weight: FloatArray
    core: FloatArray
    distance: FloatArray


def select(scene: Scene, places: Sequence[Cell], reach: float, *, completes: bool = False) -> Selection:
    """Find what a point, or a stroke, means.

    An object is where likeness is above a threshold; the threshold is the one whose outline runs along the
    strongest edges (as in contour-based segmentation), and close to what is usual; which cells along it
    belong to it is decided by their light and colour (`cutting`). Farther reaches ask for less likeness, near
    ones for more.

    Parameters
    ----------
    places
        Where its colour is wanted, at least one.
    reach
        From the spot (-1) over the object (0) to everything like it (1).
    completes
        Whether it adds to what has that colour already (`is_beside`).
    """
    away = _distance(scene.lightness.shape, places)
    likeness = scene.likeness(places)
    core = _spot(scene.lightness, places, away)
    weight = core
    if reach > -1.0:
        near = _limited(scene, likeness, places, away, 1.0 - max(reach, 0.0), completes=completes)
        threshold = _threshold(scene, near, places)
        threshold += -reach * (1.0 - threshold) if reach < 0 else -reach * _WIDER
        alike = _smooth_step((near - threshold) / (2 * _SOFT) + 0.5)
        if reach < 1.0:
            alike *= _joined(near > threshold - _SOFT, places, _NEAR + max(reach, 0.0))
            outlined = cut(
                np.maximum(cv2.GaussianBlur(alike, (0, 0), _EDGE), core), scene.lightness, scene.ab
            )
            # Gray values alone may take something away from a thing, and add nothing to it.
            alike = np.minimum(alike, outlined) if scene.by_distance else outlined
        weight = np.maximum(cv2.GaussianBlur(alike, (0, 0), _EDGE), core)
    distance = np.square(away / _APART) + np.square((1 - likeness) / _UNLIKE)
    for place in places:
        distance[place] = 0.0
    return Selection(weight, core, distance)


def _limited(
    scene: Scene,
    likeness: FloatArray,
    places: Sequence[Cell],
    away: FloatArray,
    limits: float,
    *,
    completes: bool,
) -> FloatArray:
    """Likeness, less what the way from the places takes; `limits` of 0 takes nothing."""
    height, width = scene.lightness.shape
    diagonal = float(np.hypot(height, width)) / min(height, width)
    if scene.by_distance:
        return np.asarray(likeness - np.float32(_FADING_OF_GRAY * limits / diagonal) * away)
    limits /= 1.0 + _LONG * _length(places, scene.lightness.shape)
    bars = np.minimum(geodesic(scene.lightness, places), np.float32(_BARS))
    far, barred = (_COMPLETING, _COMPLETING_BARRED) if completes else (1.0, 1.0)
    taken = np.float32(far * _FADING / diagonal) * away + np.float32(barred * _BARRED) * bars
    near = np.asarray(likeness - np.float32(limits) * taken, dtype=np.float32)
    if limits <= 0:
        return near
    core = _surest(near, places)
    return np.asarray(near - np.float32(_UNUSUAL * limits) * bars * (1 - scene.usual(core)))


def _surest(near: FloatArray, places: Sequence[Cell]) -> FloatArray:
    """(h, w) float32 in [0, 1]: what is most alike and joined to the places."""
    begins, sure = _SURE
    core = np.clip((near - begins) / (sure - begins), 0.0, 1.0) * _joined(near > begins, places, 0.0)
    for place in places:
        core[place] = 1.0
    return np.asarray(core, dtype=np.float32)


def is_beside(places: Sequence[Cell], selections: Sequence[Selection]) -> bool:
    """Whether places lie in what is selected already, or so near to it that they are parts of it."""
    if not selections:
        return False
    outside = np.logical_and.reduce([each.weight < _CLAIMED for each in selections]).astype(np.uint8)
    away = cv2.distanceTransform(outside, cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    return bool(min(float(away[place]) for place in places) <= _NEAR * max(outside.shape))


def _length(places: Sequence[Cell], shape: tuple[int, ...]) -> float:
    """From one end of a stroke to the other, in diagonals; 0 for a point."""
    rows, columns = zip(*places, strict=True)
    return hypot(max(rows) - min(rows), max(columns) - min(columns)) / hypot(*shape)


def _distance(shape: tuple[int, ...], places: Sequence[Cell]) -> FloatArray:
    """(h, w) float32 distance from the nearest place, in short sides."""
    beside = np.ones(shape, dtype=np.uint8)
    for place in places:
        beside[place] = 0
    pixels = cv2.distanceTransform(beside, cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    return np.asarray(pixels / min(shape), dtype=np.float32)


def _spot(lightness: FloatArray, places: Sequence[Cell], away: FloatArray) -> FloatArray:
    """The cells right at the places, and those around that are as light."""
    beside = np.square(np.maximum(away - _SPOT, 0.0) / _SPOT_EDGE)
    levels = np.array([lightness[place] for place in places], dtype=np.float32)
    difference = np.abs(lightness[..., None] - levels).min(axis=-1)
    spot = np.exp(-0.5 * (beside + np.square(difference / _SPOT_RANGE)))
    return np.where(away < 1.01 / min(lightness.shape), np.float32(1), spot).astype(np.float32)


def _threshold(scene: Scene, likeness: FloatArray, places: Sequence[Cell]) -> float:
    """The likeness at which the object ends."""
    across, down = scene.steps
    expected = _EXPECTED_OF_GRAY if scene.by_distance else _EXPECTED
    best, chosen = -np.inf, expected
    for threshold in _THRESHOLDS:
        inside = _joined(likeness > threshold, places, 0.0)
        if not _SMALLEST <= inside.mean() <= _LARGEST:
            continue
        beside, below = inside[:, :-1] != inside[:, 1:], inside[:-1] != inside[1:]
        contrast = (across[beside].sum() + down[below].sum()) / max(beside.sum() + below.sum(), 1)
        score = np.log(contrast + 1e-3) - 0.5 * ((threshold - expected) / _FIRMNESS) ** 2
        if score > best:
            best, chosen = score, float(threshold)
    return chosen


def _joined(mask: npt.NDArray[np.bool_], places: Sequence[Cell], near: float) -> npt.NDArray[np.bool_]:
    """The parts of a mask that hold a place, and those that come near to these, in longer sides."""
    marked = mask.astype(np.uint8)
    _, labels = cv2.connectedComponents(marked, connectivity=8)
    here = [label for label in {int(labels[place]) for place in places} if label]
    found = np.isin(labels, here)
    radius = round(near * max(mask.shape))
    if not radius:
        return found
    beside = np.logical_not(found).astype(np.uint8)
    for place in places:
        beside[place] = 0
    close = cv2.distanceTransform(beside, cv2.DIST_L2, cv2.DIST_MASK_PRECISE) <= radius
    return np.isin(labels, np.setdiff1d(labels[close], [0]))


def _smooth_step(share: npt.NDArray[np.floating]) -> FloatArray:
    clipped = np.clip(share, 0.0, 1.0)
    return np.asarray(clipped * clipped * (3.0 - 2.0 * clipped), dtype=np.float32)
