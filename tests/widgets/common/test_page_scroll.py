"""A page that scrolls where a small screen does not give it the least."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from colorizer_gui.widgets.common.setting_scroll import PageScroll


def test_what_qt_asks_while_the_process_goes_down_is_answered(qtbot: QtBot) -> None:
    page = QLabel("A page")
    scroll = PageScroll(page)
    qtbot.addWidget(scroll)
    asked = QEvent(QEvent.Type.LayoutRequest)
    assert scroll.eventFilter(page, asked) is False
    kept = vars(scroll).pop("_page")
    assert scroll.eventFilter(page, asked) is False
    scroll._page = kept


def test_a_page_has_all_the_room_there_is(qtbot: QtBot) -> None:
    page = QLabel("A page")
    scroll = PageScroll(page)
    qtbot.addWidget(scroll)
    scroll.resize(500, 400)
    with qtbot.waitExposed(scroll):
        scroll.show()
    assert page.size() == scroll.viewport().size()
