"""Whether the next gesture adds or takes away, and whether what is marked is seen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from colorizer_gui.widgets.areas.wrapping_row import WrappingRow


class EraseRow(QWidget):
    """Two boxes to check.

    Signals
    -------
    erasing_requested(bool), showing_requested(bool)

    Attributes
    ----------
    erase, show_area
        What is to be erased; what is to be seen.
    """

    erasing_requested = Signal(bool)
    showing_requested = Signal(bool)

    def __init__(self, tip: str) -> None:
        super().__init__()
        self.erase = QCheckBox(self.tr("Erase"))
        self.erase.setToolTip(self.tr("Take away what you draw over; over the photo, E does the same"))
        self.erase.clicked.connect(self.erasing_requested)
        self.show_area = QCheckBox(self.tr("Show stripes"))
        self.show_area.setToolTip(tip)
        self.show_area.clicked.connect(self.showing_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(WrappingRow(self.erase, self.show_area))

    def show_state(self, *, erasing: bool, showing: bool) -> None:
        """Show what is on without asking for it."""
        self.erase.setChecked(erasing)
        self.show_area.setChecked(showing)
