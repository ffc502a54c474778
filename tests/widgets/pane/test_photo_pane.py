"""What a pane draws, and how mouse, wheel and keys move it."""

import subprocess
import sys
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from colorizer_gui.desktop.qimage import image_from_rgb, rgb_from_image
from colorizer_gui.widgets.compare.comparison_view import ComparisonView
from colorizer_gui.widgets.pane.photo_pane import PhotoPane

EXACT = """
import colorizer_gui.desktop.qt_environment
import numpy as np
from PySide6.QtWidgets import QApplication
from colorizer_gui.desktop.qimage import image_from_rgb, rgb_from_image
from colorizer_gui.widgets.pane.photo_pane import PhotoPane
from colorizer_gui.widgets.pane.view_transform import ViewTransform
application = QApplication([])
rgb = np.random.default_rng(0).integers(0, 256, (901, 1203, 3), dtype=np.uint8)
view = ViewTransform()
pane = PhotoPane("", view)
pane.resize(301, 251)
pane.show()
view.set_photo_size(1203, 901)
view.show_actual_size()
pane.set_image(image_from_rgb(rgb))
shown = rgb_from_image(pane.grab().toImage())
height, width, _ = shown.shape
target = view.target(pane.physical_size())
left, top = int(-target.left()), int(-target.top())
expected = rgb[top : top + height, left : left + width]
different = (shown != expected).any(axis=2)
different[: height // 3, : width // 3] = False  # the title is drawn there
print(pane.devicePixelRatioF(), width, int(different.sum()))
"""


def comparison(qtbot: QtBot, width: int = 1200, height: int = 900) -> ComparisonView:
    view = ComparisonView()
    qtbot.addWidget(view)
    view.resize(802, 400)
    with qtbot.waitExposed(view):
        view.show()
    image = image_from_rgb(np.full((height, width, 3), 128, dtype=np.uint8))
    view.set_photo_size(width, height)
    view.set_original(image)
    return view


def wheel(pane: PhotoPane, position: QPointF, delta: int) -> None:
    event = QWheelEvent(
        position,
        pane.mapToGlobal(position),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pane, event)


def run_at_scale(factor: str) -> list[str]:
    import os

    environment = os.environ | {"QT_SCALE_FACTOR": factor, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", EXACT]
    project = Path(__file__).parents[3]
    answer = subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, check=True, timeout=300
    )
    return answer.stdout.split()


def test_100_percent_is_exact_to_the_pixel_at_each_scale() -> None:
    for factor in ("1", "1.25", "1.5", "2"):
        ratio, width, different = run_at_scale(factor)
        assert float(ratio) == float(factor)
        assert int(width) in {round(301 * float(factor)), int(301 * float(factor)) + 1}
        assert int(different) == 0, factor


def test_both_panes_move_together(qtbot: QtBot) -> None:
    view = comparison(qtbot)
    QTest.keyClick(view.original_pane, Qt.Key.Key_1)
    assert view.view.zoom == 1.0
    center = QPointF(view.view.center)
    QTest.mousePress(view.colorized_pane, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    QTest.mouseMove(view.colorized_pane, QPoint(150, 180))
    QTest.mouseRelease(view.colorized_pane, Qt.MouseButton.LeftButton, pos=QPoint(150, 180))
    ratio = view.devicePixelRatioF()
    assert view.view.center == center + QPointF(50, 20) * ratio
    assert view.original_pane.grab().toImage() is not None
    QTest.keyClick(view.colorized_pane, Qt.Key.Key_0)
    assert view.view.fitted


def touchpad(pane: PhotoPane, pixels: QPoint, modifier: Qt.KeyboardModifier) -> None:
    at = QPointF(pane.rect().center())
    event = QWheelEvent(
        at, pane.mapToGlobal(at), pixels, pixels * 4, Qt.MouseButton.NoButton, modifier,
        Qt.ScrollPhase.ScrollUpdate, False,
    )  # fmt: skip
    QApplication.sendEvent(pane, event)


def native(pane: PhotoPane, kind: Qt.NativeGestureType, value: float, at: QPointF) -> None:
    event = QNativeGestureEvent(
        kind, QPointingDevice.primaryPointingDevice(), 2, at, at, pane.mapToGlobal(at), value, QPointF()
    )
    QApplication.sendEvent(pane, event)


def test_two_fingers_on_a_touchpad_move_the_photo_and_zoom_with_ctrl(qtbot: QtBot) -> None:
    view = comparison(qtbot)
    pane = view.original_pane
    none, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    view.view.zoom_to(3.0)
    before = QPointF(view.view.center)
    touchpad(pane, QPoint(30, -60), none)
    ratio = pane.devicePixelRatioF()
    assert view.view.zoom == 3.0
    assert view.view.center == before - QPointF(30, -60) * ratio / 3.0
    touchpad(pane, QPoint(0, 30), control)
    assert view.view.zoom > 3.0
    view.view.fit()
    touchpad(pane, QPoint(0, 30), none)  # there is nothing to move
    assert not view.view.fitted


def test_pinching_zooms_about_the_fingers_and_a_double_tap_changes_the_size(qtbot: QtBot) -> None:
    view = comparison(qtbot)
    pane = view.original_pane
    view.view.zoom_to(2.0)
    at = QPointF(60, 80)
    point = view.view.center + pane._gestures.from_middle(at) / view.view.zoom
    native(pane, Qt.NativeGestureType.ZoomNativeGesture, 0.25, at)
    assert view.view.zoom == 2.5
    after = view.view.center + pane._gestures.from_middle(at) / view.view.zoom
    assert (after - point).manhattanLength() < 1e-6
    native(pane, Qt.NativeGestureType.SmartZoomNativeGesture, 0.0, at)
    assert view.view.fitted
    native(pane, Qt.NativeGestureType.SmartZoomNativeGesture, 0.0, at)
    assert view.view.zoom == 1.0


def test_two_fingers_on_a_screen_zoom(qtbot: QtBot) -> None:
    view = comparison(qtbot)
    pane = view.original_pane
    view.view.zoom_to(2.0)
    screen = QTest.createTouchDevice()
    left, right = QPoint(100, 100), QPoint(200, 100)
    QTest.touchEvent(pane, screen).press(0, left, pane).press(1, right, pane).commit()
    for step in range(1, 6):
        apart = QPoint(12 * step, 0)
        QTest.touchEvent(pane, screen).move(0, left - apart, pane).move(1, right + apart, pane).commit()
    QTest.touchEvent(pane, screen).release(0, left, pane).release(1, right, pane).commit()
    assert view.view.zoom > 2.4


def test_the_wheel_zooms_to_the_pointer(qtbot: QtBot) -> None:
    view = comparison(qtbot)
    before = view.view.zoom
    for _ in range(8):
        wheel(view.original_pane, QPointF(20, 20), 120)
    assert view.view.zoom > before
    assert view.view.center.x() < 600
    assert view.view.center.y() < 450


def test_a_double_click_switches_between_fit_and_100_percent(qtbot: QtBot) -> None:
    view = comparison(qtbot)
    QTest.mouseDClick(view.original_pane, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    assert view.view.zoom == 1.0
    QTest.mouseDClick(view.original_pane, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    assert view.view.fitted


def test_arrows_pan_and_other_keys_are_left_alone(qtbot: QtBot) -> None:
    view = comparison(qtbot)
    view.view.zoom_to(2.0)
    before = QPointF(view.view.center)
    QTest.keyClick(view.original_pane, Qt.Key.Key_Right)
    assert view.view.center.x() > before.x()


def test_the_original_stands_dimmed_until_there_is_colour(qtbot: QtBot) -> None:
    view = comparison(qtbot)
    middle = view.colorized_pane.rect().center()

    def shade() -> int:
        image: QImage = view.colorized_pane.grab().toImage()
        ratio = image.devicePixelRatio()
        return int(rgb_from_image(image)[int(middle.y() * ratio), int(middle.x() * ratio)].mean())

    assert abs(shade() - 128) > 20
    view.set_colorized(image_from_rgb(np.full((90, 120, 3), 77, dtype=np.uint8)))
    assert abs(shade() - 77) < 8  # a screen may have few colours
    view.show_original(True)
    assert abs(shade() - 128) < 8
    assert view.colorized_pane.accessibleName() == "Original"
    view.show_original(False)
    assert abs(shade() - 77) < 8  # a screen may have few colours
