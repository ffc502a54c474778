"""Save As: what is typed is answered at once."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorizer_gui.widgets.dialogs.save_dialog import SaveDialog
from tests.support.window.hands import typed


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
