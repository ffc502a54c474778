"""Wheel, touchpad and fingers move the view of a photo."""

from typing import Final

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from colorizer_gui.widgets.pane.view_transform import STEP, ViewTransform

#: Pixels for a step of a wheel, where a touchpad tells its movement in such steps only.
_STEP_PIXELS: Final = 30


class PaneGestures:
    """Translates the events of one pane into movements of the view that all panes share."""

    def __init__(self, pane: QWidget, view: ViewTransform) -> None:
        self._pane = pane
        self._view = view
        pane.grabGesture(Qt.GestureType.PinchGesture)

    def from_middle(self, position: QPointF) -> QPointF:
        """A point of the pane, in physical pixels from its middle."""
        size = QSizeF(self._pane.size())
        return (position - QPointF(size.width() / 2, size.height() / 2)) * self._pane.devicePixelRatioF()

    def change_size(self, position: QPointF) -> None:
        """From fitted to actual size about a point, and back."""
        if self._view.fitted:
            self._view.zoom_to(1.0, self.from_middle(position))
        else:
            self._view.fit()

    def follow_wheel(self, event: QWheelEvent) -> None:
        """A wheel zooms; two fingers on a touchpad move the photo, and zoom with Ctrl held."""
        zooms = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if _is_touchpad(event) and not zooms and self._view.can_pan:
            moved = QPointF(event.pixelDelta())
            if moved.isNull():
                moved = QPointF(event.angleDelta()) * (_STEP_PIXELS / 120)
            moved *= self._pane.devicePixelRatioF()
            self._view.pan(moved.x(), moved.y())
        elif steps := event.angleDelta().y() / 120:
            self._view.zoom_by(STEP**steps, self.from_middle(event.position()))
        event.accept()

    def follow_touchpad(self, event: QNativeGestureEvent) -> bool:
        """Pinching zooms; a double tap of two fingers changes between fitted and actual size."""
        if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self._view.zoom_by(1.0 + event.value(), self.from_middle(event.position()))
        elif event.gestureType() == Qt.NativeGestureType.SmartZoomNativeGesture:
            self.change_size(event.position())
        else:
            return False
        return True

    def follow_fingers(self, event: QGestureEvent) -> bool:
        """Two fingers on a touch screen zoom and move at once."""
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        center = QPointF(self._pane.mapFromGlobal(pinch.centerPoint()))
        if pinch.scaleFactor() > 0:
            self._view.zoom_by(pinch.scaleFactor(), self.from_middle(center))
        if pinch.state() is not Qt.GestureState.GestureStarted:
            moved = (pinch.centerPoint() - pinch.lastCenterPoint()) * self._pane.devicePixelRatioF()
            self._view.pan(moved.x(), moved.y())
        event.accept(pinch)
        return True


def _is_touchpad(event: QWheelEvent) -> bool:
    """Systems tell by the device, or by beginning and end of the movement."""
    if event.device().type() == QInputDevice.DeviceType.TouchPad:
        return True
    return event.phase() != Qt.ScrollPhase.NoScrollPhase
