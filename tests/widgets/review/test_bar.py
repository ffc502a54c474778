"""The legend of the review gives way to a narrow window."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from colorizer_gui.widgets.review.bar import ReviewBar


def test_where_the_words_find_no_room_the_keys_stay(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bar = ReviewBar(window)
    bar.resize(1600, bar.sizeHint().height())
    with qtbot.waitExposed(window):
        window.show()
    buttons = list(bar.buttons.values())
    words = [button.text() for button in buttons]
    assert all(words)
    bar.resize(bar.minimumSizeHint())
    qtbot.waitUntil(lambda: not any(button.text() for button in buttons))
    qtbot.waitUntil(lambda: max(button.geometry().right() for button in buttons) <= bar.width())
    assert all(button.accessibleName() and button.toolTip() for button in buttons)
    two_lines = bar.heightForWidth(bar.sizeHint().width() - 1)
    assert two_lines > bar.sizeHint().height()
    bar.resize(bar.sizeHint().width() - 1, two_lines)
    qtbot.waitUntil(lambda: [button.text() for button in buttons] == words)
    assert max(button.geometry().bottom() for button in buttons) < two_lines
    bar.resize(bar.sizeHint().width() // 3, two_lines)
    qtbot.waitUntil(lambda: buttons[0].text() == words[0] and buttons[-1].text() == "")
    bar.resize(1600, bar.height())
    qtbot.waitUntil(lambda: [button.text() for button in buttons] == words)
