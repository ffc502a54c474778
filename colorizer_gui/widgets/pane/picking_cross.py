"""How a point of a photo is picked: by a click, or by a cross that keys move; and how a line is drawn."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPen

#: Logical pixels to the press of a key; with Shift one.
_STEP: Final = 8.0
_RADIUS: Final = 9.0
_ARM: Final = 7.0


class PickingCross:
    """Stands in the middle of what is seen of the photo, until keys move it.

    Attributes
    ----------
    point
        Where it is, in logical pixels of the pane.
    pressed
        Where the mouse was pressed to pick; None when it is not, or drags.
    trail
        Where the mouse went, while it draws a line.
    """

    def __init__(self) -> None:
        self.point = QPointF()
        self.pressed: QPointF | None = None
        self.trail: list[QPointF] = []

    def begin(self, photo: QRectF) -> None:
        """Go to the middle of the part of the pane that shows the photo."""
        self.point = photo.center()
        self.pressed, self.trail = None, []

    def lets_go(self, position: QPointF) -> bool:
        """Whether the mouse has left the place where it was pressed, which is then no longer pressed."""
        if self.pressed is None or not self._is_away(position):
            return False
        self.pressed = None
        return True

    def draws(self, position: QPointF) -> bool:
        """Whether the mouse draws a line, which goes on to here."""
        if self.pressed is None or not (self.trail or self._is_away(position)):
            return False
        self.trail.append(position)
        return True

    def release(self) -> list[QPointF]:
        """Nothing, the point that was picked, or the line that was drawn."""
        points = [] if self.pressed is None else [self.pressed, *self.trail]
        self.pressed, self.trail = None, []
        return points

    def _is_away(self, position: QPointF) -> bool:
        assert self.pressed is not None
        way = (position - self.pressed).manhattanLength()
        return way >= QGuiApplication.styleHints().startDragDistance()

    def move(self, across: int, down: int, photo: QRectF, *, fine: bool) -> None:
        """Take a step, but not out of the photo."""
        step = 1.0 if fine else _STEP
        x, y = self.point.x() + across * step, self.point.y() + down * step
        inside = photo.adjusted(0, 0, -1, -1)
        self.point = QPointF(
            min(max(x, inside.left()), inside.right()), min(max(y, inside.top()), inside.bottom())
        )

    def paint_trail(self, painter: QPainter) -> None:
        """Draw the line so far."""
        paint_line(painter, self.trail, QColor("#ffffff"))

    def paint(self, painter: QPainter) -> None:
        """Draw it light on dark, so that it is seen on any photo."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for color, width in ((QColor(0, 0, 0, 170), 3.5), (QColor("#ffffff"), 1.5)):
            painter.setPen(QPen(color, width))
            painter.drawEllipse(self.point, _RADIUS, _RADIUS)
            for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                way = QPointF(x, y)
                painter.drawLine(self.point + way * _RADIUS, self.point + way * (_RADIUS + _ARM))


def paint_line(painter: QPainter, points: Sequence[QPointF], color: QColor) -> None:
    """Draw a line in a colour, with a dark edge, so that it is seen on any photo."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for each, width in ((QColor(0, 0, 0, 120), 4.0), (QColor("#ffffff"), 2.5), (color, 1.5)):
        pen = QPen(each, width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(list(points))
