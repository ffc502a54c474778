"""Areas with settings of their own, and protected places, by mouse, pen and keys in the real window."""

from pathlib import Path

import cv2
import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry
from colorizer_gui.core.guidance.colour_points import ColourPoint
from colorizer_gui.core.photo_io import WriteOptions, read_photo
from colorizer_gui.core.pipeline.pipeline import colorize_photo
from colorizer_gui.core.recipe.recipe import read_sidecar, sidecar_path
from colorizer_gui.core.rendering.adjustments import Adjustments, areas_of
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.areas import BLUE, click, colour, drag, is_settled, picture, seen, sheet_of
from tests.support.window.fixtures import FakeColorizer


def test_a_click_marks_an_object_and_sliders_change_only_that(
    qtbot: QtBot, window: MainWindow, entry: Entry
) -> None:
    before = seen(qtbot, window)
    QTest.keyClick(window, Qt.Key.Key_A)
    assert sheet_of(window).isVisible()
    click(window, 0.25, 0.5)
    assert window.panel.target_label.text() == "Only “Area 1” is changed"
    window.panel.rows["saturation"].slider.setValue(0)
    image = seen(qtbot, window)
    assert colour(image, 0.25, 0.5) <= 1
    np.testing.assert_array_equal(image[:, 230:], before[:, 230:])
    assert entry.adjustments.everywhere == Adjustments()
    window.panel.regions.regions.list.setCurrentRow(0)
    assert window.panel.rows["saturation"].slider.value() == 100
    window.panel.rows["saturation"].slider.setValue(150)
    assert colour(picture(entry), 0.25, 0.5) <= 1
    assert colour(picture(entry), 0.75, 0.5) > colour(before, 0.75, 0.5)
    assert areas_of(entry.adjustments).regions[0].adjustments == Adjustments(saturation=0.0)


def test_each_gesture_is_a_step_and_undo_leads_back_to_the_first_pixel(
    qtbot: QtBot, window: MainWindow, entry: Entry
) -> None:
    first, stack = seen(qtbot, window), entry.undo_stack
    window.window_actions.region.trigger()
    click(window, 0.25, 0.5)
    drag(window, (0.7, 0.2), (0.8, 0.5), (0.7, 0.8))
    assert stack.count() == 2
    window.panel.regions.reach.slider.setValue(4)
    window.panel.rows["warmth"].slider.setValue(80)
    window.workspace.adjusting.end_gesture()
    window.window_actions.protect.trigger()
    window.panel.protect.brush_button.click()
    drag(window, (0.3, 0.2), (0.3, 0.8))
    window.panel.protect.gray_button.click()
    drag(window, (0.8, 0.2), (0.8, 0.8))
    QTest.keyClick(sheet_of(window), Qt.Key.Key_E)
    click(window, 0.8, 0.5)
    window.window_actions.protect.setChecked(False)
    window.workspace.pointing.put(ColourPoint(0.75, 0.5, BLUE))
    window.workspace.pointing.end_gesture()
    assert stack.count() == 8
    qtbot.waitUntil(lambda: is_settled(entry))
    last = seen(qtbot, window)
    assert (last != first).any()
    while stack.canUndo():
        window.window_actions.undo.trigger()
    assert entry.adjustments == Adjustments()
    qtbot.waitUntil(lambda: is_settled(entry))
    np.testing.assert_array_equal(seen(qtbot, window), first)
    while stack.canRedo():
        window.window_actions.redo.trigger()
    qtbot.waitUntil(lambda: is_settled(entry))
    np.testing.assert_array_equal(seen(qtbot, window), last)


def test_a_protected_wall_stays_whatever_is_done_later(
    qtbot: QtBot, window: MainWindow, entry: Entry
) -> None:
    window.panel.rows["saturation"].slider.setValue(140)
    window.workspace.pointing.put(ColourPoint(0.25, 0.5, BLUE))
    window.workspace.pointing.end_gesture()
    qtbot.waitUntil(lambda: is_settled(entry))
    before = seen(qtbot, window)
    QTest.keyClick(window, Qt.Key.Key_K)
    window.panel.protect.brush_button.click()
    drag(window, (0.1, 0.5), (0.4, 0.5))
    np.testing.assert_array_equal(seen(qtbot, window), before)
    window.panel.rows["saturation"].slider.setValue(0)
    window.workspace.adjusting.end_gesture()
    window.workspace.pointing.put(ColourPoint(0.2, 0.4, (40.0, 40.0), reach=1.0))
    window.workspace.pointing.recolour(0, (60.0, 0.0))
    qtbot.waitUntil(lambda: is_settled(entry))
    after = seen(qtbot, window)
    np.testing.assert_array_equal(after[140:160, 60:140], before[140:160, 60:140])
    assert colour(after, 0.75, 0.2) <= 1
    assert entry.prediction is not None
    assert len(entry.prediction.kept) == 1


def test_what_is_shown_is_what_is_saved_and_what_a_recipe_makes_again(
    qtbot: QtBot, window: MainWindow, entry: Entry, colorizer: FakeColorizer, tmp_path: Path
) -> None:
    window.window_actions.region.trigger()
    click(window, 0.25, 0.5)
    window.panel.rows["tint"].slider.setValue(100)
    window.window_actions.protect.trigger()
    window.panel.protect.brush_button.click()
    drag(window, (0.6, 0.2), (0.9, 0.4))
    window.workspace.pointing.put(ColourPoint(0.75, 0.5, BLUE))
    qtbot.waitUntil(lambda: is_settled(entry))
    target = tmp_path / "saved.png"
    with qtbot.waitSignal(window.workspace.colorization.saved):
        window.workspace.save(entry, target, options=WriteOptions(sidecar=True))
    saved = cv2.imread(str(target))
    assert saved is not None
    np.testing.assert_array_equal(saved[..., ::-1], seen(qtbot, window))
    recipe = read_sidecar(sidecar_path(target))
    assert recipe.adjustments == entry.adjustments
    assert entry.path is not None
    again = colorize_photo(
        read_photo(entry.path), colorizer, guidance=recipe.guidance, adjustments=recipe.adjustments
    )
    np.testing.assert_array_equal(again.recomposition().image(recipe.adjustments, depth=8), saved[..., ::-1])
