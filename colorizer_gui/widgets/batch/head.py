"""Over the list of a batch: which view is shown, the counts, and what can be added."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from colorizer_gui.widgets.common.shrinking_row import ShrinkingRow
from colorizer_gui.widgets.common.yielding_label import YieldingLabel
from colorizer_gui.widgets.style.theme import SPACE


class BatchHead(QWidget):
    """Counts that find no room beside the buttons go under them, and stay there until all their words fit.

    Attributes
    ----------
    views
        The buttons of the views, by number.
    """

    def __init__(self, counts: ShrinkingRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.views = QButtonGroup(self)
        self._counts = counts
        self._looking = YieldingLabel(self.tr("Looking for photos…"))
        self._looking.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._looking.hide()
        self._switch = QHBoxLayout()
        self._switch.setSpacing(0)
        self._row = QHBoxLayout()
        self._row.setSpacing(SPACE)
        self._row.addLayout(self._switch)
        self._row.addStretch()
        self._row.addWidget(self._looking)
        policy = counts.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)  # the window must not grow with it
        counts.setSizePolicy(policy)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(14, SPACE, 14, SPACE)
        self._lines.setSpacing(SPACE)
        self._lines.addLayout(self._row)
        self._row.insertWidget(1, counts, 1)

    def add_view(self, title: str) -> None:
        """A button for another view; with more than one there is a switch between them."""
        button = QPushButton(title)
        button.setObjectName("viewSwitch")
        button.setCheckable(True)
        self.views.addButton(button, len(self.views.buttons()))
        self._switch.addWidget(button)
        button.setChecked(len(self.views.buttons()) == 1)
        for other in self.views.buttons():
            other.setVisible(len(self.views.buttons()) > 1)

    def add_button(self, button: QAbstractButton) -> None:
        """Put a button at the end."""
        self._row.addWidget(button)

    def show_scanning(self, looking: bool) -> None:
        """Say that folders are being looked through."""
        self._looking.setVisible(looking)
        self.arrange()

    def arrange(self) -> None:
        """Put the counts beside the buttons, or under them; when something has changed."""
        beside = self._row.indexOf(self._counts) >= 0
        margins = self._lines.contentsMargins()
        items = filter(None, map(self._row.itemAt, range(self._row.count())))
        others = [item for item in items if not item.isEmpty() and item.widget() is not self._counts]
        taken = [item.sizeHint().width() for item in others]
        room = self.width() - margins.left() - margins.right() - sum(taken) - SPACE * len(taken)
        fits = self._counts.length(words=not beside) <= room
        if fits != beside:
            self._row.removeWidget(self._counts)
            self._lines.removeWidget(self._counts)
            if fits:
                self._row.insertWidget(1, self._counts, 1)
            else:
                self._lines.addWidget(self._counts)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.arrange()
