"""Small parts of forms: a box of choices, and a hint below a field."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QLabel


def choice_box(values: Sequence[object], texts: Sequence[str], value: object) -> QComboBox:
    """A box that shows texts for values, with one of them chosen."""
    box = QComboBox()
    with QSignalBlocker(box):
        box.addItems(list(texts))
        box.setCurrentIndex(values.index(value))
    return box


def hint(text: str = "") -> QLabel:
    """A muted text that says more about the field above."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
    return label
