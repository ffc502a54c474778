"""What belongs to the window as a whole: its settings, keys, names of what takes keys, and Cancel."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QLineEdit,
    QSpinBox,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import EntryState
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.dialogs.settings_dialog import SettingsDialog
from colorizer_gui.widgets.dialogs.text_dialogs import ShortcutDialog
from colorizer_gui.window.main_window import MainWindow
from tests.support.guards.patient_bot import can_be_clicked
from tests.support.window.fixtures import FakeColorizer, PhotoMaker
from tests.support.window.hands import drop, open_one, wait_for


class TopLevels(QObject):
    """Notes what is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


def test_nothing_is_seen_before_the_window_is_made(
    qtbot: QtBot, qapp: QApplication, workspace: Workspace, settings: Settings
) -> None:
    """A part that is shown before it lies in the window flashes up as a window of its own."""
    tops = TopLevels()
    qapp.installEventFilter(tops)
    qtbot.addWidget(MainWindow(workspace, settings))
    qapp.removeEventFilter(tops)
    assert tops.shown == []


def test_cancelling_stops_all_and_again_takes_up_one(
    qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker
) -> None:
    colorizer.gate.clear()
    drop(window, make_photo("a.png"), make_photo("b.png"), make_photo("c.png"))
    qtbot.waitUntil(lambda: colorizer.entered.is_set() and len(window.workspace.session) == 3)
    states = {entry.name: entry for entry in window.workspace.session}
    button = window.viewer.activity_bar.cancel_button
    qtbot.waitUntil(lambda: can_be_clicked(button))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    colorizer.gate.set()
    wait_for(qtbot, window, EntryState.STOPPED, 3)
    qtbot.waitUntil(window.viewer.activity_bar.isHidden)
    assert window.window_actions.colorize_again.isEnabled()
    QTest.keyClick(window, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: states["a.png"].state is EntryState.DONE)
    assert states["b.png"].state is EntryState.STOPPED


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
