"""Settings of the colour: sliders, picked colours and presets change the picture and ask no network."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import FakeColorizer, PhotoMaker
from tests.support.window.hands import colors, current, drop, open_one, wait_for


def test_the_slider_changes_the_picture_without_the_network(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker
) -> None:
    open_one(qtbot, window, make_photo())
    slider, pane = window.panel.rows["saturation"].slider, window.viewer.comparison.colorized_pane
    middle = slider.height() // 2
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(round(slider.position_of(100)), middle))
    for value in range(100, -1, -20):
        QTest.mouseMove(slider, QPoint(round(slider.position_of(value)), middle))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(round(slider.position_of(0)), middle))
    qtbot.waitUntil(lambda: colors(pane.image).saturation() == 0)
    assert len(colorizer.threads) == 1
    window.window_actions.undo.trigger()
    assert window.panel.rows["saturation"].slider.value() == 100
    qtbot.waitUntil(lambda: colors(pane.image).saturation() > 20)
    assert not window.window_actions.undo.isEnabled()
    window.window_actions.redo.trigger()
    assert window.panel.rows["saturation"].slider.value() == 0
    QTest.mouseDClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(10, middle))
    assert window.panel.rows["saturation"].slider.value() == 100


def test_a_picked_colour_is_repaired_and_settings_go_to_another_photo(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    first = open_one(qtbot, window, make_photo("a.png"))
    window.panel.sections["picked"].set_opened(True)
    window.panel.picker.button.setFocus()
    QTest.keyClick(window.panel.picker.button, Qt.Key.Key_Space)
    pane = window.viewer.comparison.colorized_pane
    QTest.mouseClick(pane, Qt.MouseButton.LeftButton, pos=pane.rect().center())
    assert not window.panel.picker.button.isChecked()
    assert first.adjustments.picked_hue == pytest.approx(33.7)
    window.panel.rows["picked_saturation"].slider.setValue(0)
    qtbot.waitUntil(lambda: colors(pane.image).saturation() < 5)
    window.window_actions.copy_settings.trigger()
    drop(window, make_photo("b.png"))
    wait_for(qtbot, window, EntryState.DONE, 2)
    window.window_actions.paste_settings.trigger()
    assert current(window).adjustments == first.adjustments
    window.window_actions.undo.trigger()
    assert current(window).adjustments == Adjustments()


def test_a_colour_is_picked_by_keys(qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker) -> None:
    entry = open_one(qtbot, window, make_photo(width=400, height=300))
    window.panel.sections["picked"].set_opened(True)
    button, pane = window.panel.picker.button, window.viewer.comparison.colorized_pane
    button.setFocus()
    picked: list[QPointF] = []
    window.viewer.comparison.picked.connect(picked.append)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert pane.hasFocus()
    before = pane.grab().toImage()
    QTest.keyClick(pane, Qt.Key.Key_Right)
    QTest.keyClick(pane, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert pane.underMouse() or pane.grab().toImage() != before
    QTest.keyClick(pane, Qt.Key.Key_Return)
    assert picked[0].x() > 0.5
    assert 0.5 <= picked[0].y() < picked[0].x()
    assert not button.isChecked()
    assert entry.adjustments.picked_hue == pytest.approx(33.7)
    assert window.panel.rows["picked_turn"].slider.hasFocus()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    for _ in range(400):
        QTest.keyClick(pane, Qt.Key.Key_Left)
    QTest.keyClick(pane, Qt.Key.Key_Enter)
    assert picked[1].x() == pytest.approx(0.0, abs=0.01)
    QTest.keyClick(button, Qt.Key.Key_Space)
    QTest.keyClick(pane, Qt.Key.Key_Escape)
    assert not button.isChecked()


def test_own_presets_stay(qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker) -> None:
    open_one(qtbot, window, make_photo())
    window.panel.rows["warmth"].slider.setValue(40)
    window.panel.presets.saving_requested.emit("Mine")
    window.window_actions.reset.trigger()
    menu = window.panel.presets.menu()
    next(action for action in menu.actions() if action.text() == "Mine").trigger()
    assert current(window).adjustments == Adjustments(warmth=0.4)
    window.panel.presets.removal_requested.emit("Mine")
    assert "Mine" not in [action.text() for action in menu.actions()]


def test_the_slider_is_live_while_another_photo_is_predicted(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker
) -> None:
    first = open_one(qtbot, window, make_photo("a.png"))
    colorizer.gate.clear()
    colorizer.entered.clear()
    drop(window, make_photo("b.png"))
    qtbot.waitUntil(colorizer.entered.is_set)
    window.workspace.session.select(first)
    pane = window.viewer.comparison.colorized_pane
    qtbot.waitUntil(lambda: pane.image is not None and colors(pane.image).saturation() > 20)
    window.panel.rows["saturation"].slider.setValue(0)
    qtbot.waitUntil(lambda: colors(pane.image).saturation() == 0)
    assert not colorizer.gate.is_set()
