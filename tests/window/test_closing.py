"""The window is closed: in time, with what is being saved, and after one question about what is not."""

import threading
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QMessageBox,
)
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.settings.settings import Settings
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import FakeColorizer, PhotoMaker
from tests.support.window.hands import drop, open_one, wait_for


def test_closing_during_a_prediction_ends_in_time(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker
) -> None:
    colorizer.gate.clear()
    drop(window, make_photo("a.png"), make_photo("b.png"))
    qtbot.waitUntil(colorizer.entered.is_set)
    window.close()
    assert not window.isVisible()
    threading.Timer(0.2, colorizer.gate.set).start()
    assert window.workspace.wait(300_000)
    assert len(colorizer.threads) == 1


def test_closing_waits_for_what_is_being_saved(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker
) -> None:
    entry = open_one(qtbot, window, make_photo("a.png"))
    colorizer.gate.clear()
    colorizer.entered.clear()
    drop(window, make_photo("b.png"))
    qtbot.waitUntil(colorizer.entered.is_set)
    window.workspace.session.select(entry)
    window.window_actions.save.trigger()
    window.close()
    assert window.isVisible()
    colorizer.gate.set()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert entry.saved_to is not None
    assert entry.saved_to.exists()


def test_adjusted_photos_are_asked_about_once(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    open_one(qtbot, window, make_photo())
    window.panel.rows["warmth"].slider.setValue(30)
    window.close()
    assert window.isVisible()
    box = window.dialogs.last
    assert isinstance(box, QMessageBox)
    assert "1" in box.text()
    icon = box.iconPixmap().toImage()
    painted = {
        icon.pixelColor(x, y).name()
        for x in range(32)
        for y in range(32)
        if icon.pixelColor(x, y).alpha() == 255
    }
    assert painted == {box.palette().color(QPalette.ColorRole.Accent).name()}, "in the colours of the program"
    back = next(button for button in box.buttons() if button.text() == "Back")
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert window.isVisible()
    with qtbot.waitSignal(window.workspace.colorization.saved):
        window.window_actions.save.trigger()
    window.close()
    assert not window.isVisible()


def test_adjusted_photos_are_saved_at_the_end_if_that_is_wanted(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, settings: Settings, tmp_path: Path
) -> None:
    settings.last_folder = tmp_path
    clipboard = QGuiApplication.clipboard()
    drop(window, make_photo("a.png"), make_photo("b.png"), make_photo("c.png"))
    wait_for(qtbot, window, EntryState.DONE, 3)
    image = QImage(33, 21, QImage.Format.Format_RGB32)
    image.fill(QColor(120, 120, 120))
    clipboard.setImage(image)
    window.window_actions.paste.trigger()
    wait_for(qtbot, window, EntryState.DONE, 4)
    session = window.workspace.session
    for number in (0, 1, 3):
        session.select(list(session)[number])
        window.panel.rows["warmth"].slider.setValue(30)
    window.close()
    box = window.dialogs.last
    assert isinstance(box, QMessageBox)
    assert "3" in box.text()
    default = box.defaultButton()
    assert default is not None
    assert default.text() == "Save All"
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert window.isVisible()
    window.close()
    box = window.dialogs.last
    assert isinstance(box, QMessageBox)
    qtbot.waitExposed(box)
    QTest.mouseClick(box.defaultButton(), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.isVisible())
    made = sorted(path.name for path in tmp_path.glob("*-colorized.png"))
    assert made == ["Pasted picture 1-colorized.png", "a-colorized.png", "b-colorized.png"]


def test_what_cannot_be_saved_at_the_end_keeps_the_window_open(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    path = make_photo()
    entry = open_one(qtbot, window, path)
    window.panel.rows["warmth"].slider.setValue(30)
    entry.photo = None
    path.unlink()
    window.dialogs.saving_confirmed.emit()
    qtbot.waitUntil(lambda: isinstance(window.dialogs.last, QMessageBox))
    assert window.isVisible()
    assert "photo.png" in window.viewer.message_bar.text
    window.dialogs.closing_confirmed.emit()
    assert not window.isVisible()
