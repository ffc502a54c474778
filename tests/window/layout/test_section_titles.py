"""The titles of closed sections of the panel say what is in use in them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.core.guidance.colour_points import ColourPoint
from colorizer_gui.widgets.areas.brush_sheet import BrushSheet
from colorizer_gui.widgets.pane.photo_pane import PhotoPane
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import PhotoMaker

LEFT = Qt.MouseButton.LeftButton
NAMES = ("points", "reference", "areas", "protect")
UNUSED = ["Colour points", "Reference photo", "Only a part of the photo", "Protect"]


def open_photo(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    window.open_paths([path])
    session = window.workspace.session
    qtbot.waitUntil(lambda: session.current is not None and session.current.path == path)
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.DONE)


def titles(window: MainWindow) -> list[str]:
    return [window.panel.sections[name].header.text() for name in NAMES]


def names(window: MainWindow) -> list[str]:
    """What a screen reader says."""
    return [window.panel.sections[name].header.accessibleName() for name in NAMES]


def pane_of(window: MainWindow) -> PhotoPane:
    return window.viewer.comparison.colorized_pane


def at(window: MainWindow, x: float, y: float) -> QPoint:
    photo = pane_of(window).photo_rect
    return QPointF(photo.x() + x * photo.width(), photo.y() + y * photo.height()).toPoint()


@pytest.fixture
def used(qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker) -> MainWindow:
    """A window in which two areas are marked and a place is protected, by hand."""
    open_photo(qtbot, window, make_photo(width=400, height=300))
    assert titles(window) == UNUSED
    (sheet,) = pane_of(window).findChildren(BrushSheet)
    for x in (0.25, 0.75):
        window.window_actions.region.setChecked(False)
        window.window_actions.region.trigger()
        QTest.mouseClick(sheet, LEFT, pos=at(window, x, 0.5))
    QTest.keyClick(window, Qt.Key.Key_K)
    QTest.mouseClick(sheet, LEFT, pos=at(window, 0.5, 0.5))
    QTest.keyClick(window, Qt.Key.Key_K)
    return window


def test_titles_say_it_in_words_as_well_and_follow_undo(qtbot: QtBot, used: MainWindow) -> None:
    QTest.keyClick(used, Qt.Key.Key_P)
    used.panel.points.chooser.ab_requested.emit((0.0, 40.0), False)
    for x in (0.2, 0.8):
        QTest.mouseClick(pane_of(used), LEFT, pos=at(used, x, 0.2))
    wanted = ["Colour points (2)", "Reference photo", "Only a part of the photo (2)", "Protect •"]
    qtbot.waitUntil(lambda: titles(used) == wanted)
    assert names(used) == [
        "Colour points, in use: 2",
        "Reference photo",
        "Only a part of the photo, in use: 2",
        "Protect, in use",
    ]
    used.window_actions.undo.trigger()
    assert titles(used)[0] == "Colour points (1)"
    used.window_actions.undo.trigger()
    assert titles(used)[0] == names(used)[0] == "Colour points"


def test_an_area_that_is_switched_off_is_not_in_use(used: MainWindow) -> None:
    rows = used.panel.regions.regions.list
    for row, title in ((1, "Only a part of the photo (1)"), (2, "Only a part of the photo")):
        rows.item(row).setCheckState(Qt.CheckState.Unchecked)
        assert titles(used)[2] == title
    QTest.mouseClick(used.panel.protect.remove_button, LEFT)
    assert titles(used)[3] == names(used)[3] == "Protect"


def test_titles_are_those_of_the_photo_that_is_shown(
    qtbot: QtBot, used: MainWindow, make_photo: PhotoMaker
) -> None:
    used.workspace.pointing.put(ColourPoint(0.5, 0.5, (0.0, 40.0)))
    before = titles(used)
    assert before[0] == "Colour points (1)"
    open_photo(qtbot, used, make_photo("other.png"))
    assert titles(used) == UNUSED
    QTest.keyClick(used, Qt.Key.Key_PageUp)
    assert titles(used) == before
