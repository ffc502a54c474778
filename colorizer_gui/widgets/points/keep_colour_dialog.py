"""Asks under which name a colour is to be kept, and where it is known from."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget


class KeepColourDialog(QDialog):
    """A name and a source.

    Signals
    -------
    named(str, str)
        The user gave a name and perhaps a source.

    Attributes
    ----------
    name, source
        What is typed.
    """

    named = Signal(str, str)

    def __init__(self, taken: frozenset[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taken = taken
        self.setWindowTitle(self.tr("Keep This Colour"))
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("Grandmother’s dress"))
        self.source = QLineEdit()
        self.source.setPlaceholderText(self.tr("The dress itself, in the wardrobe"))
        self._note = QLabel()
        self._note.setWordWrap(True)
        form = QFormLayout()
        form.addRow(self.tr("&Name"), self.name)
        form.addRow(self.tr("&Known from"), self.source)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._keep = buttons.addButton(self.tr("Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._keep.setDefault(True)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        self.name.textChanged.connect(self._on_changed)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._note)
        layout.addWidget(buttons)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        name = self.name.text().strip()
        self._keep.setEnabled(bool(name))
        replaced = self.tr("The colour that has this name now is replaced.")
        self._note.setText(replaced if name in self._taken else "")

    @Slot()
    def _on_accepted(self) -> None:
        self.named.emit(self.name.text().strip(), self.source.text().strip())
        self.accept()
