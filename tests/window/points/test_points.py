"""Colour points as a user puts them: by mouse and by keys, in the real window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.core.guidance.colour_points import cell_at
from colorizer_gui.core.pipeline.stored_session import StoredSession
from colorizer_gui.widgets.points.marker import PointMarker
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
    spot,
)


def test_a_click_offers_colours_and_the_chosen_one_is_there_at_once(
    qtbot: QtBot, window: MainWindow, entry: Entry
) -> None:
    QTest.keyClick(window, Qt.Key.Key_P)
    assert window.panel.points.button.isChecked()
    assert window.panel.sections["points"].opened
    chooser, pane = chooser_of(window), pane_of(window)
    click(window, 0.3, 0.6)
    assert chooser.is_for_place()
    assert window.viewer.comparison.points[0].pending.isVisible()
    assert points_of(window) == ()
    qtbot.waitUntil(lambda: len(chooser.suggested.swatches) == 4)
    names = [swatch.accessibleName() for swatch in chooser.suggested.swatches]
    assert names[0] == "As it is now: Red"
    assert names[1:] == ["Suggested here: Gray", "Suggested here: Green", "Suggested here: Blue"]
    assert not chooser.remove_button.isVisible()
    QTest.mouseClick(chooser.suggested.swatches[2], Qt.MouseButton.LeftButton)
    assert chooser.suggested.swatches[2].isChecked()
    assert not window.viewer.comparison.points[0].pending.isVisible()
    qtbot.waitUntil(lambda: is_green(pane.image, 0.3, 0.6))
    assert not is_green(pane.image, 0.8, 0.2)
    assert not chooser.is_for_place(), "it has its colour"
    QTest.mouseClick(chooser.suggested.swatches[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not is_green(pane.image, 0.3, 0.6))
    assert points_of(window)[0].ab == pytest.approx((0.0, 0.0), abs=1)
    (marker,) = markers_of(window)
    marker.setFocus()
    assert marker.accessibleName().startswith("Colour point 1 of 1: Gray")
    assert marker.accessibleName().endswith("30 % from the left, 60 % from the top")
    assert entry.undo_stack.count() == 2
    window.window_actions.undo.trigger()
    assert points_of(window)[0].ab == pytest.approx(GREEN, abs=5)
    window.window_actions.undo.trigger()
    assert markers_of(window) == []
    assert not window.window_actions.remove_points.isEnabled()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.window_actions.points.isChecked()


@pytest.mark.usefixtures("entry")
def test_escape_leaves_no_point_and_another_click_goes_there(qtbot: QtBot, window: MainWindow) -> None:
    window.window_actions.points.setChecked(True)
    chooser = chooser_of(window)
    click(window, 0.3, 0.6, window.viewer.comparison.original_pane)
    pending = window.viewer.comparison.points[0].pending
    first = pending.pos()
    click(window, 0.8, 0.2)
    assert chooser.is_for_place()
    assert pending.pos() != first
    qtbot.waitUntil(lambda: bool(chooser.suggested.swatches))
    QTest.keyClick(chooser.plane, Qt.Key.Key_Escape)
    assert not chooser.is_for_place()
    assert window.window_actions.points.isChecked()
    assert pane_of(window).hasFocus()
    assert points_of(window) == ()
    click(window, 0.5, 0.5)
    slider = window.panel.rows["saturation"].slider
    slider.setFocus()
    assert chooser.is_for_place(), "another slider takes nothing away"
    assert slider.hasFocus()


def test_a_point_is_put_and_reached_by_keys(qtbot: QtBot, window: MainWindow, entry: Entry) -> None:
    pane, chooser = pane_of(window), chooser_of(window)
    QTest.keyClick(window, Qt.Key.Key_P)
    assert pane.hasFocus()
    for _ in range(3):
        QTest.keyClick(pane, Qt.Key.Key_Right)
    QTest.keyClick(pane, Qt.Key.Key_Return)
    assert chooser.is_for_place()
    qtbot.waitUntil(lambda: len(chooser.suggested.swatches) == 4)
    assert chooser.plane.hasFocus(), "suggestions leave the keys where they are"
    QTest.keyClick(chooser.plane, Qt.Key.Key_Backtab)
    assert chooser.suggested.swatches[-1].hasFocus()
    chooser.suggested.swatches[0].setFocus()
    for place in (0, 1):
        QTest.keyClick(chooser.suggested.swatches[place], Qt.Key.Key_Right)
    assert chooser.suggested.swatches[2].hasFocus()
    QTest.keyClick(chooser.suggested.swatches[2], Qt.Key.Key_Return)
    assert markers_of(window)[0].hasFocus()
    (point,) = points_of(window)
    assert point.x > 0.5
    assert point.y == pytest.approx(0.5, abs=0.01)
    pane.setFocus()
    QTest.keyClick(pane, Qt.Key.Key_Tab)
    (marker,) = markers_of(window)
    assert marker.hasFocus()
    QTest.keyClick(marker, Qt.Key.Key_Down)
    QTest.keyClick(marker, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    moved = points_of(window)[0]
    assert moved.x == pytest.approx(point.x, abs=0.01)
    assert moved.y > point.y
    assert entry.undo_stack.count() == 2
    QTest.keyClick(marker, Qt.Key.Key_Return)
    assert chooser.is_for_place()
    assert chooser.remove_button.isVisible()
    QTest.keyClick(chooser, Qt.Key.Key_Delete)
    assert not chooser.is_for_place()
    assert points_of(window) == ()
    window.window_actions.undo.trigger()
    marker = markers_of(window)[0]
    marker.setFocus()
    QTest.keyPress(marker, Qt.Key.Key_Space)
    assert pane.title == "Original"
    assert not marker.isVisible()
    QTest.keyRelease(window, Qt.Key.Key_Space)
    assert marker.isVisible()
    QTest.keyClick(marker, Qt.Key.Key_Delete)
    assert points_of(window) == ()


def test_a_point_is_dragged_in_either_pane_and_the_view_moves_with_it(
    qtbot: QtBot, window: MainWindow, entry: Entry
) -> None:
    put(qtbot, window, 0.3, 0.6)
    for layer in window.viewer.comparison.points:
        (marker,) = layer.markers
        middle = marker.rect().center()
        target = QPointF(marker.point + QPointF(40, 30))
        QTest.mousePress(marker, Qt.MouseButton.LeftButton, pos=middle)
        for share in (0.3, 0.7, 1.0):
            QTest.mouseMove(marker, middle + (target - marker.point).toPoint() * share)
        QTest.mouseRelease(marker, Qt.MouseButton.LeftButton)
        assert (marker.point - target).manhattanLength() <= 3
        assert not chooser_of(window).is_for_place()
    assert entry.undo_stack.count() == 3
    (point,) = points_of(window)
    assert point.x > 0.3
    qtbot.waitUntil(lambda: is_green(pane_of(window).image, point.x, point.y))
    view, pane = window.viewer.comparison.view, pane_of(window)
    (marker,) = markers_of(window)
    view.zoom_to(3.0)
    view.pan(-60, 20)
    assert (marker.point - QPointF(spot(pane, point.x, point.y))).manhattanLength() <= 2
    window.resize(window.width() - 80, window.height() - 60)
    qtbot.waitUntil(lambda: (marker.point - QPointF(spot(pane, point.x, point.y))).manhattanLength() <= 2)


def test_the_menu_of_a_point_and_remove_all(qtbot: QtBot, window: MainWindow, entry: Entry) -> None:
    for place in (0.2, 0.5, 0.8):
        put(qtbot, window, place, 0.5)
    names = [marker.accessibleName().split(":")[0] for marker in markers_of(window)]
    assert names == ["Colour point 1 of 3", "Colour point 2 of 3", "Colour point 3 of 3"]

    def choose(marker: PointMarker, text: str) -> None:
        center = marker.rect().center()
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(marker, QContextMenuEvent(reason, center, marker.mapToGlobal(center)))
        menu = marker.findChild(QMenu)
        assert isinstance(menu, QMenu)
        action = next(each for each in menu.actions() if each.text() == text)
        assert isinstance(action, QAction)
        action.trigger()
        with qtbot.waitSignal(menu.destroyed):
            menu.close()

    choose(markers_of(window)[1], "Remove Point")
    assert [round(point.x, 1) for point in points_of(window)] == [0.2, 0.8]
    choose(markers_of(window)[1], "Other Colour…")
    assert chooser_of(window).is_for_place()
    chooser_of(window).leave_place()
    choose(markers_of(window)[0], "Remove All Points")
    assert points_of(window) == ()
    entry.undo_stack.undo()
    assert window.panel.points.remove_button.isVisible()
    QTest.mouseClick(window.panel.points.remove_button, Qt.MouseButton.LeftButton)
    assert points_of(window) == ()
    assert not window.panel.points.remove_button.isVisible()
    entry.undo_stack.undo()
    window.window_actions.remove_points.trigger()
    assert points_of(window) == ()


def test_each_photo_has_its_own_points_and_they_survive(
    qtbot: QtBot, window: MainWindow, entry: Entry, make_photo: PhotoMaker, tmp_path: Path
) -> None:
    window.desktop.keep_session(tmp_path / "session.json", reopen=False)
    put(qtbot, window, 0.3, 0.6)
    window.desktop.write_session()
    stored = StoredSession.read(tmp_path / "session.json").photos[0].guidance
    assert stored is not None
    assert stored.positions[0] == pytest.approx((0.3, 0.6), abs=0.01)
    window.open_paths([make_photo("b.png")])
    session = window.workspace.session
    qtbot.waitUntil(lambda: len(session) == 2 and all(each.state is EntryState.DONE for each in session))
    assert window.window_actions.points.isChecked()
    assert markers_of(window) == []
    session.select(entry)
    assert len(markers_of(window)) == 1
    with qtbot.waitSignal(window.workspace.colorization.saved):
        window.workspace.save(entry, tmp_path / "out.png")
    session.remove(entry)
    window.open_paths([tmp_path / "out.png"])
    qtbot.waitUntil(lambda: len(session) == 2 and all(each.state is EntryState.DONE for each in session))
    assert session.current is not None
    assert session.current.name == "photo.png"
    (marker,) = markers_of(window)
    assert "Green" in marker.accessibleName()
    prediction = session.current.prediction
    assert prediction is not None
    assert prediction.ab[cell_at(prediction.ab.shape, 0.3, 0.6)][0] < -30
