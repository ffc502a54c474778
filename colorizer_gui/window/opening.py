"""What is to be opened: chosen in a dialog, dropped, pasted, or opened before."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.common.resource_files import sample_photo
from colorizer_gui.core.photo_io import SUPPORTED_SUFFIXES
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.common.mime import image_of, paths_of
from colorizer_gui.widgets.compare.empty_state import EmptyState
from colorizer_gui.widgets.dialogs import file_dialogs as dialogs
from colorizer_gui.window.actions import WindowActions
from colorizer_gui.window.batch.face import BatchFace
from colorizer_gui.window.batch.page_switch import PageSwitch


class OpeningActions(QObject):
    """Opens photos, or adds them to the batch while that is shown."""

    def __init__(
        self,
        window: QMainWindow,
        workspace: Workspace,
        settings: Settings,
        page_switch: PageSwitch,
        batch: BatchFace,
        *,
        actions: WindowActions,
        empty_state: EmptyState,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._loading = workspace.loading
        self._warm_up = workspace.colorization.warm_up
        self._settings = settings
        self._page_switch = page_switch
        self._batch = batch
        batch.photo_requested.connect(self.open_photo)
        actions.open.triggered.connect(self.ask_photos)
        actions.open_folder.triggered.connect(self.ask_folder)
        actions.paste.triggered.connect(self.paste)
        empty_state.open_requested.connect(self.ask_photos)
        empty_state.sample_requested.connect(self.open_sample)
        empty_state.recent_requested.connect(self.open_photo)

    @Slot(list)
    def open_paths(self, paths: list[Path]) -> None:
        """Open files and folders in the place of the batch."""
        if paths:
            self._page_switch.leave()
        self._loading.open_paths(paths)

    @Slot(object)
    def open_photo(self, path: Path) -> None:
        """Open one photo."""
        self.open_paths([path])

    @Slot()
    def open_sample(self) -> None:
        """Open a photo that comes with Tintype."""
        self.open_photo(sample_photo())

    @Slot()
    def ask_photos(self) -> None:
        """Open what the user chooses."""
        self._warm_up()
        self._take_chosen(dialogs.ask_photos(self._window, self._settings.last_folder, SUPPORTED_SUFFIXES))

    @Slot()
    def ask_folder(self) -> None:
        """Open the folder that the user chooses."""
        self._warm_up()
        folder = dialogs.ask_folder(self._window, self._settings.last_folder)
        self._take_chosen([] if folder is None else [folder])

    @Slot()
    def paste(self) -> None:
        """Open what is in the clipboard."""
        if not self.take_mime(QGuiApplication.clipboard().mimeData()):
            self._page_switch.message_bar.show_notice(self.tr("There is no photo in the clipboard."))

    def take_mime(self, mime: QMimeData) -> bool:
        """Open what was dropped or pasted; whether there was anything."""
        paths, image = paths_of(mime), image_of(mime)
        if paths:
            self._take(paths)
        elif image is not None:
            self._page_switch.leave()
            self._loading.open_image(image)
        return bool(paths) or image is not None

    def _take_chosen(self, paths: list[Path]) -> None:
        if paths:
            self._settings.last_folder = paths[0].parent
            self._take(paths)

    def _take(self, paths: list[Path]) -> None:
        if self._page_switch.is_shown:
            self._batch.add(paths)
        else:
            self.open_paths(paths)
