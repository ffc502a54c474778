"""Turning, flipping and cropping the photo that is shown: from actions and a dialog to the controllers."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMainWindow

from colorizer_gui.controllers.session.session import Entry
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.widgets.crop.crop_dialog import CropDialog
from colorizer_gui.window.actions import WindowActions


class GeometryPresenter(QObject):
    """Between the actions that turn and crop, the dialog that asks how, and the controllers.

    Attributes
    ----------
    dialog
        The one that is open, or None.
    """

    def __init__(self, window: QMainWindow, workspace: Workspace, actions: WindowActions) -> None:
        super().__init__(window)
        self._window = window
        self._session = workspace.session
        self._treating = workspace.treating
        self._framing = workspace.framing
        self._actions = actions
        self._entry: Entry | None = None
        self.dialog: CropDialog | None = None
        session = self._session
        session.current_changed.connect(self._update)
        session.entry_changed.connect(self._update)
        workspace.loading.photo_loaded.connect(self._update)
        workspace.framing.whole_shown.connect(self._on_whole_shown)
        actions.turn_left.triggered.connect(self._on_turn_left)
        actions.turn_right.triggered.connect(self._on_turn_right)
        actions.flip.triggered.connect(self._on_flip)
        actions.flip_vertically.triggered.connect(self._on_flip_vertically)
        actions.crop.triggered.connect(self._on_crop)
        self._update()

    @Slot()
    def _on_turn_left(self) -> None:
        self._treating.turn(-1)

    @Slot()
    def _on_turn_right(self) -> None:
        self._treating.turn(1)

    @Slot()
    def _on_flip(self) -> None:
        self._treating.flip()

    @Slot()
    def _on_flip_vertically(self) -> None:
        self._treating.flip(vertically=True)

    @Slot()
    def _on_crop(self) -> None:
        entry = self._session.current
        if entry is None or entry.file_size is None or self.dialog is not None:
            return
        self._entry = entry
        self.dialog = CropDialog(entry.treatment.geometry, entry.file_size, self._window)
        self.dialog.frame_accepted.connect(self._treating.set_frame)
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()
        self._framing.show_whole(entry)

    @Slot(object, object)
    def _on_whole_shown(self, entry: Entry, image: QImage) -> None:
        if self.dialog is not None and entry is self._entry:
            self.dialog.show_photo(image)

    @Slot()
    def _on_dialog_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = self._entry = None

    @Slot()
    def _update(self) -> None:
        entry, actions = self._session.current, self._actions
        known = entry is not None and entry.file_size is not None
        for action in (
            actions.turn_left,
            actions.turn_right,
            actions.flip,
            actions.flip_vertically,
            actions.crop,
        ):
            action.setEnabled(known)
