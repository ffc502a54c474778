"""What a place can have in the place of a colour: gray, or what it has without points."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget


class PlainRow(QWidget):
    """Two buttons.

    Signals
    -------
    gray_requested(), leaving_requested()

    Attributes
    ----------
    gray_button, leave_button
        No colour at all; that which is there without points.
    """

    gray_requested = Signal()
    leaving_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.gray_button = link(self.tr("Gray"))
        self.gray_button.setToolTip(self.tr("What you click becomes gray, as it is in the original"))
        self.gray_button.clicked.connect(self.gray_requested)
        self.leave_button = link(self.tr("Leave as It Is"))
        self.leave_button.setToolTip(
            self.tr(
                "What you click keeps the colour that it has without points: "
                "click where a colour has gone too far"
            )
        )
        self.leave_button.clicked.connect(self.leaving_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.gray_button)
        row.addWidget(self.leave_button)
        row.addStretch()


def link(text: str) -> QToolButton:
    """A button that looks like a link."""
    button = QToolButton()
    button.setObjectName("noteAction")
    button.setText(text)
    return button
