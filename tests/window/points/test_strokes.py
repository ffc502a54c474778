"""Strokes, and where the tool draws nothing: the picker, the mount."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry
from colorizer_gui.core.guidance.colour_points import cell_at
from colorizer_gui.core.photo.notice import PhotoNotice
from colorizer_gui.widgets.pane.photo_pane import PhotoPane
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.points import (
    chooser_of,
    click,
    is_green,
    markers_of,
    pane_of,
    points_of,
    spot,
)


def draw(pane: PhotoPane, *places: tuple[float, float]) -> None:
    QTest.mousePress(pane, Qt.MouseButton.LeftButton, pos=spot(pane, *places[0]))
    for place in places[1:]:
        QTest.mouseMove(pane, spot(pane, *place))
    QTest.mouseRelease(pane, Qt.MouseButton.LeftButton, pos=spot(pane, *places[-1]))


def test_a_line_that_is_drawn_becomes_a_stroke(qtbot: QtBot, window: MainWindow, entry: Entry) -> None:
    window.window_actions.points.setChecked(True)
    pane, chooser = pane_of(window), chooser_of(window)
    before = pane.grab().toImage()
    draw(pane, (0.2, 0.3), (0.3, 0.3), (0.6, 0.3), (0.6, 0.7))
    assert chooser.is_for_place()
    assert pane.grab().toImage() != before
    assert points_of(window) == ()
    qtbot.waitUntil(lambda: len(chooser.suggested.swatches) == 4)
    chooser.suggested.swatches[2].click()
    (stroke,) = points_of(window)
    assert len(stroke.path) > 20
    assert stroke.path[0] == pytest.approx((0.2, 0.3), abs=0.02)
    assert stroke.path[-1] == pytest.approx((0.6, 0.7), abs=0.02)
    qtbot.waitUntil(lambda: is_green(pane.image, 0.6, 0.7))
    assert entry.prediction is not None
    ab = entry.prediction.ab
    assert all(ab[cell_at(ab.shape, *place)][0] < -30 for place in stroke.path)
    assert ab[cell_at(ab.shape, 0.97, 0.8)][0] > 0, "much lighter than where the line is"
    (marker,) = markers_of(window)
    assert not chooser.is_for_place()
    marker.setFocus()
    assert marker.accessibleName().startswith("Colour stroke 1 of 1: Green")
    QTest.keyClick(marker, Qt.Key.Key_Right)
    (moved,) = points_of(window)
    assert moved.path[0][0] > stroke.path[0][0]
    assert moved.path[0][1] == pytest.approx(stroke.path[0][1])
    assert [entry.undo_stack.text(index) for index in (0, 1)] == ["Colour Stroke", "Move Point"]
    QTest.keyClick(marker, Qt.Key.Key_Delete)
    assert points_of(window) == ()


def test_the_picker_draws_nothing_and_moves_the_photo(window: MainWindow, entry: Entry) -> None:
    window.window_actions.points.setChecked(True)
    window.panel.picker.button.setChecked(True)
    view, pane = window.viewer.comparison.view, pane_of(window)
    view.zoom_to(4.0)
    before = QPointF(view.center)
    middle = pane.rect().center()
    QTest.mousePress(pane, Qt.MouseButton.LeftButton, pos=middle)
    for step in (5, 20, 50):
        QTest.mouseMove(pane, middle - QPoint(step, 0))
    QTest.mouseRelease(pane, Qt.MouseButton.LeftButton, pos=middle - QPoint(50, 0))
    assert view.center.x() > before.x()
    assert not chooser_of(window).is_for_place()
    assert entry.adjustments.picked_hue < 0
    assert window.panel.picker.button.isChecked()


def test_the_mount_takes_no_point(window: MainWindow, entry: Entry) -> None:
    assert entry.photo is not None
    object.__setattr__(entry.photo, "notice", PhotoNotice(mount=(60, 300, 0, 400)))
    window.window_actions.points.setChecked(True)
    click(window, 0.5, 0.1)
    assert not chooser_of(window).is_for_place()
    assert "mount" in window.viewer.message_bar.text
    click(window, 0.5, 0.5)
    assert chooser_of(window).is_for_place()


def test_the_picker_goes_before_the_points(window: MainWindow, entry: Entry) -> None:
    window.window_actions.points.setChecked(True)
    window.panel.picker.button.setChecked(True)
    click(window, 0.5, 0.5)
    assert entry.adjustments.picked_hue == pytest.approx(33.7)
    assert not chooser_of(window).is_for_place()
    click(window, 0.5, 0.5)
    assert chooser_of(window).is_for_place()
