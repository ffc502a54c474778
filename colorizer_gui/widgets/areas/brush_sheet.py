"""Lies over a pane while places are marked: mouse, pen and keys draw, and all else goes on to the pane."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPointingDevice,
    QTabletEvent,
)
from PySide6.QtWidgets import QWidget

from colorizer_gui.widgets.areas.brush import Brush, Gesture, Trail, pressed_radius
from colorizer_gui.widgets.pane.keys import ENTER_KEYS, PAN_KEYS
from colorizer_gui.widgets.pane.photo_pane import PhotoPane
from colorizer_gui.widgets.pane.picking_cross import PickingCross

#: Radius of the ring that marks an object, and the least that is drawn of a line, in logical pixels.
_OBJECT: Final = 5.0
_LEAST: Final = 1.5
_SIZE_KEYS: Final = {
    Qt.Key.Key_BracketLeft: -1,
    Qt.Key.Key_Comma: -1,
    Qt.Key.Key_BracketRight: 1,
    Qt.Key.Key_Period: 1,
}


class BrushSheet(QWidget):
    """Takes gestures over one pane as long as there is a brush.

    Signals
    -------
    drawn(Gesture)
        The button was let go, the pen lifted, or Enter pressed.
    size_requested(int), erasing_requested()
        By keys: so many steps larger; to erase or no longer.
    """

    drawn = Signal(object)
    size_requested = Signal(int)
    erasing_requested = Signal()

    def __init__(self, pane: PhotoPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._brush: Brush | None = None
        self._trail = Trail()
        self._cross = PickingCross()
        self._hover: QPointF | None = None
        self._turned = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self.tr("Photo, to be marked"))
        self.setAccessibleDescription(
            self.tr("Move the cross with the arrow keys, mark with Enter; [ and ] change the size, E erases")
        )
        self.hide()
        pane.installEventFilter(self)
        pane.view.changed.connect(self.update)

    def set_brush(self, brush: Brush | None) -> None:
        """Draw with this from now on; None lets the pane alone."""
        begins = self._brush is None and brush is not None
        self._brush = brush
        if brush is None:
            self._trail.clear()
            if self.hasFocus():
                self._pane.setFocus()
            self.hide()
            return
        if begins:
            self.setGeometry(self._pane.rect())
            self._cross.begin(self._seen())
            self.show()
            self.raise_()
        self.update()

    @property
    def is_drawing(self) -> bool:
        """Whether a line is on its way."""
        return bool(self._trail.points)

    def give_up(self) -> None:
        """Forget the line that is on its way."""
        self._trail.clear()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if watched is self._pane and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._pane.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        brush = self._brush
        if brush is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._trail.paint(painter)
        at = self._hover
        if at is None and self.hasFocus():
            self._cross.paint(painter)
            at = self._cross.point
        if at is not None:
            radius = self._pixels(brush.radius) if brush.radius is not None else _OBJECT
            style = Qt.PenStyle.DashLine if brush.erases else Qt.PenStyle.SolidLine
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for color, width in ((Qt.GlobalColor.black, 3.0), (Qt.GlobalColor.white, 1.4)):
                painter.setPen(QPen(color, width, style))
                painter.drawEllipse(at, radius, radius)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() != Qt.MouseButton.LeftButton or not self._begins(event.position()):
            event.ignore()
            return
        self._turned = False
        self._go_on(event.position(), 1.0)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._hover = event.position()
        if self.is_drawing and event.buttons() & Qt.MouseButton.LeftButton:
            self._go_on(event.position(), 1.0)
        elif event.buttons():
            event.ignore()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() != Qt.MouseButton.LeftButton or not self.is_drawing:
            event.ignore()
            return
        self._finish()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self.mousePressEvent(event)  # two dabs, one soon after the other

    def tabletEvent(self, event: QTabletEvent) -> None:  # noqa: N802 - Qt's name
        """A pen draws as wide as it is pressed, and erases with its other end; Qt makes no mouse of it."""
        kind, held = event.type(), event.buttons() & Qt.MouseButton.LeftButton
        self._hover = event.position()
        if kind == QEvent.Type.TabletPress and held and self._begins(event.position()):
            self._turned = event.pointerType() == QPointingDevice.PointerType.Eraser
            self._go_on(event.position(), event.pressure())
        elif kind == QEvent.Type.TabletMove and self.is_drawing:
            self._go_on(event.position(), event.pressure())
        elif kind == QEvent.Type.TabletRelease and self.is_drawing:
            self._finish()
        elif kind != QEvent.Type.TabletMove:
            event.ignore()
            return
        self.update()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self.is_drawing:
            self.give_up()
        elif key in PAN_KEYS:
            across, down = PAN_KEYS[key]
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._cross.move(-across, -down, self._seen(), fine=fine)
            self._hover = None
            self.update()
        elif key in ENTER_KEYS and self._begins(self._cross.point):
            self._turned = False
            self._go_on(self._cross.point, 1.0)
            self._finish()
        elif key in _SIZE_KEYS:
            self.size_requested.emit(_SIZE_KEYS[key])
        elif key == Qt.Key.Key_E and not event.modifiers():
            self.erasing_requested.emit()
        else:
            event.ignore()

    def leaveEvent(self, _event: QEvent) -> None:  # noqa: N802 - Qt's name
        self._hover = None
        self.update()

    def focusInEvent(self, _event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        self.update()

    def focusOutEvent(self, _event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        self.update()

    def _begins(self, position: QPointF) -> bool:
        """Whether a gesture may begin there: with a brush also a little beside the photo."""
        brush = self._brush
        if brush is None:
            return False
        beside = 0.0 if brush.radius is None else self._pixels(brush.radius)
        return self._pane.photo_rect.adjusted(-beside, -beside, beside, beside).contains(position)

    def _go_on(self, position: QPointF, pressure: float) -> None:
        brush = self._brush
        assert brush is not None
        radius = _LEAST if brush.radius is None else self._pixels(pressed_radius(brush.radius, pressure))
        ratio = self.devicePixelRatioF()
        self._trail.add(position, max(_LEAST, radius), self.size(), ratio, brush.color)
        if brush.radius is not None:
            self._trail.radii[-1] = max(radius, 1e-3)
        self.update()

    def _finish(self) -> None:
        brush, photo = self._brush, self._pane.photo_rect
        points, radii = self._trail.points, self._trail.radii
        self._trail.clear()
        self.update()
        if brush is None or photo.isEmpty():
            return
        places = tuple(
            QPointF((each.x() - photo.x()) / photo.width(), (each.y() - photo.y()) / photo.height())
            for each in points
        )
        short = min(photo.width(), photo.height())
        relative = () if brush.radius is None else tuple(radius / short for radius in radii)
        self.drawn.emit(Gesture(places, relative, self._turned))

    def _pixels(self, radius: float) -> float:
        photo = self._pane.photo_rect
        return radius * min(photo.width(), photo.height())

    def _seen(self) -> QRectF:
        return self._pane.photo_rect & QRectF(self.rect())
