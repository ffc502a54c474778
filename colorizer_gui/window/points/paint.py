"""What clicks and strokes have that come, and what is known of the places that they go to."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF

from colorizer_gui.controllers.session.session import Entry
from colorizer_gui.core.guidance.colour_points import ColourPoint, cell_at, lightness_of
from colorizer_gui.widgets.points.marker import Mark
from colorizer_gui.widgets.points.swatch_row import Ab, within

#: The L* that colours are shown at before a place has said another one.
USUAL: Final = 60.0


@dataclass(frozen=True, slots=True)
class Paint:
    """What clicks and strokes have that come.

    Attributes
    ----------
    ab
        None leaves a place the colour that it has without points.
    name
        What is known of the colour.
    lightness
        L* that it was chosen at, by which it goes on to be shown and called.
    """

    ab: Ab | None
    name: str = ""
    lightness: float = USUAL


def place_of(point: ColourPoint) -> QPointF:
    """Where a point is, or the ring of a stroke."""
    return QPointF(point.x, point.y)


def unfilled(point: ColourPoint) -> Mark:
    """How it is shown before it has a colour."""
    return Mark(place_of(point), None, "", tuple(QPointF(x, y) for x, y in point.path))


def without_points(entry: Entry, point: ColourPoint) -> Ab:
    """The colour that a place has when nobody tells any."""
    assert entry.prediction is not None
    ab = entry.prediction.plain.ab
    a, b = np.mean([ab[cell_at(ab.shape, *place)] for place in point.places], axis=0)
    return float(a), float(b)


def painted(point: ColourPoint, paint: Paint, entry: Entry) -> ColourPoint:
    """A point or stroke in the nearest colour that its place can have."""
    if paint.ab is None:
        return replace(point, ab=without_points(entry, point))
    assert entry.photo is not None
    lightness = lightness_of(entry.photo.lightness, point.places)
    return replace(point, ab=within(lightness, paint.ab), name=paint.name)


def is_on_mount(entry: Entry, x: float, y: float) -> bool:
    """Whether a place is one that the network does not see."""
    photo = entry.photo
    if photo is None or photo.notice.mount is None or not entry.treatment.ignore_mount:
        return False
    width, height = photo.size
    top, bottom, left, right = photo.notice.mount
    return not (left <= x * width <= right and top <= y * height <= bottom)
