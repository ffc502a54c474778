"""Windows that lie within the screen that they are on, whatever its size and scale and that of letters."""

from PySide6.QtCore import QObject, QRect, Qt, Slot
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QDialog, QStyle, QWidget


class ScreenFit(QObject):
    """Keeps a window that stays open within its screen, also on another one.

    Parameters
    ----------
    window
        Is looked after from `begin` on, which is called when it is shown.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._screen: QScreen | None = None

    def begin(self) -> None:
        """Fit the window, and again when its screen or the screen's size changes."""
        handle = self._window.windowHandle()
        if self._screen is None and handle is not None:
            handle.screenChanged.connect(self._on_screen_changed)
        self._on_screen_changed(self._window.screen())

    @Slot(QScreen)
    def _on_screen_changed(self, screen: QScreen) -> None:
        if screen is not self._screen:
            if self._screen is not None:
                self._screen.availableGeometryChanged.disconnect(self._fit)
            self._screen = screen
            screen.availableGeometryChanged.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        fit_into_screen(self._window)


def open_dialog(dialog: QDialog) -> None:
    """Open a dialog over its window, no larger than the screen."""
    if dialog.testAttribute(Qt.WidgetAttribute.WA_Resized):  # it has a size of its own already
        dialog.resize(dialog.size().boundedTo(room_for(dialog).size()))
    dialog.open()
    fit_into_screen(dialog)


def fit_into_screen(window: QWidget) -> None:
    """Make a window so small, and move it so far, that all of it is seen, its frame included.

    Its contents have to give way, or to scroll; a window that fills the screen is left alone.
    """
    if window.isMaximized() or window.isFullScreen():
        return
    room = room_for(window)
    size = window.size().boundedTo(room.size())
    if size != window.size():
        window.resize(size)
    inside = window.geometry()
    inside.moveRight(min(inside.right(), room.right()))
    inside.moveBottom(min(inside.bottom(), room.bottom()))
    inside.moveLeft(max(inside.left(), room.left()))
    inside.moveTop(max(inside.top(), room.top()))
    if inside.topLeft() != window.geometry().topLeft():
        window.setGeometry(inside)


def room_for(window: QWidget) -> QRect:
    """Where the inside of a window may be, in logical pixels: the screen less panels and the window's frame.

    The frame is known only when the desktop has drawn it; until then that of the style is left free.
    """
    frame, inside = window.frameGeometry(), window.geometry()
    title = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight, None, window)
    edge = window.style().pixelMetric(QStyle.PixelMetric.PM_MdiSubWindowFrameWidth, None, window)
    top = max(title, inside.top() - frame.top())
    left = max(edge, inside.left() - frame.left())
    right = max(edge, frame.right() - inside.right())
    bottom = max(edge, frame.bottom() - inside.bottom())
    return available_geometry(window).adjusted(left, top, -right, -bottom)


def available_geometry(window: QWidget) -> QRect:
    """The part of the window's screen that is not taken by panels."""
    return window.screen().availableGeometry()
