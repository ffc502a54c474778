"""A scan with a frame around each photo on it; frames are moved, resized, turned, added and removed."""

from collections.abc import Sequence
from dataclasses import replace
from math import atan2, cos, degrees, radians, sin
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from colorizer_gui.core.geometry.geometry import MOST_ANGLE, Size
from colorizer_gui.core.photo.several import Outline, in_rows

_REACH: Final = 12.0
_HANDLE: Final = 9.0
_MARGIN: Final = 14.0
#: How far above its frame the knob is that turns it.
_KNOB: Final = 22.0
#: A step by key, of the scan's longer side; the smallest frame; a turn by key in degrees.
_STEP: Final = 0.004
_LEAST: Final = 0.02
_TURN: Final = 0.5
_CORNERS: Final = ((-1, -1), (1, -1), (1, 1), (-1, 1))
_Keys = Qt.Key
_MOVES: Final = {
    _Keys.Key_Left: (-1, 0),
    _Keys.Key_Right: (1, 0),
    _Keys.Key_Up: (0, -1),
    _Keys.Key_Down: (0, 1),
}


class SplitCanvas(QWidget):
    """Shows the frames in their order, and lets the user change them.

    A drag over an empty place draws a new frame. Page up and down choose one; arrow keys move it, with Shift
    they change its size, with Ctrl they turn it; Delete removes it.

    Signals
    -------
    frames_changed()

    Attributes
    ----------
    frames
        In pixels of the scan, by rows from the top.
    """

    frames_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.frames: list[Outline] = []
        self._image = QImage()
        self._size: Size = (1, 1)
        self._chosen: int | None = None
        self._part: tuple[int, int] | str | None = None
        self._grip = QPointF()
        self._start: Outline | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Frames around the photos"))
        text = self.tr(
            "Page up and down choose a frame. Arrow keys move it, with Shift they change its size, with Ctrl "
            "they turn it. Delete removes it."
        )
        self.setAccessibleDescription(text)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(860, 560)

    def show_scan(self, image: QImage, size: Size, frames: Sequence[Outline]) -> None:
        """Show a picture of a scan of that size, with frames."""
        self._image, self._size = image, size
        self.set_frames(frames)

    def set_frames(self, frames: Sequence[Outline]) -> None:
        """Show other frames."""
        self._take(list(frames), 0 if frames else None)

    @property
    def chosen(self) -> Outline | None:
        """The frame that keys and buttons change."""
        return None if self._chosen is None else self.frames[self._chosen]

    def add_frame(self) -> None:
        """Add a frame in the middle."""
        width, height = self._size
        self._add(Outline(width / 2, height / 2, width / 3, height / 3))

    def remove_frame(self) -> None:
        """Remove the chosen frame."""
        if self._chosen is not None:
            rest = [frame for index, frame in enumerate(self.frames) if index != self._chosen]
            self._take(rest, min(self._chosen, len(rest) - 1) if rest else None)

    def corners_of(self, frame: Outline) -> list[QPointF]:
        """Where the corners of a frame lie in the widget, from the upper left one clockwise."""
        return [self._shown(QPointF(x, y)) for x, y in frame.corners()]

    def _take(self, frames: list[Outline], chosen: int | None) -> None:
        kept = None if chosen is None else frames[chosen]
        self.frames = in_rows(frames)
        self._chosen = None if kept is None else self.frames.index(kept)
        self.update()
        self.frames_changed.emit()

    def _add(self, frame: Outline) -> None:
        self._take([*self.frames, frame], len(self.frames))

    def _replace(self, frame: Outline) -> None:
        if self._chosen is not None:
            self._take([*self.frames[: self._chosen], frame, *self.frames[self._chosen + 1 :]], self._chosen)

    @property
    def _area(self) -> QRectF:
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        size = QSize(*self._size).toSizeF().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        area = QRectF(QPointF(), size)
        area.moveCenter(room.center())
        return area

    @property
    def _scale(self) -> float:
        return self._area.width() / self._size[0]

    def _shown(self, place: QPointF) -> QPointF:
        return self._area.topLeft() + place * self._scale

    def _place(self, position: QPointF) -> QPointF:
        """Of a position in the widget, within the scan."""
        place = (position - self._area.topLeft()) / self._scale
        return QPointF(min(max(place.x(), 0.0), self._size[0]), min(max(place.y(), 0.0), self._size[1]))

    def _knob(self, frame: Outline) -> QPointF:
        first, second, *_ = self.corners_of(frame)
        up = QPointF(sin(radians(frame.angle)), -cos(radians(frame.angle)))
        middle: QPointF = (first + second) / 2 + up * _KNOB
        return middle

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._area, self._image)
        accent = self.palette().color(self.palette().ColorRole.Accent)
        for index, frame in enumerate(self.frames):
            corners = QPolygonF(self.corners_of(frame))
            is_chosen = index == self._chosen
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(0, 0, 0, 140), 4))
            painter.drawPolygon(corners)
            painter.setPen(QPen(accent if is_chosen else QColor("white"), 2))
            painter.drawPolygon(corners)
            self._paint_number(painter, corners.boundingRect().center(), index + 1, accent)
            if is_chosen:
                self._paint_handles(painter, frame, accent)

    def _paint_number(self, painter: QPainter, middle: QPointF, number: int, color: QColor) -> None:
        side = painter.fontMetrics().height() + 8
        badge = QRectF(0, 0, side, side)
        badge.moveCenter(middle)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(badge)
        painter.setPen(QColor("white"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(number))

    def _paint_handles(self, painter: QPainter, frame: Outline, color: QColor) -> None:
        painter.setPen(QPen(QColor(0, 0, 0, 160), 1))
        painter.setBrush(color)
        for corner in self.corners_of(frame):
            square = QRectF(0, 0, _HANDLE, _HANDLE)
            square.moveCenter(corner)
            painter.drawRect(square)
        painter.drawEllipse(self._knob(frame), _HANDLE / 2, _HANDLE / 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() != Qt.MouseButton.LeftButton or self._image.isNull():
            return
        position = event.position()
        self._grip = self._place(position)
        self._part = self._part_at(position)
        if self._part is None:
            inside = [
                index
                for index, frame in enumerate(self.frames)
                if QPolygonF(self.corners_of(frame)).containsPoint(position, Qt.FillRule.OddEvenFill)
            ]
            self._chosen = inside[-1] if inside else None
            self._part = "inside" if inside else "new"
            self.update()
            self.frames_changed.emit()
        self._start = self.chosen

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._part is None:
            return
        place, start = self._place(event.position()), self._start
        way = place - self._grip
        if self._part == "new":
            least = _LEAST * max(self._size)
            if start is None and min(abs(way.x()), abs(way.y())) > least:
                middle = (place + self._grip) / 2
                self._add(Outline(middle.x(), middle.y(), abs(way.x()), abs(way.y())))
                self._start = self.chosen
                self._part = (1 if way.x() > 0 else -1, 1 if way.y() > 0 else -1)
                self._grip = place
        elif start is None:
            return
        elif self._part == "inside":
            self._replace(self._moved(start, way.x(), way.y()))
        elif self._part == "knob":
            middle = place - QPointF(start.x, start.y)
            angle = degrees(atan2(middle.x(), -middle.y()))
            self._replace(replace(start, angle=min(max(angle, -MOST_ANGLE), MOST_ANGLE)))
        elif isinstance(self._part, tuple):
            self._replace(self._pulled(start, self._part, way))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._part = self._start = None

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key, frame = Qt.Key(event.key()), self.chosen
        if key in {_Keys.Key_PageUp, _Keys.Key_PageDown} and self.frames:
            step = -1 if key == _Keys.Key_PageUp else 1
            self._chosen = ((-1 if self._chosen is None else self._chosen) + step) % len(self.frames)
            self.update()
            self.frames_changed.emit()
        elif key in {_Keys.Key_Delete, _Keys.Key_Backspace}:
            self.remove_frame()
        elif key in _MOVES and frame is not None:
            self._replace(self._by_key(frame, _MOVES[key], event.modifiers()))
        else:
            super().keyPressEvent(event)

    def _by_key(self, frame: Outline, move: tuple[int, int], modifiers: Qt.KeyboardModifier) -> Outline:
        step = _STEP * max(self._size)
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            angle = frame.angle + _TURN * (move[0] or -move[1])
            return replace(frame, angle=min(max(angle, -MOST_ANGLE), MOST_ANGLE))
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            return self._pulled(frame, (1, 1), QPointF(move[0], move[1]) * step)
        return self._moved(frame, move[0] * step, move[1] * step)

    def _moved(self, frame: Outline, x: float, y: float) -> Outline:
        """With its middle on the scan."""
        width, height = self._size
        return replace(frame, x=min(max(frame.x + x, 0.0), width), y=min(max(frame.y + y, 0.0), height))

    def _pulled(self, frame: Outline, corner: tuple[int, int], way: QPointF) -> Outline:
        """With one corner moved, and the opposite one where it is."""
        c, s = cos(radians(frame.angle)), sin(radians(frame.angle))
        across, down = way.x() * c + way.y() * s, -way.x() * s + way.y() * c
        least = _LEAST * max(self._size)
        width = max(least, frame.width + corner[0] * across)
        height = max(least, frame.height + corner[1] * down)
        x, y = corner[0] * (width - frame.width) / 2, corner[1] * (height - frame.height) / 2
        return Outline(frame.x + x * c - y * s, frame.y + x * s + y * c, width, height, frame.angle)

    def _part_at(self, position: QPointF) -> tuple[int, int] | str | None:
        """What of the chosen frame is at a place: a corner, its knob, or nothing."""
        frame = self.chosen
        if frame is None:
            return None
        for corner, place in zip(_CORNERS, self.corners_of(frame), strict=True):
            if (place - position).manhattanLength() < _REACH:
                return corner
        return "knob" if (self._knob(frame) - position).manhattanLength() < _REACH else None
