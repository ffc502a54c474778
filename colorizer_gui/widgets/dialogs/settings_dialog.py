"""The few things that are set once: where to compute, with which weights, how to save, which language."""

from pathlib import Path

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from colorizer_gui.core.common.errors import ColorizationError
from colorizer_gui.core.inference.devices import DEVICES
from colorizer_gui.core.pipeline.kept_work import KeptWork
from colorizer_gui.desktop.devices import possible_devices
from colorizer_gui.desktop.display_profile import read_display_profile
from colorizer_gui.desktop.translation import in_own_language
from colorizer_gui.settings.settings import APPEARANCES, LANGUAGES, Settings
from colorizer_gui.widgets.common.choices import choice_box
from colorizer_gui.widgets.common.close_button import close_row
from colorizer_gui.widgets.common.setting_scroll import PageScroll
from colorizer_gui.widgets.dialogs.file_choice import FileChoice
from colorizer_gui.widgets.dialogs.kept_work_button import KeptWorkButton
from colorizer_gui.widgets.dialogs.label_page import LabelPage
from colorizer_gui.widgets.dialogs.saving_page import SavingPage
from colorizer_gui.widgets.dialogs.setting_form import SettingForm


class SettingsDialog(QDialog):
    """Changes hold at once; there is nothing to confirm.

    Signals
    -------
    colorizer_changed()
        Another device or another weights file is to be used.

    Attributes
    ----------
    device_box, appearance_box, language_box
        What can be set on the first page.
    devices
        Those that are offered, in order.
    saving_page, label_page
        The other pages.
    tabs
        Holds the pages.
    weights_choice, display_choice
        Files that are used instead of what comes with Tintype, or with the system.
    restore_box, turned_box
        Whether the last session is opened, and whether photos that lie on their side are noticed.
    """

    colorizer_changed = Signal()

    def __init__(
        self, settings: Settings, parent: QWidget | None = None, kept: KeptWork | None = None
    ) -> None:
        super().__init__(parent)
        self._kept = kept
        self._settings = settings
        self.setWindowTitle(self.tr("Settings"))
        self._make_fields()
        self.saving_page = SavingPage(settings)
        self.label_page = LabelPage(settings)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(PageScroll(self._general_page()), self.tr("&General"))
        self.tabs.addTab(PageScroll(self.saving_page), self.tr("Photo &Files"))
        self.tabs.addTab(PageScroll(self.label_page), self.tr("What &Results Say"))
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs)
        layout.addWidget(close_row(self, self.tr("Close")))
        self.resize(self.sizeHint().expandedTo(QSize(460, 0)))
        self._connect()

    def _make_fields(self) -> None:
        settings = self._settings
        self.devices = _devices(settings.device)
        self.device_box = choice_box(self.devices, self._device_names(), settings.device)
        system = self.tr("Language of the system")
        self.language_box = choice_box(("", *LANGUAGES), [system, *LANGUAGES.values()], settings.language)
        looks = [self.tr("As the system"), self.tr("Light"), self.tr("Dark")]
        self.appearance_box = choice_box(APPEARANCES, looks, settings.appearance)
        self.weights_choice = FileChoice(
            self.tr("Model"),
            self.tr("Tintype's own"),
            (self.tr("Use Another Model…"), self.tr("Use Tintype's Own")),
            f"{self.tr('Models')} (*.safetensors *.onnx *.pth *.pt *.ckpt)",
        )
        self.weights_choice.show_file(settings.weights)
        self.display_choice = FileChoice(
            self.tr("Display profile"),
            self.tr("None; colours are shown as other programs show them"),
            (self.tr("Use a Profile…"), self.tr("Use None")),
            f"{self.tr('Colour profiles')} (*.icc *.icm *.ICC *.ICM)",
        )
        self.display_choice.show_file(settings.display_profile)
        self.restore_box = QCheckBox(self.tr("&Open the photos of last time at the start"))
        self.restore_box.setChecked(settings.restores_session)
        self.turned_box = QCheckBox(self.tr("&Notice photos that lie on their side"))
        self.turned_box.setChecked(settings.notices_turned)

    def _device_names(self) -> list[str]:
        names = {"auto": self.tr("Automatic"), "cpu": self.tr("Processor"), "cuda": "CUDA", "mps": "MPS"}
        missing, text = set(self.devices) - possible_devices(), self.tr("{0} (not on this computer)")
        return [text.format(names[each]) if each in missing else names[each] for each in self.devices]

    def _general_page(self) -> QWidget:
        general = QWidget()
        form = SettingForm(general)
        form.add(
            self.tr("&Compute on"),
            self.device_box,
            tip=self.tr("What guesses the colours: a graphics card is faster, and the colours are the same"),
        )
        form.add(
            self.tr("Model"),
            self.weights_choice,
            tip=self.tr("What has learnt to guess colours; another model guesses other colours"),
        )
        form.add(
            self.tr("Display profile"),
            self.display_choice,
            tip=self.tr("Corrects how photos look on your screen; saved files do not depend on it"),
        )
        form.add(
            self.tr("Loo&k"),
            self.appearance_box,
            tip=self.tr("Light or dark surroundings of the photo; the photo itself is the same"),
        )
        form.add(
            self.tr("&Language"), self.language_box, self.tr("Another language shows at the next start.")
        )
        form.add("", self.restore_box, tip=self.tr("Otherwise they are offered in the empty window"))
        form.add("", self.turned_box, tip=self.tr("Offers to turn them; nothing is turned unasked"))
        if self._kept is not None:
            form.add(self.tr("Work on photos"), KeptWorkButton(self._kept))
        return general

    def _connect(self) -> None:
        self.device_box.activated.connect(self._on_device_activated)
        self.appearance_box.activated.connect(self._on_appearance_activated)
        self.language_box.activated.connect(self._on_language_activated)
        self.restore_box.toggled.connect(self._on_restore_toggled)
        self.turned_box.toggled.connect(self._on_turned_toggled)
        self.weights_choice.file_chosen.connect(self._on_weights_chosen)
        self.display_choice.file_chosen.connect(self._on_display_chosen)

    @Slot(int)
    def _on_device_activated(self, index: int) -> None:
        if self.devices[index] != self._settings.device:
            self._settings.device = self.devices[index]
            self.colorizer_changed.emit()

    @Slot(int)
    def _on_language_activated(self, index: int) -> None:
        self._settings.language = ("", *LANGUAGES)[index]

    @Slot(int)
    def _on_appearance_activated(self, index: int) -> None:
        self._settings.appearance = APPEARANCES[index]

    @Slot(bool)
    def _on_restore_toggled(self, restores: bool) -> None:
        self._settings.restores_session = restores

    @Slot(bool)
    def _on_turned_toggled(self, notices: bool) -> None:
        self._settings.notices_turned = notices

    @Slot(object)
    def _on_weights_chosen(self, weights: Path | None) -> None:
        self._settings.weights = weights
        self.colorizer_changed.emit()

    @Slot(object)
    def _on_display_chosen(self, profile: Path | None) -> None:
        if profile is not None:
            try:
                read_display_profile(profile)
            except ColorizationError as exc:
                self.display_choice.show_file(self._settings.display_profile)
                self.display_choice.show_problem(in_own_language(exc.sentence))
                return
        self._settings.display_profile = profile


def _devices(chosen: str) -> tuple[str, ...]:
    """Those that this computer has, and the one that was chosen, be it here or on another computer."""
    return tuple(each for each in DEVICES if each in possible_devices() or each == chosen)
