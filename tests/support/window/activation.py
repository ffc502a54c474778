"""Windows that have to be active: only then keys reach what they are for."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def activate(qtbot: QtBot, window: QWidget) -> None:
    """Make a window the active one, however often it has to be asked for.

    Where there is no window manager, a window that has just gone takes the focus along, also from the one
    that got it meanwhile, and nobody gives it back.
    """

    def is_active() -> bool:
        if not window.isActiveWindow():
            window.activateWindow()
        return window.isActiveWindow()

    qtbot.waitUntil(is_active)
