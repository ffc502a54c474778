"""A group of rows under a title that opens and closes."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from colorizer_gui.widgets.style.theme import SPACE


class Section(QWidget):
    """A title with an arrow, and what it hides.

    Signals
    -------
    toggled(bool)

    Attributes
    ----------
    header
        The button that opens and closes.
    """

    toggled = Signal(bool)

    def __init__(self, title: str, *, opened: bool = False) -> None:
        super().__init__()
        self.header = QToolButton()
        self.header.setObjectName("sectionHeader")
        self.header.setText(title)
        self.header.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.header.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.header.setCheckable(True)
        self._body = QWidget()
        self._rows = QVBoxLayout(self._body)
        self._rows.setContentsMargins(0, 0, 0, SPACE)
        self._rows.setSpacing(SPACE - 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.header)
        layout.addWidget(self._body)
        self.header.toggled.connect(self._on_toggled)
        self.header.setChecked(opened)
        self._on_toggled(opened)

    @property
    def opened(self) -> bool:
        """Whether the rows are shown."""
        return self.header.isChecked()

    def set_opened(self, opened: bool) -> None:
        """Show the rows or hide them."""
        self.header.setChecked(opened)

    def add(self, row: QWidget) -> None:
        """Put a row at the end."""
        self._rows.addWidget(row)

    @Slot(bool)
    def _on_toggled(self, opened: bool) -> None:
        self._body.setVisible(opened)
        self.header.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
        self.toggled.emit(opened)
