"""Says what went wrong with photos: of the one that is shown at once, of the others when all are done."""

from PySide6.QtCore import QObject, Slot

from colorizer_gui.controllers.colorizing.activity import Activity
from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.widgets.compare.viewer import Viewer
from colorizer_gui.window.actions import WindowActions

SHOW_FAILED = "show failed photo"


class ErrorPresenter(QObject):
    """Between the controllers, the message bar and the page that stands for a photo.

    A photo that cannot be shown has its sentence in its place. One that is shown and has no colour has a
    message, which leaves with the photo. Other photos have their sign in the film strip, and one notice
    together. A message leaves when the same succeeds, too.
    """

    def __init__(
        self, workspace: Workspace, viewer: Viewer, actions: WindowActions, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = workspace.session
        self._viewer = viewer
        self._about: Entry | None = None
        self._unfinished: tuple[Entry, str] | None = None
        self._undrawn = ""
        self._others: list[Entry] = []
        self._told: list[Entry] = []
        self._session.current_changed.connect(self._on_current_changed)
        self._session.entry_changed.connect(self._on_entry_changed)
        for failing in (workspace.loading, workspace.colorization):
            failing.failed.connect(self._on_failed)
        workspace.previewing.failed.connect(self._on_drawing_failed)
        workspace.previewing.colorized_drawn.connect(self._on_drawn)
        workspace.colorization.activity_changed.connect(self._on_activity_changed)
        viewer.message_bar.action_requested.connect(self._on_action_requested)
        viewer.error_state.again_requested.connect(actions.colorize_again.trigger)
        viewer.error_state.closing_requested.connect(actions.close_photo.trigger)

    @Slot(object)
    def _on_current_changed(self, entry: Entry | None) -> None:
        self._withdraw()
        self._show_page(entry)

    @Slot(object)
    def _on_entry_changed(self, entry: Entry) -> None:
        if entry is self._about and entry.state is not EntryState.FAILED:
            self._withdraw()
        if self._unfinished is not None and entry is self._unfinished[0] and not entry.message:
            self._viewer.message_bar.withdraw(self._unfinished[1])
            self._unfinished = None
        if entry is self._session.current:
            self._show_page(entry)

    @Slot(object)
    def _on_drawing_failed(self, message: str) -> None:
        self._undrawn = message
        self._viewer.message_bar.show_error(message)

    @Slot()
    def _on_drawn(self) -> None:
        if self._undrawn:
            self._viewer.message_bar.withdraw(self._undrawn)
            self._undrawn = ""

    def _withdraw(self) -> None:
        if self._about is not None:
            self._viewer.message_bar.withdraw_error()
            self._about = None

    def _show_page(self, entry: Entry | None) -> None:
        if entry is not None and entry.is_unshowable:
            self._viewer.show_error(entry.message)
        else:
            self._viewer.show_photo(entry is not None)

    @Slot(object, object)
    def _on_failed(self, message: str, entry: Entry | None) -> None:
        if entry is None or entry.state is not EntryState.FAILED:  # nothing of a photo: it could not be saved
            self._viewer.message_bar.show_error(message)
            self._about = None
            self._unfinished = None if entry is None else (entry, message)
        elif entry is not self._session.current:
            self._others.append(entry)
        elif not entry.is_unshowable:
            self._viewer.message_bar.show_error(message)
            self._about = entry

    @Slot(object)
    def _on_activity_changed(self, activity: Activity | None) -> None:
        if activity is None and (failed := self._still_failed(self._others)):
            text = self.tr("Photos that could not be opened or colorized: {0}").format(len(failed))
            self._viewer.message_bar.show_notice(text, self.tr("Show"), SHOW_FAILED)
            self._told, self._others = failed, []

    def _still_failed(self, entries: list[Entry]) -> list[Entry]:
        return [each for each in self._session if each in entries and each.state is EntryState.FAILED]

    @Slot(str)
    def _on_action_requested(self, key: str) -> None:
        if key == SHOW_FAILED and (failed := self._still_failed(self._told)):
            self._session.select(failed[0])
