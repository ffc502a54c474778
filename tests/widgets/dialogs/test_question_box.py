"""A question before something is lost."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from colorizer_gui.widgets.dialogs.question_box import QuestionBox
from tests.support.window.placing import place, shown


def test_a_short_question_stands_beside_the_middle_of_its_icon(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = QuestionBox("Close the photo?", window)
    box.add_answer("Save")
    box.add_way_back()
    shown(box, qtbot, box.sizeHint())
    icon, words = box.findChild(QLabel, "qt_msgboxex_icon_label"), box.findChild(QLabel, "qt_msgbox_label")
    assert icon is not None
    assert words is not None
    assert abs(place(icon, box).center().y() - place(words, box).center().y()) <= 2
