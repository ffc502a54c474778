"""The batch as a face of the window: made when it is first needed, which it is in few of all starts."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.messages.message_bar import MessageBar
from colorizer_gui.window.batch.defaults import BatchDefaults

if TYPE_CHECKING:
    from colorizer_gui.widgets.batch.page import BatchPage
    from colorizer_gui.window.batch.actions import BatchActions


class BatchFace(QObject):
    """Owns the page of the batch and all that stands behind it.

    Signals
    -------
    made(BatchPage)
        Once, when the page is there.
    photo_requested(Path)
        A photo of the list is to be opened in the photo view.
    """

    made = Signal(object)
    photo_requested = Signal(object)

    def __init__(
        self,
        window: QMainWindow,
        workspace: Workspace,
        settings: Settings,
        bar: MessageBar,
        to_batch: QAction,
    ) -> None:
        super().__init__(window)
        self._window, self._workspace, self._settings = window, workspace, settings
        self._bar, self._to_batch = bar, to_batch
        self._defaults = BatchDefaults(self, workspace.batch.list, settings)
        self._parts: tuple[BatchPage, BatchActions] | None = None

    @property
    def made_page(self) -> "BatchPage | None":
        """The page, if anybody has needed it."""
        return None if self._parts is None else self._parts[0]

    @property
    def page(self) -> "BatchPage":
        """The page; made when it is first asked for."""
        return self._needed()[0]

    @Slot(object)
    def add(self, paths: Sequence[Path]) -> None:
        """Add photos and folders to the list."""
        self._needed()[1].add(paths)

    def _needed(self) -> "tuple[BatchPage, BatchActions]":
        if self._parts is None:
            # Two dozen modules of widgets and presenters, for which no start is to wait.
            from colorizer_gui.window.batch.assembly import assembled

            self._parts = page, actions = assembled(
                self._window,
                self._workspace,
                self._settings,
                defaults=self._defaults,
                bar=self._bar,
                to_batch=self._to_batch,
            )
            actions.photo_requested.connect(self.photo_requested)
            self.made.emit(page)
        return self._parts
