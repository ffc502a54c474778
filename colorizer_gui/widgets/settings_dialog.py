"""The few things that are set once: where to compute, with which weights, how to save, which language."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from colorizer_gui.settings import DEVICES, FORMATS, LANGUAGES, Settings


class SettingsDialog(QDialog):
    """Changes hold at once; there is nothing to confirm.

    Signals
    -------
    colorizer_changed()
        Another device or another weights file is to be used.

    Attributes
    ----------
    device_box, format_box, quality_box, language_box
        What can be set.
    weights_label
        Names the weights file.
    """

    colorizer_changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(self.tr("Settings"))
        device = [self.tr("Automatic"), self.tr("Processor"), "CUDA", "MPS"]
        self.device_box = _box(DEVICES, device, settings.device)
        same = self.tr("Same as the original")
        self.format_box = _box(FORMATS, [same, "JPEG", "PNG", "TIFF", "WebP"], settings.save_format)
        system = self.tr("Language of the system")
        self.language_box = _box(LANGUAGES, [system, "English", "Deutsch", "Español"], settings.language)
        self.quality_box = QSpinBox()
        self.quality_box.setRange(1, 100)
        self.quality_box.setValue(settings.quality)
        self.weights_label = QLabel()
        self.weights_label.setWordWrap(True)
        choose = QPushButton(self.tr("Use Other Weights…"))
        self.release_button = QPushButton(self.tr("Use Tintype's Own"))
        weights = QHBoxLayout()
        weights.addWidget(choose)
        weights.addWidget(self.release_button)
        form = QFormLayout()
        form.addRow(self.tr("&Compute on"), self.device_box)
        form.addRow(self.tr("Weights"), self.weights_label)
        form.addRow("", weights)
        form.addRow(self.tr("Save &as"), self.format_box)
        form.addRow(self.tr("&Quality of JPEG and WebP"), self.quality_box)
        form.addRow(self.tr("&Language"), self.language_box)
        hint = QLabel(self.tr("Another language shows at the next start."))
        hint.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        form.addRow("", hint)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        button = buttons.button(QDialogButtonBox.StandardButton.Close)
        button.setText(self.tr("Close"))
        button.setIcon(QIcon())
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addStretch()
        layout.addWidget(buttons)
        self.setMinimumWidth(460)
        self.device_box.activated.connect(self._on_device_activated)
        self.format_box.activated.connect(self._on_format_activated)
        self.language_box.activated.connect(self._on_language_activated)
        self.quality_box.valueChanged.connect(self._on_quality_changed)
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
    def _on_format_activated(self, index: int) -> None:
        self._settings.save_format = FORMATS[index]

    @Slot(int)
    def _on_language_activated(self, index: int) -> None:
        self._settings.language = LANGUAGES[index]

    @Slot(int)
    def _on_quality_changed(self, quality: int) -> None:
        self._settings.quality = quality

    @Slot()
    def _on_choose_clicked(self) -> None:
        title, kind = self.tr("Use Other Weights"), self.tr("Weights files")
        name, _ = QFileDialog.getOpenFileName(self, title, "", f"{kind} (*.safetensors)")
        if name:
            self._use_weights(Path(name))

    @Slot()
    def _on_release_clicked(self) -> None:
        self._use_weights(None)


def _box(values: Sequence[str], texts: Sequence[str], value: str) -> QComboBox:
    box = QComboBox()
    with QSignalBlocker(box):
        box.addItems(list(texts))
        box.setCurrentIndex(values.index(value))
    return box
