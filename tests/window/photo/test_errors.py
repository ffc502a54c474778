"""An error is a sentence beside its photo, stays with it, and leaves with it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.core.common.errors import InferenceError
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import FakeColorizer, PhotoMaker
from tests.support.window.hands import current, drop, open_one, wait_for


def test_an_error_is_a_sentence_and_the_program_goes_on(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker
) -> None:
    colorizer.error = InferenceError("The network is tired.")
    drop(window, make_photo("a.png"))
    wait_for(qtbot, window, EntryState.FAILED)
    assert window.viewer.message_bar.text == "The network is tired."
    assert window.film_strip.photos.item(0).note == "The network is tired."
    colorizer.error = None
    window.window_actions.colorize_again.trigger()
    wait_for(qtbot, window, EntryState.DONE)
    assert window.viewer.message_bar.text == ""


def test_an_error_leaves_with_its_photo(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker
) -> None:
    open_one(qtbot, window, make_photo("a.png"))
    colorizer.error = InferenceError("The network is tired.")
    drop(window, make_photo("b.png"))
    qtbot.waitUntil(lambda: window.viewer.message_bar.text == "The network is tired.")
    assert current(window).name == "b.png"
    QTest.keyClick(window, Qt.Key.Key_PageUp)
    assert window.viewer.message_bar.text == ""


def test_an_error_of_saving_stays_when_another_photo_is_shown(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker, tmp_path: Path
) -> None:
    first = open_one(qtbot, window, make_photo("a.png"))
    colorizer.error = InferenceError("The network is tired.")
    drop(window, make_photo("b.png"))
    bar = window.viewer.message_bar
    qtbot.waitUntil(lambda: bar.text == "The network is tired.")
    window.workspace.save(first, tmp_path / "none" / "x.png")
    qtbot.waitUntil(lambda: "none" in bar.text)
    QTest.keyClick(window, Qt.Key.Key_PageUp)
    assert "none" in bar.text
