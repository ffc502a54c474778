"""What holds for a batch whether or not its page is there: what is set, and what was chosen last."""

from PySide6.QtCore import QObject, Slot

from colorizer_gui.controllers.batch.job_list import BatchList
from colorizer_gui.core.batch import Recipe
from colorizer_gui.settings.batch_choices import BatchChoices
from colorizer_gui.settings.settings import Settings


class BatchDefaults(QObject):
    """Hands the settings to the list, and keeps what is chosen for it."""

    def __init__(self, parent: QObject, batch_list: BatchList, settings: Settings) -> None:
        super().__init__(parent)
        self._list, self._settings = batch_list, settings
        batch_list.choices = settings.batch_choices
        batch_list.choices_changed.connect(self._on_choices_changed)
        self.take_settings()

    def take_settings(self) -> None:
        """What is set for all photos of the program holds for those of a batch."""
        settings, label = self._settings, self._settings.saving.label
        self._list.model_name = "tintype" if settings.weights is None else settings.weights.stem
        self._list.base = Recipe(
            options=settings.write_options,
            reading=settings.saving.reading,
            caption=label.caption,
            source_type=label.source_type,
        )

    @Slot(object)
    def _on_choices_changed(self, choices: BatchChoices) -> None:
        self._settings.batch_choices = choices
