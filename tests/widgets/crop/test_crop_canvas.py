"""The frame around what is kept is moved by keys and with the mouse, and never leaves the photo."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorizer_gui.core.geometry.geometry import WHOLE, Crop
from colorizer_gui.widgets.crop.crop_canvas import CropCanvas
from tests.support.window.placing import shown

Key = Qt.Key
NO_KEY, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def canvas(qtbot: QtBot) -> CropCanvas:
    canvas = CropCanvas()
    image = QImage(200, 100, QImage.Format.Format_Grayscale8)
    image.fill(128)
    canvas.set_image(image)
    shown(canvas, qtbot, QSize(400, 300))
    canvas.set_crop((0.2, 0.2, 0.6, 0.6))
    return canvas


@pytest.mark.parametrize(
    ("key", "modifier", "wanted"),
    [
        (Key.Key_Right, NO_KEY, (0.21, 0.2, 0.61, 0.6)),
        (Key.Key_Up, NO_KEY, (0.2, 0.19, 0.6, 0.59)),
        (Key.Key_Left, SHIFT, (0.2, 0.2, 0.59, 0.6)),
        (Key.Key_Down, CTRL, (0.2, 0.21, 0.6, 0.6)),
    ],
)
def test_arrows_move_the_frame_or_an_edge(
    canvas: CropCanvas, key: Qt.Key, modifier: Qt.KeyboardModifier, wanted: Crop
) -> None:
    told: list[Crop] = []
    canvas.crop_changed.connect(told.append)
    QTest.keyClick(canvas, key, modifier)
    assert canvas.crop == pytest.approx(wanted)
    assert told == [canvas.crop]


def test_the_frame_stops_at_the_edges_of_the_photo(canvas: CropCanvas) -> None:
    for _ in range(60):
        QTest.keyClick(canvas, Key.Key_Right)
    assert canvas.crop == pytest.approx((0.6, 0.2, 1.0, 0.6))
    for _ in range(60):
        QTest.keyClick(canvas, Key.Key_Left, SHIFT)
    left, _, right, _ = canvas.crop
    assert 0 < right - left < 0.05, "something is kept, however far it is pulled"


def test_a_corner_is_pulled_with_the_mouse(canvas: CropCanvas) -> None:
    canvas.set_crop(WHOLE)
    inner = canvas.crop_rect()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=inner.topLeft().toPoint())
    QTest.mouseMove(canvas, inner.center().toPoint())
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=inner.center().toPoint())
    assert canvas.crop == pytest.approx((0.5, 0.5, 1.0, 1.0), abs=0.02)
