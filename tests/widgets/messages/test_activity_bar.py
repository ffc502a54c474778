"""What is being done: how far, of how many, and a way to stop it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from colorizer_gui.widgets.common.yielding_label import YieldingLabel
from colorizer_gui.widgets.messages.activity_bar import ActivityBar


def test_the_activity_can_be_cancelled(qtbot: QtBot) -> None:
    bar = ActivityBar()
    qtbot.addWidget(bar)
    bar.show_activity("Colorizing…", 0, 1)
    assert bar.bar.maximum() == 0
    bar.show_activity("Colorizing…", 2, 5)
    assert (bar.bar.value(), bar.bar.maximum()) == (2, 5)
    with qtbot.waitSignal(bar.cancel_requested):
        QTest.mouseClick(bar.cancel_button, Qt.MouseButton.LeftButton)


def test_a_long_name_leaves_room_for_how_many_there_are(qtbot: QtBot) -> None:
    bar = ActivityBar()
    qtbot.addWidget(bar)
    bar.resize(620, bar.sizeHint().height())
    with qtbot.waitExposed(bar):
        bar.show_activity("Colorizing “a.jpg”…  (2 of 11)", 1, 11)
    assert isinstance(bar.label, YieldingLabel)
    wide = bar.bar.width()
    room = bar.label.width()
    name = "n" * ((room - 20) // bar.fontMetrics().horizontalAdvance("n"))
    bar.show_activity(name, 1, 11)
    QApplication.processEvents()
    assert (bar.label.shown_text, bar.bar.width()) == (name, wide), "it fits"
    bar.show_activity(name + "n" * 8, 1, 11)
    QApplication.processEvents()
    assert bar.label.shown_text == name + "n" * 8
    assert bar.bar.width() < wide, "the bar gives way"
    bar.show_activity(f"Colorizing “{name}.jpg”…  (2 of 11)", 1, 11)
    QApplication.processEvents()
    assert bar.label.shown_text.startswith("Colorizing “nnn")
    assert bar.label.shown_text.endswith("(2 of 11)")
    assert bar.label.geometry().right() < bar.bar.geometry().left()
    assert bar.cancel_button.geometry().right() < bar.width()
