"""A pen on a tablet picks and draws as the mouse does, at its own, finer places."""

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QMouseEvent, QTabletEvent
from PySide6.QtWidgets import QApplication, QWidget

_KINDS: Final = {
    QEvent.Type.TabletPress: QEvent.Type.MouseButtonPress,
    QEvent.Type.TabletMove: QEvent.Type.MouseMove,
    QEvent.Type.TabletRelease: QEvent.Type.MouseButtonRelease,
}


def follow_pen(pane: QWidget, event: QTabletEvent, *, picks: bool) -> None:
    """Give a pane that picks what the pen does as events of a mouse; Qt then makes none, of whole pixels."""
    if not picks:
        event.ignore()
        return
    move = event.type() == QEvent.Type.TabletMove
    button = Qt.MouseButton.NoButton if move else Qt.MouseButton.LeftButton
    held = Qt.MouseButton.LeftButton if event.pressure() > 0 else Qt.MouseButton.NoButton
    as_mouse = QMouseEvent(
        _KINDS[event.type()],
        event.position(),
        event.globalPosition(),
        button,
        held,
        event.modifiers(),
        event.pointingDevice(),
    )
    QApplication.sendEvent(pane, as_mouse)
    event.accept()
