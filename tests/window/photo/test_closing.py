"""A photo is never closed with work that is not saved without a question, and comes back with all of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.activation import activate
from tests.support.window.fixtures import FakeColorizer, PhotoMaker

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def opened(qtbot: QtBot, window: MainWindow, *paths: Path) -> list[Entry]:
    window.open_paths(list(paths))
    session = window.workspace.session
    qtbot.waitUntil(lambda: [entry.state for entry in session] == [EntryState.DONE] * len(paths))
    return list(session)


def work(window: MainWindow) -> Adjustments:
    """Move a slider and put a point."""
    slider = window.panel.rows["warmth"].slider
    QTest.mouseClick(slider, LEFT, pos=QPoint(slider.width() - 12, slider.height() // 2))
    entry = window.workspace.session.current
    assert entry is not None
    assert entry.adjustments != Adjustments()
    return entry.adjustments


def close(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_W, CONTROL)


def answer(window: MainWindow, text: str) -> None:
    box = window.dialogs.last
    assert isinstance(box, QMessageBox)
    (button,) = [button for button in box.findChildren(QPushButton) if button.text() == text]
    QTest.mouseClick(button, LEFT)


def names(window: MainWindow) -> list[str]:
    return [entry.name for entry in window.workspace.session]


def strip(window: MainWindow) -> list[str]:
    photos = window.film_strip.photos
    return [photos.item(row).name for row in range(photos.rowCount())]


def test_what_is_not_saved_is_asked_about(qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker) -> None:
    opened(qtbot, window, make_photo("a.png"))
    work(window)
    close(window)
    box = window.dialogs.last
    assert isinstance(box, QMessageBox)
    assert box.text() == "The colour of “a.png” was adjusted and not saved."
    answer(window, "Back")
    assert names(window) == ["a.png"]
    close(window)
    answer(window, "Close without Saving")
    assert names(window) == []


def test_saved_first_and_closed_then(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, colorizer: FakeColorizer
) -> None:
    path = make_photo("a.png")
    opened(qtbot, window, path)
    work(window)
    close(window)
    answer(window, "Save")
    qtbot.waitUntil(lambda: names(window) == [])
    assert path.with_name("a-colorized.png").exists()


def test_a_photo_that_cannot_be_saved_stays(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened(qtbot, window, make_photo("a.png"))
    work(window)
    monkeypatch.setattr(
        "colorizer_gui.window.saving.single_target",
        lambda *_args, **_names: tmp_path / "no" / "a.png",
    )
    close(window)
    answer(window, "Save")
    qtbot.waitUntil(lambda: window.viewer.message_bar.text != "")
    assert names(window) == ["a.png"]


def test_undo_right_afterwards_brings_it_back_with_its_work_at_its_place(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    entries = opened(qtbot, window, *(make_photo(f"{name}.png") for name in "abc"))
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    wanted = work(window)
    close(window)
    answer(window, "Close without Saving")
    assert names(window) == strip(window) == ["a.png", "c.png"]
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert names(window) == strip(window) == ["a.png", "b.png", "c.png"]
    assert window.workspace.session.current is entries[1]
    assert entries[1].adjustments == wanted
    pane = window.viewer.comparison.colorized_pane
    qtbot.waitUntil(lambda: entries[1].photo is not None and pane.image is not None)
    assert window.workspace.unsaved == [entries[1]]
    activate(qtbot, window)  # without a window manager nobody does that after a dialog
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert entries[1].adjustments == Adjustments(), "its own steps are there, too"


def test_after_something_else_undo_is_for_that(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    opened(qtbot, window, make_photo("a.png"), make_photo("b.png"))
    close(window)
    assert names(window) == ["b.png"]
    work(window)
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    (rest,) = window.workspace.session
    assert rest.adjustments == Adjustments()
    assert names(window) == ["b.png"]
    QTest.keyClick(window, Qt.Key.Key_T, CONTROL | SHIFT)
    assert names(window) == ["a.png", "b.png"]


def test_the_last_photo_comes_back_by_the_notice(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    (entry,) = opened(qtbot, window, make_photo("a.png"))
    assert not window.window_actions.reopen.isEnabled()
    close(window)
    bar = window.viewer.message_bar
    assert bar.text == "“a.png” was closed."
    QTest.mouseClick(bar.action_button, LEFT)
    assert list(window.workspace.session) == [entry]
    assert bar.text == ""
    assert not window.window_actions.reopen.isEnabled()


def test_opening_its_file_again_brings_the_work(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    path = make_photo("a.png")
    (entry,) = opened(qtbot, window, path)
    wanted = work(window)
    close(window)
    answer(window, "Close without Saving")
    window.open_paths([path])
    qtbot.waitUntil(lambda: list(window.workspace.session) == [entry])
    assert entry.adjustments == wanted
    assert window.workspace.session.current is entry


def test_a_pasted_picture_comes_back_and_one_that_had_no_colour_yet_gets_it(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer
) -> None:
    colorizer.gate.clear()
    image = QImage(64, 48, QImage.Format.Format_RGB888)
    image.fill(QColor(120, 120, 120))
    QGuiApplication.clipboard().setImage(image)
    QTest.keyClick(window, Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(colorizer.entered.is_set)
    close(window)
    colorizer.gate.set()
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    session = window.workspace.session
    qtbot.waitUntil(lambda: [entry.state for entry in session] == [EntryState.DONE])
    assert names(window) == ["Pasted picture 1"]


def test_what_was_closed_long_ago_is_let_go(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("colorizer_gui.controllers.session.closing.MOST", 2)
    opened(qtbot, window, *(make_photo(f"{name}.png") for name in "abcd"))
    for _ in range(4):
        close(window)
    for _ in range(4):
        QTest.keyClick(window, Qt.Key.Key_T, CONTROL | SHIFT)
    assert names(window) == ["c.png", "d.png"]
