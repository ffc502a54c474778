"""The Help menu, the sample photo, light and dark by choice, wide photos, keys and focus of the strip."""

import logging
import logging.handlers
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.core.common.resource_files import sample_photo
from colorizer_gui.core.common.version import VERSION
from colorizer_gui.desktop.qimage import rgb_from_image
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.dialogs.help_dialogs import GuideDialog, TextDialog
from colorizer_gui.widgets.dialogs.settings_dialog import SettingsDialog
from colorizer_gui.widgets.style.theme import apply_theme
from colorizer_gui.window.appearance import Appearance
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import PhotoMaker


@pytest.fixture
def log(tmp_path: Path) -> Iterator[logging.Logger]:
    """A log in a file, as the program has one."""
    root = logging.getLogger()
    handler = logging.handlers.RotatingFileHandler(tmp_path / "tintype.log", encoding="utf-8")
    root.addHandler(handler)
    yield root
    root.removeHandler(handler)
    handler.close()


def test_the_guide_opens_by_its_key(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert isinstance(window.help.last, GuideDialog)
    window.help.last.close()


def test_the_log_is_shown(window: MainWindow, log: logging.Logger) -> None:
    log.warning("a photo was damaged")
    window.window_actions.show_log.trigger()
    dialog = window.help.last
    assert isinstance(dialog, TextDialog)
    assert "a photo was damaged" in dialog.text_view.toPlainText()
    assert dialog.folder_button.isVisible()
    dialog.close()


def test_a_report_can_be_copied(window: MainWindow, log: logging.Logger) -> None:
    log.warning("a photo was damaged")
    window.window_actions.report.trigger()
    dialog = window.help.last
    assert isinstance(dialog, TextDialog)
    QTest.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    copied = QApplication.clipboard().text()
    for part in (f"Tintype {VERSION}", "a photo was damaged", "Qt ", "screen "):
        assert part in copied
    dialog.close()


def test_the_empty_window_offers_a_sample(
    qtbot: QtBot, window: MainWindow, settings: Settings, tmp_path: Path
) -> None:
    settings.last_folder = tmp_path
    before = sorted(sample_photo().parent.iterdir())
    QTest.mouseClick(window.viewer.empty_state.sample_button, Qt.MouseButton.LeftButton)
    session = window.workspace.session
    qtbot.waitUntil(lambda: [entry.state for entry in session] == [EntryState.DONE])
    with qtbot.waitSignal(window.workspace.colorization.saved) as saved:
        window.window_actions.save.trigger()
    assert saved.args is not None
    assert saved.args[1] == tmp_path / "hopper-colorized.jpg", "not among the program's own files"
    assert sorted(sample_photo().parent.iterdir()) == before


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    palette, sheet = qapp.palette(), qapp.styleSheet()
    yield qapp
    qapp.styleHints().unsetColorScheme()
    qapp.setPalette(palette)
    qapp.setStyleSheet(sheet)


def test_light_and_dark_can_be_chosen(dressed: QApplication, window: MainWindow, settings: Settings) -> None:
    Appearance(dressed, settings, window)
    window.window_actions.preferences.trigger()
    dialog = window.dialogs.last
    assert isinstance(dialog, SettingsDialog)

    def light() -> int:
        return dressed.palette().color(QPalette.ColorRole.Window).lightness()

    for key, dark in ((Qt.Key.Key_End, True), (Qt.Key.Key_Up, False), (Qt.Key.Key_Down, True)):
        QTest.keyClick(dialog.appearance_box, key)
        assert (light() < 128) is dark
    assert settings.appearance == "dark"
    dressed.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert light() < 128, "the system does not take back what was chosen"
    QTest.keyClick(dialog.appearance_box, Qt.Key.Key_Home)
    assert settings.appearance == ""
    dialog.close()


@pytest.mark.parametrize(("size", "stacked"), [((600, 150), True), ((300, 200), False), ((150, 600), False)])
def test_very_wide_photos_are_stacked(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker, size: tuple[int, int], stacked: bool
) -> None:
    window.resize(1280, 760)
    window.open_paths([make_photo("photo.png", *size)])
    qtbot.waitUntil(window.window_actions.save.isEnabled)
    comparison = window.viewer.comparison
    assert comparison.is_stacked is stacked
    before, after = comparison.original_pane, comparison.colorized_pane
    qtbot.waitUntil(lambda: (after.y() > before.y()) is stacked)
    assert (after.x() > before.x()) is not stacked
    shown = after.photo_rect
    if stacked:
        assert shown.width() > 0.9 * comparison.width(), "as wide as there is room, not half as wide"
    comparison.set_split(True)
    assert not comparison.original_pane.isVisible()


def is_shown(window: MainWindow, name: str) -> bool:
    """Whether a photo is the current one, and within sight in the strip."""
    current, strip = window.workspace.session.current, window.film_strip
    seen = strip.viewport().rect().intersects(strip.visualRect(strip.currentIndex()))
    return current is not None and current.name == name and seen


def test_home_and_end_go_to_the_ends_of_the_strip(
    qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker
) -> None:
    window.resize(800, 600)
    window.open_paths([make_photo(f"photo {number}.png") for number in range(14)])
    session = window.workspace.session
    qtbot.waitUntil(lambda: len(session) == 14 and session.current is not None)
    strip = window.film_strip
    qtbot.waitUntil(strip.isVisible)
    strip.setFocus()
    for key, name in (
        (Qt.Key.Key_End, "photo 13.png"),
        (Qt.Key.Key_Home, "photo 0.png"),
        (Qt.Key.Key_End, "photo 13.png"),
    ):
        QTest.keyClick(strip, key)
        qtbot.waitUntil(partial(is_shown, window, name))


def accented(widget: QWidget) -> int:
    """How many pixels of a widget have the colour of the focus."""
    color = widget.palette().color(QPalette.ColorRole.Accent)
    accent = color.red(), color.green(), color.blue()
    pixels = rgb_from_image(widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32))
    return int((pixels == accent).all(axis=-1).sum())


def test_one_frame_has_the_focus(
    qtbot: QtBot, dressed: QApplication, window: MainWindow, make_photo: PhotoMaker
) -> None:
    apply_theme(dressed)
    window.open_paths([make_photo("a.png"), make_photo("b.png")])
    session = window.workspace.session
    qtbot.waitUntil(lambda: [entry.state for entry in session] == [EntryState.DONE] * 2)
    strip, pane = window.film_strip, window.viewer.comparison.colorized_pane
    for focused, other in ((pane, strip), (strip, pane), (pane, strip)):
        focused.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(focused.hasFocus)
        assert accented(focused) > 100
        assert accented(other) == 0
