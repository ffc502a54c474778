"""What the window says of a photo is true now, and not only was true once."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.widgets.dialogs import file_dialogs as dialogs
from colorizer_gui.widgets.dialogs.save_dialog import SaveChoice
from colorizer_gui.widgets.film_strip.film_strip import ITEM_ROLE, StripItem
from colorizer_gui.widgets.messages.message_bar import MessageBar
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import PhotoMaker


def opened(qtbot: QtBot, window: MainWindow, *paths: Path) -> None:
    window.open_paths(list(paths))
    session = window.workspace.session
    qtbot.waitUntil(
        lambda: len(session) == len(paths) and all(entry.state is EntryState.DONE for entry in session)
    )


def press_save_as(window: MainWindow) -> None:
    QTest.keyClick(
        window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )


def signs(window: MainWindow) -> list[str]:
    model = window.film_strip.photos
    items = (model.data(model.index(row), ITEM_ROLE) for row in range(model.rowCount()))
    return [item.sign for item in items if isinstance(item, StripItem)]


def test_a_save_that_works_takes_the_error_of_the_one_before_away(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened(qtbot, window, make_photo("a.png"), make_photo("b.png"))
    entry, bar = window.workspace.session.current, window.viewer.message_bar
    assert entry is not None
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: SaveChoice(tmp_path / "gone" / "x.png", 95))
    press_save_as(window)
    qtbot.waitUntil(lambda: "gone" in bar.text)
    assert "failed" in signs(window)
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: SaveChoice(tmp_path / "x.png", 95))
    press_save_as(window)
    qtbot.waitUntil(lambda: bar.text == "Saved as “x.png”.")
    assert entry.state is EntryState.SAVED
    assert "failed" not in signs(window)
    QTest.mouseClick(bar.dismiss_button, Qt.MouseButton.LeftButton)
    assert bar.text == ""


def test_what_works_with_another_photo_is_said_and_the_error_comes_back(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened(qtbot, window, make_photo("a.png"), make_photo("b.png"))
    bar = window.viewer.message_bar
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: SaveChoice(tmp_path / "gone" / "x.png", 95))
    press_save_as(window)
    qtbot.waitUntil(lambda: "gone" in bar.text)
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: SaveChoice(tmp_path / "y.png", 95))
    press_save_as(window)
    qtbot.waitUntil(lambda: bar.text == "Saved as “y.png”.")
    QTest.mouseClick(bar.dismiss_button, Qt.MouseButton.LeftButton)
    assert "gone" in bar.text
    assert "failed" in signs(window)
    QTest.keyClick(window, Qt.Key.Key_PageUp)
    press_save_as(window)
    qtbot.waitUntil(lambda: "Saved as" in bar.text)
    QTest.mouseClick(bar.dismiss_button, Qt.MouseButton.LeftButton)
    assert bar.text == ""


def test_a_covered_error_can_be_withdrawn(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_error("It cannot be drawn.")
    bar.show_confirmation("It is copied.")
    bar.withdraw("It cannot be drawn.")
    assert bar.text == "It is copied."
    bar.dismiss()
    assert bar.text == ""
