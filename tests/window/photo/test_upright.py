"""A photo that lies on its side is noticed, and turned by a click; who says no is not asked again."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.core.geometry.geometry import AS_IT_IS, Geometry
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.dialogs.settings_dialog import SettingsDialog
from colorizer_gui.window.main_window import MainWindow
from tests.support.guards.patient_bot import can_be_clicked
from tests.support.photos.held import HeldColorizer, write_held
from tests.support.window.windows_of_one_user import Windows

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
SIDE, HEAD = "This photo seems to lie on its side.", "This photo seems to stand on its head."


@pytest.fixture
def colorizer() -> HeldColorizer:
    return HeldColorizer()


@pytest.fixture
def windows(qtbot: QtBot, settings: Settings, colorizer: HeldColorizer, tmp_path: Path) -> Iterator[Windows]:
    made = Windows(qtbot, settings, colorizer, tmp_path / "data")
    yield made
    for space in made.spaces:
        space.stop()
    assert all(space.wait(10_000) for space in made.spaces)


def shown(qtbot: QtBot, window: MainWindow, *paths: Path) -> Entry:
    """Open photos; the answer is the one that is shown, when it and all others have colour."""
    if paths:
        window.open_paths(list(paths))
    session = window.workspace.session
    qtbot.waitUntil(lambda: len(session) > 0 and all(entry.state is EntryState.DONE for entry in session))
    assert session.current is not None
    return session.current


def looked_at(qtbot: QtBot, window: MainWindow, colorizer: HeldColorizer, times: int) -> None:
    """Wait until the network was asked so often, and its last answer has come."""
    qtbot.waitUntil(lambda: len(colorizer.looked) == times)
    qtbot.waitUntil(lambda: not window.workspace._queues[1].requests)


def click(qtbot: QtBot, button: QToolButton) -> None:
    qtbot.waitUntil(lambda: can_be_clicked(button))
    QTest.mouseClick(button, LEFT)


def test_it_is_noticed_and_turned_as_one_step(
    qtbot: QtBot, window: MainWindow, colorizer: HeldColorizer, tmp_path: Path
) -> None:
    path = write_held(tmp_path / "photo.png", 1)
    before = path.read_bytes()
    entry = shown(qtbot, window, path)
    bar = window.viewer.message_bar
    qtbot.waitUntil(lambda: bar.text == SIDE)
    assert entry.treatment.geometry == AS_IT_IS, "nothing is turned unasked"
    click(qtbot, bar.action_button)
    assert bar.text == ""
    qtbot.waitUntil(lambda: entry.state is EntryState.DONE and entry.photo is not None)
    assert entry.photo is not None
    assert (entry.treatment.geometry, entry.photo.size) == (Geometry(3), (64, 48))
    assert entry.undo_stack.count() == 1
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: entry.state is EntryState.DONE and entry.photo is not None)
    assert entry.treatment.geometry == AS_IT_IS
    looked_at(qtbot, window, colorizer, 1)
    assert path.read_bytes() == before


def test_the_network_is_asked_in_its_thread_after_the_colour(
    qtbot: QtBot, window: MainWindow, colorizer: HeldColorizer, tmp_path: Path
) -> None:
    colorizer.gate.clear()
    window.open_paths([write_held(tmp_path / "photo.png", 1)])
    qtbot.waitUntil(colorizer.entered.is_set)
    assert colorizer.looked == []
    colorizer.gate.set()
    looked_at(qtbot, window, colorizer, 1)
    ((thread, predictions),) = colorizer.looked
    assert predictions == 1
    assert thread == colorizer.threads[0] != threading.get_ident()


def test_a_photo_on_its_head_is_told_as_that(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    entry = shown(qtbot, window, write_held(tmp_path / "photo.png", 2))
    qtbot.waitUntil(lambda: window.viewer.message_bar.text == HEAD)
    click(qtbot, window.viewer.message_bar.action_button)
    assert entry.treatment.geometry == Geometry(2)


def test_an_upright_photo_is_not_spoken_about(
    qtbot: QtBot, window: MainWindow, colorizer: HeldColorizer, tmp_path: Path
) -> None:
    shown(qtbot, window, write_held(tmp_path / "photo.png"))
    looked_at(qtbot, window, colorizer, 1)
    assert window.viewer.message_bar.text == ""


def test_who_has_turned_it_by_hand_is_not_asked(
    qtbot: QtBot, window: MainWindow, colorizer: HeldColorizer, tmp_path: Path
) -> None:
    entry = shown(qtbot, window, write_held(tmp_path / "photo.png", 1))
    bar = window.viewer.message_bar
    qtbot.waitUntil(lambda: bar.text == SIDE)
    QTest.keyClick(window, Qt.Key.Key_R)
    assert bar.text == "", "the offer has gone"
    qtbot.waitUntil(lambda: entry.state is EntryState.DONE)
    looked_at(qtbot, window, colorizer, 1)
    assert bar.text == ""


def test_each_photo_is_asked_about_when_it_is_shown(
    qtbot: QtBot, window: MainWindow, colorizer: HeldColorizer, tmp_path: Path
) -> None:
    paths = [write_held(tmp_path / f"{turns}.png", turns, seed=turns) for turns in (0, 2, 3)]
    shown(qtbot, window, *paths)
    bar = window.viewer.message_bar
    looked_at(qtbot, window, colorizer, 1)
    assert bar.text == ""
    for key, text in ((Qt.Key.Key_PageDown, HEAD), (Qt.Key.Key_PageDown, SIDE), (Qt.Key.Key_PageUp, HEAD)):
        QTest.keyClick(window, key)
        qtbot.waitUntil(lambda text=text: bar.text == text)  # type: ignore[misc]
    QTest.keyClick(window, Qt.Key.Key_PageUp)
    assert bar.text == ""
    assert len(colorizer.looked) == 3, "each once"


def test_no_is_remembered_for_the_photo_wherever_it_lies(
    qtbot: QtBot, windows: Windows, colorizer: HeldColorizer, tmp_path: Path
) -> None:
    path = write_held(tmp_path / "photo.png", 1)
    window = windows.open()
    entry = shown(qtbot, window, path)
    bar = window.viewer.message_bar
    qtbot.waitUntil(lambda: bar.text == SIDE)
    click(qtbot, bar.dismiss_button)
    assert (bar.text, entry.treatment.geometry) == ("", AS_IT_IS)
    assert not entry.is_unsaved, "that is no work to be saved"
    window.close()
    moved = tmp_path / "elsewhere" / "other name.png"
    moved.parent.mkdir()
    shutil.move(path, moved)
    other = write_held(tmp_path / "other.png", 1, seed=5)
    again = windows.open()
    entry = shown(qtbot, again, moved, other)
    assert entry.is_upright
    assert again.viewer.message_bar.text == "", "nor is it called earlier work"
    QTest.keyClick(again, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: again.viewer.message_bar.text == SIDE)
    assert len(colorizer.looked) == 2, "the photo that is held as it should be was not looked at again"


def test_another_message_only_covers_the_offer_for_a_while(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    entry = shown(qtbot, window, write_held(tmp_path / "photo.png", 1))
    bar = window.viewer.message_bar
    qtbot.waitUntil(lambda: bar.text == SIDE)
    bar.show_error("Something else.")
    click(qtbot, bar.dismiss_button)
    assert bar.text == SIDE
    assert not entry.is_upright, "the other message was dismissed"


def test_a_setting_switches_it_off(
    qtbot: QtBot, window: MainWindow, settings: Settings, colorizer: HeldColorizer, tmp_path: Path
) -> None:
    dialog = SettingsDialog(settings)
    qtbot.addWidget(dialog)
    dialog.show()
    box, wanted = dialog.turned_box, window.workspace.uprightness.is_wanted
    assert box.isChecked()
    QTest.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))
    assert not wanted()
    shown(qtbot, window, write_held(tmp_path / "photo.png", 1))
    QTest.qWait(0)
    assert colorizer.looked == []
    assert window.viewer.message_bar.text == ""
    QTest.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))
    assert wanted()
    shown(qtbot, window, write_held(tmp_path / "next.png", 1, seed=1))
    qtbot.waitUntil(lambda: window.viewer.message_bar.text == SIDE)
