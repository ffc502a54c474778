"""Nothing in the panel is cut, or wider than its room, in any language or size."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from colorizer_gui.core.prediction.reference import Reference
from colorizer_gui.widgets.panel.adjust_panel import AdjustPanel
from tests.support.window.placing import shown


@pytest.mark.parametrize("brush", [False, True])
@pytest.mark.usefixtures("words")
def test_no_row_is_wider_than_the_panel(qtbot: QtBot, brush: bool) -> None:
    """Otherwise it is scrolled sideways as soon as something at its right gets the focus."""
    panel = AdjustPanel()
    shown(panel, qtbot, QSize(panel.width(), 600))
    panel.set_adjustable(True)
    for section in panel.sections.values():
        section.set_opened(True)
    panel.points.show_pointing(True)
    panel.points.show_count(12)
    panel.points.chooser.show_for_place(20.0, (1.0, 2.0), [(10.0 * n, 20.0) for n in range(7)])
    panel.regions.show_regions([("The third button of the coat, from below", True)], 0)
    panel.regions.show_marking(marking=True, brush=brush)
    panel.regions.show_reach(0.0)
    panel.protect.show_protecting(protecting=True, brush=brush)
    panel.protect.show_protected(protected=True, reach=0.0)
    panel.sections["areas"].show_count(12)
    panel.reference.show_reference(Reference("grandmother in colour.jpg", "", ""), QImage())
    QApplication.processEvents()
    QApplication.processEvents()
    rows: QWidget = panel._settings
    room = panel._scroll.viewport().width()
    assert rows.minimumSizeHint().width() <= room
    assert rows.width() <= room


def test_a_line_says_that_there_is_more_beyond_an_edge(qtbot: QtBot) -> None:
    panel = AdjustPanel()
    shown(panel, qtbot, QSize(panel.width(), 420))
    scroll = panel._scroll
    above, below = scroll.edges
    bar = scroll.verticalScrollBar()
    assert bar.maximum() > 0
    assert (above.isVisible(), below.isVisible()) == (False, True)
    bar.setValue(bar.maximum() // 2)
    assert (above.isVisible(), below.isVisible()) == (True, True)
    bar.setValue(bar.maximum())
    assert (above.isVisible(), below.isVisible()) == (True, False)
