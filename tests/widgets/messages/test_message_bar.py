"""What floats over the photo: errors, notices and questions."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from colorizer_gui.widgets.messages import message_bar as message_bar_module
from colorizer_gui.widgets.messages.message_bar import MessageBar
from tests.support.window.placing import place, shown


def test_an_error_stays_until_it_is_dismissed(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_error("A sentence.")
    bar.show_notice("Less important.")
    assert bar.text == "A sentence."
    assert bar.accessibleName() == "A sentence."
    QTest.mouseClick(bar.dismiss_button, Qt.MouseButton.LeftButton)
    assert bar.text == ""


def test_a_notice_leaves_by_itself(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(message_bar_module, "NOTICE_MS", 10)
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_notice("Saved.", "Show")
    assert bar.action_button.text() == "Show"
    qtbot.waitUntil(bar.isHidden)


def test_the_button_of_a_notice_tells_which(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    keys: list[str] = []
    bar.action_requested.connect(keys.append)
    for key in ("first", "second"):
        bar.show_notice("Saved.", "Show", key)
        QTest.mouseClick(bar.action_button, Qt.MouseButton.LeftButton)
        assert bar.isHidden()
    assert keys == ["first", "second"]


@pytest.mark.parametrize("width", [360, 620])
@pytest.mark.usefixtures("words")
def test_answers_never_cover_the_question(qtbot: QtBot, width: int) -> None:
    bar = MessageBar()
    shown(bar, qtbot, QSize(width, 100))
    bar.show_question("This photo is in colour already.", {"again": "Colorize Anew", "leave": "Leave It So"})
    bar.resize(width, bar.heightForWidth(width))
    for _ in range(3):
        QApplication.processEvents()
    parts: list[QWidget] = [bar.label, *bar.answer_buttons.values(), bar.dismiss_button]
    for one in parts:
        for other in parts:
            assert one is other or not place(one, bar).intersects(place(other, bar))
    for button in bar.answer_buttons.values():
        assert button.width() >= button.sizeHint().width(), "its words are whole"
    assert bar.label.height() >= bar.label.heightForWidth(bar.label.width())
