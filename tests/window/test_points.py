"""Colour points as a user puts them: by mouse and by keys, in the real window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.core.guidance.colour_points import ColourPoint, cell_at
from colorizer_gui.core.photo.notice import PhotoNotice
from colorizer_gui.core.pipeline.stored_session import StoredSession
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.pane.photo_pane import PhotoPane
from colorizer_gui.widgets.points.colour_chooser import ColourChooser
from colorizer_gui.widgets.points.point_marker import PointMarker
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import FakeColorizer, PhotoMaker

GREEN = (-40.0, 30.0)


@pytest.fixture
def entry(qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker) -> Entry:
    """A colorized photo, and a colorizer that holds three colours plausible."""
    colorizer.plausible = [(0.0, 0.0), GREEN, (0.0, -40.0)]
    window.open_paths([make_photo(width=400, height=300)])
    session = window.workspace.session
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.DONE)
    assert session.current is not None
    return session.current


def pane_of(window: MainWindow) -> PhotoPane:
    return window.viewer.comparison.colorized_pane


def chooser_of(window: MainWindow) -> ColourChooser:
    return window.panel.points.chooser


def markers_of(window: MainWindow) -> list[PointMarker]:
    return window.viewer.comparison.points[0].markers


def points_of(window: MainWindow) -> tuple[ColourPoint, ...]:
    return window.workspace.pointing.points


def spot(pane: PhotoPane, x: float, y: float) -> QPoint:
    photo = pane.photo_rect
    return QPointF(photo.x() + x * photo.width(), photo.y() + y * photo.height()).toPoint()


def click(window: MainWindow, x: float, y: float, pane: PhotoPane | None = None) -> None:
    pane = pane or pane_of(window)
    QTest.mouseClick(pane, Qt.MouseButton.LeftButton, pos=spot(pane, x, y))


def put(qtbot: QtBot, window: MainWindow, x: float, y: float) -> None:
    """Put a green point, whose colour is not known before."""
    window.window_actions.points.setChecked(True)
    chooser_of(window).brush.clearing_requested.emit()
    click(window, x, y)
    chooser = chooser_of(window)
    qtbot.waitUntil(lambda: len(chooser.suggested.swatches) >= 3)
    swatch = next(each for each in chooser.suggested.swatches if each.ab[0] < -10)
    QTest.mouseClick(swatch, Qt.MouseButton.LeftButton)


def is_green(image: QImage | None, x: float, y: float) -> bool:
    if image is None:
        return False
    color = image.pixelColor(int(x * image.width()), int(y * image.height()))
    return color.green() > color.red() + 15


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


@pytest.mark.parametrize("stored", ["{", "5", "{}", "[1, 2]", "[[1]]", '[["red", 2]]', "[[NaN, 1]]"])
def test_damaged_colours_of_last_time_are_none(tmp_path: Path, stored: str) -> None:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    store.setValue("recentColours", stored)
    settings = Settings(store)
    assert not settings.recent_colours
    for a in range(12):
        settings.add_recent_colour((float(a), 0.0))
    settings.add_recent_colour((5.01, 0.0))
    assert [a for a, _ in settings.recent_colours] == [5, 11, 10, 9, 8, 7, 6, 4, 3, 2]
