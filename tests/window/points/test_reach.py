"""How far a colour reaches, by slider, wheel and keys; and a colour by its code; in the real window."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry
from colorizer_gui.core.guidance.colour_points import ColourPoint
from colorizer_gui.widgets.points.marker import PointMarker
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import FakeColorizer, PhotoMaker
from tests.support.window.points import colorized

GREEN = (-40.0, 30.0)


@pytest.fixture
def entry(qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker) -> Entry:
    """A colorized photo with a green point, the tool in use."""
    entry = colorized(qtbot, window, make_photo)
    window.window_actions.points.setChecked(True)
    window.workspace.pointing.put(ColourPoint(0.3, 0.5, GREEN))
    window.workspace.pointing.end_gesture()
    return entry


def marker_of(window: MainWindow) -> PointMarker:
    (marker,) = window.viewer.comparison.points[0].markers
    return marker


def reach_of(window: MainWindow) -> float:
    (point,) = window.workspace.pointing.points
    return round(point.reach, 3)


def turn(marker: PointMarker, angle: int) -> None:
    middle = QPointF(marker.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(marker.mapToGlobal(middle)),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(marker, event)


def test_the_wheel_over_a_ring_is_one_step_of_undo_and_leaves_the_zoom(
    qtbot: QtBot, window: MainWindow, entry: Entry
) -> None:
    marker, zoom = marker_of(window), window.viewer.comparison.view.zoom
    for _ in range(3):
        turn(marker, 120)
    turn(marker, 60)
    assert reach_of(window) == 0.3
    turn(marker, 60)
    assert reach_of(window) == 0.4
    assert window.viewer.comparison.view.zoom == zoom
    assert marker_of(window).accessibleName().endswith("reach: the object and more")
    qtbot.waitUntil(
        lambda: (
            entry.prediction is not None and entry.prediction.is_as_wanted(entry.guidance, entry.candidate)
        )
    )
    window.window_actions.undo.trigger()
    assert reach_of(window) == 0
    window.window_actions.redo.trigger()
    assert reach_of(window) == 0.4


def test_keys_change_it_up_to_its_ends(window: MainWindow, entry: Entry) -> None:
    for _ in range(12):
        QTest.keyClick(marker_of(window), Qt.Key.Key_PageDown)
    assert reach_of(window) == -1
    QTest.keyClick(marker_of(window), Qt.Key.Key_PageUp)
    assert reach_of(window) == -0.9


def test_the_slider_is_part_of_the_gesture_that_chooses_a_colour(
    qtbot: QtBot, window: MainWindow, entry: Entry
) -> None:
    steps = entry.undo_stack.count()
    pane = window.viewer.comparison.colorized_pane
    photo = pane.photo_rect
    chooser = window.panel.points.chooser
    place = QPointF(photo.x() + 0.7 * photo.width(), photo.y() + 0.5 * photo.height()).toPoint()
    QTest.mouseClick(pane, Qt.MouseButton.LeftButton, pos=place)
    assert chooser.reach.word.text() == "this object only"
    chooser.reach.slider.setFocus()
    QTest.keyClick(chooser.reach.slider, Qt.Key.Key_End)
    assert chooser.reach.word.text() == "everything like it"
    assert len(window.workspace.pointing.points) == 1
    chooser.plane.setFocus()
    QTest.keyClick(chooser.plane, Qt.Key.Key_Right)
    QTest.keyClick(chooser.reach.slider, Qt.Key.Key_Home)
    assert chooser.is_for_place(), "keys go on until they have said which"
    QTest.keyClick(chooser, Qt.Key.Key_Escape)
    assert [point.reach for point in window.workspace.pointing.points] == [0.0, -1.0]
    assert entry.undo_stack.count() == steps + 1
    _, marker = window.viewer.comparison.points[0].markers
    QTest.mouseClick(marker, Qt.MouseButton.LeftButton)
    assert chooser.reach.word.text() == "this spot only"
    turn(marker, 240)
    assert chooser.is_for_place()
    assert chooser.reach.word.text() == "part of the object"
    assert window.workspace.pointing.points[-1].reach == pytest.approx(-0.8)


def test_a_colour_is_typed_as_a_code(qtbot: QtBot, window: MainWindow, entry: Entry) -> None:
    chooser, marker = window.panel.points.chooser, marker_of(window)
    steps = entry.undo_stack.count()
    QTest.mouseClick(marker, Qt.MouseButton.LeftButton)
    before = chooser.code.text()
    assert QColor.fromString(before).green() > QColor.fromString(before).red()
    chooser.code.setFocus()
    chooser.code.selectAll()
    QTest.keyClicks(chooser.code, "#c0")
    assert window.workspace.pointing.points[0].ab == GREEN
    QTest.keyClicks(chooser.code, "xy3030")
    (point,) = window.workspace.pointing.points
    assert point.ab[0] > 40
    assert point.ab[1] > 20
    assert chooser.is_for_place()
    QTest.keyClick(chooser.code, Qt.Key.Key_Return)
    assert not chooser.is_for_place()
    assert entry.undo_stack.count() == steps + 1
    QTest.mouseClick(marker, Qt.MouseButton.LeftButton)
    shown = QColor.fromString(chooser.code.text())
    assert shown.red() > shown.green() + 60
    chooser.code.setFocus()
    QTest.keyClick(chooser.code, Qt.Key.Key_Backspace)
    chooser.plane.setFocus()
    assert chooser.code.text() == shown.name()
