"""The work on photos is kept until the user has it forgotten."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from colorizer_gui.core.pipeline.kept_work import KeptWork
from colorizer_gui.core.pipeline.stored_session import StoredPhoto
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.dialogs.kept_work_button import KeptWorkButton
from colorizer_gui.widgets.dialogs.settings_dialog import SettingsDialog


@pytest.mark.parametrize(("answer", "left"), [("Yes", 0), ("No", 1)])
def test_it_is_forgotten_after_a_question(
    qtbot: QtBot, settings: Settings, tmp_path: Path, answer: str, left: int
) -> None:
    kept = KeptWork(tmp_path / "work")
    photo = tmp_path / "a.jpg"
    photo.write_bytes(b"a photo")
    kept.keep(StoredPhoto(photo, Adjustments(warmth=0.3)))
    dialog = SettingsDialog(settings, None, kept)
    qtbot.addWidget(dialog)
    dialog.show()
    (button,) = dialog.findChildren(KeptWorkButton)
    assert button.text() == "Forget the Work… (photos: 1)"

    def reply() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        QTest.mouseClick(box.button(QMessageBox.StandardButton[answer]), Qt.MouseButton.LeftButton)

    QTimer.singleShot(50, reply)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(kept) == left
    assert button.isEnabled() is bool(left)
    assert photo.exists()
