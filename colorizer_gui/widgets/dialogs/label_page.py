"""The page of the settings that says what a result tells about itself."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from colorizer_gui.core.recipe.result_label import SourceType
from colorizer_gui.settings.saving_settings import MARKS, SOURCE_TYPES
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.common.choices import choice_box, hint_label
from colorizer_gui.widgets.dialogs.setting_form import SettingForm


class LabelPage(QWidget):
    """Changes hold at once.

    Attributes
    ----------
    source_type_box, caption_edit, mark_box, sidecar_box
        What can be set.
    explanation
        Says in one sentence what the chosen source type means.
    """

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saving = settings.saving
        self._make_fields()
        self._lay_out()
        self._explain()
        self.source_type_box.activated.connect(self._on_source_type_activated)
        self.caption_edit.textChanged.connect(self._on_caption_changed)
        self.mark_box.activated.connect(self._on_mark_activated)
        self.sidecar_box.toggled.connect(self._on_sidecar_toggled)

    def _make_fields(self) -> None:
        names = [
            self.tr("Photo coloured by AI"),
            self.tr("Photo enhanced by an algorithm"),
            self.tr("Picture made by AI"),
        ]
        self.source_type_box = choice_box(SOURCE_TYPES, names, self._saving.source_type)
        self.explanation = hint_label()
        self.caption_edit = QLineEdit(self._saving.caption)
        self.caption_edit.setPlaceholderText(self.tr("That of the original"))
        corners = [
            self.tr("No mark"),
            self.tr("Top left"),
            self.tr("Top right"),
            self.tr("Bottom left"),
            self.tr("Bottom right"),
        ]
        self.mark_box = choice_box(MARKS, corners, self._saving.mark)
        self.sidecar_box = QCheckBox(self.tr("Write the settings beside the photo, &too"))
        self.sidecar_box.setChecked(self._saving.sidecar)

    def _lay_out(self) -> None:
        form = SettingForm(self)
        form.add(self.tr("&Origin of the picture"), self.source_type_box, self.explanation)
        form.add(
            self.tr("Ca&ption"),
            self.caption_edit,
            tip=self.tr("Written into the file as its description; the picture is not changed"),
        )
        form.add(
            self.tr("&Visible mark"),
            self.mark_box,
            self.tr("“Colorized by AI”, in small letters in a corner of the photo."),
        )
        form.add(
            self.tr("Settings file"),
            self.sidecar_box,
            self.tr("A file photo.jpg.tintype.json; opening it, or the photo, goes on with the work."),
        )

    def _explain(self) -> None:
        match self._saving.source_type:
            case SourceType.COMPOSITE:
                text = self.tr(
                    "The photo is a photograph, and its colour was made by a trained algorithm (AI)."
                )
            case SourceType.ENHANCED:
                text = self.tr(
                    "The photo is a photograph that an algorithm has enhanced; AI is not mentioned."
                )
            case SourceType.GENERATED:
                text = self.tr("The whole picture was made by a trained algorithm (AI), its forms as well.")
        self.explanation.setText(text)
        self.source_type_box.setAccessibleDescription(text)
        self.source_type_box.setToolTip(text)

    @Slot(int)
    def _on_source_type_activated(self, index: int) -> None:
        self._saving.source_type = SOURCE_TYPES[index]
        self._explain()

    @Slot(str)
    def _on_caption_changed(self, caption: str) -> None:
        self._saving.caption = caption

    @Slot(int)
    def _on_mark_activated(self, index: int) -> None:
        self._saving.mark = MARKS[index]

    @Slot(bool)
    def _on_sidecar_toggled(self, sidecar: bool) -> None:
        self._saving.sidecar = sidecar
