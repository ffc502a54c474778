"""Several photos on one scan: where each lies on the plain lid of the scanner, and how it is turned.

The lid is estimated from the edges of the scan as a plane, since light falls off. What differs from it, or
has texture, belongs to photos; it is closed to blobs, and a blob that fills a rectangle is a photo. The
answer is none unless all that lies between the rectangles is lid: an ordinary photo is not like that
(docs/experiments.md has the figures).
"""

from dataclasses import dataclass
from math import cos, radians, sin
from typing import Any, Final

import cv2
import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.conversion import ByteArray, FloatArray
from colorizer_gui.core.geometry.area_means import area_means
from colorizer_gui.core.geometry.geometry import AS_IT_IS, MOST_ANGLE, WHOLE, Geometry, Size

#: Long side of what is looked at, in pixels.
_SIDE: Final = 900
#: Of the sides: the strip along the edges where the lid is looked for.
_EDGE: Final = 0.012
#: So much of that strip has the lid's lightness, within so many L*.
_LID_SHARE: Final = 0.55
_LID: Final = 5.0
#: A pixel of a photo differs from the lid by more than this, and by more than so many deviations of the lid.
_LEAST_STEP: Final = 5.0
_DEVIATIONS: Final = 4.5
#: Gaps within a photo that are closed, and specks that are none, in shares of the long side.
_GAP: Final = 0.012
_SPECK: Final = 0.010
#: A photo takes so much of the scan, is no narrower than this, and so many times as long as wide at most.
#: Its outline fills its rectangle; it may do so less itself, where it is as dark or as light as the lid.
_LEAST_AREA: Final = 0.008
_LEAST_SIDE: Final = 0.05
_LONGEST: Final = 4.0
_OUTLINED: Final = 0.92
_FILLED: Final = 0.65
#: So many of the blobs do, at least; the others are photos with parts that look like the lid.
_SURE: Final = 0.6
#: So much of what lies around the photos is lid.
_PLAIN: Final = 0.985
#: Photos are set in a little, so that nothing of the lid is at their edges; in shares of the long side.
_INSET: Final = 0.0015
#: x and y of the middle, width, height, angle.
Rect = tuple[float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Outline:
    """A photo on a scan.

    Attributes
    ----------
    x, y
        The middle, in pixels of the scan.
    width, height
        In pixels of the scan.
    angle
        Degrees clockwise by which it lies turned, more than -45 and at most 45.
    """

    x: float
    y: float
    width: float
    height: float
    angle: float = 0.0

    def corners(self) -> npt.NDArray[np.float64]:
        """(4, 2) x and y, from the upper left one clockwise."""
        c, s = cos(radians(self.angle)), sin(radians(self.angle))
        turn = np.array([[c, s], [-s, c]])
        half = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * (self.width / 2, self.height / 2)
        return np.asarray(half @ turn + (self.x, self.y))

    def geometry(self, size: Size) -> Geometry:
        """What straightens it and crops to it, of a scan of that size."""
        level = AS_IT_IS.framed(-self.angle if self.angle else 0.0, WHOLE)
        x, y, _ = level.forward(size) @ (self.x, self.y, 1.0)
        width, height = level.frame(size)
        least, most = (-1.0, 2.0) if level.angle else (0.0, 1.0)
        crop = (
            max(least, float(x - self.width / 2) / width),
            max(least, float(y - self.height / 2) / height),
            min(most, float(x + self.width / 2) / width),
            min(most, float(y + self.height / 2) / height),
        )
        return level.framed(level.angle, crop)


def find_outlines(lightness: FloatArray) -> tuple[Outline, ...]:
    """The photos on a scan, by rows from the top; none where there are not at least two.

    Parameters
    ----------
    lightness
        (H, W) float32 L* in [0, 100].
    """
    height, width = lightness.shape
    scale = min(1.0, _SIDE / max(height, width))
    small_size = max(1, round(width * scale)), max(1, round(height * scale))
    if min(small_size) < 64:
        return ()
    small = area_means(lightness, *small_size[::-1])
    lid = _lid(small)
    if lid is None:
        return ()
    inside = _inside(small, lid[0], lid[1])
    rects, sure = _rects(inside)
    if sure < max(2, _SURE * len(rects)) or not _is_lid_between(small, lid, rects):
        return ()
    across, down = width / small_size[0], height / small_size[1]
    inset = _INSET * max(width, height)
    outlines = [
        Outline(x * across, y * down, w * across - 2 * inset, h * down - 2 * inset, angle)
        for x, y, w, h, angle in rects
    ]
    return tuple(in_rows(outlines))


def in_rows(outlines: list[Outline]) -> list[Outline]:
    """As one reads them: rows from the top, each from the left."""
    rows: list[list[Outline]] = []
    for outline in sorted(outlines, key=lambda each: each.y):
        row = rows[-1] if rows else []
        if row and outline.y < row[0].y + row[0].height / 2:
            row.append(outline)
        else:
            rows.append([outline])
    return [outline for row in rows for outline in sorted(row, key=lambda each: each.x)]


def _lid(small: FloatArray) -> tuple[FloatArray, float] | None:
    """The lightness that the lid has everywhere, and how far it strays; None where the edges are no lid."""
    height, width = small.shape
    edge = max(3, round(_EDGE * max(height, width)))
    mask = np.ones(small.shape, dtype=bool)
    mask[edge:-edge, edge:-edge] = False
    rows, columns = np.nonzero(mask)
    values = small[mask]
    counts, ends = np.histogram(values, bins=50, range=(0.0, 100.0))
    counts = np.convolve(counts, np.ones(3), mode="same")
    level = float(ends[counts.argmax()] + 1.0)
    near = np.abs(values - level) < 2 * _LID
    if near.mean() < _LID_SHARE:
        return None
    terms = _terms(columns / width, rows / height)
    for _ in range(3):
        weights, *_ = np.linalg.lstsq(terms[near], values[near], rcond=None)
        distance = np.abs(values - terms @ weights)
        near = distance < _LID
        if near.mean() < _LID_SHARE:
            return None
    ys, xs = np.mgrid[:height, :width]
    plane = _terms(xs.ravel() / width, ys.ravel() / height) @ weights
    return plane.reshape(height, width).astype(np.float32), float(np.std((values - terms @ weights)[near]))


def _terms(x: npt.NDArray[np.float64], y: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return np.stack([np.ones_like(x), x, y, x * x, y * y], axis=1)


def _inside(small: FloatArray, lid: FloatArray, deviation: float) -> ByteArray:
    """255 where a photo is, its holes filled and specks gone."""
    side = max(small.shape)
    calm = cv2.GaussianBlur(small, (0, 0), 0.8)
    step = max(_LEAST_STEP, _DEVIATIONS * deviation)
    mask = (np.abs(calm - lid) > step).astype(np.uint8) * 255
    gap, speck = (max(3, round(share * side) | 1) for share in (_GAP, _SPECK))
    border = gap
    mask = cv2.copyMakeBorder(mask, border, border, border, border, cv2.BORDER_CONSTANT, value=0)
    mask = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((gap, gap), np.uint8))
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    mask = cv2.drawContours(np.zeros_like(mask), contours, -1, 255, cv2.FILLED)
    mask = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((speck, speck), np.uint8))
    return np.ascontiguousarray(mask[border:-border, border:-border], dtype=np.uint8)


def _blobs(inside: ByteArray) -> list[npt.NDArray[np.int32]]:
    """Contours of what is large enough to matter."""
    contours, _ = cv2.findContours(inside, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    least = _LEAST_AREA * inside.size / 3
    return [np.asarray(each, dtype=np.int32) for each in contours if cv2.contourArea(each) > least]


def _rects(inside: ByteArray) -> tuple[list[Rect], int]:
    """Middle, sides and angle of each blob, and how many of them fill their rectangle."""
    side = max(inside.shape)
    found: list[Rect] = []
    sure = 0
    for contour in _blobs(inside):
        (x, y), (width, height), angle = cv2.minAreaRect(contour)
        width, height = width + 1.0, height + 1.0  # from the middles of pixels to their edges
        while angle > MOST_ANGLE:
            angle, width, height = angle - 90.0, height, width
        while angle <= -MOST_ANGLE:
            angle, width, height = angle + 90.0, height, width
        outline = _area(cv2.convexHull(contour)) / (width * height)
        fits = outline > _OUTLINED and _area(contour) > _FILLED * width * height
        narrow, long = sorted((width, height))
        large = narrow > _LEAST_SIDE * side and narrow * long > _LEAST_AREA * inside.size
        sure += fits and large and long < _LONGEST * narrow
        found.append((x + 0.5, y + 0.5, width, height, angle))
    return found, sure


def _area(contour: npt.NDArray[Any]) -> float:
    """In pixels, those of the contour itself included."""
    return cv2.contourArea(contour) + cv2.arcLength(contour, True) / 2


def _is_lid_between(small: FloatArray, lid: tuple[FloatArray, float], rects: list[Rect]) -> bool:
    """Whether what lies around the rectangles is plain, and the rectangles do not overlap."""
    covered = np.zeros(small.shape, dtype=np.uint8)
    total = 0
    for x, y, width, height, angle in rects:
        alone = np.zeros_like(covered)
        cv2.fillConvexPoly(
            alone, np.round(cv2.boxPoints(((x, y), (width, height), angle))).astype(np.int32), 1
        )
        total += int(alone.sum())
        covered |= alone
    if total > 1.03 * covered.sum():
        return False
    around = max(3, round(0.012 * max(small.shape)) | 1)
    free = cv2.dilate(covered, np.ones((around, around), np.uint8)) == 0
    if free.mean() < 0.02:
        return False
    step = max(_LEAST_STEP, _DEVIATIONS * lid[1])
    return bool((np.abs(small - lid[0])[free] < step).mean() > _PLAIN)
