"""What the chooser of colours says, and keeps to itself."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from colorizer_gui.widgets.points.colour_chooser import ColourChooser
from colorizer_gui.widgets.points.swatch_row import SwatchRow


@pytest.fixture
def chooser(qtbot: QtBot) -> ColourChooser:
    chooser = ColourChooser()
    qtbot.addWidget(chooser)
    return chooser


def title_of(row: SwatchRow) -> str:
    return row.findChildren(QLabel)[0].text()


@pytest.mark.parametrize("is_for_place", [False, True])
def test_lately_used_is_said_only_of_colours_that_are_there(
    chooser: ColourChooser, *, is_for_place: bool
) -> None:
    def show(recent: tuple[tuple[float, float], ...]) -> None:
        if is_for_place:
            chooser.show_for_place(60.0, None, recent)
        else:
            chooser.show_for_next(None, 60.0, recent)

    show(())
    assert not title_of(chooser.recent)
    empty = chooser.recent.sizeHint()
    show(((20.0, 10.0),))
    assert title_of(chooser.recent) == "Lately used"
    assert chooser.recent.sizeHint() == empty, "what is aimed at moves"
    show(())
    assert not title_of(chooser.recent)
