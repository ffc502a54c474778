"""A form of settings: names on the left, level with their fields, and hints close below them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from colorizer_gui.widgets.common.choices import hint_label
from colorizer_gui.widgets.style.theme import SPACE

_HINT_GAP = 4
_MARGIN = 12


class SettingForm(QFormLayout):
    """Rows with one distance.

    Qt sets names higher than the fields beside them, and gives a hint that is a row of its own the same
    distance from the field that it belongs to as from the next one.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self.setHorizontalSpacing(2 * SPACE)
        self.setVerticalSpacing(SPACE + 4)

    def add(self, title: str, field: QWidget, hint: str | QLabel = "", *, tip: str = "") -> None:
        """Add a field, and below it what more there is to say.

        Parameters
        ----------
        title
            With the letter that leads to the field; empty for a field that has its text itself.
        tip
            What the field does to the picture, for who points at it; the hint where there is none.
        """
        tip = tip or (hint if isinstance(hint, str) else "")
        field.setToolTip(tip)
        field.setWhatsThis(tip)
        label = QLabel(title)
        label.setBuddy(field)
        label.setToolTip(tip)
        field.ensurePolished()
        label.setFixedHeight(first_line_height(field))
        label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        if not hint:
            self.addRow(label, field)
            return
        column = QVBoxLayout()
        column.setSpacing(_HINT_GAP)
        column.addWidget(field)
        column.addWidget(hint if isinstance(hint, QLabel) else hint_label(hint))
        self.addRow(label, column)


def first_line_height(field: QWidget) -> int:
    """What is beside a name: the whole of a low field, the first line of a high one."""
    return min(field.sizeHint().height(), 2 * field.fontMetrics().height())
