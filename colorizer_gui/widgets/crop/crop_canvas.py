"""A photo, turned by a small angle, with a frame around the part of it that is kept."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from colorizer_gui.core.geometry.geometry import WHOLE, Crop, inner_share

#: Pixels around a corner or an edge in which it is taken hold of.
_REACH: Final = 12.0
_HANDLE: Final = 9.0
_MARGIN: Final = 14.0
#: The smallest frame, and a step by key, of the photo's side.
_LEAST: Final = 0.02
_STEP: Final = 0.01
_SHADE: Final = QColor(0, 0, 0, 150)
_Keys = Qt.Key
_MOVES: Final = {
    _Keys.Key_Left: (-_STEP, 0.0),
    _Keys.Key_Right: (_STEP, 0.0),
    _Keys.Key_Up: (0.0, -_STEP),
    _Keys.Key_Down: (0.0, _STEP),
}


class CropCanvas(QWidget):
    """Shows what is kept, and lets the user move its edges.

    Arrow keys move the frame, with Shift its right and lower edges, with Ctrl its left and upper ones.

    Signals
    -------
    crop_changed(Crop)

    Attributes
    ----------
    crop
        What is kept of the straightened photo.
    """

    crop_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._angle = 0.0
        self.crop: Crop = WHOLE
        self._held: tuple[int, int] | None = None
        self._grip = QPointF()
        self._start: Crop = WHOLE
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Frame around what is kept"))
        text = self.tr(
            "Arrow keys move the frame, with Shift its right and lower edge, with Ctrl the others."
        )
        self.setAccessibleDescription(text)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(860, 560)

    def set_image(self, image: QImage) -> None:
        """Show the photo, turned but neither straightened nor cropped."""
        self._image = image
        self.update()

    def set_angle(self, angle: float) -> None:
        """Straighten it by degrees clockwise."""
        self._angle = angle
        self.update()

    def set_crop(self, crop: Crop) -> None:
        """Put the frame around another part."""
        if crop != self.crop:
            self.crop = crop
            self.update()
            self.crop_changed.emit(crop)

    def frame_rect(self) -> QRectF:
        """Where the straightened photo lies in the widget."""
        if self._image.isNull():
            return QRectF()
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        size = self._image.size().toSizeF().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        rect = QRectF(QPointF(), size)
        rect.moveCenter(room.center())
        return rect

    def crop_rect(self) -> QRectF:
        """Where the frame lies in the widget."""
        whole, (left, top, right, bottom) = self.frame_rect(), self.crop
        return QRectF(
            whole.left() + left * whole.width(),
            whole.top() + top * whole.height(),
            (right - left) * whole.width(),
            (bottom - top) * whole.height(),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        whole = self.frame_rect()
        if whole.isEmpty():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_photo(painter, whole)
        inner = self.crop_rect()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # no seams between the shades
        for shaded in (
            QRectF(whole.left(), whole.top(), whole.width(), inner.top() - whole.top()),
            QRectF(whole.left(), inner.bottom(), whole.width(), whole.bottom() - inner.bottom()),
            QRectF(whole.left(), inner.top(), inner.left() - whole.left(), inner.height()),
            QRectF(inner.right(), inner.top(), whole.right() - inner.right(), inner.height()),
        ):
            painter.fillRect(shaded, _SHADE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter, inner)

    def _paint_photo(self, painter: QPainter, whole: QRectF) -> None:
        width, height = self._image.width(), self._image.height()
        scale = whole.width() / (width * inner_share(width, height, self._angle))
        painter.save()
        painter.setClipRect(whole)
        painter.translate(whole.center())
        painter.rotate(self._angle)
        painter.scale(scale, scale)
        painter.drawImage(QPointF(-width / 2, -height / 2), self._image)
        painter.restore()

    def _paint_frame(self, painter: QPainter, inner: QRectF) -> None:
        thirds = QPen(QColor(255, 255, 255, 110), 1)
        painter.setPen(thirds)
        for part in (1 / 3, 2 / 3):
            x, y = inner.left() + part * inner.width(), inner.top() + part * inner.height()
            painter.drawLine(QPointF(x, inner.top()), QPointF(x, inner.bottom()))
            painter.drawLine(QPointF(inner.left(), y), QPointF(inner.right(), y))
        color = self.palette().color(self.palette().ColorRole.Accent) if self.hasFocus() else QColor("white")
        painter.setPen(QPen(QColor(0, 0, 0, 120), 4))
        painter.drawRect(inner)
        painter.setPen(QPen(color, 2))
        painter.drawRect(inner)
        painter.setBrush(color)
        painter.setPen(QPen(QColor(0, 0, 0, 160), 1))
        xs, ys = (
            (inner.left(), inner.center().x(), inner.right()),
            (inner.top(), inner.center().y(), inner.bottom()),
        )
        for across, x in enumerate(xs):
            for down, y in enumerate(ys):
                if (across, down) != (1, 1):
                    square = QRectF(0, 0, _HANDLE, _HANDLE)
                    square.moveCenter(QPointF(x, y))
                    painter.drawRect(square)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = self._part_at(event.position())
            self._grip, self._start = event.position(), self.crop

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._held = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        whole = self.frame_rect()
        if self._held is None or whole.isEmpty():
            self.setCursor(_cursor(self._part_at(event.position())))
            return
        way = event.position() - self._grip
        across, down = self._held
        self.set_crop(_pulled(self._start, across, down, way.x() / whole.width(), way.y() / whole.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        step = _MOVES.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        part = (0, 0)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            part = (1, 1)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            part = (-1, -1)
        across, down = (side if way else 0 for side, way in zip(part, step, strict=True))
        self.set_crop(_pulled(self.crop, across, down, *step))

    def _part_at(self, position: QPointF) -> tuple[int, int] | None:
        """Which edge is at a place, across and down, each -1, 0 or 1; (0, 0) is the inside, None nothing."""
        inner = self.crop_rect()
        if not inner.adjusted(-_REACH, -_REACH, _REACH, _REACH).contains(position):
            return None
        across = _side(position.x(), inner.left(), inner.right())
        return across, _side(position.y(), inner.top(), inner.bottom())


def _side(place: float, first: float, last: float) -> int:
    reach = min(_REACH, (last - first) / 4)
    if place > last - reach:
        return 1
    return -1 if place < first + reach else 0


def _pulled(crop: Crop, across: int, down: int, x: float, y: float) -> Crop:
    """With the edges on those sides moved; the whole frame where there is no side."""
    left, top, right, bottom = crop
    if (across, down) == (0, 0):
        x, y = min(max(x, -left), 1.0 - right), min(max(y, -top), 1.0 - bottom)
        return left + x, top + y, right + x, bottom + y
    left, right = _pulled_side(left, right, across, x)
    top, bottom = _pulled_side(top, bottom, down, y)
    return left, top, right, bottom


def _pulled_side(first: float, last: float, side: int, way: float) -> tuple[float, float]:
    if side < 0:
        return min(max(first + way, 0.0), last - _LEAST), last
    if side > 0:
        return first, max(min(last + way, 1.0), first + _LEAST)
    return first, last


def _cursor(part: tuple[int, int] | None) -> Qt.CursorShape:
    match part:
        case None:
            return Qt.CursorShape.ArrowCursor
        case (0, 0):
            return Qt.CursorShape.SizeAllCursor
        case (0, _):
            return Qt.CursorShape.SizeVerCursor
        case (_, 0):
            return Qt.CursorShape.SizeHorCursor
        case (across, down):
            same = across == down
            return Qt.CursorShape.SizeFDiagCursor if same else Qt.CursorShape.SizeBDiagCursor
