"""How much work by hand is kept, and a way to have it forgotten."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from colorizer_gui.core.pipeline.kept_work import KeptWork


class KeptWorkButton(QPushButton):
    """Forgets the work on all photos, after a question."""

    def __init__(self, kept: KeptWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = kept
        self.clicked.connect(self._on_clicked)
        self._show_count()

    def _show_count(self) -> None:
        count = len(self._kept)
        self.setText(self.tr("Forget the Work… (photos: {0})").format(count))
        self.setEnabled(bool(count))

    @Slot()
    def _on_clicked(self) -> None:
        text = self.tr(
            "Points and settings are kept for when a photo is opened again. Forget those of all photos? "
            "Photos and results stay as they are."
        )
        if QMessageBox.question(self, "Tintype", text) is QMessageBox.StandardButton.Yes:
            self._kept.forget_all()
            self._show_count()
