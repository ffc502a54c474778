"""The reference photo of a whole batch, between the page and the controllers."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.photo_io import SUPPORTED_SUFFIXES
from colorizer_gui.core.prediction.reference import Matching, Reference
from colorizer_gui.settings.batch_choices import BatchChoices
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.batch.page import BatchPage
from colorizer_gui.widgets.dialogs import file_dialogs as dialogs
from colorizer_gui.window.reference.reference_picture import picture_of


class BatchReferencePresenter(QObject):
    """Chooses a photo that all photos of the batch are to look like."""

    def __init__(self, window: QWidget, workspace: Workspace, settings: Settings, page: BatchPage) -> None:
        super().__init__(window)
        self._window, self._settings, self._page = window, settings, page
        self._list, self._referring = workspace.batch.list, workspace.referring
        self._tools = page.options.reference
        self._last_folder: Path | None = None
        self._tools.choosing_requested.connect(self._ask)
        self._tools.well.path_dropped.connect(self.choose)
        self._tools.strength.strength_requested.connect(self._on_strength_requested)
        self._tools.matching_requested.connect(self._on_matching_requested)
        self._tools.removal_requested.connect(self._on_removal_requested)
        self._referring.read_for_batch.connect(self._on_read)
        self._referring.failed_for_batch.connect(self._on_failed)
        self._list.choices_changed.connect(self._show)
        self._show(self._list.choices)

    @Slot(object)
    def choose(self, path: Path) -> None:
        """Have all photos look like that of a file."""
        self._tools.show_reading(path.name)
        self._referring.read_for_batch_from(path)

    @Slot()
    def _ask(self) -> None:
        path = dialogs.ask_reference(self._window, self._folder, SUPPORTED_SUFFIXES)
        if path is not None:
            self._last_folder = path.parent
            self.choose(path)

    @property
    def _folder(self) -> Path:
        """Where references are looked for: where the last one was, or beside the photos of the batch."""
        jobs = self._list.jobs
        beside = None if not jobs else jobs[0].request.source.parent
        found = (each for each in (self._last_folder, beside) if each is not None and each.is_dir())
        return next(found, self._settings.last_folder)

    @Slot(object)
    def _on_read(self, reference: Reference) -> None:
        before = self._list.choices.reference
        if before is not None:
            reference = replace(reference, strength=before.strength, matching=before.matching)
        self._choose(reference)

    @Slot(object)
    def _on_failed(self, sentence: str) -> None:
        self._page.message_bar.show_notice(sentence)
        self._show(self._list.choices)

    @Slot(float)
    def _on_strength_requested(self, strength: float) -> None:
        reference = self._list.choices.reference
        if reference is not None:
            self._choose(replace(reference, strength=strength))

    @Slot(object)
    def _on_matching_requested(self, matching: Matching) -> None:
        reference = self._list.choices.reference
        if reference is not None:
            self._choose(replace(reference, matching=matching))

    @Slot()
    def _on_removal_requested(self) -> None:
        self._choose(None)

    def _choose(self, reference: Reference | None) -> None:
        self._list.choose(replace(self._list.choices, reference=reference))

    @Slot(object)
    def _show(self, choices: BatchChoices) -> None:
        reference = choices.reference
        self._tools.show_reference(reference, QImage() if reference is None else picture_of(reference))
