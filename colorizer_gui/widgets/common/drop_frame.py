"""A frame over what may be dropped on, while something is being dragged."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget


class DropFrame(QWidget):
    """A frame that lets the mouse through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def appear(self) -> None:
        """Show it over everything."""
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self.palette().highlight().color()
        painter.setPen(QPen(color, 3))
        color.setAlpha(28)
        painter.setBrush(color)
        painter.drawRoundedRect(self.rect().adjusted(6, 6, -6, -6), 12, 12)
