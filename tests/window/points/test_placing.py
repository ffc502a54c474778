"""What a point is once it has its colour: let go, named, and with nothing that moves beside it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry
from colorizer_gui.core.guidance.known_colours import built_in_colours
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import FakeColorizer, PhotoMaker
from tests.support.window.points import chooser_of, click, colorized, points_of

LEFT = Qt.MouseButton.LeftButton
RED, GREEN = (40.0, 30.0), (-40.0, 30.0)


@pytest.fixture
def entry(qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker) -> Entry:
    """A colorized photo, the tool in use, and three colours that are plausible."""
    colorizer.plausible = [(0.0, 0.0), GREEN, (0.0, -40.0)]
    entry = colorized(qtbot, window, make_photo)
    window.window_actions.points.setChecked(True)
    return entry


def choose(window: MainWindow, ab: tuple[float, float]) -> None:
    plane = chooser_of(window).plane
    QTest.mouseClick(plane, LEFT, pos=plane.place_of(ab).toPoint())


def places(window: MainWindow) -> list[QPoint]:
    """Where the parts of the chooser are that one aims at, and how large."""
    chooser = chooser_of(window)
    parts = (chooser.brush, chooser.plain, chooser.known, chooser.recent, chooser.plane, chooser.reach)
    QApplication.processEvents()
    return [part.mapTo(window, QPoint()) for part in parts]


def test_the_next_colour_is_for_the_next_place(window: MainWindow, entry: Entry) -> None:
    click(window, 0.3, 0.6)
    choose(window, RED)
    (first,) = points_of(window)
    assert first.ab == pytest.approx(RED, abs=3)
    choose(window, GREEN)
    assert points_of(window) == (first,), "the point keeps its colour"
    click(window, 0.6, 0.2)
    assert points_of(window)[0] == first
    assert points_of(window)[1].ab == pytest.approx(GREEN, abs=3)
    assert entry.undo_stack.count() == 2


def test_a_colour_that_was_suggested_for_the_last_point_still_goes_there(
    qtbot: QtBot, window: MainWindow, entry: Entry
) -> None:
    chooser = chooser_of(window)
    click(window, 0.3, 0.6)
    qtbot.waitUntil(lambda: len(chooser.suggested.swatches) == 4)
    green, blue = (next(s for s in chooser.suggested.swatches if s.ab[axis] < -10) for axis in (0, 1))
    QTest.mouseClick(green, LEFT)
    assert not chooser.is_for_place()
    QTest.mouseClick(blue, LEFT)
    (point,) = points_of(window)
    assert point.ab == blue.ab
    assert entry.undo_stack.count() == 2
    click(window, 0.7, 0.6)
    assert [each.ab[1] < -10 for each in points_of(window)] == [True, True]
    assert chooser.suggested.swatches == [], "they were for the place before"


def test_a_ring_is_changed_on_purpose_and_the_chosen_colour_stays(window: MainWindow, entry: Entry) -> None:
    del entry
    chooser = chooser_of(window)
    choose(window, RED)
    click(window, 0.3, 0.6)
    (marker,) = window.viewer.comparison.points[0].markers
    QTest.mouseClick(marker, LEFT)
    assert chooser.title.text().startswith("You are changing the marked point")
    choose(window, GREEN)
    assert chooser.is_for_place(), "one may try several"
    QTest.mouseClick(marker, LEFT)
    assert not chooser.is_for_place(), "a second click lets it go"
    click(window, 0.7, 0.6)
    assert [each.ab[0] > 0 for each in points_of(window)] == [False, True]


def test_a_place_is_left_as_it_is(qtbot: QtBot, window: MainWindow, entry: Entry) -> None:
    chooser = chooser_of(window)
    choose(window, GREEN)
    click(window, 0.3, 0.9)
    QTest.mouseClick(chooser.plain.leave_button, LEFT)
    assert chooser.brush.word.text() == "As without points"
    click(window, 0.7, 0.4)
    assert points_of(window)[1].ab == pytest.approx((30, 20), abs=0.5), "that of the network"
    qtbot.waitUntil(
        lambda: entry.prediction is not None and entry.prediction.is_as_wanted(entry.guidance, "predicted")
    )
    QTest.mouseClick(chooser.brush.clear_button, LEFT)
    assert chooser.brush.word.text() == "None yet"
    (_, marker) = window.viewer.comparison.points[0].markers
    QTest.mouseClick(marker, LEFT)
    choose(window, (0.0, -30.0))
    QTest.mouseClick(chooser.plain.leave_button, LEFT)
    assert points_of(window)[1].ab == pytest.approx((30, 20), abs=0.5)


def test_nothing_in_the_chooser_moves_while_points_are_put(
    qtbot: QtBot, window: MainWindow, entry: Entry
) -> None:
    del entry
    chooser, before = chooser_of(window), places(window)
    click(window, 0.3, 0.6)
    assert places(window) == before
    qtbot.waitUntil(lambda: len(chooser.suggested.swatches) == 4)
    assert places(window) == before
    QTest.mouseClick(chooser.suggested.swatches[2], LEFT)
    assert places(window) == before
    chooser.show_for_place(12.0, GREEN, [GREEN])
    assert places(window) == before, "in the dark"
    chooser.leave_place()
    QTest.mouseClick(window.viewer.comparison.points[0].markers[0], LEFT)
    assert places(window) == before


def test_the_name_of_a_colour_stays_what_it_was(qtbot: QtBot, window: MainWindow, entry: Entry) -> None:
    del entry
    chooser = chooser_of(window)
    colour = next(each for each in built_in_colours("en") if each.name == "Light skin")
    chooser.known.colour_requested.emit(colour)
    click(window, 0.3, 0.6)
    marker = window.viewer.comparison.points[0].markers[0]
    QTest.mouseClick(marker, LEFT)
    qtbot.waitUntil(lambda: len(chooser.suggested.swatches) >= 3)
    assert chooser.brush.word.text() == "Light skin", "suggestions do not rename it"
    QTest.mouseClick(marker, LEFT)
    choose(window, (22.0, 48.0))
    word = chooser.brush.word.text()
    for x in (0.1, 0.5, 0.95):
        click(window, x, 0.4)
        assert chooser.brush.word.text() == word
        QTest.mouseClick(window.viewer.comparison.points[0].markers[-1], LEFT)
        chooser.leave_place()
        assert chooser.brush.word.text() == word, "a place of another lightness does not rename it"


def test_the_reach_is_said_by_name(window: MainWindow, entry: Entry) -> None:
    del entry
    chooser = chooser_of(window)
    spot, thing, alike = chooser.reach.buttons
    assert thing.isChecked()
    choose(window, GREEN)
    QTest.mouseClick(alike, LEFT)
    click(window, 0.3, 0.6)
    QTest.mouseClick(thing, LEFT)
    click(window, 0.6, 0.6)
    QTest.mouseClick(spot, LEFT)
    click(window, 0.9, 0.6)
    assert [each.reach for each in points_of(window)] == [1.0, 0.0, -1.0]
    assert [each.isChecked() for each in chooser.reach.buttons] == [True, False, False]
    chooser.reach.slider.setValue(4)
    assert not any(each.isChecked() for each in chooser.reach.buttons)


def test_an_arc_goes_round_a_point_until_the_network_has_answered(
    qtbot: QtBot, window: MainWindow, entry: Entry, colorizer: FakeColorizer
) -> None:
    choose(window, GREEN)
    click(window, 0.3, 0.6)
    qtbot.waitUntil(
        lambda: entry.prediction is not None and entry.prediction.is_as_wanted(entry.guidance, "predicted")
    )
    markers = window.viewer.comparison.points[0].markers
    assert not markers[0].is_settling
    still = markers[0].grab().toImage()
    colorizer.gate.clear()
    click(window, 0.7, 0.2)
    qtbot.waitUntil(lambda: markers[1].is_settling)
    assert not markers[0].is_settling, "that one has its colour"
    seen = markers[1].grab().toImage()
    assert seen != still
    qtbot.waitUntil(lambda: markers[1].grab().toImage() != seen)
    colorizer.gate.set()
    qtbot.waitUntil(lambda: not markers[1].is_settling)


def test_reset_says_that_points_stay_and_offers_to_take_them_off(
    qtbot: QtBot, window: MainWindow, entry: Entry
) -> None:
    choose(window, GREEN)
    click(window, 0.3, 0.6)
    window.panel.rows["saturation"].slider.setValue(40)
    QTest.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert entry.adjustments.saturation == 1.0
    bar = window.viewer.message_bar
    assert bar.text == "The sliders are set back. Your colour points stay."
    assert len(points_of(window)) == 1
    qtbot.waitUntil(lambda: bar.rect().contains(bar.action_button.geometry()))
    QTest.mouseClick(bar.action_button, LEFT)
    assert points_of(window) == ()
    window.window_actions.undo.trigger()
    assert len(points_of(window)) == 1
