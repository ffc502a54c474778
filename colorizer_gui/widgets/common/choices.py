"""Small parts of forms: a box of choices, a box for a number, and a hint below a field."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLabel, QLineEdit, QSpinBox

#: From the frame of a box to its number, as in the other fields; style sheets cannot say it.
_INDENT: Final = 7


def choice_box(values: Sequence[object], texts: Sequence[str], value: object) -> QComboBox:
    """A box that shows texts for values, with one of them chosen."""
    box = QComboBox()
    with QSignalBlocker(box):
        box.addItems(list(texts))
        box.setCurrentIndex(values.index(value))
    return box


def number_box(limits: tuple[int, int], value: int, suffix: str = "") -> QSpinBox:
    """A box for a whole number."""
    box = QSpinBox()
    box.setRange(*limits)
    box.setSuffix(suffix)
    box.setValue(value)
    indent(box)
    return box


def indent(box: QAbstractSpinBox) -> None:
    """Let a number begin where the text of other fields does."""
    edit = box.findChild(QLineEdit)
    assert edit is not None
    edit.setTextMargins(_INDENT, 0, 0, 0)


def hint_label(text: str = "") -> QLabel:
    """A muted text that says more about the field above."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
    return label
