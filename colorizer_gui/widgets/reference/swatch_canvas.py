"""A picture on which rectangles are drawn, moved and chosen."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from colorizer_gui.core.prediction.reference import Rectangle

#: Of a rectangle's side in shares: less is a click.
_LEAST: Final = 0.02
_STEP: Final = 0.01
#: The rectangle that a key draws, in the middle.
_BY_KEY: Rectangle = (0.4, 0.4, 0.6, 0.6)
_COLORS: Final = ("#e8734a", "#3f8fd2", "#4ca64c", "#b45fc4", "#c9a227", "#2aa198")
_MARGIN: Final = 6.0
_Keys = Qt.Key
_MOVES: Final = {
    _Keys.Key_Left: (-_STEP, 0.0),
    _Keys.Key_Right: (_STEP, 0.0),
    _Keys.Key_Up: (0.0, -_STEP),
    _Keys.Key_Down: (0.0, _STEP),
}


class SwatchCanvas(QWidget):
    """One side of the pairs.

    Arrow keys move the chosen rectangle, with Shift its right and lower edges; Enter draws one, Del removes.

    Signals
    -------
    drawn(Rectangle)
        A new one.
    changed(int, Rectangle)
        One by its number was moved or resized.
    chosen(int)
        One by its number; -1 for none.
    removal_requested()
        The chosen one is to go.

    Attributes
    ----------
    rectangles
        Those of pairs, in their order.
    """

    drawn = Signal(object)
    changed = Signal(int, object)
    chosen = Signal(int)
    removal_requested = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.rectangles: tuple[Rectangle, ...] = ()
        self._image = QImage()
        self._pending: Rectangle | None = None
        self._chosen = -1
        self._grip: QPointF | None = None
        self._held: tuple[int, Rectangle] | None = None
        self._being_drawn: Rectangle | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            self.tr(
                "Enter draws a rectangle, arrow keys move the chosen one, with Shift its right and lower "
                "edge; Del removes it."
            )
        )

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(440, 400)

    def set_image(self, image: QImage) -> None:
        """Show a picture."""
        self._image = image
        self.update()

    def show_rectangles(
        self, rectangles: Sequence[Rectangle], pending: Rectangle | None, chosen: int
    ) -> None:
        """Show the pairs, one that waits for its other half, and which is chosen."""
        self.rectangles, self._pending, self._chosen = tuple(rectangles), pending, chosen
        self.update()

    def picture_rect(self) -> QRectF:
        """Where the picture lies in the widget."""
        if self._image.isNull():
            return QRectF()
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        size = self._image.size().toSizeF().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        rect = QRectF(0, 0, size.width(), size.height())
        rect.moveCenter(room.center())
        return rect

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        whole = self.picture_rect()
        if whole.isEmpty():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(whole, self._image)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(self.palette().ColorRole.Accent), 2))
            painter.drawRect(whole.adjusted(-2, -2, 2, 2))
        for number, rectangle in enumerate(self.rectangles):
            self._paint(painter, rectangle, number, chosen=number == self._chosen)
        for waiting in (self._pending, self._being_drawn):
            if waiting is not None:
                self._paint(painter, waiting, len(self.rectangles), chosen=True, waits=True)

    def _paint(
        self, painter: QPainter, rectangle: Rectangle, number: int, *, chosen: bool, waits: bool = False
    ) -> None:
        place, color = self._on_screen(rectangle), QColor(_COLORS[number % len(_COLORS)])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(0, 0, 0, 140), 5 if chosen else 4))
        painter.drawRect(place)
        style = Qt.PenStyle.DashLine if waits else Qt.PenStyle.SolidLine
        painter.setPen(QPen(color, 3 if chosen else 2, style))
        painter.drawRect(place)
        height = painter.fontMetrics().height()
        label = QRectF(place.left(), place.top(), 1.3 * height, 1.2 * height)
        painter.fillRect(label, color)
        painter.setPen(QColor("white"))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, str(number + 1))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() != Qt.MouseButton.LeftButton or self._image.isNull():
            return
        self._grip = self._in_shares(event.position())
        inside = [
            number
            for number, rectangle in enumerate(self.rectangles)
            if self._on_screen(rectangle).contains(event.position())
        ]
        self._held = (inside[-1], self.rectangles[inside[-1]]) if inside else None
        self.chosen.emit(inside[-1] if inside else -1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._grip is None:
            return
        place = self._in_shares(event.position())
        if self._held is None:
            self._being_drawn = _between(self._grip, place)
        else:
            number, before = self._held
            way = place - self._grip
            moved = _moved(before, way.x(), way.y())
            self.rectangles = (*self.rectangles[:number], moved, *self.rectangles[number + 1 :])
        self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        drawn, held = self._being_drawn, self._held
        self._grip = self._held = self._being_drawn = None
        self.update()
        if drawn is not None:
            self.drawn.emit(drawn)
        elif held is not None and self.rectangles[held[0]] != held[1]:
            self.changed.emit(held[0], self.rectangles[held[0]])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key, step = event.key(), _MOVES.get(Qt.Key(event.key()))
        if key in {_Keys.Key_Return, _Keys.Key_Enter, _Keys.Key_Space}:
            self.drawn.emit(_BY_KEY)
        elif key in {_Keys.Key_Delete, _Keys.Key_Backspace}:
            self.removal_requested.emit()
        elif step is not None and 0 <= self._chosen < len(self.rectangles):
            rectangle = self.rectangles[self._chosen]
            widens = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.changed.emit(
                self._chosen, _widened(rectangle, *step) if widens else _moved(rectangle, *step)
            )
        else:
            super().keyPressEvent(event)

    def _in_shares(self, position: QPointF) -> QPointF:
        whole = self.picture_rect()
        x = (position.x() - whole.left()) / max(1.0, whole.width())
        y = (position.y() - whole.top()) / max(1.0, whole.height())
        return QPointF(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0))

    def _on_screen(self, rectangle: Rectangle) -> QRectF:
        whole, (left, top, right, bottom) = self.picture_rect(), rectangle
        return QRectF(
            whole.left() + left * whole.width(),
            whole.top() + top * whole.height(),
            (right - left) * whole.width(),
            (bottom - top) * whole.height(),
        )


def _between(one: QPointF, other: QPointF) -> Rectangle | None:
    """The rectangle between two corners; None for a click."""
    left, right = sorted((one.x(), other.x()))
    top, bottom = sorted((one.y(), other.y()))
    return (left, top, right, bottom) if right - left >= _LEAST and bottom - top >= _LEAST else None


def _moved(rectangle: Rectangle, x: float, y: float) -> Rectangle:
    left, top, right, bottom = rectangle
    x, y = min(max(x, -left), 1.0 - right), min(max(y, -top), 1.0 - bottom)
    return left + x, top + y, min(1.0, right + x), min(1.0, bottom + y)


def _widened(rectangle: Rectangle, x: float, y: float) -> Rectangle:
    left, top, right, bottom = rectangle
    return left, top, max(min(right + x, 1.0), left + _LEAST), max(min(bottom + y, 1.0), top + _LEAST)
