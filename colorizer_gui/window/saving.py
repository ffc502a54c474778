"""Saves the photo that is shown, as the user asks for it."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from colorizer_gui.controllers.session.session import Entry
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.batch import NameTemplate
from colorizer_gui.core.batch.planning.single_names import single_target
from colorizer_gui.core.common.resource_files import is_sample
from colorizer_gui.core.photo_io import free_path
from colorizer_gui.core.pipeline.layer_export import LAYER_SUFFIXES, PLANES_SUFFIXES
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.dialogs import file_dialogs as dialogs
from colorizer_gui.window.actions import WindowActions
from colorizer_gui.workers.photo.requests import Export


class SavingActions(QObject):
    """Saves and exports, and asks for a file name where there is none."""

    def __init__(
        self, window: QWidget, workspace: Workspace, settings: Settings, actions: WindowActions
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._settings = settings
        for action, slot in (
            (actions.save, self._on_save_requested),
            (actions.save_as, self._on_save_as_requested),
            (actions.export_layer, self._on_export_layer_requested),
            (actions.export_planes, self._on_export_planes_requested),
        ):
            action.triggered.connect(slot)

    @Slot()
    def _on_save_requested(self) -> None:
        entry = self._workspace.session.current
        if entry is not None and entry.path is None:
            self._on_save_as_requested()
        elif entry is not None:
            self._save(entry, self._proposal(entry))

    @Slot()
    def _on_save_as_requested(self) -> None:
        entry = self._workspace.session.current
        if entry is None or entry.prediction is None:
            return
        choice = dialogs.ask_save(self._window, free_path(self._proposal(entry)), self._settings.quality)
        if choice is not None:
            self._save(entry, choice.target, choice.quality)

    def save_unsaved(self) -> None:
        """Save all photos that were adjusted by hand; pasted ones into the folder that was used last."""
        for entry in self._workspace.unsaved:
            self.save_entry(entry)

    def save_entry(self, entry: Entry) -> None:
        """Save a photo without a question; a pasted one into the folder that was used last."""
        self._save(entry, self._proposal(entry))

    def _proposal(self, entry: Entry) -> Path:
        """Where the settings say that the result goes; without a file, from the folder that was used last."""
        saving = self._settings.saving
        source = entry.named_path or self._settings.last_folder / f"{entry.name}.png"
        return single_target(
            source,
            NameTemplate(saving.template),
            folder=saving.output or (self._settings.last_folder if is_sample(source) else None),
            suffix=self._settings.save_suffix,
            photo=entry.photo,
        )

    @Slot()
    def _on_export_layer_requested(self) -> None:
        self._export(Export.LAYER, "colour-layer", ".png", LAYER_SUFFIXES)

    @Slot()
    def _on_export_planes_requested(self) -> None:
        self._export(Export.PLANES, "lab", ".tif", PLANES_SUFFIXES)

    def _export(self, export: Export, name: str, suffix: str, suffixes: frozenset[str]) -> None:
        entry = self._workspace.session.current
        if entry is None or entry.prediction is None:
            return
        source = entry.named_path or self._settings.last_folder / entry.name
        proposal = free_path(source.with_name(f"{source.stem}-{name}{suffix}"))
        target = dialogs.ask_target(self._window, proposal, suffixes)
        if target is not None:
            self._workspace.colorization.save(entry, target, label=self._settings.saving.label, export=export)

    def _save(self, entry: Entry, target: Path, quality: int | None = None) -> None:
        settings = self._settings
        options = settings.saving.writing(quality or settings.quality)
        self._workspace.save(entry, target, options=options, label=settings.saving.label)
