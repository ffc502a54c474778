"""The ways to look at a photo: its original, the split view, layers, other colours, and the zoom."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import FakeColorizer, PhotoMaker
from tests.support.window.hands import colors, open_one


def test_holding_space_shows_the_original(qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker) -> None:
    open_one(qtbot, window, make_photo())
    pane = window.viewer.comparison.colorized_pane
    for widget in (pane, window.film_strip, window.panel.rows["saturation"].slider):
        QTest.keyPress(widget, Qt.Key.Key_Space)
        assert pane.title == "Original"
        assert colors(pane.image).saturation() == 0
        QTest.keyRelease(widget, Qt.Key.Key_Space)
        assert pane.title == "Colorized"
        assert colors(pane.image).saturation() > 20


def test_the_split_view_shows_both_and_its_divider_moves(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    open_one(qtbot, window, make_photo())
    QTest.keyClick(window, Qt.Key.Key_S)
    window.window_actions.fill.trigger()
    comparison = window.viewer.comparison
    pane, divider = comparison.colorized_pane, comparison.divider
    assert not comparison.original_pane.isVisible()
    assert divider.isVisible()

    def saturation_at(share: float) -> int:
        grabbed = pane.grab().toImage()
        return grabbed.pixelColor(round(share * (grabbed.width() - 1)), grabbed.height() // 2).saturation()

    qtbot.waitUntil(lambda: saturation_at(0.6) > 20)
    assert saturation_at(0.4) < 10  # a display of 16 bits has no exact gray
    QTest.mousePress(divider, Qt.MouseButton.LeftButton, pos=divider.rect().center())
    QTest.mouseMove(divider, divider.rect().center() - QPoint(round(pane.width() * 0.3), 0))
    QTest.mouseRelease(divider, Qt.MouseButton.LeftButton)
    assert saturation_at(0.4) > 20
    divider.setFocus()
    QTest.keyClick(divider, Qt.Key.Key_End)
    assert saturation_at(0.6) < 10
    assert divider.geometry().center().x() == pytest.approx(pane.width(), abs=2)
    window.window_actions.split.trigger()
    assert comparison.original_pane.isVisible()


def test_the_colour_alone_and_the_guesses_are_layers(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    open_one(qtbot, window, make_photo())
    pane, actions = window.viewer.comparison.colorized_pane, window.window_actions

    def lightness(share: float) -> int:
        assert pane.image is not None
        return pane.image.pixelColor(round(share * (pane.image.width() - 1)), 3).lightness()

    plain = [lightness(0.1), lightness(0.9)]
    assert plain[0] + 40 < plain[1]
    QTest.keyClick(window, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: abs(lightness(0.1) - lightness(0.9)) < 3)
    QTest.keyClick(window, Qt.Key.Key_G)
    assert not actions.colour_alone.isChecked()
    qtbot.waitUntil(lambda: [lightness(0.1), lightness(0.9)] == plain)
    assert "unsure" in pane.title
    QTest.keyClick(window, Qt.Key.Key_G)
    assert pane.title == "Colorized"


def test_one_click_takes_another_colour_and_undo_gives_the_first_back(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker
) -> None:
    entry = open_one(qtbot, window, make_photo())
    first = entry.prediction
    colorizer.ab = (-40.0, 20.0)
    QTest.keyClick(window, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: len(window.candidate_bar.buttons) == 1)
    pane = window.viewer.comparison.colorized_pane
    assert colors(pane.image).red() > colors(pane.image).green()
    button = window.candidate_bar.buttons[0]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert entry.prediction is not first
    assert button.isChecked()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert entry.undo_stack.count() == 1
    qtbot.waitUntil(lambda: colors(pane.image).green() > colors(pane.image).red())
    window.window_actions.undo.trigger()
    assert entry.prediction is first
    qtbot.waitUntil(lambda: colors(pane.image).red() > colors(pane.image).green())
    QTest.keyClick(window, Qt.Key.Key_C)
    assert not window.candidate_bar.isVisible()


def test_closing_the_row_of_other_colours_ends_the_search(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker
) -> None:
    open_one(qtbot, window, make_photo())
    colorizer.gate.clear()
    colorizer.entered.clear()
    QTest.keyClick(window, Qt.Key.Key_C)
    qtbot.waitUntil(colorizer.entered.is_set)
    assert window.candidate_bar.isVisible()
    assert not window.viewer.activity_bar.isVisible(), "the row says it"
    QTest.keyClick(window, Qt.Key.Key_C)
    colorizer.gate.set()
    qtbot.waitUntil(lambda: not window.window_actions.stop.isEnabled())
    assert not window.candidate_bar.isVisible()
    assert window.candidate_bar.buttons == []


def test_the_zoom_is_told_of_a_photo_only(qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker) -> None:
    actions = window.window_actions
    open_one(qtbot, window, make_photo())
    actions.actual_size.trigger()
    assert actions.zoom_label.text() == "100 %"
    actions.batch.trigger()
    assert actions.zoom_label.text() == ""
    actions.batch.trigger()
    assert actions.zoom_label.text() == "100 %"
