"""A colour point as it is seen on the photo: a ring filled with its colour, to be moved and opened."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

SIDE: Final = 28
_RADIUS: Final = 7.0
#: Logical pixels to the press of a key; with Shift one.
_STEP: Final = 6.0
_KEYS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
#: In which the arc around a point goes round once.
_ROUND_MS: Final = 900
#: What a wheel turns by from one notch to the next, in eighths of a degree.
_NOTCH: Final = 120
#: Steps of reach to the press of a key.
_FARTHER: Final = {Qt.Key.Key_PageUp: 1, Qt.Key.Key_PageDown: -1}


@dataclass(frozen=True, slots=True)
class Mark:
    """What is shown of a point.

    Attributes
    ----------
    place
        x and y in [0, 1] of the photo.
    color
        None for a point that has none yet.
    name
        For who does not see it.
    path
        Where a stroke goes through.
    opened
        Whether its colour is being chosen.
    settling
        Whether the network still thinks about it.
    """

    place: QPointF
    color: QColor | None
    name: str
    path: tuple[QPointF, ...] = ()
    opened: bool = False
    settling: bool = False


class PointMarker(QAbstractButton):
    """Opened by a click or Enter; dragged, or moved by arrow keys; removed by Delete.

    The wheel over it, Page Up and Page Down change how far its colour reaches.

    Signals
    -------
    moved(QPointF, bool)
        The user wants it here, in logical pixels of the parent; whether by a key.
    move_ended()
        It was let go.
    reach_requested(int)
        It is to reach so many steps farther.
    removal_requested(), removal_of_all_requested()

    Attributes
    ----------
    is_settling
        Whether an arc goes round it: the network still thinks about it.
    """

    moved = Signal(QPointF, bool)
    move_ended = Signal()
    reach_requested = Signal(int)
    removal_requested = Signal()
    removal_of_all_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._color: QColor | None = None
        self._is_opened = False
        self._pressed: QPointF | None = None
        self._is_dragged = False
        self._turned = 0
        self.is_settling = False
        self._arc = QVariantAnimation(self, startValue=0, endValue=-360, duration=_ROUND_MS)
        self._arc.setLoopCount(-1)
        self._arc.valueChanged.connect(self.update)
        self.setFixedSize(QSize(SIDE, SIDE))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_mark(self, mark: Mark) -> None:
        """Look like that point."""
        self._color = mark.color
        self._is_opened = mark.opened
        self.setAccessibleName(mark.name)
        if mark.settling != self.is_settling:
            self.is_settling = mark.settling
            (self._arc.start if mark.settling else self._arc.stop)()
        self.update()

    @property
    def point(self) -> QPointF:
        """Where it is, in logical pixels of the parent."""
        return QPointF(self.pos()) + QPointF(SIDE / 2, SIDE / 2)

    def set_point(self, point: QPointF) -> None:
        """Stand in another place of the parent."""
        self.move((point - QPointF(SIDE / 2, SIDE / 2)).toPoint())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(SIDE / 2, SIDE / 2)
        if self.hasFocus() or self.isDown() or self._is_opened:
            painter.setPen(QPen(QColor(0, 0, 0, 150), 4.5))
            painter.drawEllipse(middle, _RADIUS + 4, _RADIUS + 4)
            painter.setPen(QPen(self.palette().highlight().color(), 2.5))
            painter.drawEllipse(middle, _RADIUS + 4, _RADIUS + 4)
        painter.setPen(QPen(QColor(0, 0, 0, 150), 4.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, _RADIUS, _RADIUS)
        painter.setPen(QPen(QColor("#ffffff"), 2.0))
        if self._color is not None:
            painter.setBrush(self._color)
        painter.drawEllipse(_around(middle, _RADIUS))
        if self.is_settling:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for color, width in ((QColor(0, 0, 0, 150), 4.5), (QColor("#ffffff"), 2.5)):
                painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
                painter.drawArc(_around(middle, _RADIUS + 4), round(16 * self._arc.currentValue()), 16 * 110)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._is_dragged = event.position(), False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._pressed is None:
            return
        way = event.position() - self._pressed
        if self._is_dragged or way.manhattanLength() >= QGuiApplication.styleHints().startDragDistance():
            self._is_dragged = True
            self.moved.emit(self.point + way, False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = None
        if self._is_dragged:
            self._is_dragged = False
            self.setDown(False)
            self.move_ended.emit()
        else:
            super().mouseReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        self._turned += event.angleDelta().y()
        steps = int(self._turned / _NOTCH)
        if steps:
            self._turned -= steps * _NOTCH
            self.reach_requested.emit(steps)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Other Colour…")).triggered.connect(self.click)
        menu.addAction(self.tr("Remove Point")).triggered.connect(self.removal_requested)
        menu.addSeparator()
        menu.addAction(self.tr("Remove All Points")).triggered.connect(self.removal_of_all_requested)
        menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key = Qt.Key(event.key())
        if key in _KEYS:
            across, down = _KEYS[key]
            step = 1.0 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
            self.moved.emit(self.point + QPointF(across, down) * step, True)
        elif key in _FARTHER:
            self.reach_requested.emit(_FARTHER[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removal_requested.emit()
        else:
            event.ignore()  # Space too: held, it shows the original, as everywhere


def _around(middle: QPointF, radius: float) -> QRectF:
    return QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
