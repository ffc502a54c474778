"""Choices side by side, or one below the other."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from colorizer_gui.widgets.areas.wrapping_row import WrappingRow
from tests.support.window.placing import shown


def test_choices_stand_below_each_other_where_they_do_not_fit(qtbot: QtBot) -> None:
    first, second = QRadioButton("Leave it as it is"), QRadioButton("Leave it gray")
    row = WrappingRow(first, second)
    needed = row.sizeHint().width()
    shown(row, qtbot, QSize(needed, row.heightForWidth(needed)))
    wrapped = row.is_wrapped
    assert not wrapped
    assert first.geometry().right() < second.geometry().left()
    high = row.heightForWidth(needed)
    row.resize(needed - 1, row.heightForWidth(needed - 1))
    QApplication.processEvents()
    wrapped = row.is_wrapped
    assert wrapped
    assert first.geometry().bottom() < second.geometry().top()
    assert row.height() > high
    assert row.minimumSizeHint().width() < needed
