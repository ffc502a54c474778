"""What the window shows in the place of a photo that cannot be shown: why, and what can be done."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from colorizer_gui.widgets.style.icons import drawn_icon
from colorizer_gui.widgets.style.theme import SPACE, canvas_color

_ICON: Final = 44
# Width of the sentence in heights of a line.
_LINES_WIDE: Final = 32


class ErrorState(QWidget):
    """One sentence about one photo; it is read aloud when it appears.

    Signals
    -------
    again_requested(), closing_requested()

    Attributes
    ----------
    label
        The sentence.
    again_button, close_button
        What can be pressed.
    """

    again_requested = Signal()
    closing_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel()
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.label.setWordWrap(True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.again_button = QPushButton(self.tr("Try Again"))
        self.again_button.clicked.connect(self.again_requested)
        self.close_button = QPushButton(self.tr("Close Photo"))
        self.close_button.clicked.connect(self.closing_requested)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addStretch()
        buttons.addWidget(self.again_button)
        buttons.addWidget(self.close_button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setSpacing(2 * SPACE)
        layout.addStretch()
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.label, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(buttons)
        layout.addStretch()
        self._draw_icon()

    def show_error(self, text: str) -> None:
        """Say what is wrong."""
        if text == self.label.text():
            return
        self.label.setText(text)
        self._place_label()
        self.setAccessibleName(text)
        if text:
            event = QAccessibleAnnouncementEvent(self, text)
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(event)

    def resizeEvent(self, _event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self._place_label()

    def _place_label(self) -> None:
        width = min(_LINES_WIDE * self.fontMetrics().height(), max(1, self.width() - 4 * SPACE))
        self.label.setFixedSize(width, max(1, self.label.heightForWidth(width)))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        QPainter(self).fillRect(self.rect(), canvas_color(self.palette()))

    def _draw_icon(self) -> None:
        color = self.palette().color(QPalette.ColorRole.BrightText)
        self._icon.setPixmap(drawn_icon("failed", color, _ICON, self.devicePixelRatioF()))
