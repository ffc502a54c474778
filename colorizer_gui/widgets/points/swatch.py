"""A disc of one colour to choose."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

SIDE: Final = 26
_NEXT: Final = {
    Qt.Key.Key_Left: False,
    Qt.Key.Key_Up: False,
    Qt.Key.Key_Right: True,
    Qt.Key.Key_Down: True,
}


class Swatch(QAbstractButton):
    """Chosen by a click, Space or Enter; arrow keys go to the one beside it.

    Attributes
    ----------
    ab
        Its a*b*.
    """

    def __init__(self, color: QColor, ab: tuple[float, float], name: str) -> None:
        super().__init__()
        self.ab = ab
        self._color = color
        self.setCheckable(True)
        self.setFixedSize(QSize(SIDE, SIDE))
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key = Qt.Key(event.key())
        if key in _NEXT:
            self.focusNextPrevChild(_NEXT[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        palette = self.palette()
        painter.setPen(QPen(palette.mid().color(), 1))
        painter.setBrush(self._color)
        painter.drawEllipse(disc)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        around = QRectF(self.rect()).adjusted(1.25, 1.25, -1.25, -1.25)
        if self.hasFocus():
            painter.setPen(QPen(palette.highlight().color(), 2))
            painter.drawEllipse(around)
        elif self.isChecked():
            painter.setPen(QPen(palette.windowText().color(), 1.5))
            painter.drawEllipse(around)
        elif self.underMouse():
            painter.setPen(QPen(palette.mid().color(), 1.5))
            painter.drawEllipse(around)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            light = self._color.lightnessF() > 0.55
            painter.setBrush(QColor(20, 20, 20) if light else QColor(250, 250, 250))
            painter.drawEllipse(disc.center(), 2.5, 2.5)
