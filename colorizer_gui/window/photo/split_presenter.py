"""Says that there are several photos on a scan, asks which, and has the scan split."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMainWindow

from colorizer_gui.controllers.session.session import Entry
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.geometry.geometry import Size
from colorizer_gui.core.photo.several import Outline
from colorizer_gui.widgets.common.screen_fit import open_dialog
from colorizer_gui.widgets.crop.split_dialog import SplitDialog
from colorizer_gui.widgets.messages.message_bar import MessageBar
from colorizer_gui.window.actions import WindowActions
from colorizer_gui.workers.photo.answers import OutlinesFound

_SPLIT = "split scan"


class SplitPresenter(QObject):
    """Between the action, the message bar, the dialog and the controller.

    Attributes
    ----------
    dialog
        The one that is open, or None.
    """

    def __init__(
        self, window: QMainWindow, workspace: Workspace, bar: MessageBar, actions: WindowActions
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = workspace.session
        self._splitting = workspace.splitting
        self._bar = bar
        self._action = actions.split_scan
        self._entry: Entry | None = None
        self._size: Size = (1, 1)
        self.dialog: SplitDialog | None = None
        self._session.current_changed.connect(self._on_current_changed)
        self._session.entry_changed.connect(self._update)
        workspace.loading.photo_loaded.connect(self._update)
        self._splitting.found.connect(self._on_found)
        self._splitting.failed.connect(bar.show_error)
        bar.offer_accepted.connect(self._on_offer_accepted)
        self._action.triggered.connect(self._on_triggered)
        self._update()

    @Slot(object)
    def _on_current_changed(self, _entry: Entry | None) -> None:
        self._bar.withdraw_offer(_SPLIT)
        self._update()

    @Slot()
    def _update(self) -> None:
        entry = self._session.current
        self._action.setEnabled(entry is not None and self._splitting.can_split(entry))

    @Slot(object, object)
    def _on_found(self, entry: Entry, found: OutlinesFound) -> None:
        if self.dialog is not None and entry is self._entry:
            self._size = found.size
            self.dialog.canvas.show_scan(found.picture, found.size, found.outlines)
        elif entry is self._session.current and found.outlines:
            text = self.tr("There seem to be several photos on this scan: {0}.").format(len(found.outlines))
            self._bar.show_offer(text, self.tr("Split Scan…"), _SPLIT)

    @Slot(str)
    def _on_offer_accepted(self, offer: str) -> None:
        if offer == _SPLIT:
            self._on_triggered()

    @Slot()
    def _on_triggered(self) -> None:
        entry = self._session.current
        if entry is None or self.dialog is not None or not self._splitting.can_split(entry):
            return
        self._bar.withdraw_offer(_SPLIT)
        self._entry = entry
        self.dialog = SplitDialog(self._window)
        self.dialog.split_accepted.connect(self._on_split_accepted)
        self.dialog.search_requested.connect(self._on_search_requested)
        self.dialog.finished.connect(self._on_finished)
        open_dialog(self.dialog)
        self._on_search_requested()

    @Slot()
    def _on_search_requested(self) -> None:
        if self._entry is not None:
            self._splitting.look(self._entry)

    @Slot(object)
    def _on_split_accepted(self, frames: list[Outline]) -> None:
        entry = self._entry
        if entry is not None and entry in tuple(self._session):
            self._splitting.split(entry, frames, self._size)

    @Slot()
    def _on_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = self._entry = None
