"""The colour is chosen first and stays: clicks, strokes, the pen and the eyedropper, in the real window."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.widgets.pane.photo_pane import PhotoPane
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import FakeColorizer, PhotoMaker
from tests.support.window.points import chooser_of, click, colorized, pane_of, points_of, spot

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def entry(qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker) -> Entry:
    """A colorized photo, the tool in use."""
    colorizer.plausible = [(0.0, 0.0), (-40.0, 30.0)]
    entry = colorized(qtbot, window, make_photo)
    window.window_actions.points.setChecked(True)
    qtbot.waitUntil(lambda: pane_of(window).image is not None and not pane_of(window).dimmed)
    return entry


def choose(window: MainWindow, ab: tuple[float, float]) -> None:
    plane = chooser_of(window).plane
    QTest.mouseClick(plane, LEFT, pos=plane.place_of(ab).toPoint())


def pen(pane: PhotoPane, kind: QEvent.Type, place: QPointF, pressure: float) -> None:
    device = QPointingDevice(
        "pen",
        1,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Position,
        1,
        1,
    )
    moved = kind == QEvent.Type.TabletMove
    event = QTabletEvent(
        kind,
        device,
        place,
        QPointF(pane.mapToGlobal(place)),
        pressure,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        Qt.KeyboardModifier.NoModifier,
        Qt.MouseButton.NoButton if moved else LEFT,
        LEFT if pressure else Qt.MouseButton.NoButton,
    )
    QApplication.sendEvent(pane, event)
    assert event.isAccepted()


def test_a_chosen_colour_stays_for_clicks_and_strokes(window: MainWindow, entry: Entry) -> None:
    chooser, pane = chooser_of(window), pane_of(window)
    choose(window, (-25.0, 25.0))
    assert points_of(window) == ()
    click(window, 0.3, 0.6)
    click(window, 0.7, 0.6)
    QTest.mousePress(pane, LEFT, pos=spot(pane, 0.2, 0.2))
    for x in (0.3, 0.4, 0.6):
        QTest.mouseMove(pane, spot(pane, x, 0.2))
    QTest.mouseRelease(pane, LEFT, pos=spot(pane, 0.6, 0.2))
    assert not chooser.is_for_place()
    assert [bool(point.path) for point in points_of(window)] == [False, False, True]
    assert all(point.ab == pytest.approx((-25, 25), abs=2) for point in points_of(window))
    choose(window, (25.0, -20.0))
    assert points_of(window)[-1].ab == pytest.approx((-25, 25), abs=2), "what is painted stays"
    click(window, 0.5, 0.9)
    assert points_of(window)[-1].ab == pytest.approx((25, -20), abs=2)
    assert entry.undo_stack.count() == 4
    for count in (3, 2, 1, 0):
        window.window_actions.undo.trigger()
        assert len(points_of(window)) == count
    assert entry.guidance is None


def test_the_chooser_lies_in_the_panel_and_takes_no_focus(
    qtbot: QtBot, window: MainWindow, entry: Entry
) -> None:
    del entry
    chooser = chooser_of(window)
    assert window.panel.isAncestorOf(chooser)
    choose(window, (10.0, 10.0))
    click(window, 0.3, 0.6)
    window.panel.rows["saturation"].slider.setFocus()
    window.viewer.comparison.points[0].markers[0].click()
    assert chooser.plane.hasFocus()
    chooser.code.setFocus()
    chooser.code.selectAll()
    QTest.keyClicks(chooser.code, "#12")
    qtbot.waitUntil(lambda: len(chooser.suggested.swatches) > 1)
    assert chooser.code.hasFocus()
    assert chooser.code.text() == "#12"


def test_a_slow_drag_in_the_plane_is_one_step_and_the_next_another(
    qtbot: QtBot, window: MainWindow, entry: Entry
) -> None:
    plane = chooser_of(window).plane
    choose(window, (10.0, 10.0))
    click(window, 0.3, 0.6)
    window.viewer.comparison.points[0].markers[0].click()
    window.workspace.pointing._pause.setInterval(1)
    choose(window, (0.0, 20.0))
    QTest.mousePress(plane, LEFT, pos=plane.place_of((-10.0, 0.0)).toPoint())
    qtbot.wait(20)
    QTest.mouseMove(plane, plane.place_of((-20.0, 0.0)).toPoint())
    qtbot.wait(20)
    QTest.mouseMove(plane, plane.place_of((-20.0, 10.0)).toPoint())
    QTest.mouseRelease(plane, LEFT, pos=plane.place_of((-20.0, 10.0)).toPoint())
    assert entry.undo_stack.count() == 3
    assert points_of(window)[0].ab == pytest.approx((-20, 10), abs=2)
    window.window_actions.undo.trigger()
    assert points_of(window)[0].ab == pytest.approx((0, 20), abs=2)


def test_a_pen_puts_points_and_draws_strokes(window: MainWindow, entry: Entry) -> None:
    pane = pane_of(window)
    choose(window, (-25.0, 25.0))
    place = QPointF(spot(pane, 0.4, 0.4)) + QPointF(0.4, 0.3)
    pen(pane, QEvent.Type.TabletPress, place, 0.5)
    pen(pane, QEvent.Type.TabletRelease, place, 0.0)
    (point,) = points_of(window)
    photo = pane.photo_rect
    assert point.x == pytest.approx((place.x() - photo.x()) / photo.width(), abs=1e-6)
    pen(pane, QEvent.Type.TabletPress, QPointF(spot(pane, 0.2, 0.7)), 0.5)
    for x in (0.3, 0.5, 0.7):
        pen(pane, QEvent.Type.TabletMove, QPointF(spot(pane, x, 0.7)), 0.8)
    pen(pane, QEvent.Type.TabletRelease, QPointF(spot(pane, 0.7, 0.7)), 0.0)
    stroke = points_of(window)[1]
    assert len(stroke.path) > 10
    assert entry.undo_stack.count() == 2


def test_no_colour_chosen_asks_at_each_place(qtbot: QtBot, window: MainWindow, entry: Entry) -> None:
    del entry
    chooser = chooser_of(window)
    click(window, 0.3, 0.6)
    assert chooser.is_for_place()
    qtbot.waitUntil(lambda: len(chooser.suggested.swatches) > 1)
    QTest.mouseClick(chooser.suggested.swatches[-1], LEFT)
    click(window, 0.6, 0.6)
    assert not chooser.is_for_place()
    assert len(points_of(window)) == 2
    QTest.mouseClick(chooser.brush.clear_button, LEFT)
    click(window, 0.6, 0.2)
    assert chooser.is_for_place()
    assert len(points_of(window)) == 2


def test_a_colour_is_taken_from_this_photo_another_one_and_the_screen(
    qtbot: QtBot, window: MainWindow, entry: Entry, colorizer: FakeColorizer, make_photo: PhotoMaker
) -> None:
    chooser, session = chooser_of(window), window.workspace.session
    QTest.mouseClick(chooser.brush.eyedropper, LEFT)
    click(window, 0.5, 0.9)
    assert points_of(window) == ()
    assert not chooser.brush.eyedropper.isChecked()
    click(window, 0.2, 0.9)
    assert points_of(window)[0].ab == pytest.approx((30, 20), abs=1)
    colorizer.ab = (-30.0, 10.0)
    window.open_paths([make_photo("other.png", width=400, height=300)])
    qtbot.waitUntil(lambda: len(session) == 2 and all(each.state is EntryState.DONE for each in session))
    other = next(each for each in session if each is not entry)
    session.select(entry)
    QTest.mouseClick(chooser.brush.eyedropper, LEFT)
    session.select(other)
    qtbot.waitUntil(lambda: pane_of(window).image is not None and not pane_of(window).dimmed)
    click(window, 0.5, 0.9)
    assert points_of(window) == ()
    session.select(entry)
    click(window, 0.8, 0.9)
    assert points_of(window)[1].ab == pytest.approx((-30, 10), abs=1)
    slider = window.panel.rows["saturation"].slider
    slider.setValue(0)
    pane = pane_of(window)
    qtbot.waitUntil(lambda: pane.image is not None and pane.image.pixelColor(5, 5).saturation() < 8)
    QTest.mouseClick(chooser.brush.eyedropper, LEFT)
    QTest.mouseClick(pane, LEFT, Qt.KeyboardModifier.ShiftModifier, spot(pane, 0.8, 0.9))
    click(window, 0.5, 0.2)
    assert points_of(window)[-1].ab == pytest.approx((0, 0), abs=2)


def test_escape_puts_the_eyedropper_down_first(window: MainWindow, entry: Entry) -> None:
    del entry
    eyedropper = chooser_of(window).brush.eyedropper
    QTest.mouseClick(eyedropper, LEFT)
    QTest.keyClick(pane_of(window), Qt.Key.Key_Escape)
    assert not eyedropper.isChecked()
    assert window.window_actions.points.isChecked()
    click(window, 0.5, 0.5)
    assert chooser_of(window).is_for_place()
    QTest.keyClick(chooser_of(window).plane, Qt.Key.Key_Escape)
    QTest.keyClick(pane_of(window), Qt.Key.Key_Escape)
    assert not window.window_actions.points.isChecked()


def test_the_plane_says_why_it_is_small(window: MainWindow, entry: Entry) -> None:
    del entry
    chooser = chooser_of(window)
    chooser.show_for_place(12.0, None, ())
    assert chooser.light_note.text().endswith("few colours are as dark.")
    chooser.show_for_place(93.0, None, ())
    assert chooser.light_note.text().endswith("few colours are as bright.")
    chooser.show_for_place(55.0, None, ())
    assert chooser.light_note.text() == "Light and dark come from the photo."


def test_it_is_said_that_light_and_dark_come_from_the_photo(window: MainWindow, entry: Entry) -> None:
    del entry
    chooser = chooser_of(window)

    def is_said() -> bool:
        return any(
            "Light and dark" in each.text() and each.isVisible() for each in chooser.findChildren(QLabel)
        )

    assert is_said()
    click(window, 0.5, 0.5)
    assert chooser.is_for_place()
    assert is_said()
    QTest.keyClick(chooser.plane, Qt.Key.Key_Escape)
    QTest.keyClick(window, Qt.Key.Key_P)
    assert not is_said(), "it belongs to the chooser"
