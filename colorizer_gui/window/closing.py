"""Closes photos: asks about work that is not saved, and offers to open them again."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot

from colorizer_gui.controllers.session.session import Entry
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.widgets.messages.message_bar import MessageBar
from colorizer_gui.window.actions import WindowActions
from colorizer_gui.window.dialogs import WindowDialogs
from colorizer_gui.window.saving import SavingActions

_REOPEN = "reopen"


class ClosingActions(QObject):
    """Between the actions, the question and the controller."""

    def __init__(
        self,
        parent: QObject,
        workspace: Workspace,
        dialogs: WindowDialogs,
        saving: SavingActions,
        *,
        bar: MessageBar,
        actions: WindowActions,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._closing = workspace.closing
        self._dialogs = dialogs
        self._saving = saving
        self._bar = bar
        self._actions = actions
        self._asked: list[Entry] = []
        self._saved_first: list[Entry] = []
        self._offered: Entry | None = None
        actions.close_photo.triggered.connect(self._on_close_requested)
        actions.reopen.triggered.connect(self._closing.reopen_last)
        dialogs.photo_closing_confirmed.connect(self._on_confirmed)
        dialogs.photo_saving_confirmed.connect(self._on_saving_confirmed)
        workspace.colorization.saved.connect(self._on_saved)
        self._closing.closed.connect(self._on_closed)
        self._closing.reopened.connect(self._on_reopened)
        bar.action_requested.connect(self._on_action_requested)

    def close(self, entries: Sequence[Entry]) -> None:
        """Close photos, all or none of them, after a question if the work on some is not saved."""
        unsaved = [entry.name for entry in entries if entry.is_unsaved]
        self._asked = list(entries)
        if unsaved:
            self._dialogs.ask_about_closing(unsaved)
        else:
            self._on_confirmed()

    @Slot()
    def _on_close_requested(self) -> None:
        entry = self._workspace.session.current
        if entry is not None:
            self.close([entry])

    @Slot()
    def _on_confirmed(self) -> None:
        for entry in self._asked:
            if entry in tuple(self._workspace.session):
                self._closing.close(entry)

    @Slot()
    def _on_saving_confirmed(self) -> None:
        """Each is closed as soon as it is saved; where that fails it stays, and the error says why."""
        for entry in self._asked:
            if entry.is_unsaved:
                self._saved_first.append(entry)
                self._saving.save_entry(entry)
            else:
                self._closing.close(entry)

    @Slot(object, object)
    def _on_saved(self, entry: Entry | None, _target: object) -> None:
        if entry in self._saved_first:
            self._saved_first.remove(entry)
            if entry in tuple(self._workspace.session) and not entry.is_unsaved:
                self._closing.close(entry)

    @Slot(object)
    def _on_closed(self, entry: Entry) -> None:
        self._actions.reopen.setEnabled(True)
        self._offered = entry
        self._bar.show_notice(self.tr("“{0}” was closed.").format(entry.name), self.tr("Reopen"), _REOPEN)

    @Slot(object)
    def _on_reopened(self, entry: Entry) -> None:
        self._actions.reopen.setEnabled(self._closing.can_reopen)
        self._bar.withdraw(self.tr("“{0}” was closed.").format(entry.name))

    @Slot(str)
    def _on_action_requested(self, key: str) -> None:
        if key == _REOPEN and self._offered is not None:
            self._closing.reopen(self._offered)
