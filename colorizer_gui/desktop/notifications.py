"""A word from the desktop when something has ended while the user was elsewhere."""

import sys
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

#: How long a message of Windows and macOS stays; its icon goes with it.
SHOWN_MS: Final = 10_000
_PORTAL: Final = "org.freedesktop.portal"
_ID: Final = "tintype-done"


class Notifier(QObject):
    """Tells the user by the desktop's own means, and marks the window in the task bar in any case.

    On Linux that is the portal for notifications; where there is none, the mark has to do. Elsewhere it
    is the message of a tray icon, which is there only as long as the message.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._tray: QSystemTrayIcon | None = None
        self._told = False
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self._on_seen)

    def tell(self, title: str, text: str) -> None:
        """Say it now; a new message takes the place of the one before."""
        QApplication.alert(self._window)
        if sys.platform.startswith("linux"):
            self._told = True
            self._ask_portal("AddNotification", [_ID, {"title": title, "body": text}])
        elif QSystemTrayIcon.supportsMessages():
            self._show_in_tray(title, text)

    @Slot()
    def withdraw(self) -> None:
        """Take the notification away, since the user is back."""
        if self._tray is not None:
            self._on_seen()
        if self._told:
            self._told = False
            self._ask_portal("RemoveNotification", [_ID])

    def _ask_portal(self, method: str, arguments: list[Any]) -> None:
        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        call = QDBusMessage.createMethodCall(
            f"{_PORTAL}.Desktop", "/org/freedesktop/portal/desktop", f"{_PORTAL}.Notification", method
        )
        call.setArguments(arguments)
        QDBusPendingCallWatcher(bus.asyncCall(call), self).finished.connect(self._on_answered)

    @Slot(QDBusPendingCallWatcher)
    def _on_answered(self, watcher: QDBusPendingCallWatcher) -> None:
        if watcher.isError():
            self._told = False  # no portal: the mark in the task bar is there
        watcher.deleteLater()

    def _show_in_tray(self, title: str, text: str) -> None:
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._window.windowIcon(), self)
            self._tray.messageClicked.connect(self._on_clicked)
        self._tray.show()
        self._tray.showMessage(title, text, self._window.windowIcon(), SHOWN_MS)
        self._timer.start()

    @Slot()
    def _on_clicked(self) -> None:
        self._window.raise_()
        self._window.activateWindow()
        self._on_seen()

    @Slot()
    def _on_seen(self) -> None:
        self._timer.stop()
        if self._tray is not None:
            self._tray.hide()
            self._tray.deleteLater()
            self._tray = None
