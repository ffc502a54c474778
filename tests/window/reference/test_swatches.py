"""Pairs of rectangles, drawn with the mouse and by keys, seen at once, undone one by one."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry
from colorizer_gui.core.prediction.prediction import reference_in
from colorizer_gui.core.prediction.reference import Rectangle, Swatch
from colorizer_gui.widgets.reference.swatch_canvas import SwatchCanvas
from colorizer_gui.widgets.reference.swatch_dialog import SwatchDialog
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import PhotoMaker

LEFT = Qt.MouseButton.LeftButton


def swatches(entry: Entry) -> tuple[Swatch, ...]:
    reference = reference_in(entry.guidance)
    assert reference is not None
    return reference.swatches


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow, entry: Entry, green: Path) -> SwatchDialog:
    """The dialog, opened by its button."""
    window.reference_presenter.choose(green)
    qtbot.waitUntil(lambda: entry.guidance is not None)
    QTest.mouseClick(window.panel.reference.swatches_button, LEFT)
    dialog = window.reference_presenter.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def place(canvas: SwatchCanvas, x: float, y: float) -> QPoint:
    whole = canvas.picture_rect()
    return QPoint(round(whole.left() + x * whole.width()), round(whole.top() + y * whole.height()))


def draw(canvas: SwatchCanvas, rectangle: Rectangle) -> None:
    left, top, right, bottom = rectangle
    QTest.mousePress(canvas, LEFT, pos=place(canvas, left, top))
    QTest.mouseMove(canvas, place(canvas, (left + right) / 2, (top + bottom) / 2))
    QTest.mouseMove(canvas, place(canvas, right, bottom))
    QTest.mouseRelease(canvas, LEFT, pos=place(canvas, right, bottom))


def test_two_rectangles_are_a_pair_and_one_step_of_undo(
    qtbot: QtBot, window: MainWindow, entry: Entry, dialog: SwatchDialog
) -> None:
    words = "Pair Places by Rectangles"
    assert (dialog.windowTitle(), window.panel.reference.swatches_button.text()) == (words, f"{words}…")
    draw(dialog.photo_canvas, (0.1, 0.2, 0.4, 0.5))
    assert swatches(entry) == ()
    assert "reference photo" in dialog.hint.text()
    draw(dialog.reference_canvas, (0.5, 0.6, 0.9, 0.9))
    (pair,) = swatches(entry)
    assert pair.photo == pytest.approx((0.1, 0.2, 0.4, 0.5), abs=0.01)
    assert pair.reference == pytest.approx((0.5, 0.6, 0.9, 0.9), abs=0.02)
    assert entry.undo_stack.undoText() == "Pairs of Places"
    assert window.panel.reference.swatches_button.text() == "Pairs of places: 1…"
    draw(dialog.reference_canvas, (0.1, 0.1, 0.3, 0.3))  # the other way round
    draw(dialog.photo_canvas, (0.6, 0.6, 0.9, 0.9))
    assert len(swatches(entry)) == 2
    prediction = entry.prediction
    qtbot.waitUntil(lambda: entry.prediction is not prediction)
    window.window_actions.undo.trigger()
    assert len(swatches(entry)) == 1
    assert len(dialog.photo_canvas.rectangles) == 1
    window.window_actions.redo.trigger()
    assert len(dialog.reference_canvas.rectangles) == 2


def test_a_click_draws_nothing_and_a_pair_is_moved_chosen_and_removed(
    window: MainWindow, entry: Entry, dialog: SwatchDialog
) -> None:
    QTest.mouseClick(dialog.photo_canvas, LEFT, pos=place(dialog.photo_canvas, 0.5, 0.5))
    assert not dialog.remove_button.isEnabled()
    draw(dialog.photo_canvas, (0.1, 0.2, 0.4, 0.5))
    draw(dialog.reference_canvas, (0.5, 0.6, 0.9, 0.9))
    draw(dialog.photo_canvas, (0.2, 0.3, 0.5, 0.5))  # within the first one: that is moved
    (pair,) = swatches(entry)
    assert pair.photo == pytest.approx((0.4, 0.4, 0.7, 0.7), abs=0.02)
    QTest.mouseClick(dialog.remove_button, LEFT)
    assert swatches(entry) == ()
    window.window_actions.undo.trigger()
    assert len(swatches(entry)) == 1
    QTest.mouseClick(dialog.remove_all_button, LEFT)
    assert swatches(entry) == ()


def test_all_of_it_by_keys(entry: Entry, dialog: SwatchDialog) -> None:
    dialog.photo_canvas.setFocus()
    QTest.keyClick(dialog.photo_canvas, Qt.Key.Key_Return)
    dialog.reference_canvas.setFocus()
    QTest.keyClick(dialog.reference_canvas, Qt.Key.Key_Return)
    assert swatches(entry)[0].photo == (0.4, 0.4, 0.6, 0.6)
    QTest.keyClick(dialog.photo_canvas, Qt.Key.Key_Left)
    QTest.keyClick(dialog.photo_canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert swatches(entry)[0].photo == pytest.approx((0.39, 0.4, 0.59, 0.61))
    QTest.keyClick(dialog.reference_canvas, Qt.Key.Key_Delete)
    assert swatches(entry) == ()


def test_it_closes_with_what_it_is_about(
    qtbot: QtBot, window: MainWindow, entry: Entry, dialog: SwatchDialog, make_photo: PhotoMaker
) -> None:
    window.window_actions.undo.trigger()
    qtbot.waitUntil(lambda: window.reference_presenter.dialog is None)
    window.window_actions.redo.trigger()
    QTest.mouseClick(window.panel.reference.swatches_button, LEFT)
    assert window.reference_presenter.dialog is not None
    window.open_paths([make_photo("other.png")])
    qtbot.waitUntil(lambda: window.reference_presenter.dialog is None)
