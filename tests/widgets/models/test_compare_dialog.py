"""The comparison of networks, as far as it needs no network."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from colorizer_gui.widgets.models.compare_dialog import CompareDialog


def test_no_more_than_six_are_compared(qtbot: QtBot) -> None:
    dialog = CompareDialog([f"model {index}" for index in range(9)], 7)
    qtbot.addWidget(dialog)
    assert dialog.ticked == (0, 1, 2, 3, 4, 7)
    dialog.list.item(8).setCheckState(Qt.CheckState.Checked)
    assert dialog.ticked == (0, 1, 2, 3, 4, 7)
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert [pane.title[0] for pane in dialog.panes.values()] == list("ABCDE")
