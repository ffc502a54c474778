"""The dialog for what nobody expected: a sentence, the details, and a way to copy them."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from colorizer_gui.widgets.common.close_button import close_row


class ErrorDialog(QDialog):
    """Non-modal, so that work can be saved; further errors are added to the same text."""

    def __init__(self, log_path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.resize(640, 420)
        label = QLabel(
            self.tr(
                "Tintype met an error that it did not expect. Your originals are untouched, "
                "and you can go on working. If it comes again, please report it with the details below."
            )
        )
        label.setWordWrap(True)
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setAccessibleName(self.tr("Details"))
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(self.font().pointSizeF())
        self.details.setFont(fixed)
        where = QLabel(self.tr("Log: {0}").format(log_path))
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        where.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        where.setWordWrap(True)
        buttons = close_row(self, self.tr("Close"))
        self.copy_button = QPushButton(self.tr("Copy Details"))
        buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.clicked.connect(self._on_copy_clicked)
        layout = QVBoxLayout(self)
        for widget in (label, self.details, where, buttons):
            layout.addWidget(widget)

    def add(self, details: str) -> None:
        """Show one more error."""
        text = self.details.toPlainText()
        self.details.setPlainText(f"{text}\n\n{details}" if text else details)

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
