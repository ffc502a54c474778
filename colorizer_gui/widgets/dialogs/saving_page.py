"""The page of the settings that says how results are written, and how large a photo may be."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from colorizer_gui.core.batch import NameTemplate, PlanError
from colorizer_gui.core.batch.planning.single_names import single_target
from colorizer_gui.desktop.translation import in_own_language
from colorizer_gui.settings.saving_settings import (
    COMPRESSIONS,
    DEPTHS,
    LEAST_MEGAPIXELS,
    MOST_MEGAPIXELS,
    PROFILES,
)
from colorizer_gui.settings.settings import FORMATS, Settings
from colorizer_gui.widgets.common.choices import choice_box, hint_label, number_box
from colorizer_gui.widgets.dialogs.file_choice import FolderChoice
from colorizer_gui.widgets.dialogs.setting_form import SettingForm


class SavingPage(QWidget):
    """Changes hold at once.

    Attributes
    ----------
    folder_choice, name_edit
        Where results of single photos go, and what they are called.
    format_box, depth_box, quality_box, compression_box, lossless_box, profile_box, megapixels_box
        What else can be set.
    """

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._make_fields()
        self._lay_out()
        self._show_name()
        self._connect()

    def _make_fields(self) -> None:
        settings, saving = self._settings, self._settings.saving
        same = self.tr("Same as the original")
        self.format_box = choice_box(FORMATS, [same, "JPEG", "PNG", "TIFF", "WebP"], settings.save_format)
        self.depth_box = choice_box(DEPTHS, [same, self.tr("8 bits"), self.tr("16 bits")], saving.depth)
        self.quality_box = number_box((1, 100), settings.quality)
        self.lossless_box = QCheckBox(self.tr("&WebP without loss"))
        self.lossless_box.setChecked(saving.webp_lossless)
        self.compression_box = choice_box(
            COMPRESSIONS, ["Deflate", "LZW", self.tr("None")], saving.tiff_compression
        )
        self.profile_box = choice_box(PROFILES, ["sRGB", self.tr("That of the original")], saving.profile)
        megapixels = (LEAST_MEGAPIXELS, MOST_MEGAPIXELS)
        self.megapixels_box = number_box(megapixels, saving.max_megapixels, self.tr(" megapixels"))
        self.megapixels_box.setGroupSeparatorShown(True)
        self.folder_choice = FolderChoice(
            self.tr("Folder for the Results"),
            self.tr("Beside each original"),
            (self.tr("Choose a Folder…"), self.tr("Beside the Original")),
        )
        self.folder_choice.show_file(saving.output)
        self.name_edit = QLineEdit(saving.template)
        self.name_note = hint_label()

    def _lay_out(self) -> None:
        form = SettingForm(self)
        form.add(
            self.tr("Save &into"), self.folder_choice, tip=self.tr("Where Save puts the colorized photos")
        )
        form.add(self.tr("&Names"), self.name_edit, self.name_note)
        self.name_edit.setToolTip(
            self.tr("What Save calls the photos: {name}, {parent} and {date} are filled in")
        )
        form.add(
            self.tr("Save &as"),
            self.format_box,
            tip=self.tr("In which kind of file results are written; “Same” writes a TIFF of a TIFF"),
        )
        form.add(
            self.tr("&Depth"),
            self.depth_box,
            tip=self.tr("16 bits keep finer steps of light and need twice the space; JPEG and WebP have 8"),
        )
        form.add(
            self.tr("&Quality of JPEG and WebP"),
            self.quality_box,
            tip=self.tr(
                "With 100 hardly any detail is lost and files are large; below 80 blocks can be seen"
            ),
        )
        form.add(
            "",
            self.lossless_box,
            tip=self.tr("Every pixel stays as it is; such files are several times larger"),
        )
        form.add(
            self.tr("Compression of &TIFF"),
            self.compression_box,
            tip=self.tr("How TIFF files are made smaller; the picture is the same with each"),
        )
        form.add(
            self.tr("C&olour space"),
            self.profile_box,
            self.tr("Another colour space than sRGB needs an original with a profile of its own."),
        )
        form.add(
            self.tr("&Largest photo"),
            self.megapixels_box,
            self.tr("Larger photos are not opened: they could fill the memory."),
        )

    def _connect(self) -> None:
        self.folder_choice.file_chosen.connect(self._on_folder_chosen)
        self.name_edit.textChanged.connect(self._on_name_changed)
        self.format_box.activated.connect(self._on_format_activated)
        self.depth_box.activated.connect(self._on_depth_activated)
        self.quality_box.valueChanged.connect(self._on_quality_changed)
        self.lossless_box.toggled.connect(self._on_lossless_toggled)
        self.compression_box.activated.connect(self._on_compression_activated)
        self.profile_box.activated.connect(self._on_profile_activated)
        self.megapixels_box.valueChanged.connect(self._on_megapixels_changed)

    def _show_name(self) -> None:
        """Say what a photo would be called, or what is wrong with the name."""
        role = self.palette().ColorRole
        try:
            template = NameTemplate(self.name_edit.text())
        except PlanError as exc:
            self.name_note.setForegroundRole(role.BrightText)
            self.name_note.setText(in_own_language(exc.sentence))
            return
        self._settings.saving.template = template.text
        example = single_target(Path("Album") / "Scan 12.jpg", template, folder=Path())
        self.name_note.setForegroundRole(role.PlaceholderText)
        self.name_note.setText(self.tr("“Scan 12.jpg” becomes “{0}”.").format(example.name))

    @Slot(object)
    def _on_folder_chosen(self, folder: Path | None) -> None:
        self._settings.saving.output = folder

    @Slot()
    def _on_name_changed(self) -> None:
        self._show_name()

    @Slot(int)
    def _on_format_activated(self, index: int) -> None:
        self._settings.save_format = FORMATS[index]

    @Slot(int)
    def _on_depth_activated(self, index: int) -> None:
        self._settings.saving.depth = DEPTHS[index]

    @Slot(int)
    def _on_quality_changed(self, quality: int) -> None:
        self._settings.quality = quality

    @Slot(bool)
    def _on_lossless_toggled(self, lossless: bool) -> None:
        self._settings.saving.webp_lossless = lossless

    @Slot(int)
    def _on_compression_activated(self, index: int) -> None:
        self._settings.saving.tiff_compression = COMPRESSIONS[index]

    @Slot(int)
    def _on_profile_activated(self, index: int) -> None:
        self._settings.saving.profile = PROFILES[index]

    @Slot(int)
    def _on_megapixels_changed(self, megapixels: int) -> None:
        self._settings.saving.max_megapixels = megapixels
