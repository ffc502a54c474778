"""The list of areas, and that they stay where they are whatever else is done to the photo."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry
from colorizer_gui.core.rendering.adjustments import Adjustments, Keep, areas_of
from colorizer_gui.core.rendering.touches import Touch
from colorizer_gui.desktop.qimage import rgb_from_image
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.areas import (
    click,
    colour,
    drag,
    is_settled,
    picture,
    seen,
)


def test_areas_are_renamed_switched_ordered_and_removed_in_the_list(
    qtbot: QtBot, window: MainWindow, entry: Entry
) -> None:
    rows = window.panel.regions.regions
    for x in (0.25, 0.75):
        window.window_actions.region.setChecked(False)
        window.window_actions.region.trigger()
        click(window, x, 0.5)
        window.panel.rows["saturation"].slider.setValue(0)

    def names() -> list[str]:
        return [rows.list.item(row).text() for row in range(rows.list.count())]

    assert names() == ["Whole photo", "Area 2", "Area 1"]
    rows.list.item(1).setText("Wall")
    assert areas_of(entry.adjustments).regions[1].name == "Wall"
    rows.list.item(1).setText("   ")
    assert names()[1] == "Wall", "an area keeps its name where there is no other"
    rows.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    image = picture(entry)
    assert colour(image, 0.75, 0.5) > 5
    assert colour(image, 0.25, 0.5) <= 1
    rows.down.click()
    assert names() == ["Whole photo", "Area 1", "Wall"]
    assert rows.list.currentRow() == 2
    QTest.keyClick(rows.list, Qt.Key.Key_Delete)
    assert names() == ["Whole photo", "Area 1"]
    assert window.panel.target_label.isHidden()
    window.window_actions.undo.trigger()
    assert names() == ["Whole photo", "Area 1", "Wall"]
    window.window_actions.undo.trigger()
    assert names() == ["Whole photo", "Wall", "Area 1"]


def test_settings_that_are_copied_preset_or_reset_leave_areas_where_they_are(
    window: MainWindow, entry: Entry
) -> None:
    adjusting, areas = window.workspace.adjusting, window.workspace.areas
    areas.add_region(Touch(((0.2, 0.5),), (0.2,)))
    window.panel.rows["warmth"].slider.setValue(50)
    window.workspace.areas.protect(Touch(((0.8, 0.5),), (0.1,)), Keep.GRAY)
    marked = areas_of(entry.adjustments)
    adjusting.copy()
    adjusting.set_target(None)
    adjusting.paste()
    assert entry.adjustments == replace(entry.adjustments, warmth=0.5)
    assert areas_of(entry.adjustments) == marked
    window.window_actions.reset.trigger()
    assert entry.adjustments.everywhere == Adjustments()
    assert areas_of(entry.adjustments) == marked
    assert not window.window_actions.reset.isEnabled()
    adjusting.set_target(0)
    assert window.window_actions.reset.isEnabled()
    window.window_actions.reset.trigger()
    assert areas_of(entry.adjustments).regions[0].adjustments == Adjustments()


def test_areas_stay_on_what_they_were_put_on_while_a_photo_is_turned_and_cropped(
    qtbot: QtBot, window: MainWindow, entry: Entry
) -> None:
    window.window_actions.protect.trigger()
    window.panel.protect.brush_button.click()
    window.panel.protect.gray_button.click()
    drag(window, (0.2, 0.2), (0.2, 0.8))
    window.window_actions.turn_right.trigger()
    qtbot.waitUntil(lambda: entry.photo is not None and is_settled(entry))
    image = picture(entry)
    assert image.shape[:2] == (400, 300)
    assert colour(image, 0.5, 0.2) <= 1
    assert colour(image, 0.5, 0.8) > 5
    window.workspace.treating.set_frame(0.0, (0.0, 0.5, 1.0, 1.0))
    qtbot.waitUntil(lambda: entry.photo is not None and is_settled(entry))
    assert not areas_of(entry.adjustments).protections, "it was cut off"
    window.window_actions.undo.trigger()
    window.window_actions.undo.trigger()
    qtbot.waitUntil(lambda: entry.photo is not None and is_settled(entry))
    assert colour(picture(entry), 0.2, 0.5) <= 1


def test_stripes_show_an_area_until_a_slider_moves_and_are_in_no_thumbnail(
    qtbot: QtBot, window: MainWindow, entry: Entry
) -> None:
    plain = seen(qtbot, window)
    window.window_actions.region.trigger()
    with qtbot.waitSignal(window.workspace.previewing.colorized_drawn) as drawn:
        click(window, 0.25, 0.5)
    assert drawn.args is not None

    def striped() -> bool:
        image = window.viewer.comparison.colorized_pane.image
        return image is not None and bool((np.asarray(rgb_from_image(image)) != plain).any())

    qtbot.waitUntil(striped)
    assert not window.workspace.previewing.is_settled
    window.panel.rows["vividness"].slider.setValue(1)
    qtbot.waitUntil(lambda: window.workspace.previewing.is_settled)
    assert not window.panel.regions.erasing.show_area.isChecked()
