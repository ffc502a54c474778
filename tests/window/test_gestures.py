"""What the user does in one go is one step of undo."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.photo.adjusting import GESTURE_PAUSE_MS
from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import PhotoMaker


def test_a_slider_that_rests_while_it_is_held_is_one_step(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    window.open_paths([make_photo()])
    session = window.workspace.session
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.DONE)
    entry = session.current
    assert entry is not None
    window.panel.rows["warmth"].slider.setValue(20)
    warmth = entry.adjustments.warmth
    assert warmth > 0
    slider = window.panel.rows["saturation"].slider
    middle = slider.height() // 2

    def at(value: int) -> QPoint:
        return QPoint(round(slider.position_of(value)), middle)

    def drag() -> None:
        QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=at(100))
        for value in (80, 60):
            QTest.mouseMove(slider, at(value))
            qtbot.wait(GESTURE_PAUSE_MS + 200)  # the rest is what is tried
        QTest.mouseMove(slider, at(40))
        QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=at(40))

    drag()
    assert entry.undo_stack.count() == 2
    drag()
    assert entry.undo_stack.count() == 3, "another drag is another step"
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert slider.value() == 40
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert entry.adjustments == Adjustments(warmth=warmth)
