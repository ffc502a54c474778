"""Says that earlier work on a photo goes on and offers to start over, or offers to take it."""

from PySide6.QtCore import QObject, Slot

from colorizer_gui.controllers.session.session import Entry
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.pipeline.stored_session import StoredPhoto
from colorizer_gui.widgets.messages.message_bar import MessageBar

_START_OVER = "start over"
_TAKE = "take earlier work"


class WorkPresenter(QObject):
    """Between the loading of photos and the message bar."""

    def __init__(self, workspace: Workspace, bar: MessageBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = workspace.session
        self._loading = workspace.loading
        self._bar = bar
        self._earlier = workspace.earlier
        self._offered: Entry | None = None
        self._found: tuple[Entry, StoredPhoto] | None = None
        self._told = ""
        self._about: Entry | None = None
        self._shown: Entry | None = None
        workspace.earlier.found.connect(self._on_found)
        workspace.loading.taken_up.connect(self._on_taken_up)
        workspace.session.current_changed.connect(self._on_current_changed)
        bar.action_requested.connect(self._on_action_requested)

    @Slot(object)
    def _on_taken_up(self, entries: list[Entry]) -> None:
        if len(entries) > 1:
            text = self.tr("Earlier work goes on. Photos: {0}")
            self._bar.show_notice(text.format(len(entries)))
        else:
            self._offered = entries[0]
            text = self.tr("Your earlier work on “{0}” goes on.").format(entries[0].name)
            self._tell(entries[0], text, self.tr("Start Over"), _START_OVER)

    @Slot(object, object)
    def _on_found(self, entry: Entry, work: StoredPhoto) -> None:
        self._found = entry, work
        text, action = self.tr("You have worked on “{0}” before."), self.tr("Take That Work")
        if entry is self._offered:
            text = self.tr("Your latest work on “{0}” goes on. There is other work on it, too.")
            action = self.tr("Take the Other")
        self._tell(entry, text.format(entry.name), action, _TAKE)

    def _tell(self, entry: Entry, text: str, action: str, key: str) -> None:
        self._about, self._told = entry, text
        self._bar.show_notice(text, action, key)

    @Slot(object)
    def _on_current_changed(self, entry: Entry | None) -> None:
        """The button is about the photo that was shown."""
        before, self._shown = self._shown, entry
        if before is not None and before is self._about:
            self._bar.withdraw(self._told)

    @Slot(str)
    def _on_action_requested(self, key: str) -> None:
        if key == _START_OVER and self._offered in tuple(self._session):
            self._loading.start_over(self._offered)
        if key == _TAKE and self._found is not None and self._found[0] in tuple(self._session):
            self._earlier.take(*self._found)
