"""Where single photos are saved, under which names; and Save As, with format and quality."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.dialogs.save_dialog import SaveDialog
from colorizer_gui.widgets.dialogs.settings_dialog import SettingsDialog
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import PhotoMaker


def opened(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    window.open_paths([path])
    qtbot.waitUntil(window.window_actions.save.isEnabled)


def saved(qtbot: QtBot, window: MainWindow) -> Path:
    """By its key, once the window has it: without a window manager none is active after a dialog."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(window.workspace.colorization.saved) as signal:
        QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert signal.args is not None
    return Path(signal.args[1])


def typed(edit: QLineEdit, text: str) -> None:
    """Replace all of a line by keys."""
    edit.selectAll()
    QTest.keyClicks(edit, text)


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


def test_a_template_that_is_stored_wrongly_counts_for_nothing(settings: Settings) -> None:
    settings.saving.template = "{nothing}"
    assert settings.saving.template == "{name}-colorized"


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> SaveDialog:
    made = SaveDialog(tmp_path / "photo-colorized.png", 95)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_an_unknown_suffix_is_answered_in_the_dialog(dialog: SaveDialog, tmp_path: Path) -> None:
    typed(dialog.name_edit, "photo.xyz")
    assert ".xyz" in dialog.note.text()
    assert not dialog.save_button.isEnabled()
    QTest.keyClick(dialog.name_edit, Qt.Key.Key_Return)
    assert dialog.isVisible(), "Enter does not save what cannot be saved"
    QTest.keyClick(dialog.format_box, Qt.Key.Key_Down)
    QTest.keyClick(dialog.format_box, Qt.Key.Key_Up)
    assert dialog.save_button.isEnabled()
    assert dialog.choice.target.parent == tmp_path
    assert dialog.choice.target.suffix in {".jpg", ".png", ".tif", ".webp"}


@pytest.mark.parametrize("name", ["", ".hidden", "a/b.png", "a\\b.png"])
def test_names_that_are_none_are_answered(dialog: SaveDialog, name: str) -> None:
    typed(dialog.name_edit, name) if name else dialog.name_edit.clear()
    assert dialog.note.text()
    assert not dialog.save_button.isEnabled()


def test_the_name_and_the_format_agree(dialog: SaveDialog, tmp_path: Path) -> None:
    typed(dialog.name_edit, "a.webp")
    assert dialog.format_box.currentText() == "WebP"
    assert dialog.quality_box.isEnabled()
    QTest.keyClick(dialog.format_box, Qt.Key.Key_Up)
    assert dialog.name_edit.text() == "a.tif"
    assert not dialog.quality_box.isEnabled()
    typed(dialog.name_edit, "plain")
    assert dialog.choice.target == tmp_path / "plain.tif"


def test_a_name_that_is_taken_is_said(dialog: SaveDialog, tmp_path: Path) -> None:
    (tmp_path / "a.png").touch()
    typed(dialog.name_edit, "a.png")
    assert "a (2).png" in dialog.note.text()
    assert dialog.choice.target == tmp_path / "a (2).png"


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
