"""The line between before and after in one pane, moved by mouse and keys."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider, QWidget

_STEPS: Final = 1000
_WIDTH: Final = 28
_RADIUS: Final = 11.0


class SplitDivider(QAbstractSlider):
    """A slider whose value is a share of its parent's width, in thousandths.

    Its `valueChanged` tells of each move; arrow keys, Page Up and Page Down, Home and End work.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pane = parent
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, _STEPS)
        self.setSingleStep(10)
        self.setPageStep(100)
        self.setValue(_STEPS // 2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setAccessibleName(self.tr("Divider of before and after"))
        self.setToolTip(self.tr("Drag, or press the arrow keys"))
        self.valueChanged.connect(self.place)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(_WIDTH, 100)

    @property
    def share(self) -> float:
        """Where the line is, from 0 at the left to 1 at the right."""
        return self.value() / _STEPS

    def place(self) -> None:
        """Lie over the line, also after the parent changed its size."""
        left = round(self.share * self._pane.width() - _WIDTH / 2)
        self.setGeometry(left, 0, _WIDTH, self._pane.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self.setSliderDown(event.button() == Qt.MouseButton.LeftButton)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self.isSliderDown():
            position = self.mapTo(self._pane, event.position())
            self.setValue(round(position.x() / max(1, self._pane.width()) * _STEPS))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self.setSliderDown(False)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter.setPen(QPen(QColor(0, 0, 0, 90), 3))
        painter.drawLine(QPointF(middle.x(), 0), QPointF(middle.x(), self.height()))
        painter.setPen(QPen(QColor("#fafafa"), 1.4))
        painter.drawLine(QPointF(middle.x(), 0), QPointF(middle.x(), self.height()))
        ring = self.palette().highlight().color() if self.hasFocus() else QColor(0, 0, 0, 90)
        painter.setPen(QPen(ring, 2.5 if self.hasFocus() else 1))
        painter.setBrush(QColor("#fafafa"))
        painter.drawEllipse(QRectF(middle.x() - _RADIUS, middle.y() - _RADIUS, 2 * _RADIUS, 2 * _RADIUS))
        painter.setPen(QPen(QColor("#333333"), 1.6))
        for side in (-1, 1):
            tip = middle + QPointF(side * 6, 0)
            painter.drawPolyline([tip + QPointF(-side * 3, -3.5), tip, tip + QPointF(-side * 3, 3.5)])
