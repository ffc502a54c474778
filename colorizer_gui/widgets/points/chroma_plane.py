"""All colours that one lightness can have, on a plane to drag in."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from colorizer_gui.core.guidance.possible_colors import bounds_of, plane_of_colors, within_gamut
from colorizer_gui.widgets.points.colour_words import colour_text

SIZE: Final = QSize(206, 176)
#: Drawn in so many cells to a logical pixel.
_FINE: Final = 2
#: Chroma to the press of a key; with Shift a fifth.
_STEP: Final = 5.0
#: Around the colours, for the words of the axes.
_MARGIN: Final = 17.0
#: Letters of those words, in those of the window.
_SMALL: Final = 0.8
_KEYS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


@dataclass(frozen=True)
class _Lay:
    """Where gray lies, and logical pixels to a unit of chroma."""

    gray: QPointF
    scale: float


class ChromaPlane(QWidget):
    """Gray where the axes cross, a* to the right, b* upwards; a drag or the arrow keys choose, live.

    Signals
    -------
    ab_requested(tuple, bool)
        The user chose this a*b*; whether the button is held.
    gesture_ended()
        It was let go.

    Attributes
    ----------
    ab
        What is chosen; None for nothing yet.
    """

    ab_requested = Signal(object, bool)
    gesture_ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.ab: tuple[float, float] | None = None
        self._lightness = 50.0
        self._lay: _Lay | None = None
        self._image: QImage | None = None
        self.setFixedSize(SIZE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self.tr("All colours of this lightness"))
        self.setToolTip(
            self.tr(
                "All colours that are as light as the photo is there, whose lightness is kept. "
                "Drag, or press the arrow keys; gray is where the lines cross."
            )
        )

    def show_lightness(self, lightness: float) -> None:
        """Offer the colours of an L*; they are drawn when they are seen."""
        if lightness != self._lightness:
            self._lightness = lightness
            self._lay, self._image = None, None
            self.update()

    def show_ab(self, ab: tuple[float, float] | None) -> None:
        """Show which colour is chosen."""
        self.ab = ab
        self.setAccessibleDescription("" if ab is None else colour_text(self._lightness, ab))
        self.update()

    def place_of(self, ab: tuple[float, float]) -> QPointF:
        """Where a colour lies."""
        lay = self._laid()
        return lay.gray + QPointF(ab[0], -ab[1]) * lay.scale

    def _laid(self) -> _Lay:
        if self._lay is None:
            area = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
            least_a, greatest_a, least_b, greatest_b = bounds_of(self._lightness)
            scale = min(area.width() / (greatest_a - least_a), area.height() / (greatest_b - least_b))
            middle = QPointF(least_a + greatest_a, -least_b - greatest_b) / 2
            self._lay = _Lay(area.center() - middle * scale, scale)
        return self._lay

    def _drawn(self) -> QImage:
        if self._image is None:
            lay = self._laid()
            columns, rows = SIZE.width() * _FINE, SIZE.height() * _FINE
            across = (np.arange(columns, dtype=np.float32) + np.float32(0.5)) / np.float32(_FINE)
            down = (np.arange(rows, dtype=np.float32) + np.float32(0.5)) / np.float32(_FINE)
            a = (across - np.float32(lay.gray.x())) / np.float32(lay.scale)
            b = (np.float32(lay.gray.y()) - down) / np.float32(lay.scale)
            rgb, there = plane_of_colors(self._lightness, a, b)
            rgba = np.dstack([rgb, there.astype(np.uint8) * 255])
            kind = QImage.Format.Format_RGBA8888
            self._image = QImage(rgba.tobytes(), columns, rows, 4 * columns, kind).copy()
        return self._image

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform, on=True
        )
        if self.hasFocus():
            painter.setPen(QPen(self.palette().highlight().color(), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.drawImage(QRectF(self.rect()), self._drawn())
        self._paint_axes(painter)
        if self.ab is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for color, width in ((QColor(0, 0, 0, 190), 4.0), (QColor("#ffffff"), 2.0)):
                painter.setPen(QPen(color, width))
                painter.drawEllipse(self.place_of(self.ab), 6.0, 6.0)

    def _paint_axes(self, painter: QPainter) -> None:
        area, gray = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN), self._laid().gray
        words = self.palette().color(QPalette.ColorRole.PlaceholderText)
        painter.setPen(QPen(words, 0.6))
        painter.drawLine(QPointF(area.left(), gray.y()), QPointF(area.right(), gray.y()))
        painter.drawLine(QPointF(gray.x(), area.top()), QPointF(gray.x(), area.bottom()))
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * _SMALL)
        painter.setFont(font)
        painter.setPen(words)
        width, height = float(self.width()), float(self.height())
        middle = Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRectF(0, 0, width, _MARGIN), middle, self.tr("yellow"))
        painter.drawText(QRectF(0, height - _MARGIN, width, _MARGIN), middle, self.tr("blue"))
        for across, text in ((_MARGIN / 2, self.tr("green")), (width - _MARGIN / 2, self.tr("red"))):
            painter.save()
            painter.translate(across, height / 2)
            painter.rotate(-90)
            painter.drawText(QRectF(-height / 2, -_MARGIN / 2, height, _MARGIN), middle, text)
            painter.restore()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() == Qt.MouseButton.LeftButton:
            self.gesture_ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key = Qt.Key(event.key())
        if key not in _KEYS:
            super().keyPressEvent(event)
            return
        step = _STEP / 5 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
        across, up = _KEYS[key]
        a, b = self.ab or (0.0, 0.0)
        self._choose((a + across * step, b + up * step), held=False)

    def _choose_at(self, position: QPointF) -> None:
        lay = self._laid()
        way = (position - lay.gray) / lay.scale
        self._choose((way.x(), -way.y()), held=True)

    def _choose(self, ab: tuple[float, float], *, held: bool) -> None:
        """The nearest colour in its direction that there is."""
        a, b = (float(value) for value in within_gamut(self._lightness, ab))
        self.show_ab((a, b))
        self.ab_requested.emit((a, b), held)
