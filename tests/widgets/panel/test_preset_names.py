"""A preset takes no built-in one's name, and the place of one's own only when that is wanted."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLabel, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.widgets.panel.preset_button import PresetButton


@pytest.fixture
def button(qtbot: QtBot) -> PresetButton:
    made = PresetButton()
    qtbot.addWidget(made)
    made.show()
    return made


def answer(button: PresetButton, *answers: str | None) -> list[str]:
    """Choose "Save as Preset…" and answer one dialog after the other; what they said."""
    said: list[str] = []
    waiting = list(answers)

    def reply() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QInputDialog):
            label = dialog.findChild(QLabel)
            assert label is not None
            said.append(label.text())
            field = dialog.findChild(QLineEdit)
            assert field is not None
            text = waiting.pop(0)
            if text is None:
                QTest.keyClick(dialog, Qt.Key.Key_Escape)
            else:
                field.selectAll()
                QTest.keyClicks(field, text)
                QTest.keyClick(field, Qt.Key.Key_Return)
        elif isinstance(dialog, QMessageBox):
            said.append(dialog.text())
            wanted = (
                QMessageBox.StandardButton.Yes if waiting.pop(0) == "yes" else QMessageBox.StandardButton.No
            )
            QTest.mouseClick(dialog.button(wanted), Qt.MouseButton.LeftButton)
        if waiting:
            QTimer.singleShot(50, reply)

    QTimer.singleShot(50, reply)
    (action,) = [each for each in button.menu().actions() if each.text() == "Save as Preset…"]
    action.trigger()
    assert waiting == []
    return said


@pytest.fixture
def saved(button: PresetButton) -> list[str]:
    names: list[str] = []
    button.saving_requested.connect(names.append)
    return names


def test_a_new_name_is_taken(button: PresetButton, saved: list[str]) -> None:
    assert answer(button, " Mine ") == ["Name:"]
    assert saved == ["Mine"]


@pytest.mark.parametrize("name", ["Vivid", "vivid", "Hand-tinted"])
def test_a_built_in_name_is_not(button: PresetButton, saved: list[str], name: str) -> None:
    said = answer(button, name, "Mine")
    assert said[1] == f"Tintype has a preset “{name}” of its own. Another name:"
    assert saved == ["Mine"]
    answer(button, name, None)
    assert saved == ["Mine"]


@pytest.mark.parametrize(("reply", "names"), [("yes", ["Mine"]), ("no", ["Other"])])
def test_one_of_ones_own_is_replaced_only_if_that_is_wanted(
    button: PresetButton, saved: list[str], reply: str, names: list[str]
) -> None:
    button.show_presets({"Mine": Adjustments(warmth=0.2)})
    answers: list[str | None] = ["Mine", reply]
    said = answer(button, *answers, *(["Other"] if reply == "no" else []))
    assert said[1] == "There is a preset “Mine”. Replace it?"
    assert saved == names
