"""The page of the settings that says how results are written, and how large a photo may be."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from colorizer_gui.settings.saving_settings import (
    COMPRESSIONS,
    DEPTHS,
    LEAST_MEGAPIXELS,
    MOST_MEGAPIXELS,
    PROFILES,
)
from colorizer_gui.settings.settings import FORMATS, Settings
from colorizer_gui.widgets.common.choices import choice_box, number_box
from colorizer_gui.widgets.dialogs.setting_form import SettingForm


class SavingPage(QWidget):
    """Changes hold at once.

    Attributes
    ----------
    format_box, depth_box, quality_box, compression_box, lossless_box, profile_box, megapixels_box
        What can be set.
    """

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        saving = settings.saving
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
        form = SettingForm(self)
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
        self.format_box.activated.connect(self._on_format_activated)
        self.depth_box.activated.connect(self._on_depth_activated)
        self.quality_box.valueChanged.connect(self._on_quality_changed)
        self.lossless_box.toggled.connect(self._on_lossless_toggled)
        self.compression_box.activated.connect(self._on_compression_activated)
        self.profile_box.activated.connect(self._on_profile_activated)
        self.megapixels_box.valueChanged.connect(self._on_megapixels_changed)

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
