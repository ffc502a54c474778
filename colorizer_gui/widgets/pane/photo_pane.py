"""A pane that draws one picture through a shared `ViewTransform`."""

from math import ceil
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QSizePolicy, QWidget

from colorizer_gui.widgets.pane.gestures import PaneGestures
from colorizer_gui.widgets.pane.keys import BY_KEY, ENTER_KEYS, PAN_KEYS, ZOOM_KEYS
from colorizer_gui.widgets.pane.pen import follow_pen
from colorizer_gui.widgets.pane.picking_cross import PickingCross
from colorizer_gui.widgets.pane.picture import paint_picture
from colorizer_gui.widgets.pane.title import paint_title
from colorizer_gui.widgets.pane.view_transform import ViewTransform
from colorizer_gui.widgets.style.theme import canvas_color

_DIMMED: Final = 0.35
#: Logical pixels of canvas around a fitted photo.
_FIT_MARGIN: Final = 12.0
_KEY_STEP: Final = 0.1


class PhotoPane(QWidget):
    """Shows a picture; wheel, drag, double click, pinch and keys move the shared view.

    Signals
    -------
    picked(QPointF)
        While picking, the user chose this point: x and y in [0, 1] of the photo.
    drawn(list[QPointF])
        The user drew a line through these points.
    drag_requested()
        The user drags the picture out: where nothing is to be panned, or with Ctrl held.

    Attributes
    ----------
    title
        Drawn in a corner, and the accessible name.
    view
        What it is drawn through.
    """

    picked = Signal(QPointF)
    drawn = Signal(object)
    drag_requested = Signal()

    def __init__(self, title: str, view: ViewTransform, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self._image: QImage | None = None
        self._left: QImage | None = None
        self._left_share = 0.0
        self._left_title = ""
        self._dimmed = False
        self._shows_focus = False
        self._picking = self._draws = False
        self._cross = PickingCross()
        self._grabbed: QPointF | None = None
        self._pressed: QPointF | None = None
        self.set_title(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 120)
        self._gestures = PaneGestures(self, view)
        view.changed.connect(self._on_view_changed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(480, 480)

    @property
    def title(self) -> str:
        """What the pane shows."""
        return self._title

    @property
    def image(self) -> QImage | None:
        """The picture that is drawn."""
        return self._image

    @property
    def photo_rect(self) -> QRectF:
        """Where the photo lies, in logical pixels of the pane; parts of it may be beyond its edges."""
        ratio, target = self.devicePixelRatioF(), self.view.target(self.physical_size())
        return QRectF(target.topLeft() / ratio, target.size() / ratio)

    @property
    def dimmed(self) -> bool:
        """Whether the picture stands for another that is not there yet."""
        return self._dimmed

    def set_title(self, title: str) -> None:
        """Name what the pane shows."""
        self._title = title
        self.setAccessibleName(title)
        self.update()

    def set_image(self, image: QImage | None, *, dimmed: bool = False) -> None:
        """Draw another picture of the same photo, at any resolution; dimmed while it stands for another."""
        self._image = image
        self._dimmed = dimmed
        self.update()

    def set_left(self, image: QImage | None, share: float = 0.0, title: str = "") -> None:
        """Draw another picture of the same photo in the left part of the pane, up to a share of its width."""
        self._left = image
        self._left_share = share
        self._left_title = title
        self.update()

    def set_picking(self, picking: bool, *, draws: bool = False) -> None:
        """Whether a click picks a point of the photo, or Enter the one under the cross; a drag may draw."""
        self._picking, self._draws = picking, draws
        self._cross.begin(self._seen())
        self._update_cursor()
        self.update()

    def physical_size(self) -> QSizeF:
        """The pane in physical pixels."""
        ratio = self.devicePixelRatioF()
        return QSizeF(ceil(self.width() * ratio), ceil(self.height() * ratio))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), canvas_color(self.palette()))
        if self._image is not None and not self._image.isNull():
            self._paint_image(painter, self._image)
            if self._left is not None:
                self._paint_left(painter, self._left)
            paint_title(self, painter, self._title, right=self._left is not None)
        if self._picking and self.hasFocus() and not self.underMouse():
            self._cross.paint(painter)
        if self._cross.trail:
            self._cross.paint_trail(painter)
        if self._shows_focus:
            painter.setPen(QPen(self.palette().highlight().color(), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    def _paint_left(self, painter: QPainter, image: QImage) -> None:
        painter.save()
        clip = QRectF(0, 0, self.width() * self._left_share, self.height())
        painter.setClipRect(clip)
        painter.fillRect(clip, canvas_color(self.palette()))
        self._paint_image(painter, image)
        painter.restore()
        paint_title(self, painter, self._left_title)

    def _paint_image(self, painter: QPainter, image: QImage) -> None:
        size, ratio = self.physical_size(), self.devicePixelRatioF()
        paint_picture(painter, image, self.view, size, ratio, opacity=_DIMMED if self._dimmed else 1.0)

    def resizeEvent(self, _event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self._tell_size()

    def showEvent(self, _event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        self._tell_size()  # panes of another size may have been shown in its place

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._tell_size()
        if isinstance(event, QNativeGestureEvent) and self._gestures.follow_touchpad(event):
            return True
        if isinstance(event, QGestureEvent) and self._gestures.follow_fingers(event):
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        self._gestures.follow_wheel(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._picking and event.button() == Qt.MouseButton.LeftButton:
            self._cross.pressed = event.position()
        elif event.button() == Qt.MouseButton.LeftButton and self._drags_out(event):
            self._pressed = event.position()
        elif event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._grabbed = event.position()
            self._update_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._pressed is not None:
            way = (event.position() - self._pressed).manhattanLength()
            if way >= QGuiApplication.styleHints().startDragDistance():
                self._pressed = None
                self.drag_requested.emit()
        elif self._draws and self._cross.draws(event.position()):
            self.update()
        elif not self._draws and self._cross.lets_go(event.position()):
            self._grabbed = event.position()
            self._update_cursor()
        elif self._grabbed is not None:
            moved = (event.position() - self._grabbed) * self.devicePixelRatioF()
            self._grabbed = event.position()
            self.view.pan(moved.x(), moved.y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        points = self._cross.release()
        if len(points) > 1:
            self.drawn.emit([self._place_of(point) for point in points])
        elif points:
            self._pick(points[0])
        self._grabbed = self._pressed = None
        self._update_cursor()
        self.update()

    def tabletEvent(self, event: QTabletEvent) -> None:  # noqa: N802 - Qt's name
        follow_pen(self, event, picks=self._picking)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() == Qt.MouseButton.LeftButton and not self._picking:
            self._gestures.change_size(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key = Qt.Key(event.key())
        pane = self.physical_size()
        if self._picking and (key in PAN_KEYS or key in ENTER_KEYS):
            self._pick_by_key(key, fine=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in PAN_KEYS:
            across, down = PAN_KEYS[key]
            self.view.pan(across * pane.width() * _KEY_STEP, down * pane.height() * _KEY_STEP)
        elif key in ZOOM_KEYS:
            ZOOM_KEYS[key](self.view)
        else:
            event.ignore()

    def enterEvent(self, _event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        self.update()  # who points needs no cross

    def leaveEvent(self, _event: QEvent) -> None:  # noqa: N802 - Qt's name
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        self._shows_focus = event.reason() in BY_KEY
        self.update()

    def focusOutEvent(self, _event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        self._shows_focus = False
        self.update()

    def _on_view_changed(self) -> None:
        self._update_cursor()
        self.update()

    def _tell_size(self) -> None:
        self.view.set_pane_size(self.physical_size(), _FIT_MARGIN * self.devicePixelRatioF())

    def _place_of(self, position: QPointF) -> QPointF:
        photo = self.photo_rect
        return QPointF(
            (position.x() - photo.x()) / photo.width(), (position.y() - photo.y()) / photo.height()
        )

    def _pick(self, position: QPointF) -> None:
        if self.photo_rect.contains(position):
            self.picked.emit(self._place_of(position))

    def _pick_by_key(self, key: Qt.Key, *, fine: bool) -> None:
        if key in ENTER_KEYS:
            self._pick(self._cross.point)
            return
        across, down = PAN_KEYS[key]
        self._cross.move(-across, -down, self._seen(), fine=fine)
        self.update()

    def _seen(self) -> QRectF:
        """Where the pane shows the photo, in logical pixels."""
        return self.photo_rect & QRectF(self.rect())

    def _drags_out(self, event: QMouseEvent) -> bool:
        if not self.photo_rect.contains(event.position()):
            return False
        return not self.view.can_pan or bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)

    def _update_cursor(self) -> None:
        if self._picking and self._grabbed is None:
            self.setCursor(Qt.CursorShape.CrossCursor)
        elif not self.view.can_pan:
            self.unsetCursor()
        elif self._grabbed is not None:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
