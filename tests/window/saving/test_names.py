"""Where single photos are saved, under which names; and Save As, with format and quality."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.dialogs.save_dialog import SaveDialog
from colorizer_gui.widgets.dialogs.settings_dialog import SettingsDialog
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.activation import activate
from tests.support.window.fixtures import PhotoMaker
from tests.support.window.hands import typed


def opened(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    window.open_paths([path])
    qtbot.waitUntil(window.window_actions.save.isEnabled)


def saved(qtbot: QtBot, window: MainWindow) -> Path:
    """By its key, once the window has it: without a window manager none is active after a dialog."""
    activate(qtbot, window)
    with qtbot.waitSignal(window.workspace.colorization.saved) as signal:
        QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert signal.args is not None
    return Path(signal.args[1])


def test_results_go_into_the_folder_and_under_the_name_that_are_set(
    qtbot: QtBot,
    window: MainWindow,
    settings: Settings,
    make_photo: PhotoMaker,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    results = tmp_path / "Results"
    results.mkdir()
    window.window_actions.preferences.trigger()
    dialog = window.dialogs.last
    assert isinstance(dialog, SettingsDialog)
    page = dialog.saving_page
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(results))
    QTest.mouseClick(page.folder_choice.choose_button, Qt.MouseButton.LeftButton)
    typed(page.name_edit, "{name} in colour {oops}")
    assert "oops" in page.name_note.text()
    assert settings.saving.template == "{name} in colour ", "the last one that can give names"
    typed(page.name_edit, "{parent} {name} in colour")
    assert "Album Scan 12 in colour.jpg" in page.name_note.text()
    dialog.close()
    photo = make_photo()
    opened(qtbot, window, photo)
    first, second = saved(qtbot, window), saved(qtbot, window)
    assert first == results / f"{tmp_path.name} photo in colour.png"
    assert second.name == f"{tmp_path.name} photo in colour (2).png"
    assert read_photo(first).size == (64, 48)
    assert [path for path in photo.parent.iterdir() if "colour" in path.name] == []


def test_without_settings_results_stand_beside_the_original(
    qtbot: QtBot, window: MainWindow, settings: Settings, make_photo: PhotoMaker
) -> None:
    photo = make_photo()
    opened(qtbot, window, photo)
    assert saved(qtbot, window) == photo.with_name("photo-colorized.png")
    settings.save_format = "jpg"
    assert saved(qtbot, window) == photo.with_name("photo-colorized.jpg")


def test_save_as_writes_what_was_chosen(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, tmp_path: Path
) -> None:
    opened(qtbot, window, make_photo())

    def answer() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, SaveDialog)
        typed(asked.name_edit, "mine.jpg")
        asked.quality_box.setValue(40)
        QTest.keyClick(asked.name_edit, Qt.Key.Key_Return)

    QTimer.singleShot(300, answer)
    with qtbot.waitSignal(window.workspace.colorization.saved) as signal:
        window.window_actions.save_as.trigger()
    assert signal.args is not None
    target = Path(signal.args[1])
    assert target == tmp_path / "mine.jpg"
    with Image.open(target) as image:
        tables = image.quantization  # type: ignore[attr-defined]
    assert sum(tables[0]) > 1500, "quality 40 has coarse tables; 95 sums up to some 300"
