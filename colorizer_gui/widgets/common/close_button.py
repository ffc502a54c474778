"""The row of buttons under a dialog that only needs to be closed."""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox


def close_row(dialog: QDialog, text: str) -> QDialogButtonBox:
    """A box with a button of that text that closes the dialog; more can be added to it."""
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    button = box.button(QDialogButtonBox.StandardButton.Close)
    button.setText(text)
    button.setIcon(QIcon())
    box.rejected.connect(dialog.close)
    return box
