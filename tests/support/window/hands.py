"""What a user does by hand in the window, and what is seen then."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.window.main_window import MainWindow

_COPY = Qt.DropAction.CopyAction
_LEFT = Qt.MouseButton.LeftButton
_NO_KEY = Qt.KeyboardModifier.NoModifier


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop(widget: QWidget, *paths: Path) -> None:
    """Let go of files over a widget, which takes them, that were dragged out of a file manager."""
    mime = drag_over(widget, *paths)
    QApplication.sendEvent(widget, QDropEvent(QPointF(widget.rect().center()), _COPY, mime, _LEFT, _NO_KEY))


def drag_over(widget: QWidget, *paths: Path) -> QMimeData:
    """Bring files from a file manager over a widget, which would take them."""
    mime = files(*paths)
    enter = QDragEnterEvent(QPointF(widget.rect().center()), _COPY, mime, _LEFT, _NO_KEY)
    QApplication.sendEvent(widget, enter)
    assert enter.isAccepted()
    return mime


def typed(edit: QLineEdit, text: str) -> None:
    """Replace all of a line by keys."""
    edit.selectAll()
    QTest.keyClicks(edit, text)


def current(window: MainWindow) -> Entry:
    entry = window.workspace.session.current
    assert entry is not None
    return entry


def wait_for(qtbot: QtBot, window: MainWindow, state: EntryState, count: int = 1) -> None:
    session = window.workspace.session
    qtbot.waitUntil(lambda: len(session) == count and all(entry.state is state for entry in session))


def colors(image: QImage | None) -> QColor:
    assert image is not None
    return image.pixelColor(image.width() // 2, image.height() // 4)


def open_one(qtbot: QtBot, window: MainWindow, path: Path) -> Entry:
    drop(window, path)
    wait_for(qtbot, window, EntryState.DONE)
    pane = window.viewer.comparison.colorized_pane
    qtbot.waitUntil(lambda: pane.image is not None and colors(pane.image).saturation() > 20)
    return current(window)


def until(qtbot: QtBot, ready: Callable[[], object]) -> None:
    """Other programs may be at work, too."""
    qtbot.waitUntil(lambda: bool(ready()))


def opened(window: MainWindow, qtbot: QtBot, *paths: Path) -> None:
    window.open_paths(list(paths))
    session = window.workspace.session
    until(qtbot, lambda: [entry.state for entry in session] == [EntryState.DONE] * len(paths))
