"""Photos are opened: dropped, pasted, from folders and from the list of recent ones; bad files say why."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.core.prediction.prediction import Colorizer
from colorizer_gui.window.main_window import MainWindow
from colorizer_gui.workers.shared_network import SharedNetwork
from tests.support.window.fixtures import FakeColorizer, PhotoMaker
from tests.support.window.hands import colors, current, drag_over, drop, files, open_one, wait_for


def test_a_dropped_photo_appears_before_its_colour(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker
) -> None:
    colorizer.gate.clear()
    drop(window, make_photo())
    comparison = window.viewer.comparison
    qtbot.waitUntil(lambda: comparison.original_pane.image is not None)
    qtbot.waitUntil(colorizer.entered.is_set)
    assert window.viewer.activity_bar.isVisible()
    assert "photo.png" in window.viewer.activity_bar.label.text()
    assert not window.window_actions.save.isEnabled()
    assert colors(comparison.colorized_pane.image).saturation() == 0
    colorizer.gate.set()
    qtbot.waitUntil(lambda: colors(comparison.colorized_pane.image).saturation() > 20)
    assert colors(comparison.original_pane.image).saturation() == 0
    assert window.window_actions.save.isEnabled()
    assert not window.viewer.activity_bar.isVisible()
    assert colorizer.threads
    assert threading.get_ident() not in colorizer.threads
    assert not window.film_strip.isVisible()


def test_a_folder_becomes_a_film_strip_and_bad_files_say_why(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, tmp_path: Path
) -> None:
    (tmp_path / "box").mkdir()
    for name in ("box/a.png", "box/b.jpg", "box/d.png"):
        make_photo(name)
    (tmp_path / "box" / "c.png").write_text("no photo")
    drop(window, tmp_path / "box")
    session = window.workspace.session
    ended = {EntryState.DONE, EntryState.FAILED}
    qtbot.waitUntil(lambda: len(session) == 4 and all(entry.state in ended for entry in session))
    assert [entry.state is EntryState.FAILED for entry in session] == [False, False, True, False]
    assert window.film_strip.isVisible()
    bar = window.viewer.message_bar
    qtbot.waitUntil(lambda: bool(bar.text) and not bar.action_button.visibleRegion().isEmpty())
    assert "1" in bar.text
    QTest.mouseClick(bar.action_button, Qt.MouseButton.LeftButton)
    assert bar.text == ""
    assert current(window).name == "c.png"
    session.select(next(iter(session)))
    assert "c.png" in window.film_strip.photos.item(2).note
    assert window.film_strip.photos.item(2).sign == "failed"
    assert current(window).name == "a.png"
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    assert current(window).name == "b.jpg"
    QTest.keyClick(window, Qt.Key.Key_PageUp)
    assert current(window).name == "a.png"
    window.film_strip.setFocus()
    for _ in range(2):
        QTest.keyClick(window.film_strip, Qt.Key.Key_Right)
    assert current(window).name == "c.png"
    assert not window.window_actions.save.isEnabled()


def test_a_photo_that_cannot_be_read_has_its_sentence_in_its_place(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, tmp_path: Path
) -> None:
    (tmp_path / "box").mkdir()
    damaged = tmp_path / "box" / "a.png"
    damaged.write_text("no photo")
    make_photo("box/b.png")
    drop(window, tmp_path / "box")
    session, viewer = window.workspace.session, window.viewer
    qtbot.waitUntil(lambda: [entry.state for entry in session] == [EntryState.FAILED, EntryState.DONE])
    assert current(window).name == "a.png"
    error = viewer.error_state
    assert error.isVisible()
    assert "a.png" in error.label.text()
    assert error.accessibleName() == error.label.text()
    assert str(tmp_path) not in error.label.text()
    assert viewer.message_bar.text == ""
    assert not window.window_actions.fit.isEnabled()
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    assert viewer.comparison.isVisible()
    QTest.keyClick(window, Qt.Key.Key_PageUp)
    assert error.isVisible()
    make_photo("box/a.png")
    QTest.mouseClick(error.again_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: current(window).state is EntryState.DONE)
    assert viewer.comparison.isVisible()
    damaged.write_text("no photo")
    drop(window, make_photo("c.png"), tmp_path / "none.png")
    qtbot.waitUntil(lambda: len(session) == 4 and list(session)[3].state is EntryState.FAILED)
    session.select(list(session)[3])
    QTest.mouseClick(error.close_button, Qt.MouseButton.LeftButton)
    assert [entry.name for entry in session] == ["a.png", "b.png", "c.png"]


def test_pasting_pictures_and_files(qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker) -> None:
    clipboard = QGuiApplication.clipboard()
    image = QImage(33, 21, QImage.Format.Format_RGB32)
    image.fill(QColor(120, 120, 120))
    clipboard.setImage(image)
    QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait_for(qtbot, window, EntryState.DONE)
    photo = current(window).photo
    assert photo is not None
    assert photo.size == (33, 21)
    clipboard.setMimeData(files(make_photo()))
    QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait_for(qtbot, window, EntryState.DONE, 2)
    clipboard.setText("only words")
    QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "clipboard" in window.viewer.message_bar.text


def test_a_photo_that_is_open_is_shown_again_and_not_twice(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    path, other = make_photo("a.png"), make_photo("b.png")
    first = open_one(qtbot, window, path)
    drop(window, other)
    wait_for(qtbot, window, EntryState.DONE, 2)
    drop(window, path)
    qtbot.waitUntil(lambda: window.workspace.session.current is first)
    assert len(window.workspace.session) == 2
    assert [action.text() for action in window.window_actions.recent_menu.actions()] == ["b.png", "a.png"]


def test_closing_photos_leads_back_to_the_invitation(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    open_one(qtbot, window, make_photo())
    QTest.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert window.viewer.empty_state.isVisible()
    assert not window.panel.isVisible()
    assert window.windowTitle() == "Tintype"
    assert not window.window_actions.save.isEnabled()


def test_an_empty_folder_is_said_by_name(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    drop(window, tmp_path / "nothing")
    qtbot.waitUntil(lambda: "nothing" in window.viewer.message_bar.text)


def test_recent_photos_are_offered_again(qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker) -> None:
    open_one(qtbot, window, make_photo("old.png"))
    window.window_actions.close_photo.trigger()
    (button,) = window.viewer.empty_state.recent_buttons
    assert button.text() == "old.png"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    wait_for(qtbot, window, EntryState.DONE)


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Whether the network has been loaded."""
    done = threading.Event()
    get = SharedNetwork.get

    def observed(self: SharedNetwork) -> Colorizer:
        colorizer = get(self)
        done.set()
        return colorizer

    monkeypatch.setattr(SharedNetwork, "get", observed)
    return done


@pytest.mark.parametrize("ask", ["getOpenFileNames", "getExistingDirectory"])
def test_the_network_is_loaded_while_the_user_looks_for_a_photo(
    qtbot: QtBot, window: MainWindow, loaded: threading.Event, monkeypatch: pytest.MonkeyPatch, ask: str
) -> None:
    photos = ask == "getOpenFileNames"

    def look(*_: object) -> object:
        qtbot.waitUntil(loaded.is_set)
        return ([], "") if photos else ""

    monkeypatch.setattr(QFileDialog, ask, look)
    assert not loaded.is_set()
    actions = window.window_actions
    (actions.open if photos else actions.open_folder).trigger()
    assert loaded.is_set()


def test_the_network_is_loaded_when_a_photo_is_dragged_over_the_window(
    qtbot: QtBot, window: MainWindow, loaded: threading.Event, make_photo: PhotoMaker
) -> None:
    drag_over(window, make_photo())
    qtbot.waitUntil(loaded.is_set)
    assert len(window.workspace.session) == 0
