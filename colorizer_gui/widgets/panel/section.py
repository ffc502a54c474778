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
        self._title = title
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

    def show_count(self, count: int) -> None:
        """Say in the title how many of its things are in use, so that it is known while it is closed."""
        self.header.setText(f"{self._title} ({count})" if count else self._title)
        words = self.tr("{0}, in use: {1}").format(self._title, count)
        self.header.setAccessibleName(words if count else self._title)

    def show_used(self, used: bool) -> None:
        """Say in the title whether something in it is in use, where that is not counted."""
        self.header.setText(f"{self._title} •" if used else self._title)
        self.header.setAccessibleName(self.tr("{0}, in use").format(self._title) if used else self._title)

    def add(self, row: QWidget) -> None:
        """Put a row at the end."""
        self._rows.addWidget(row)

    @Slot(bool)
    def _on_toggled(self, opened: bool) -> None:
        self._body.setVisible(opened)
        self.header.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
        self.toggled.emit(opened)
