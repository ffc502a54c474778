"""Areas with settings of their own, and protected places, by mouse, pen and keys in the real window."""

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.core.guidance.colour_points import ColourPoint
from colorizer_gui.core.photo_io import WriteOptions, read_photo
from colorizer_gui.core.pipeline.pipeline import ColorizedPhoto, colorize_photo
from colorizer_gui.core.recipe.recipe import read_sidecar, sidecar_path
from colorizer_gui.core.rendering.adjustments import Adjustments, Keep, areas_of
from colorizer_gui.core.rendering.touches import Touch
from colorizer_gui.desktop.qimage import rgb_from_image
from colorizer_gui.widgets.areas.brush_sheet import BrushSheet
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import FakeColorizer, PhotoMaker

Picture = npt.NDArray[np.generic]
BLUE = (0.0, -50.0)


@pytest.fixture
def entry(qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker) -> Entry:
    """A colorized photo, dark in its left half and light in its right one."""
    path = make_photo(width=400, height=300)
    gray = np.full((300, 400), 70, dtype=np.uint8)
    gray[:, 200:] = 170
    cv2.imwrite(str(path), gray)
    window.open_paths([path])
    session = window.workspace.session
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.DONE)
    assert session.current is not None
    return session.current


def sheet_of(window: MainWindow, pane: int = 0) -> BrushSheet:
    panes = window.viewer.comparison.colorized_pane, window.viewer.comparison.original_pane
    (sheet,) = panes[pane].findChildren(BrushSheet)
    return sheet


def at(window: MainWindow, x: float, y: float) -> QPoint:
    photo = window.viewer.comparison.colorized_pane.photo_rect
    return QPointF(photo.x() + x * photo.width(), photo.y() + y * photo.height()).toPoint()


def click(window: MainWindow, x: float, y: float) -> None:
    QTest.mouseClick(sheet_of(window), Qt.MouseButton.LeftButton, pos=at(window, x, y))


def drag(window: MainWindow, *places: tuple[float, float]) -> None:
    sheet, (first, *others) = sheet_of(window), places
    QTest.mousePress(sheet, Qt.MouseButton.LeftButton, pos=at(window, *first))
    for place in others:
        QTest.mouseMove(sheet, at(window, *place))
    QTest.mouseRelease(sheet, Qt.MouseButton.LeftButton, pos=at(window, *places[-1]))


def picture(entry: Entry) -> Picture:
    assert entry.photo is not None
    assert entry.prediction is not None
    image: Picture = (
        ColorizedPhoto(entry.photo, entry.prediction).recomposition().image(entry.adjustments, depth=8)
    )
    return image


def seen(qtbot: QtBot, window: MainWindow) -> Picture:
    """What the pane shows once it is settled, without stripes."""
    window.workspace.previewing.mark()
    qtbot.waitUntil(lambda: window.workspace.previewing.is_settled)
    image = window.viewer.comparison.colorized_pane.image
    assert isinstance(image, QImage)
    return np.asarray(rgb_from_image(image))


def is_settled(entry: Entry) -> bool:
    return entry.prediction is not None and entry.prediction.is_as_wanted(entry.guidance, entry.candidate)


def colour(image: Picture, x: float, y: float) -> int:
    """How far from gray a place is."""
    height, width = image.shape[:2]
    return int(np.ptp(image[int(y * height), int(x * width)].astype(int)))


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


def test_the_brush_has_a_size_erases_and_can_be_given_up(window: MainWindow, entry: Entry) -> None:
    window.window_actions.protect.trigger()
    window.panel.protect.brush_button.click()
    sheet, tools = sheet_of(window), window.panel.protect
    size = tools.size_row.slider.value()
    for key in (Qt.Key.Key_BracketRight, Qt.Key.Key_Period, Qt.Key.Key_BracketLeft):
        QTest.keyClick(sheet, key)
    assert tools.size_row.slider.value() == size + 1
    tools.size_row.slider.setValue(30)
    QTest.mousePress(sheet, Qt.MouseButton.LeftButton, pos=at(window, 0.2, 0.2))
    QTest.mouseMove(sheet, at(window, 0.4, 0.4))
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    QTest.mouseRelease(sheet, Qt.MouseButton.LeftButton, pos=at(window, 0.4, 0.4))
    assert entry.undo_stack.count() == 0
    drag(window, (0.2, 0.5), (0.4, 0.5))
    QTest.keyClick(sheet, Qt.Key.Key_E)
    assert tools.erasing.erase.isChecked()
    click(window, 0.3, 0.5)
    (protection,) = areas_of(entry.adjustments).protections
    assert [touch.erases for touch in protection.touches] == [False, True]
    assert 0.08 < protection.touches[0].radii[0] < 0.12
    tools.remove_button.click()
    assert entry.adjustments == Adjustments()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.window_actions.protect.isChecked()
    assert not sheet.isVisible()


def pen(
    sheet: BrushSheet, kind: QEvent.Type, place: QPoint, pressure: float, *, turned: bool = False
) -> None:
    end = QPointingDevice.PointerType.Eraser if turned else QPointingDevice.PointerType.Pen
    device = QPointingDevice(
        "pen",
        1,
        QPointingDevice.DeviceType.Stylus,
        end,
        QPointingDevice.Capability.Pressure | QPointingDevice.Capability.Position,
        1,
        1,
    )
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.TabletRelease else Qt.MouseButton.LeftButton
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.TabletMove else Qt.MouseButton.LeftButton
    event = QTabletEvent(
        kind,
        device,
        QPointF(place),
        QPointF(sheet.mapToGlobal(place)),
        pressure,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        Qt.KeyboardModifier.NoModifier,
        button,
        held,
    )
    QApplication.sendEvent(sheet, event)
    assert event.isAccepted()


def test_a_pen_draws_as_wide_as_it_is_pressed_and_erases_with_its_other_end(
    window: MainWindow, entry: Entry
) -> None:
    window.window_actions.protect.trigger()
    window.panel.protect.brush_button.click()
    sheet = sheet_of(window)
    for turned in (False, True):
        pen(sheet, QEvent.Type.TabletPress, at(window, 0.2, 0.5), 0.25, turned=turned)
        for number in range(1, 6):
            pen(
                sheet,
                QEvent.Type.TabletMove,
                at(window, 0.2 + 0.1 * number, 0.5),
                min(1.0, 0.25 + 0.15 * number),
                turned=turned,
            )
        pen(sheet, QEvent.Type.TabletRelease, at(window, 0.7, 0.5), 0.0, turned=turned)
    (protection,) = areas_of(entry.adjustments).protections
    drawn, erased = protection.touches
    assert drawn.radii[-1] == pytest.approx(4 * drawn.radii[0], rel=0.01)
    assert list(drawn.radii) == sorted(drawn.radii)
    assert (drawn.erases, erased.erases) == (False, True)
    assert entry.undo_stack.count() == 2


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


def test_keys_alone_mark_an_area(window: MainWindow, entry: Entry) -> None:
    QTest.keyClick(window, Qt.Key.Key_A)
    sheet = sheet_of(window)
    assert sheet.hasFocus()
    QTest.keyClick(sheet, Qt.Key.Key_Left)
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    (region,) = areas_of(entry.adjustments).regions
    ((x, y),) = region.touches[0].path
    assert 0.4 < x < 0.5
    assert y == pytest.approx(0.5, abs=0.01)


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
