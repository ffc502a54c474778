"""A slider whose groove shows what it does, with a mark where it changes nothing."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

_RADIUS: Final = 7.0
_GROOVE: Final = 4.0


class AdjustmentSlider(QSlider):
    """A click goes there, a double click goes back to the neutral value.

    Signals
    -------
    reset_requested()
        The user double-clicked.

    Attributes
    ----------
    neutral
        The value that changes nothing.
    """

    reset_requested = Signal()

    def __init__(
        self,
        limits: tuple[int, int],
        neutral: int,
        colors: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.neutral = neutral
        self._colors = colors
        self.setRange(*limits)
        self.setSingleStep(1)
        self.setPageStep(10)
        self.setValue(neutral)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(160, 22)

    def position_of(self, value: int) -> float:
        """Where the middle of the handle is for a value, in logical pixels."""
        share = (value - self.minimum()) / (self.maximum() - self.minimum())
        return _RADIUS + 1 + share * (self.width() - 2 * (_RADIUS + 1))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._follow(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self.isSliderDown():
            self._follow(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self.setSliderDown(False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() == Qt.MouseButton.LeftButton:
            self.reset_requested.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        middle = self.height() / 2
        groove = QRectF(_RADIUS, middle - _GROOVE / 2, self.width() - 2 * _RADIUS, _GROOVE)
        gray = palette.color(QPalette.ColorRole.Dark if self.isEnabled() else QPalette.ColorRole.Mid)
        gradient = QLinearGradient(groove.topLeft(), groove.topRight())
        for index, color in enumerate(self._colors):
            share = index / max(1, len(self._colors) - 1)
            gradient.setColorAt(share, QColor(color) if self.isEnabled() else gray)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(gradient)
        painter.drawRoundedRect(groove, _GROOVE / 2, _GROOVE / 2)
        if self.minimum() < self.neutral < self.maximum():
            tick = self.position_of(self.neutral)
            painter.setPen(QPen(palette.color(QPalette.ColorRole.PlaceholderText), 1))
            painter.drawLine(QPointF(tick, middle + 7), QPointF(tick, middle + 10))
        if not self.isEnabled():
            return
        accent = palette.color(QPalette.ColorRole.Accent)
        painter.setPen(QPen(accent if self.hasFocus() else QColor(0, 0, 0, 70), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor("#fafafa"))
        painter.drawEllipse(QPointF(self.position_of(self.sliderPosition()), middle), _RADIUS, _RADIUS)

    def _follow(self, position: QPointF) -> None:
        span = self.width() - 2 * (_RADIUS + 1)
        share = (position.x() - _RADIUS - 1) / max(1.0, span)
        value = self.minimum() + round(share * (self.maximum() - self.minimum()))
        self.setSliderPosition(max(self.minimum(), min(value, self.maximum())))
