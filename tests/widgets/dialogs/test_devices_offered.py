"""The settings offer the devices of this computer, and name what was chosen elsewhere as what it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.dialogs import settings_dialog
from colorizer_gui.widgets.dialogs.settings_dialog import SettingsDialog


def shown(qtbot: QtBot, settings: Settings) -> SettingsDialog:
    dialog = SettingsDialog(settings)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def offered(dialog: SettingsDialog) -> list[str]:
    return [dialog.device_box.itemText(index) for index in range(dialog.device_box.count())]


def test_only_what_is_there(qtbot: QtBot, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings_dialog, "possible_devices", lambda: {"auto", "cpu", "mps"})
    dialog = shown(qtbot, settings)
    assert offered(dialog) == ["Automatic", "Processor", "MPS"]
    QTest.keyClick(dialog.device_box, Qt.Key.Key_End)
    assert settings.device == "mps"


def test_what_was_chosen_stays_to_be_seen_and_can_be_left(
    qtbot: QtBot, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings_dialog, "possible_devices", lambda: {"auto", "cpu"})
    settings.device = "cuda"
    dialog = shown(qtbot, settings)
    assert offered(dialog) == ["Automatic", "Processor", "CUDA (not on this computer)"]
    assert dialog.device_box.currentText() == "CUDA (not on this computer)"
    QTest.keyClick(dialog.device_box, Qt.Key.Key_Home)
    assert settings.device == "auto"
    assert offered(shown(qtbot, settings)) == ["Automatic", "Processor"]
