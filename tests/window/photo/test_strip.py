"""Several photos of the film strip chosen by mouse and key, and what its menu does with them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.core.common.errors import InferenceError
from colorizer_gui.core.guidance.reference.picture import lab_of
from colorizer_gui.core.prediction.prediction import reference_in
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.widgets.film_strip.strip_menu import StripCommand
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import FakeColorizer, PhotoMaker

Key, Mouse, Modifier = Qt.Key, Qt.MouseButton, Qt.KeyboardModifier
WARM = Adjustments(warmth=0.25)


@pytest.fixture
def entries(qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker) -> list[Entry]:
    """Four colorized photos, the first of which is shown."""
    window.open_paths([make_photo(f"{name}.png") for name in "abcd"])
    session = window.workspace.session
    qtbot.waitUntil(lambda: len(session) == 4 and all(entry.state is EntryState.DONE for entry in session))
    return list(session)


def place(window: MainWindow, row: int) -> QPoint:
    strip = window.film_strip
    return strip.visualRect(strip.photos.index(row)).center()


def click(window: MainWindow, row: int, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    QTest.mouseClick(window.film_strip.viewport(), Mouse.LeftButton, modifier, place(window, row))


def open_menu(qtbot: QtBot, window: MainWindow, row: int) -> None:
    """By the right button, as far as Qt's tests can press it."""
    viewport = window.film_strip.viewport()
    QTest.mousePress(viewport, Mouse.RightButton, pos=place(window, row))
    where = place(window, row)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, viewport.mapToGlobal(where))
    QApplication.sendEvent(viewport, event)
    qtbot.waitUntil(window.film_strip.menu.isVisible)


def choose(window: MainWindow, command: StripCommand) -> None:
    menu = window.film_strip.menu
    action = menu.actions_by_command[command]
    assert action.isEnabled()
    QTest.mouseClick(menu, Mouse.LeftButton, pos=menu.actionGeometry(action).center())


def names(window: MainWindow) -> list[str]:
    strip = window.film_strip
    chosen = strip.chosen
    return [entry.name for entry in window.workspace.session if entry.key in chosen]


def test_a_click_with_ctrl_adds_a_photo_and_shows_it(window: MainWindow, entries: list[Entry]) -> None:
    click(window, 0)
    click(window, 2, Modifier.ControlModifier)
    assert names(window) == ["a.png", "c.png"]
    assert window.workspace.session.current is entries[2]
    click(window, 1)
    click(window, 3, Modifier.ShiftModifier)
    assert names(window) == ["b.png", "c.png", "d.png"]
    QTest.keyClick(window.film_strip, Key.Key_A, Modifier.ControlModifier)
    assert len(names(window)) == 4
    click(window, 1)
    assert names(window) == ["b.png"]
    QTest.keyClick(window, Key.Key_PageDown)
    assert names(window) == ["c.png"]


def test_settings_of_the_shown_photo_are_applied_to_the_chosen_ones_and_undone_in_each(
    qtbot: QtBot, window: MainWindow, entries: list[Entry]
) -> None:
    click(window, 0)
    window.workspace.adjusting.apply(WARM)
    open_menu(qtbot, window, 1)  # which is not shown for that
    choose(window, StripCommand.APPLY)
    assert window.workspace.session.current is entries[0]
    qtbot.waitUntil(lambda: names(window) == ["a.png"])
    assert [entry.adjustments for entry in entries] == [WARM, WARM, Adjustments(), Adjustments()]
    assert "a.png" in window.viewer.message_bar.text
    open_menu(qtbot, window, 1)
    choose(window, StripCommand.APPLY_ALL)
    assert {entry.adjustments for entry in entries} == {WARM}
    window.workspace.session.select(entries[1])
    window.window_actions.undo.trigger()
    assert entries[1].adjustments == Adjustments()
    assert entries[2].adjustments == WARM


def test_chosen_photos_look_like_the_shown_one_as_that_is_now(
    qtbot: QtBot, window: MainWindow, entries: list[Entry]
) -> None:
    click(window, 0)
    window.workspace.adjusting.apply(Adjustments(picked_hue=34.0, picked_turn=120.0))  # red becomes green
    open_menu(qtbot, window, 2)
    choose(window, StripCommand.LIKE)
    qtbot.waitUntil(lambda: reference_in(entries[2].guidance) is not None)
    reference = reference_in(entries[2].guidance)
    assert reference is not None
    assert reference.name == "a.png"
    assert lab_of(reference).ab[..., 0].mean() < 0
    assert entries[0].guidance is None
    assert entries[1].guidance is None
    assert "1" in window.viewer.message_bar.text
    click(window, 2)

    def is_green() -> bool:
        prediction = entries[2].prediction
        is_there = prediction is not None and prediction.is_as_wanted(entries[2].guidance, "predicted")
        return is_there and prediction is not None and prediction.ab[..., 0].mean() < 0

    qtbot.waitUntil(is_green)
    window.window_actions.undo.trigger()
    assert entries[2].guidance is None


def test_chosen_photos_and_all_photos_are_saved(
    qtbot: QtBot, window: MainWindow, entries: list[Entry], tmp_path: Path
) -> None:
    click(window, 0)
    click(window, 1, Modifier.ShiftModifier)
    open_menu(qtbot, window, 0)
    assert "2" in window.film_strip.menu.actions_by_command[StripCommand.SAVE].text()
    choose(window, StripCommand.SAVE)
    qtbot.waitUntil(lambda: [entry.state for entry in entries[:2]] == [EntryState.SAVED] * 2)
    assert sorted(path.name for path in tmp_path.glob("*-colorized.png")) == [
        "a-colorized.png",
        "b-colorized.png",
    ]
    open_menu(qtbot, window, 0)
    choose(window, StripCommand.SAVE_ALL)
    qtbot.waitUntil(lambda: all(entry.state is EntryState.SAVED for entry in entries))
    assert (tmp_path / "d-colorized.png").is_file()


def test_chosen_photos_are_removed_by_menu_and_by_key_and_come_back(
    qtbot: QtBot, window: MainWindow, entries: list[Entry]
) -> None:
    session = window.workspace.session
    click(window, 1)
    click(window, 2, Modifier.ShiftModifier)
    open_menu(qtbot, window, 2)
    choose(window, StripCommand.REMOVE)
    assert [entry.name for entry in session] == ["a.png", "d.png"]
    click(window, 1)
    QTest.keyClick(window.film_strip, Key.Key_Delete)
    assert [entry.name for entry in session] == ["a.png"]
    window.workspace.closing.reopen_last()
    window.workspace.closing.reopen_last()
    assert len(session) == 3
    assert entries[3] in tuple(session)


def test_what_failed_is_tried_again(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, colorizer: FakeColorizer
) -> None:
    colorizer.error = InferenceError("The network is tired.")
    window.open_paths([make_photo("a.png"), make_photo("b.png")])
    session = window.workspace.session
    qtbot.waitUntil(lambda: len(session) == 2 and all(entry.state is EntryState.FAILED for entry in session))
    colorizer.error = None
    click(window, 0)
    QTest.keyClick(window.film_strip, Key.Key_A, Modifier.ControlModifier)
    open_menu(qtbot, window, 0)
    menu = window.film_strip.menu.actions_by_command
    assert not menu[StripCommand.SAVE].isEnabled()
    choose(window, StripCommand.AGAIN)
    qtbot.waitUntil(lambda: all(entry.state is EntryState.DONE for entry in session))


def test_what_is_not_saved_among_those_to_be_removed_is_asked_about(
    qtbot: QtBot, window: MainWindow, entries: list[Entry], tmp_path: Path
) -> None:
    session = window.workspace.session
    for row in (1, 2):
        click(window, row)
        window.workspace.adjusting.apply(WARM)
    QTest.keyClick(window.film_strip, Key.Key_A, Modifier.ControlModifier)
    QTest.keyClick(window.film_strip, Key.Key_Delete)
    box = window.dialogs.last
    assert isinstance(box, QMessageBox)
    assert box.text() == "Colour was adjusted and not saved. Photos: 2"
    press(box, "Back")
    assert len(session) == 4
    QTest.keyClick(window.film_strip, Key.Key_Delete)
    press(window.dialogs.last, "Save All")
    qtbot.waitUntil(lambda: len(session) == 0)
    assert sorted(path.name for path in tmp_path.glob("*-colorized.png")) == [
        "b-colorized.png",
        "c-colorized.png",
    ]


def press(box: QDialog | None, text: str) -> None:
    assert box is not None
    (button,) = [button for button in box.findChildren(QPushButton) if button.text() == text]
    QTest.mouseClick(button, Mouse.LeftButton)
