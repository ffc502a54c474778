"""A photo is saved as it is shown, beside its original and never over it."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.widgets.dialogs import file_dialogs as dialogs
from colorizer_gui.widgets.dialogs.save_dialog import SaveChoice
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import PhotoMaker
from tests.support.window.hands import colors, open_one


def test_saving_takes_a_free_name_and_leaves_the_original(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    path = make_photo("old photo.png", 90, 70)
    before = path.read_bytes()
    entry = open_one(qtbot, window, path)
    for name in ("old photo-colorized.png", "old photo-colorized (2).png"):
        with qtbot.waitSignal(window.workspace.colorization.saved):
            window.window_actions.save.trigger()
        assert name in window.viewer.message_bar.text
        assert read_photo(path.with_name(name)).size == (90, 70)
        assert entry.saved_to == path.with_name(name)
    assert entry.state is EntryState.SAVED
    assert path.read_bytes() == before


def test_saving_under_the_name_of_the_original_does_not_touch_it(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_photo()
    before = path.read_bytes()
    open_one(qtbot, window, path)
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: SaveChoice(path, 95))
    with qtbot.waitSignal(window.workspace.colorization.saved) as saved:
        window.window_actions.save_as.trigger()
    assert saved.args is not None
    assert saved.args[1] != path
    assert path.read_bytes() == before


def test_an_adjusted_photo_is_saved_as_it_is_shown(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    entry = open_one(qtbot, window, make_photo())
    window.panel.rows["saturation"].slider.setValue(0)
    with qtbot.waitSignal(window.workspace.colorization.saved):
        window.window_actions.save.trigger()
    assert entry.saved_to is not None
    assert not read_photo(entry.saved_to).had_color


def test_a_full_disk_is_a_sentence(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    open_one(qtbot, window, make_photo())
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: SaveChoice(tmp_path / "no" / "such" / "x.png", 95))
    window.window_actions.save_as.trigger()
    qtbot.waitUntil(lambda: bool(window.viewer.message_bar.text))
    assert "x.png" in window.viewer.message_bar.text
    assert window.window_actions.save.isEnabled()


def test_copying_puts_the_whole_photo_into_the_clipboard(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    open_one(qtbot, window, make_photo("p.png", 61, 43))
    with qtbot.waitSignal(window.workspace.colorization.copied):
        window.window_actions.copy.trigger()
    image = QGuiApplication.clipboard().image()
    assert image.size().toTuple() == (61, 43)
    assert colors(image).saturation() > 20
