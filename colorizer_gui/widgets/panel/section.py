"""A group of rows under a title that opens and closes."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent, QShowEvent
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
        self._title, self._use = title, ""
        self.header = QToolButton()
        self.header.setObjectName("sectionHeader")
        self.header.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.header.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
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
        self.header.setAccessibleName(title)

    @property
    def opened(self) -> bool:
        """Whether the rows are shown."""
        return self.header.isChecked()

    def set_opened(self, opened: bool) -> None:
        """Show the rows or hide them."""
        self.header.setChecked(opened)

    def show_count(self, count: int) -> None:
        """Say in the title how many of its things are in use, so that it is known while it is closed."""
        self._use = f" ({count})" if count else ""
        self._show_title()
        words = self.tr("{0}, in use: {1}").format(self._title, count)
        self.header.setAccessibleName(words if count else self._title)

    def show_used(self, used: bool) -> None:
        """Say in the title whether something in it is in use, where that is not counted."""
        self._use = " •" if used else ""
        self._show_title()
        self.header.setAccessibleName(self.tr("{0}, in use").format(self._title) if used else self._title)

    def add(self, row: QWidget) -> None:
        """Put a row at the end."""
        self._rows.addWidget(row)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._show_title()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._show_title()

    def _show_title(self) -> None:
        """As much of the title as there is room for beside the arrow and what is in use."""
        bold = self.header.font()
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        room = self.width() - 2 * metrics.height() - metrics.horizontalAdvance(self._use)
        title = self._title
        if self.isVisible():
            title = metrics.elidedText(title, Qt.TextElideMode.ElideRight, max(0, room))
        self.header.setText(title + self._use)
        self.header.setToolTip("" if title == self._title else self._title)

    @Slot(bool)
    def _on_toggled(self, opened: bool) -> None:
        self._body.setVisible(opened)
        self.header.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
        self.toggled.emit(opened)
