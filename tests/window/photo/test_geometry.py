"""Turning by key, cropping in the dialog with the mouse and by key, and undoing all of it."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.core.geometry.geometry import WHOLE, Geometry
from colorizer_gui.widgets.crop.crop_dialog import CropDialog
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.activation import activate
from tests.support.window.fixtures import PhotoMaker

Key = Qt.Key


@pytest.fixture
def entry(qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker) -> Entry:
    """One colorized photo, twice as wide as it is high."""
    window.open_paths([make_photo(width=640, height=320)])
    session = window.workspace.session
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.DONE)
    assert session.current is not None
    return session.current


def is_shown(window: MainWindow, entry: Entry, width: int, height: int) -> bool:
    size = window.viewer.comparison.view.photo_size
    ready = entry.state is EntryState.DONE and entry.photo is not None and entry.photo.size == (width, height)
    return ready and (size.width(), size.height()) == (width, height)


def crop_dialog(qtbot: QtBot, window: MainWindow) -> CropDialog:
    """Open it by its key."""
    activate(qtbot, window)  # without a window manager nobody does that after a dialog
    QTest.keyClick(window, Key.Key_X)
    dialog = window.findChild(CropDialog)
    assert dialog is not None
    with qtbot.waitExposed(dialog):
        pass
    qtbot.waitUntil(lambda: not dialog.canvas.frame_rect().isEmpty())
    return dialog


def drag(dialog: CropDialog, start: QPointF, end: QPointF) -> None:
    canvas = dialog.canvas
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start.toPoint())
    QTest.mouseMove(canvas, ((start + end) / 2).toPoint())
    QTest.mouseMove(canvas, end.toPoint())
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end.toPoint())


def test_keys_turn_and_flip_and_undo_goes_back(qtbot: QtBot, window: MainWindow, entry: Entry) -> None:
    QTest.keyClick(window, Key.Key_R)
    qtbot.waitUntil(lambda: is_shown(window, entry, 320, 640))
    assert entry.treatment.geometry == Geometry(1)
    QTest.keyClick(window, Key.Key_R)
    QTest.keyClick(window, Key.Key_R)  # faster than the photo is read
    QTest.keyClick(window, Key.Key_H)
    qtbot.waitUntil(lambda: is_shown(window, entry, 320, 640))
    assert entry.treatment.geometry == Geometry().turned(3).flipped()
    QTest.keyClick(window, Key.Key_L)
    QTest.keyClick(window, Key.Key_H, Qt.KeyboardModifier.ShiftModifier)
    assert entry.treatment.geometry == Geometry().turned(3).flipped().turned(-1).flipped_vertically()
    for _ in range(6):
        QTest.keyClick(window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: is_shown(window, entry, 640, 320))
    assert entry.treatment.geometry == Geometry()
    assert not window.workspace.unsaved


def test_a_frame_is_drawn_with_the_mouse_and_is_one_step_of_undo(
    qtbot: QtBot, window: MainWindow, entry: Entry
) -> None:
    dialog = crop_dialog(qtbot, window)
    whole = dialog.canvas.frame_rect()
    drag(dialog, whole.topLeft(), whole.center())  # the corner goes to the middle
    left, top, right, bottom = dialog.canvas.crop
    assert (left, top) == pytest.approx((0.5, 0.5), abs=0.01)
    assert (right, bottom) == (1.0, 1.0)
    drag(dialog, dialog.canvas.crop_rect().center(), whole.center())  # the frame itself
    assert dialog.canvas.crop == pytest.approx((0.25, 0.25, 0.75, 0.75), abs=0.01)
    assert entry.treatment.geometry == Geometry(), "nothing happens before it is applied"
    QTest.mouseClick(
        dialog.buttons.button(QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton, pos=QPoint(5, 5)
    )
    qtbot.waitUntil(lambda: entry.photo is not None and entry.state is EntryState.DONE)
    assert entry.photo is not None
    assert entry.photo.size == pytest.approx((320, 160), abs=8)
    again = crop_dialog(qtbot, window)  # it shows the whole photo, with the frame as it was
    assert again.canvas.crop == entry.treatment.geometry.crop
    image = again.canvas._image
    assert (image.width(), image.height()) == (640, 320)
    QTest.keyClick(again, Key.Key_Escape)
    assert entry.undo_stack.count() == 1
    window.window_actions.undo.trigger()
    qtbot.waitUntil(lambda: is_shown(window, entry, 640, 320))


def test_a_photo_is_straightened_and_cropped_by_key(qtbot: QtBot, window: MainWindow, entry: Entry) -> None:
    dialog = crop_dialog(qtbot, window)
    qtbot.waitUntil(dialog.canvas.hasFocus)
    QTest.keyClick(dialog.canvas, Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(dialog.canvas, Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(dialog.canvas, Key.Key_Right)
    assert dialog.canvas.crop == pytest.approx((0.01, 0.01, 1.0, 1.0))
    dialog.angle_box.setFocus()
    dialog.angle_box.selectAll()
    QTest.keyClicks(dialog.angle_box, "-3.5")
    QTest.keyClick(dialog.angle_box, Key.Key_Tab)
    assert dialog.slider.value() == -35
    QTest.keyClick(dialog, Key.Key_Return)
    assert entry.treatment.geometry.angle == -3.5
    assert entry.treatment.geometry.crop == dialog.canvas.crop
    qtbot.waitUntil(lambda: entry.photo is not None and entry.state is EntryState.DONE)
    dialog = crop_dialog(qtbot, window)
    QTest.mouseClick(dialog.buttons.button(QDialogButtonBox.StandardButton.Reset), Qt.MouseButton.LeftButton)
    assert (dialog.angle_box.value(), dialog.canvas.crop) == (0.0, WHOLE)
    QTest.keyClick(dialog, Key.Key_Return)
    qtbot.waitUntil(lambda: is_shown(window, entry, 640, 320))
