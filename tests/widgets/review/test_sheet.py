"""The contact sheet."""

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from colorizer_gui.widgets.review.item import ReviewItem
from colorizer_gui.widgets.review.sheet import ReviewSheet
from colorizer_gui.widgets.review.words import Decision
from tests.support.window.placing import shown


@pytest.mark.parametrize(("count", "scrolls"), [(1, False), (200, True)])
def test_the_review_has_no_handle_where_nothing_scrolls(qtbot: QtBot, count: int, *, scrolls: bool) -> None:
    sheet = ReviewSheet()
    shown(sheet, qtbot, QSize(700, 500))
    sheet.show_items([ReviewItem(number, f"{number}.jpg", Decision.OPEN) for number in range(count)])
    qtbot.waitUntil(lambda: sheet.verticalScrollBar().isEnabled() is scrolls)
    assert sheet.verticalScrollBar().isVisible(), "its room is kept"
