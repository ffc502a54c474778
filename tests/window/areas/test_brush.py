"""The brush that marks places: its size, the pen, keys, and giving up."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from colorizer_gui.controllers.session.session import Entry
from colorizer_gui.core.rendering.adjustments import Adjustments, areas_of
from colorizer_gui.widgets.areas.brush_sheet import BrushSheet
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.areas import at, click, drag, sheet_of


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
