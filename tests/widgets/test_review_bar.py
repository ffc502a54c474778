"""The legend of the review gives way to a narrow window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from colorizer_gui.widgets.review_bar import ReviewBar


def test_where_the_words_find_no_room_the_keys_stay(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bar = ReviewBar(window)
    bar.resize(1600, bar.sizeHint().height())
    with qtbot.waitExposed(window):
        window.show()
    style = Qt.ToolButtonStyle
    words = {button.toolButtonStyle() for button in bar.buttons.values()}
    assert words == {style.ToolButtonTextBesideIcon}
    bar.resize(bar.minimumSizeHint())
    narrow = list(bar.buttons.values())
    qtbot.waitUntil(lambda: {button.toolButtonStyle() for button in narrow} == {style.ToolButtonIconOnly})
    qtbot.waitUntil(lambda: max(button.geometry().right() for button in narrow) <= bar.width())
    assert all(button.accessibleName() for button in narrow)
    bar.resize(1600, bar.height())
    qtbot.waitUntil(
        lambda: {button.toolButtonStyle() for button in narrow} == {style.ToolButtonTextBesideIcon}
    )
