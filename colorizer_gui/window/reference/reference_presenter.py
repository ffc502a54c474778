"""The reference photo between the panel, its dialog, and the controller."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMainWindow

from colorizer_gui.controllers.session.session import Entry
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.common.resource_files import is_sample
from colorizer_gui.core.photo_io import SUPPORTED_SUFFIXES
from colorizer_gui.core.prediction.prediction import OWN_COLOURS
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.common.screen_fit import fit_into_screen
from colorizer_gui.widgets.dialogs import file_dialogs as dialogs
from colorizer_gui.widgets.messages.message_bar import MessageBar
from colorizer_gui.widgets.panel.adjust_panel import AdjustPanel
from colorizer_gui.widgets.reference.swatch_dialog import SwatchDialog
from colorizer_gui.window.actions import WindowActions
from colorizer_gui.window.reference.reference_picture import picture_of


class ReferencePresenter(QObject):
    """Chooses, shows and changes the reference of the photo that is shown.

    Attributes
    ----------
    dialog
        The one in which swatches are drawn, while it is open; otherwise None.
    """

    def __init__(
        self,
        window: QMainWindow,
        workspace: Workspace,
        settings: Settings,
        panel: AdjustPanel,
        bar: MessageBar,
        actions: WindowActions,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session, self._referring = workspace.session, workspace.referring
        self._scribbling = workspace.scribbling
        self._settings = settings
        self._panel, self._tools = panel, panel.reference
        self._bar = bar
        self._actions = actions
        self._of_dialog: Entry | None = None
        self._known: tuple[int, str] | None = None
        self._last_folder: Path | None = None
        self.dialog: SwatchDialog | None = None
        self._connect()
        self._refresh()

    def _connect(self) -> None:
        tools, referring, session = self._tools, self._referring, self._session
        self._actions.reference.triggered.connect(self._on_action)
        tools.choosing_requested.connect(self._ask)
        tools.well.path_dropped.connect(self.choose)
        tools.strength.strength_requested.connect(self._on_strength_requested)
        tools.strength.gesture_begun.connect(referring.hold)
        tools.strength.gesture_ended.connect(referring.end_gesture)
        tools.matching_requested.connect(referring.set_matching)
        tools.swatches_requested.connect(self._on_swatches_requested)
        tools.removal_requested.connect(referring.remove)
        referring.failed.connect(self._on_failed)
        session.guidance_changed.connect(self._on_guidance_changed)
        for changed in (session.current_changed, session.candidate_changed, session.entry_changed):
            changed.connect(self._refresh)

    @Slot(object)
    def choose(self, path: Path) -> bool:
        """Have the photo that is shown look like that of a file; whether it can."""
        if not self._tools.isEnabled():
            return False
        self._panel.bring_into_view("reference")
        self._tools.show_reading(path.name)
        self._referring.choose(path)
        return True

    @Slot()
    def _on_action(self) -> None:
        self._panel.bring_into_view("reference")
        self._ask()

    @Slot()
    def _ask(self) -> None:
        path = dialogs.ask_reference(self._window, self._folder, SUPPORTED_SUFFIXES)
        if path is not None:
            self._last_folder = path.parent
            self.choose(path)

    @property
    def _folder(self) -> Path:
        """Where references are looked for: where the last one was, or beside the photo that is shown."""
        if self._last_folder is not None and self._last_folder.is_dir():
            return self._last_folder
        entry = self._session.current
        if entry is None or entry.path is None or is_sample(entry.path):
            return self._settings.last_folder
        return entry.path.parent

    @Slot(float)
    def _on_strength_requested(self, strength: float) -> None:
        self._referring.set_strength(strength, by_step=not self._tools.strength.slider.isSliderDown())

    @Slot(object)
    def _on_failed(self, sentence: str) -> None:
        self._bar.show_notice(sentence)
        self._refresh()

    @Slot(object)
    def _on_guidance_changed(self, entry: Entry) -> None:
        if entry is self._session.current:
            self._refresh()

    @Slot()
    def _refresh(self) -> None:
        entry, reference = self._session.current, self._referring.reference
        offered = entry is not None and entry.prediction is not None and not self._scribbling.is_alone
        offered = offered and entry is not None and entry.candidate != OWN_COLOURS
        self._tools.setEnabled(offered)
        self._actions.reference.setEnabled(offered)
        self._tools.show_reference(reference, QImage() if reference is None else picture_of(reference))
        self._panel.sections["reference"].show_used(reference is not None)
        known = None if reference is None or entry is None else (entry.key, reference.picture)
        if known not in {None, self._known}:
            self._panel.sections["reference"].set_opened(True)  # once; who closes it then wants it closed
        self._known = known
        if self.dialog is not None:
            if reference is None or entry is not self._of_dialog:
                self.dialog.close()
            else:
                self.dialog.show_swatches(reference.swatches)

    @Slot()
    def _on_swatches_requested(self) -> None:
        entry, reference = self._session.current, self._referring.reference
        if entry is None or reference is None:
            return
        if self.dialog is None:
            self.dialog, self._of_dialog = SwatchDialog(self._window), entry
            self.dialog.swatches_requested.connect(self._referring.set_swatches)
            self.dialog.finished.connect(self._on_dialog_finished)
            self.dialog.lie_over(self._window.frameGeometry())
        self.dialog.show_pictures(entry.preview or entry.thumbnail or QImage(), picture_of(reference))
        self.dialog.show_swatches(reference.swatches)
        self.dialog.show()
        fit_into_screen(self.dialog)
        self.dialog.raise_()
        self.dialog.activateWindow()

    @Slot()
    def _on_dialog_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None
