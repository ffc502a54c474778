"""The row of other colours, in any language and size of letters."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from colorizer_gui.widgets.compare.candidate_bar import CandidateBar
from tests.support.window.placing import place, shown

NAMES = ("First guess", "Quiet", "Vivid", "Another guess", "A third guess", "Finer detail")


@pytest.mark.usefixtures("words")
def test_names_of_other_colours_do_not_widen_the_window(qtbot: QtBot) -> None:
    bar = CandidateBar()
    shown(bar, qtbot, QSize(760, bar.height()))
    image = QImage(104, 78, QImage.Format.Format_RGB32)
    bar.show_candidates([(name, image) for name in NAMES])
    bar.mark(0)
    bar.resize(760, bar.height())
    for _ in range(3):
        QApplication.processEvents()
    assert bar.minimumSizeHint().width() <= 760
    places = [place(button, bar) for button in bar.buttons]
    assert all(before.right() < after.left() for before, after in pairwise(places))
    assert places[0].left() >= 0
    assert places[-1].right() < bar.width()
    for button in bar.buttons:
        assert button.width() >= button.sizeHint().width()
        assert button.height() >= button.sizeHint().height()
    assert [button.accessibleName() for button in bar.buttons] == list(NAMES)
