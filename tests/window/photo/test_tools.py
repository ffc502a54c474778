"""Tools are not lit without a photo, and a photo is open once whatever its path looks like."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolBar, QWidget
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.widgets.style.theme import apply_theme
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import PhotoMaker

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(qtbot: QtBot, window: MainWindow, *paths: Path, count: int = 1) -> None:
    window.open_paths(list(paths))
    session = window.workspace.session
    qtbot.waitUntil(lambda: [entry.state for entry in session] == [EntryState.DONE] * count)


def tool(window: MainWindow, name: str) -> QWidget:
    (bar,) = window.findChildren(QToolBar)
    return bar.widgetForAction(getattr(window.window_actions, name))


def ground(button: QWidget) -> QColor:
    """What its icon is drawn on."""
    return button.grab().toImage().pixelColor(button.width() // 2, 3)


@pytest.mark.parametrize(("name", "key"), [("points", Qt.Key.Key_P), ("candidates", Qt.Key.Key_C)])
def test_a_tool_ends_with_the_last_photo(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, name: str, key: Qt.Key
) -> None:
    path = make_photo("a.png")
    opened(qtbot, window, path)
    QTest.keyClick(window, key)
    action = getattr(window.window_actions, name)
    assert action.isChecked()
    QTest.keyClick(window, Qt.Key.Key_W, CONTROL)
    assert not action.isChecked()
    assert not action.isEnabled()
    opened(qtbot, window, path)
    assert not action.isChecked()


def test_points_stay_in_the_hand_from_photo_to_photo(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    opened(qtbot, window, make_photo("a.png"), make_photo("b.png"), count=2)
    QTest.keyClick(window, Qt.Key.Key_P)
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    assert window.window_actions.points.isChecked()


def test_how_photos_are_looked_at_stays_and_is_not_lit_meanwhile(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, qapp: QApplication
) -> None:
    before, palette = qapp.styleSheet(), qapp.palette()
    apply_theme(qapp)
    try:
        path = make_photo("a.png")
        opened(qtbot, window, path)
        button = tool(window, "split")
        assert ground(button) == ground(tool(window, "confidence"))
        QTest.keyClick(window, Qt.Key.Key_S)
        assert ground(button) != ground(tool(window, "confidence")), "it is lit"
        QTest.keyClick(window, Qt.Key.Key_W, CONTROL)
        assert not button.isEnabled()
        assert ground(button) == ground(tool(window, "confidence")), "it looks like one that is off"
        opened(qtbot, window, path)
        assert window.window_actions.split.isChecked()
    finally:
        qapp.setPalette(palette)
        qapp.setStyleSheet(before)


def test_a_path_with_dots_opens_no_photo_twice(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, tmp_path: Path
) -> None:
    path = make_photo("a.png")
    (tmp_path / "folder").mkdir()
    opened(qtbot, window, path)
    opened(qtbot, window, tmp_path / "folder" / ".." / "a.png", make_photo("b.png"), count=2)
    assert [entry.path for entry in window.workspace.session] == [path, tmp_path / "b.png"]
