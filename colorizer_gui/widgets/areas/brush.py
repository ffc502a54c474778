"""What a brush is like, and the line that it has drawn so far."""

from dataclasses import dataclass
from itertools import pairwise
from math import exp, log
from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

#: Steps of the slider for the size, and the radii of its ends in short sides of the photo.
SIZE_STEPS: Final = 40
_SMALLEST: Final = 0.004
_LARGEST: Final = 0.25
#: What a pen that hardly touches has of the size.
_LEAST_PRESSURE: Final = 0.15


def radius_of(step: int) -> float:
    """The radius of a size, in short sides of the photo; each step is larger by the same factor."""
    return _SMALLEST * exp(log(_LARGEST / _SMALLEST) * step / SIZE_STEPS)


def pressed_radius(radius: float, pressure: float) -> float:
    """The radius under a pen that presses this hard, in [0, 1]."""
    return radius * max(_LEAST_PRESSURE, min(pressure, 1.0))


@dataclass(frozen=True, slots=True)
class Brush:
    """What a gesture in the photo does.

    Attributes
    ----------
    radius
        In short sides of the photo; None marks objects.
    """

    radius: float | None
    erases: bool
    color: QColor


@dataclass(frozen=True, slots=True)
class Gesture:
    """What was drawn: x and y in [0, 1] of the photo, and for a brush its radius at each.

    Attributes
    ----------
    turned
        A pen was held the other way round, which erases.
    """

    places: tuple[QPointF, ...]
    radii: tuple[float, ...] = ()
    turned: bool = False


class Trail:
    """A line on its way, in logical pixels of a pane; what was drawn is not drawn again."""

    def __init__(self) -> None:
        self.points: list[QPointF] = []
        self.radii: list[float] = []
        self._sheet: QPixmap | None = None

    def clear(self) -> None:
        """Begin again."""
        self.points, self.radii, self._sheet = [], [], None

    def add(self, point: QPointF, radius: float, size: QSize, ratio: float, color: QColor) -> None:
        """Go on to a point, with a radius there in logical pixels."""
        self.points.append(point)
        self.radii.append(radius)
        if self._sheet is None:
            self._sheet = QPixmap(size * ratio)
            self._sheet.setDevicePixelRatio(ratio)
            self._sheet.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._sheet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lately = list(zip(self.points, self.radii, strict=True))[-2:]
        for (start, one), (end, other) in pairwise(lately or []):
            painter.setPen(QPen(color, one + other, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(start, end)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(point, radius, radius)
        painter.end()

    def paint(self, painter: QPainter) -> None:
        """Draw it so that the photo shines through."""
        if self._sheet is not None:
            painter.setOpacity(0.45)
            painter.drawPixmap(0, 0, self._sheet)
            painter.setOpacity(1.0)
