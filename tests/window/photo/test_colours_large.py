"""One of several colorizations is seen large as long as it is looked at, and nothing of the photo changes."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import FakeColorizer, PhotoMaker

GREEN = (-45.0, 35.0)


@pytest.fixture
def entry(qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker) -> Entry:
    """A red photo, with a row of two colours, the second of which is green."""
    closer = FakeColorizer()
    closer.ab, colorizer.ab = GREEN, (50.0, 30.0)
    colorizer.closer = lambda: closer  # type: ignore[attr-defined]
    window.open_paths([make_photo(width=400, height=300)])
    session = window.workspace.session
    qtbot.waitUntil(lambda: [entry.state for entry in session] == [EntryState.DONE])
    QTest.keyClick(window, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: len(window.candidate_bar.buttons) == 2)
    made = session.current
    assert made is not None
    return made


def is_green(window: MainWindow) -> bool:
    image = window.viewer.comparison.colorized_pane.image
    assert image is not None
    color = image.pixelColor(image.width() // 2, image.height() // 2)
    return color.green() > color.red()


def enter(widget: QWidget) -> None:
    place = QPointF(widget.rect().center())
    QApplication.sendEvent(widget, QEnterEvent(place, place, QPointF(widget.mapToGlobal(place))))


def test_the_mouse_on_a_colour_shows_it_large(qtbot: QtBot, window: MainWindow, entry: Entry) -> None:
    qtbot.waitUntil(lambda: not is_green(window))
    view = window.viewer.comparison.view
    window.window_actions.double_size.trigger()
    zoom, own = view.zoom, entry.prediction
    button = window.candidate_bar.buttons[1]
    enter(button)
    qtbot.waitUntil(lambda: is_green(window))
    assert view.zoom == zoom
    assert entry.prediction is own
    assert not entry.undo_stack.count()
    QApplication.sendEvent(button, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: not is_green(window))


def test_the_focus_does_so_too_and_the_end_of_the_row_ends_it(
    qtbot: QtBot, window: MainWindow, entry: Entry
) -> None:
    buttons = window.candidate_bar.buttons
    buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(buttons[0], Qt.Key.Key_Tab)
    assert buttons[1].hasFocus()
    qtbot.waitUntil(lambda: is_green(window))
    QTest.keyClick(window, Qt.Key.Key_C)
    assert not window.candidate_bar.isVisible()
    qtbot.waitUntil(lambda: not is_green(window))
    assert entry.undo_stack.count() == 0


def test_a_click_takes_what_is_looked_at(qtbot: QtBot, window: MainWindow, entry: Entry) -> None:
    button = window.candidate_bar.buttons[1]
    enter(button)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.sendEvent(button, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: window.workspace.previewing.is_settled)
    assert is_green(window)
    window.window_actions.undo.trigger()
    qtbot.waitUntil(lambda: not is_green(window))
    assert entry.undo_stack.index() == 0
