"""The dialogs that the menus open; none of them stops the work."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QMainWindow, QPushButton

from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.common.screen_fit import open_dialog
from colorizer_gui.widgets.dialogs.question_box import QuestionBox
from colorizer_gui.widgets.dialogs.settings_dialog import SettingsDialog
from colorizer_gui.widgets.dialogs.text_dialogs import AboutDialog, ShortcutDialog
from colorizer_gui.window.actions import WindowActions
from colorizer_gui.window.batch.face import BatchFace


class WindowDialogs(QObject):
    """Opens and forgets dialogs.

    Signals
    -------
    closing_confirmed()
        The user does not need what is not saved.
    saving_confirmed()
        The user wants it saved first.
    photo_closing_confirmed(), photo_saving_confirmed()
        The same about photos that are to be closed.

    Attributes
    ----------
    last
        The dialog that was opened last.
    """

    closing_confirmed = Signal()
    saving_confirmed = Signal()
    photo_closing_confirmed = Signal()
    photo_saving_confirmed = Signal()

    def __init__(
        self,
        window: QMainWindow,
        workspace: Workspace,
        settings: Settings,
        actions: WindowActions,
        batch: BatchFace,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._settings = settings
        self._actions = actions
        self._batch = batch
        self.last: QDialog | None = None
        actions.about.triggered.connect(self._on_about_requested)
        actions.shortcuts.triggered.connect(self._on_shortcuts_requested)
        actions.preferences.triggered.connect(self._on_preferences_requested)

    def ask_about_unsaved(self, count: int) -> None:
        """Ask what is to become of the settings of so many photos that are not saved."""
        save, close = self._ask(self._several(count), count)
        save.clicked.connect(self.saving_confirmed)
        close.clicked.connect(self.closing_confirmed)

    def ask_about_closing(self, names: Sequence[str]) -> None:
        """Ask what is to become of the work on photos that are to be closed and are not saved."""
        text = self.tr("The colour of “{0}” was adjusted and not saved.").format(names[0])
        save, close = self._ask(text if len(names) == 1 else self._several(len(names)), len(names))
        save.clicked.connect(self.photo_saving_confirmed)
        close.clicked.connect(self.photo_closing_confirmed)

    def _several(self, count: int) -> str:
        return self.tr("Colour was adjusted and not saved. Photos: {0}").format(count)

    def _ask(self, text: str, count: int) -> tuple[QPushButton, QPushButton]:
        """Open the question; the answer are the buttons that save and that close."""
        box = QuestionBox(text, self._window)
        save = box.add_answer(self.tr("Save All") if count > 1 else self.tr("Save"), is_default=True)
        close = box.add_answer(self.tr("Close without Saving"), destroys=True)
        box.add_way_back()
        self._open(box)
        return save, close

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.last = dialog
        open_dialog(dialog)

    @Slot()
    def _on_about_requested(self) -> None:
        self._open(AboutDialog(self._window))

    @Slot()
    def _on_shortcuts_requested(self) -> None:
        # What undo would take back now is no part of its name.
        names = {self._actions.undo: self.tr("Undo"), self._actions.redo: self.tr("Redo")}
        rows = [
            (names.get(action, action.text()).replace("&", "").removesuffix("…"), _keys(action))
            for action in self._actions.all()
            if action.shortcuts()
        ]
        rows += [
            (self.tr("Show the original while held"), self.tr("Space")),
            (self.tr("End what is in front: a tool, a row, the work on this photo"), self.tr("Esc")),
            (self.tr("Move the photo"), self.tr("Arrow keys, or drag")),
            (self.tr("Zoom"), self.tr("+ and −, or the wheel")),
            (self.tr("Draw a colour stroke"), self.tr("Drag while putting points")),
            (self.tr("Move a colour point"), self.tr("Arrow keys, or drag")),
            (self.tr("Remove a colour point"), self.tr("Delete")),
            (self.tr("Take one of the colours side by side"), self.tr("Its number, or Enter")),
            (self.tr("Reset a slider"), self.tr("Double click")),
            (self.tr("Drag the result to another program"), self.tr("Drag; with Ctrl while zoomed in")),
        ]
        rows += [
            (self.tr("Batch: {0}").format(action.text()), _keys(action))
            for action in self._batch.page.table.actions_by_command.values()
            if action.shortcuts()
        ]
        rows += [
            (self.tr("Review: {0}").format(button.word), button.key)
            for button in self._batch.page.review.bar.buttons.values()
        ]
        self._open(ShortcutDialog(rows, self._window))

    @Slot()
    def _on_preferences_requested(self) -> None:
        dialog = SettingsDialog(self._settings, self._window, self._workspace.work.kept)
        dialog.colorizer_changed.connect(self._workspace.colorization.reload)
        self._open(dialog)


def _keys(action: QAction) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(shortcut.toString(native) for shortcut in action.shortcuts())
