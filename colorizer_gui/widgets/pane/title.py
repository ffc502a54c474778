"""What a pane shows, written over its corner."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QWidget

from colorizer_gui.widgets.style.theme import is_dark, muted_color

_SMALLER = 0.9
_MARGIN = 10


def paint_title(pane: QWidget, painter: QPainter, title: str, *, right: bool = False) -> None:
    """Write it on a pill at the top, left or right, so that it is read on any photo."""
    font = QFont(pane.font())
    font.setPointSizeF(max(7.0, font.pointSizeF() * _SMALLER))
    painter.setFont(font)
    metrics, palette = painter.fontMetrics(), pane.palette()
    width = metrics.horizontalAdvance(title) + 18
    left = pane.width() - width - _MARGIN if right else _MARGIN
    pill = QRectF(left, _MARGIN, width, metrics.height() + 8)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    dark = is_dark(palette)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(20, 20, 20, 170) if dark else QColor(250, 250, 250, 205))
    painter.drawRoundedRect(pill, 6, 6)
    painter.setPen(QColor("#e0e0e0") if dark else muted_color(palette).darker(130))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, title)
