"""The few things that are set once: where to compute, with which weights, how to save, which language."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from colorizer_gui.settings import DEVICES, LANGUAGES, Settings
from colorizer_gui.widgets.choices import choice_box, hint
from colorizer_gui.widgets.label_page import LabelPage
from colorizer_gui.widgets.saving_page import SavingPage


class SettingsDialog(QDialog):
    """Changes hold at once; there is nothing to confirm.

    Signals
    -------
    colorizer_changed()
        Another device or another weights file is to be used.

    Attributes
    ----------
    device_box, language_box
        What can be set on the first page.
    saving_page, label_page
        The other pages.
    tabs
        Holds the pages.
    weights_label
        Names the weights file.
    """

    colorizer_changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(self.tr("Settings"))
        device = [self.tr("Automatic"), self.tr("Processor"), "CUDA", "MPS"]
        self.device_box = choice_box(DEVICES, device, settings.device)
        system = self.tr("Language of the system")
        self.language_box = choice_box(
            LANGUAGES, [system, "English", "Deutsch", "Español"], settings.language
        )
        self.weights_label = QLabel()
        self.weights_label.setWordWrap(True)
        choose = QPushButton(self.tr("Use Other Weights…"))
        self.release_button = QPushButton(self.tr("Use Tintype's Own"))
        weights = QHBoxLayout()
        weights.addWidget(choose)
        weights.addWidget(self.release_button)
        general = QWidget()
        form = QFormLayout(general)
        form.addRow(self.tr("&Compute on"), self.device_box)
        form.addRow(self.tr("Weights"), self.weights_label)
        form.addRow("", weights)
        form.addRow(self.tr("&Language"), self.language_box)
        form.addRow("", hint(self.tr("Another language shows at the next start.")))
        self.saving_page = SavingPage(settings)
        self.label_page = LabelPage(settings)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(general, self.tr("&General"))
        self.tabs.addTab(self.saving_page, self.tr("Photo &Files"))
        self.tabs.addTab(self.label_page, self.tr("La&bel"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        button = buttons.button(QDialogButtonBox.StandardButton.Close)
        button.setText(self.tr("Close"))
        button.setIcon(QIcon())
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs)
        layout.addWidget(buttons)
        self.setMinimumWidth(460)
        self.device_box.activated.connect(self._on_device_activated)
        self.language_box.activated.connect(self._on_language_activated)
        choose.clicked.connect(self._on_choose_clicked)
        self.release_button.clicked.connect(self._on_release_clicked)
        self._show_weights()

    def _show_weights(self) -> None:
        weights = self._settings.weights
        own = weights is None
        self.weights_label.setText(self.tr("Tintype's own") if weights is None else weights.name)
        self.weights_label.setToolTip("" if weights is None else str(weights))
        self.release_button.setEnabled(not own)

    def _use_weights(self, weights: Path | None) -> None:
        self._settings.weights = weights
        self._show_weights()
        self.colorizer_changed.emit()

    @Slot(int)
    def _on_device_activated(self, index: int) -> None:
        if DEVICES[index] != self._settings.device:
            self._settings.device = DEVICES[index]
            self.colorizer_changed.emit()

    @Slot(int)
    def _on_language_activated(self, index: int) -> None:
        self._settings.language = LANGUAGES[index]

    @Slot()
    def _on_choose_clicked(self) -> None:
        title, kind = self.tr("Use Other Weights"), self.tr("Weights files")
        name, _ = QFileDialog.getOpenFileName(self, title, "", f"{kind} (*.safetensors)")
        if name:
            self._use_weights(Path(name))

    @Slot()
    def _on_release_clicked(self) -> None:
        self._use_weights(None)
