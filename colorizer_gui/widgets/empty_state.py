"""What the window shows before there is a photo: an invitation."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from colorizer_gui.widgets.icons import drawn_icon
from colorizer_gui.widgets.theme import canvas_color, muted_color

_ICON = 72
_MOST_RECENT = 4
_RECENT_WIDTH = 150


class EmptyState(QWidget):
    """A place to drop photos on.

    Signals
    -------
    open_requested()
    recent_requested(Path)

    Attributes
    ----------
    recent_buttons
        Photos that were opened lately.
    """

    open_requested = Signal()
    recent_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = QLabel(self.tr("Drop photos here"))
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.7)
        font.setWeight(QFont.Weight.Light)
        title.setFont(font)
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint = QLabel(
            self.tr(
                "One photo, several, or a whole folder. They stay on this computer,\n"
                "and the originals stay as they are."
            )
        )
        hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.open_button = QPushButton(self.tr("Open Photos…"))
        self.open_button.setProperty("primary", True)
        self.open_button.clicked.connect(self.open_requested)
        layout = QVBoxLayout(self)
        layout.setSpacing(14)
        layout.addStretch()
        layout.addWidget(self._icon)
        layout.addWidget(title)
        layout.addWidget(hint)
        layout.addSpacing(6)
        layout.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addSpacing(10)
        self.recent_buttons: list[QPushButton] = []
        self._recent = QHBoxLayout()
        layout.addLayout(self._recent)
        layout.addStretch()
        self._draw_icon()

    def show_recent(self, paths: Sequence[Path]) -> None:
        """Offer photos that were opened lately and are still there."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.recent_buttons = []
        self._recent.addStretch()
        for path in [path for path in paths[:_MOST_RECENT] if path.is_file()]:
            button = QPushButton(
                self.fontMetrics().elidedText(path.name, Qt.TextElideMode.ElideMiddle, _RECENT_WIDTH)
            )
            button.setObjectName("recentPhoto")
            button.setToolTip(str(path))
            button.setAccessibleName(self.tr("Open {0} again").format(path.name))
            button.clicked.connect(partial(self.recent_requested.emit, path))
            self.recent_buttons.append(button)
            self._recent.addWidget(button)
        self._recent.addStretch()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), canvas_color(self.palette()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = QColor(muted_color(self.palette()))
        color.setAlpha(110)
        pen = QPen(color, 1.5, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([5, 5])
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(28, 28, -28, -28), 18, 18)

    def _draw_icon(self) -> None:
        color = muted_color(self.palette())
        self._icon.setPixmap(drawn_icon("drop", color, _ICON, self.devicePixelRatioF()))
