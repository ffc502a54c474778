"""The window as a user drives it: real widgets, real files, a colorizer that waits and fails on command."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QLineEdit,
    QMessageBox,
    QSpinBox,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.core.common.errors import InferenceError
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.dialogs import file_dialogs as dialogs
from colorizer_gui.widgets.dialogs.save_dialog import SaveChoice
from colorizer_gui.widgets.dialogs.settings_dialog import SettingsDialog
from colorizer_gui.widgets.dialogs.text_dialogs import ShortcutDialog
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import FakeColorizer, PhotoMaker


def drop(window: MainWindow, mime: QMimeData) -> None:
    position = QPointF(window.viewer.geometry().center())
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(position, copy, mime, left, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(position, copy, mime, left, none))


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def current(window: MainWindow) -> Entry:
    entry = window.workspace.session.current
    assert entry is not None
    return entry


def wait_for(qtbot: QtBot, window: MainWindow, state: EntryState, count: int = 1) -> None:
    session = window.workspace.session
    qtbot.waitUntil(lambda: len(session) == count and all(entry.state is state for entry in session))


def colors(image: QImage | None) -> QColor:
    assert image is not None
    return image.pixelColor(image.width() // 2, image.height() // 4)


def open_one(qtbot: QtBot, window: MainWindow, path: Path) -> Entry:
    drop(window, files(path))
    wait_for(qtbot, window, EntryState.DONE)
    pane = window.viewer.comparison.colorized_pane
    qtbot.waitUntil(lambda: pane.image is not None and colors(pane.image).saturation() > 20)
    return current(window)


def test_a_dropped_photo_appears_before_its_colour(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker
) -> None:
    colorizer.gate.clear()
    drop(window, files(make_photo()))
    comparison = window.viewer.comparison
    qtbot.waitUntil(lambda: comparison.original_pane.image is not None)
    qtbot.waitUntil(colorizer.entered.is_set)
    assert window.viewer.activity_bar.isVisible()
    assert "photo.png" in window.viewer.activity_bar.label.text()
    assert not window.window_actions.save.isEnabled()
    assert colors(comparison.colorized_pane.image).saturation() == 0
    colorizer.gate.set()
    qtbot.waitUntil(lambda: colors(comparison.colorized_pane.image).saturation() > 20)
    assert colors(comparison.original_pane.image).saturation() == 0
    assert window.window_actions.save.isEnabled()
    assert not window.viewer.activity_bar.isVisible()
    assert colorizer.threads
    assert threading.get_ident() not in colorizer.threads
    assert not window.film_strip.isVisible()


def test_the_slider_changes_the_picture_without_the_network(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker
) -> None:
    open_one(qtbot, window, make_photo())
    slider, pane = window.panel.rows["saturation"].slider, window.viewer.comparison.colorized_pane
    middle = slider.height() // 2
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(round(slider.position_of(100)), middle))
    for value in range(100, -1, -20):
        QTest.mouseMove(slider, QPoint(round(slider.position_of(value)), middle))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(round(slider.position_of(0)), middle))
    qtbot.waitUntil(lambda: colors(pane.image).saturation() == 0)
    assert len(colorizer.threads) == 1
    window.window_actions.undo.trigger()
    assert window.panel.rows["saturation"].slider.value() == 100
    qtbot.waitUntil(lambda: colors(pane.image).saturation() > 20)
    assert not window.window_actions.undo.isEnabled()
    window.window_actions.redo.trigger()
    assert window.panel.rows["saturation"].slider.value() == 0
    QTest.mouseDClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(10, middle))
    assert window.panel.rows["saturation"].slider.value() == 100


def test_a_picked_colour_is_repaired_and_settings_go_to_another_photo(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    first = open_one(qtbot, window, make_photo("a.png"))
    window.panel.sections["picked"].set_opened(True)
    window.panel.picker.button.setFocus()
    QTest.keyClick(window.panel.picker.button, Qt.Key.Key_Space)
    pane = window.viewer.comparison.colorized_pane
    QTest.mouseClick(pane, Qt.MouseButton.LeftButton, pos=pane.rect().center())
    assert not window.panel.picker.button.isChecked()
    assert first.adjustments.picked_hue == pytest.approx(33.7)
    window.panel.rows["picked_saturation"].slider.setValue(0)
    qtbot.waitUntil(lambda: colors(pane.image).saturation() < 5)
    window.window_actions.copy_settings.trigger()
    drop(window, files(make_photo("b.png")))
    wait_for(qtbot, window, EntryState.DONE, 2)
    window.window_actions.paste_settings.trigger()
    assert current(window).adjustments == first.adjustments
    window.window_actions.undo.trigger()
    assert current(window).adjustments == Adjustments()


def test_a_colour_is_picked_by_keys(qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker) -> None:
    entry = open_one(qtbot, window, make_photo(width=400, height=300))
    window.panel.sections["picked"].set_opened(True)
    button, pane = window.panel.picker.button, window.viewer.comparison.colorized_pane
    button.setFocus()
    picked: list[QPointF] = []
    window.viewer.comparison.picked.connect(picked.append)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert pane.hasFocus()
    before = pane.grab().toImage()
    QTest.keyClick(pane, Qt.Key.Key_Right)
    QTest.keyClick(pane, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert pane.underMouse() or pane.grab().toImage() != before
    QTest.keyClick(pane, Qt.Key.Key_Return)
    assert picked[0].x() > 0.5
    assert 0.5 <= picked[0].y() < picked[0].x()
    assert not button.isChecked()
    assert entry.adjustments.picked_hue == pytest.approx(33.7)
    assert window.panel.rows["picked_turn"].slider.hasFocus()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    for _ in range(400):
        QTest.keyClick(pane, Qt.Key.Key_Left)
    QTest.keyClick(pane, Qt.Key.Key_Enter)
    assert picked[1].x() == pytest.approx(0.0, abs=0.01)
    QTest.keyClick(button, Qt.Key.Key_Space)
    QTest.keyClick(pane, Qt.Key.Key_Escape)
    assert not button.isChecked()


def test_own_presets_stay(qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker) -> None:
    open_one(qtbot, window, make_photo())
    window.panel.rows["warmth"].slider.setValue(40)
    window.panel.presets.saving_requested.emit("Mine")
    window.window_actions.reset.trigger()
    menu = window.panel.presets.menu()
    next(action for action in menu.actions() if action.text() == "Mine").trigger()
    assert current(window).adjustments == Adjustments(warmth=0.4)
    window.panel.presets.removal_requested.emit("Mine")
    assert "Mine" not in [action.text() for action in menu.actions()]


def test_the_slider_is_live_while_another_photo_is_predicted(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker
) -> None:
    first = open_one(qtbot, window, make_photo("a.png"))
    colorizer.gate.clear()
    colorizer.entered.clear()
    drop(window, files(make_photo("b.png")))
    qtbot.waitUntil(colorizer.entered.is_set)
    window.workspace.session.select(first)
    pane = window.viewer.comparison.colorized_pane
    qtbot.waitUntil(lambda: pane.image is not None and colors(pane.image).saturation() > 20)
    window.panel.rows["saturation"].slider.setValue(0)
    qtbot.waitUntil(lambda: colors(pane.image).saturation() == 0)
    assert not colorizer.gate.is_set()


def test_a_folder_becomes_a_film_strip_and_bad_files_say_why(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, tmp_path: Path
) -> None:
    (tmp_path / "box").mkdir()
    for name in ("box/a.png", "box/b.jpg", "box/d.png"):
        make_photo(name)
    (tmp_path / "box" / "c.png").write_text("no photo")
    drop(window, files(tmp_path / "box"))
    session = window.workspace.session
    ended = {EntryState.DONE, EntryState.FAILED}
    qtbot.waitUntil(lambda: len(session) == 4 and all(entry.state in ended for entry in session))
    assert [entry.state is EntryState.FAILED for entry in session] == [False, False, True, False]
    assert window.film_strip.isVisible()
    bar = window.viewer.message_bar
    qtbot.waitUntil(lambda: bool(bar.text) and not bar.action_button.visibleRegion().isEmpty())
    assert "1" in bar.text
    QTest.mouseClick(bar.action_button, Qt.MouseButton.LeftButton)
    assert bar.text == ""
    assert current(window).name == "c.png"
    session.select(next(iter(session)))
    assert "c.png" in window.film_strip.photos.item(2).note
    assert window.film_strip.photos.item(2).sign == "failed"
    assert current(window).name == "a.png"
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    assert current(window).name == "b.jpg"
    QTest.keyClick(window, Qt.Key.Key_PageUp)
    assert current(window).name == "a.png"
    window.film_strip.setFocus()
    for _ in range(2):
        QTest.keyClick(window.film_strip, Qt.Key.Key_Right)
    assert current(window).name == "c.png"
    assert not window.window_actions.save.isEnabled()


def test_a_photo_that_cannot_be_read_has_its_sentence_in_its_place(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, tmp_path: Path
) -> None:
    (tmp_path / "box").mkdir()
    damaged = tmp_path / "box" / "a.png"
    damaged.write_text("no photo")
    make_photo("box/b.png")
    drop(window, files(tmp_path / "box"))
    session, viewer = window.workspace.session, window.viewer
    qtbot.waitUntil(lambda: [entry.state for entry in session] == [EntryState.FAILED, EntryState.DONE])
    assert current(window).name == "a.png"
    error = viewer.error_state
    assert error.isVisible()
    assert "a.png" in error.label.text()
    assert error.accessibleName() == error.label.text()
    assert str(tmp_path) not in error.label.text()
    assert viewer.message_bar.text == ""
    assert not window.window_actions.fit.isEnabled()
    QTest.keyClick(window, Qt.Key.Key_PageDown)
    assert viewer.comparison.isVisible()
    QTest.keyClick(window, Qt.Key.Key_PageUp)
    assert error.isVisible()
    make_photo("box/a.png")
    QTest.mouseClick(error.again_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: current(window).state is EntryState.DONE)
    assert viewer.comparison.isVisible()
    damaged.write_text("no photo")
    drop(window, files(make_photo("c.png"), tmp_path / "none.png"))
    qtbot.waitUntil(lambda: len(session) == 4 and list(session)[3].state is EntryState.FAILED)
    session.select(list(session)[3])
    QTest.mouseClick(error.close_button, Qt.MouseButton.LeftButton)
    assert [entry.name for entry in session] == ["a.png", "b.png", "c.png"]


def test_cancelling_stops_all_and_again_takes_up_one(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker
) -> None:
    colorizer.gate.clear()
    drop(window, files(make_photo("a.png"), make_photo("b.png"), make_photo("c.png")))
    qtbot.waitUntil(lambda: colorizer.entered.is_set() and len(window.workspace.session) == 3)
    states = {entry.name: entry for entry in window.workspace.session}
    button = window.viewer.activity_bar.cancel_button
    qtbot.waitUntil(lambda: button.isVisible() and not button.rect().isEmpty())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    colorizer.gate.set()
    wait_for(qtbot, window, EntryState.STOPPED, 3)
    qtbot.waitUntil(window.viewer.activity_bar.isHidden)
    assert window.window_actions.colorize_again.isEnabled()
    QTest.keyClick(window, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: states["a.png"].state is EntryState.DONE)
    assert states["b.png"].state is EntryState.STOPPED


def test_an_error_is_a_sentence_and_the_program_goes_on(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker
) -> None:
    colorizer.error = InferenceError("The network is tired.")
    drop(window, files(make_photo("a.png")))
    wait_for(qtbot, window, EntryState.FAILED)
    assert window.viewer.message_bar.text == "The network is tired."
    assert window.film_strip.photos.item(0).note == "The network is tired."
    colorizer.error = None
    window.window_actions.colorize_again.trigger()
    wait_for(qtbot, window, EntryState.DONE)
    assert window.viewer.message_bar.text == ""


def test_an_error_leaves_with_its_photo(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker
) -> None:
    open_one(qtbot, window, make_photo("a.png"))
    colorizer.error = InferenceError("The network is tired.")
    drop(window, files(make_photo("b.png")))
    qtbot.waitUntil(lambda: window.viewer.message_bar.text == "The network is tired.")
    assert current(window).name == "b.png"
    QTest.keyClick(window, Qt.Key.Key_PageUp)
    assert window.viewer.message_bar.text == ""


def test_saving_takes_a_free_name_and_leaves_the_original(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    path = make_photo("old photo.png", 90, 70)
    before = path.read_bytes()
    entry = open_one(qtbot, window, path)
    for name in ("old photo-colorized.png", "old photo-colorized (2).png"):
        with qtbot.waitSignal(window.workspace.colorization.saved):
            window.window_actions.save.trigger()
        assert name in window.viewer.message_bar.text
        assert read_photo(path.with_name(name)).size == (90, 70)
        assert entry.saved_to == path.with_name(name)
    assert entry.state is EntryState.SAVED
    assert path.read_bytes() == before


def test_saving_under_the_name_of_the_original_does_not_touch_it(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_photo()
    before = path.read_bytes()
    open_one(qtbot, window, path)
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: SaveChoice(path, 95))
    with qtbot.waitSignal(window.workspace.colorization.saved) as saved:
        window.window_actions.save_as.trigger()
    assert saved.args is not None
    assert saved.args[1] != path
    assert path.read_bytes() == before


def test_an_adjusted_photo_is_saved_as_it_is_shown(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    entry = open_one(qtbot, window, make_photo())
    window.panel.rows["saturation"].slider.setValue(0)
    with qtbot.waitSignal(window.workspace.colorization.saved):
        window.window_actions.save.trigger()
    assert entry.saved_to is not None
    assert not read_photo(entry.saved_to).had_color


def test_a_full_disk_is_a_sentence(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    open_one(qtbot, window, make_photo())
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: SaveChoice(tmp_path / "no" / "such" / "x.png", 95))
    window.window_actions.save_as.trigger()
    qtbot.waitUntil(lambda: bool(window.viewer.message_bar.text))
    assert "x.png" in window.viewer.message_bar.text
    assert window.window_actions.save.isEnabled()


def test_holding_space_shows_the_original(qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker) -> None:
    open_one(qtbot, window, make_photo())
    pane = window.viewer.comparison.colorized_pane
    for widget in (pane, window.film_strip, window.panel.rows["saturation"].slider):
        QTest.keyPress(widget, Qt.Key.Key_Space)
        assert pane.title == "Original"
        assert colors(pane.image).saturation() == 0
        QTest.keyRelease(widget, Qt.Key.Key_Space)
        assert pane.title == "Colorized"
        assert colors(pane.image).saturation() > 20


def test_the_split_view_shows_both_and_its_divider_moves(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    open_one(qtbot, window, make_photo())
    QTest.keyClick(window, Qt.Key.Key_S)
    window.window_actions.fill.trigger()
    comparison = window.viewer.comparison
    pane, divider = comparison.colorized_pane, comparison.divider
    assert not comparison.original_pane.isVisible()
    assert divider.isVisible()

    def saturation_at(share: float) -> int:
        grabbed = pane.grab().toImage()
        return grabbed.pixelColor(round(share * (grabbed.width() - 1)), grabbed.height() // 2).saturation()

    qtbot.waitUntil(lambda: saturation_at(0.6) > 20)
    assert saturation_at(0.4) < 10  # a display of 16 bits has no exact gray
    QTest.mousePress(divider, Qt.MouseButton.LeftButton, pos=divider.rect().center())
    QTest.mouseMove(divider, divider.rect().center() - QPoint(round(pane.width() * 0.3), 0))
    QTest.mouseRelease(divider, Qt.MouseButton.LeftButton)
    assert saturation_at(0.4) > 20
    divider.setFocus()
    QTest.keyClick(divider, Qt.Key.Key_End)
    assert saturation_at(0.6) < 10
    assert divider.geometry().center().x() == pytest.approx(pane.width(), abs=2)
    window.window_actions.split.trigger()
    assert comparison.original_pane.isVisible()


def test_the_colour_alone_and_the_guesses_are_layers(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    open_one(qtbot, window, make_photo())
    pane, actions = window.viewer.comparison.colorized_pane, window.window_actions

    def lightness(share: float) -> int:
        assert pane.image is not None
        return pane.image.pixelColor(round(share * (pane.image.width() - 1)), 3).lightness()

    plain = [lightness(0.1), lightness(0.9)]
    assert plain[0] + 40 < plain[1]
    QTest.keyClick(window, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: abs(lightness(0.1) - lightness(0.9)) < 3)
    QTest.keyClick(window, Qt.Key.Key_G)
    assert not actions.colour_alone.isChecked()
    qtbot.waitUntil(lambda: [lightness(0.1), lightness(0.9)] == plain)
    assert "unsure" in pane.title
    QTest.keyClick(window, Qt.Key.Key_G)
    assert pane.title == "Colorized"


def test_one_click_takes_another_colour_and_undo_gives_the_first_back(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker
) -> None:
    entry = open_one(qtbot, window, make_photo())
    first = entry.prediction
    colorizer.ab = (-40.0, 20.0)
    QTest.keyClick(window, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: len(window.candidate_bar.buttons) == 1)
    pane = window.viewer.comparison.colorized_pane
    assert colors(pane.image).red() > colors(pane.image).green()
    button = window.candidate_bar.buttons[0]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert entry.prediction is not first
    assert button.isChecked()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert entry.undo_stack.count() == 1
    qtbot.waitUntil(lambda: colors(pane.image).green() > colors(pane.image).red())
    window.window_actions.undo.trigger()
    assert entry.prediction is first
    qtbot.waitUntil(lambda: colors(pane.image).red() > colors(pane.image).green())
    QTest.keyClick(window, Qt.Key.Key_C)
    assert not window.candidate_bar.isVisible()


def test_closing_the_row_of_other_colours_ends_the_search(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker
) -> None:
    open_one(qtbot, window, make_photo())
    colorizer.gate.clear()
    colorizer.entered.clear()
    QTest.keyClick(window, Qt.Key.Key_C)
    qtbot.waitUntil(colorizer.entered.is_set)
    assert window.candidate_bar.isVisible()
    assert not window.viewer.activity_bar.isVisible(), "the row says it"
    QTest.keyClick(window, Qt.Key.Key_C)
    colorizer.gate.set()
    qtbot.waitUntil(lambda: not window.window_actions.stop.isEnabled())
    assert not window.candidate_bar.isVisible()
    assert window.candidate_bar.buttons == []


def test_pasting_pictures_and_files(qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker) -> None:
    clipboard = QGuiApplication.clipboard()
    image = QImage(33, 21, QImage.Format.Format_RGB32)
    image.fill(QColor(120, 120, 120))
    clipboard.setImage(image)
    QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait_for(qtbot, window, EntryState.DONE)
    photo = current(window).photo
    assert photo is not None
    assert photo.size == (33, 21)
    clipboard.setMimeData(files(make_photo()))
    QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait_for(qtbot, window, EntryState.DONE, 2)
    clipboard.setText("only words")
    QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "clipboard" in window.viewer.message_bar.text


def test_copying_puts_the_whole_photo_into_the_clipboard(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    open_one(qtbot, window, make_photo("p.png", 61, 43))
    with qtbot.waitSignal(window.workspace.colorization.copied):
        window.window_actions.copy.trigger()
    image = QGuiApplication.clipboard().image()
    assert image.size().toTuple() == (61, 43)
    assert colors(image).saturation() > 20


def test_a_photo_that_is_open_is_shown_again_and_not_twice(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    path, other = make_photo("a.png"), make_photo("b.png")
    first = open_one(qtbot, window, path)
    drop(window, files(other))
    wait_for(qtbot, window, EntryState.DONE, 2)
    drop(window, files(path))
    qtbot.waitUntil(lambda: window.workspace.session.current is first)
    assert len(window.workspace.session) == 2
    assert [action.text() for action in window.window_actions.recent_menu.actions()] == ["b.png", "a.png"]


def test_closing_photos_leads_back_to_the_invitation(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    open_one(qtbot, window, make_photo())
    QTest.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert window.viewer.empty_state.isVisible()
    assert not window.panel.isVisible()
    assert window.windowTitle() == "Tintype"
    assert not window.window_actions.save.isEnabled()


def test_an_empty_folder_is_said_by_name(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    drop(window, files(tmp_path / "nothing"))
    qtbot.waitUntil(lambda: "nothing" in window.viewer.message_bar.text)


def test_closing_during_a_prediction_ends_in_time(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker
) -> None:
    colorizer.gate.clear()
    drop(window, files(make_photo("a.png"), make_photo("b.png")))
    qtbot.waitUntil(colorizer.entered.is_set)
    window.close()
    assert not window.isVisible()
    threading.Timer(0.2, colorizer.gate.set).start()
    assert window.workspace.wait(5000)
    assert len(colorizer.threads) == 1


def test_closing_waits_for_what_is_being_saved(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker
) -> None:
    entry = open_one(qtbot, window, make_photo("a.png"))
    colorizer.gate.clear()
    colorizer.entered.clear()
    drop(window, files(make_photo("b.png")))
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
    drop(window, files(make_photo("a.png"), make_photo("b.png"), make_photo("c.png")))
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


def test_the_settings_hold_at_once(
    qtbot: QtBot, window: MainWindow, settings: Settings, make_photo: PhotoMaker
) -> None:
    entry = open_one(qtbot, window, make_photo())
    window.window_actions.preferences.trigger()
    dialog = window.dialogs.last
    assert isinstance(dialog, SettingsDialog)
    for _ in range(3):
        QTest.keyClick(dialog.saving_page.format_box, Qt.Key.Key_Down)
    dialog.saving_page.quality_box.setValue(70)
    with qtbot.waitSignal(dialog.colorizer_changed):
        QTest.keyClick(dialog.device_box, Qt.Key.Key_Down)
    assert (settings.save_format, settings.quality, settings.device) == ("tif", 70, "cpu")
    dialog.close()
    with qtbot.waitSignal(window.workspace.colorization.saved):
        window.window_actions.save.trigger()
    assert entry.saved_to is not None
    assert entry.saved_to.suffix == ".tif"


def test_shortcuts_and_licences_are_listed(qtbot: QtBot, window: MainWindow) -> None:
    window.window_actions.shortcuts.trigger()
    shortcuts = window.dialogs.last
    assert isinstance(shortcuts, ShortcutDialog)
    model = shortcuts.table.model()
    keys = {model.index(row, 0).data(): model.index(row, 1).data() for row in range(model.rowCount())}
    assert {"Save", "Split View", "Next Photo"} <= keys.keys()
    assert keys["Batch: Move Up"] == "Alt+Up"
    assert keys["Review: Quieter colours"] == "R"
    shortcuts.close()
    window.window_actions.about.trigger()
    about = window.dialogs.last
    assert about is not None
    assert any("Apache" in view.toPlainText() for view in about.findChildren(QTextBrowser))
    about.close()


def test_undo_says_what_and_the_list_of_shortcuts_does_not(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    open_one(qtbot, window, make_photo())
    window.panel.rows["warmth"].slider.setValue(30)
    assert window.window_actions.undo.text() == "Undo Colour Settings"
    window.window_actions.shortcuts.trigger()
    dialog = window.dialogs.last
    assert isinstance(dialog, ShortcutDialog)
    names = [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())]  # type: ignore[union-attr]
    assert "Undo" in names
    assert "Redo" in names


def test_recent_photos_are_offered_again(qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker) -> None:
    open_one(qtbot, window, make_photo("old.png"))
    window.window_actions.close_photo.trigger()
    (button,) = window.viewer.empty_state.recent_buttons
    assert button.text() == "old.png"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    wait_for(qtbot, window, EntryState.DONE)


def test_everything_that_takes_keys_has_a_name(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    open_one(qtbot, window, make_photo())
    window.viewer.message_bar.show_error("A sentence.")
    kinds = (QAbstractButton, QAbstractSlider, QSpinBox)
    nameless = [
        widget
        for widget in window.findChildren(QWidget)
        if (isinstance(widget, kinds) or widget.focusPolicy() != Qt.FocusPolicy.NoFocus)
        and not isinstance(widget, QLineEdit)
        and widget.isVisible()
        and not (widget.accessibleName() or getattr(widget, "text", lambda: "")() or widget.toolTip())
        and widget.objectName() not in {"qt_toolbar_ext_button", "qt_menubar_ext_button"}
        and type(widget).__name__ not in {"QScrollBar", "QToolBar", "QMenuBar"}
    ]
    assert nameless == []


def test_each_shortcut_is_taken_once(window: MainWindow) -> None:
    taken = [
        key.toString()
        for action in vars(window.window_actions).values()
        if hasattr(action, "shortcuts")
        for key in action.shortcuts()
    ]
    assert sorted(taken) == sorted(set(taken))


def test_the_zoom_is_told_of_a_photo_only(qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker) -> None:
    actions = window.window_actions
    open_one(qtbot, window, make_photo())
    actions.actual_size.trigger()
    assert actions.zoom_label.text() == "100 %"
    actions.batch.trigger()
    assert actions.zoom_label.text() == ""
    actions.batch.trigger()
    assert actions.zoom_label.text() == "100 %"


def test_an_error_of_saving_stays_when_another_photo_is_shown(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker, tmp_path: Path
) -> None:
    first = open_one(qtbot, window, make_photo("a.png"))
    colorizer.error = InferenceError("The network is tired.")
    drop(window, files(make_photo("b.png")))
    bar = window.viewer.message_bar
    qtbot.waitUntil(lambda: bar.text == "The network is tired.")
    window.workspace.save(first, tmp_path / "none" / "x.png")
    qtbot.waitUntil(lambda: "none" in bar.text)
    QTest.keyClick(window, Qt.Key.Key_PageUp)
    assert "none" in bar.text
