"""An invitation to drop something: a dashed frame, an icon, a title, a hint and buttons."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from colorizer_gui.widgets.style.icons import drawn_icon
from colorizer_gui.widgets.style.theme import canvas_color, muted_color

_ICON: Final = 72
#: From the edge to the dashes.
_FRAME: Final = 28


class Invitation(QWidget):
    """Fills its place while there is nothing else to show."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = QLabel()
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.7)
        font.setWeight(QFont.Weight.Light)
        self._title.setFont(font)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint = QLabel()
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch()
        self._buttons.addStretch()
        self._below = QHBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_FRAME + 12, 0, _FRAME + 12, 0)
        layout.setSpacing(14)
        layout.addStretch()
        layout.addWidget(self._icon)
        layout.addWidget(self._title)
        layout.addWidget(self._hint)
        layout.addSpacing(6)
        layout.addLayout(self._buttons)
        layout.addSpacing(10)
        layout.addLayout(self._below)
        layout.addStretch()
        self._draw_icon()

    def set_texts(self, title: str, hint: str) -> None:
        """Say what is to be dropped here."""
        self._title.setText(title)
        self._hint.setText(hint)

    def add_button(self, text: str, *, primary: bool = False) -> QPushButton:
        """Put a button under the hint."""
        button = QPushButton(text)
        button.setProperty("primary", primary)
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        return button

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
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(_FRAME, _FRAME, -_FRAME, -_FRAME), 18, 18)

    def _draw_icon(self) -> None:
        color = muted_color(self.palette())
        self._icon.setPixmap(drawn_icon(self._icon_name, color, _ICON, self.devicePixelRatioF()))
