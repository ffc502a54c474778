"""The colours that are offered for a place: the plane, undo, and when they leave."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.settings.settings import Settings
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import PhotoMaker
from tests.support.window.points import (
    GREEN,
    chooser_of,
    click,
    is_green,
    markers_of,
    pane_of,
    points_of,
    put,
)


def test_the_plane_is_live_and_stays_within_what_is_possible(
    qtbot: QtBot, window: MainWindow, entry: Entry, settings: Settings
) -> None:
    window.window_actions.points.setChecked(True)
    click(window, 0.5, 0.5)
    chooser = chooser_of(window)
    plane = chooser.plane
    QTest.mousePress(plane, Qt.MouseButton.LeftButton, pos=plane.place_of((-20.0, 20.0)).toPoint())
    assert points_of(window)[0].ab == pytest.approx((-20, 20), abs=2)
    for green in (-30, -200):
        QTest.mouseMove(plane, plane.place_of((green, 20.0)).toPoint())
    QTest.mouseRelease(plane, Qt.MouseButton.LeftButton)
    a, b = points_of(window)[0].ab
    assert -110 < a < -30
    assert 0 < b < 20
    assert not chooser.is_for_place()
    markers_of(window)[0].click()
    assert chooser.remove_button.isVisible()
    assert plane.hasFocus()
    QTest.keyClick(plane, Qt.Key.Key_Right)
    QTest.keyClick(plane, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert points_of(window)[0].ab == pytest.approx((a + 5, b + 1), abs=0.5)
    assert "Green" in plane.accessibleDescription()
    QTest.keyClick(plane, Qt.Key.Key_Return)
    assert not chooser.is_for_place()
    assert [entry.undo_stack.text(index) for index in range(entry.undo_stack.count())] == [
        "Colour Point",
        "Colour of Point",
    ]
    qtbot.waitUntil(lambda: is_green(pane_of(window).image, 0.5, 0.5))
    QTest.mouseClick(chooser.brush.clear_button, Qt.MouseButton.LeftButton)
    click(window, 0.2, 0.2)
    recent, first = settings.recent_colours
    assert first == pytest.approx((a, b), abs=0.5)
    assert recent == pytest.approx((a + 5, b + 1), abs=0.5)
    assert chooser.recent.swatches[0].accessibleName() == "Lately used: Green, dark"


def test_undo_while_colours_are_offered_takes_the_point_and_the_offer(
    qtbot: QtBot, window: MainWindow, entry: Entry
) -> None:
    del entry
    window.window_actions.points.setChecked(True)
    click(window, 0.5, 0.5)
    chooser = chooser_of(window)
    qtbot.waitUntil(lambda: len(chooser.suggested.swatches) == 4)
    chooser.suggested.swatches[2].click()
    assert len(points_of(window)) == 1
    window.window_actions.undo.trigger()
    assert points_of(window) == ()
    assert not chooser.is_for_place()


def test_colours_that_are_offered_leave_with_their_photo(
    qtbot: QtBot, window: MainWindow, entry: Entry, make_photo: PhotoMaker, settings: Settings
) -> None:
    put(qtbot, window, 0.3, 0.6)
    window.open_paths([make_photo("b.png")])
    session = window.workspace.session
    qtbot.waitUntil(lambda: len(session) == 2 and all(each.state is EntryState.DONE for each in session))
    chooser = chooser_of(window)
    chooser.brush.clearing_requested.emit()
    click(window, 0.5, 0.5)
    chooser.plane.ab_requested.emit((1.0, 2.0), False)
    session.select(entry)
    assert not chooser.is_for_place()
    assert settings.recent_colours[0] == (1.0, 2.0)
    assert points_of(window)[0].ab == pytest.approx(GREEN, abs=0.1)
    markers_of(window)[0].click()
    assert chooser.is_for_place()
    window.window_actions.negative.trigger()
    assert not chooser.is_for_place()
    assert settings.recent_colours[0] == (1.0, 2.0)  # nothing was chosen


def test_other_colours_close_when_points_change(qtbot: QtBot, window: MainWindow, entry: Entry) -> None:
    put(qtbot, window, 0.3, 0.6)
    window.window_actions.candidates.trigger()
    qtbot.waitUntil(lambda: bool(window.candidate_bar.buttons))
    entry.undo_stack.undo()
    assert not window.candidate_bar.isVisible()
    window.window_actions.candidates.trigger()
    window.window_actions.points.setChecked(False)
    window.window_actions.points.setChecked(True)
    assert not window.window_actions.candidates.isChecked()
