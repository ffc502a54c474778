"""The dialog of what nobody expected."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorizer_gui.widgets.dialogs.error_dialog import ErrorDialog


def test_details_of_an_error_can_be_copied(qtbot: QtBot, qapp: object) -> None:
    from PySide6.QtGui import QGuiApplication

    dialog = ErrorDialog("/somewhere/tintype.log")
    qtbot.addWidget(dialog)
    dialog.add("first")
    dialog.add("second")
    QTest.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "first\n\nsecond"
