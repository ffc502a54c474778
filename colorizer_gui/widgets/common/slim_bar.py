"""A thin progress bar; the busy one lets a light glide through."""

from PySide6.QtCore import QRectF, Qt, QVariantAnimation, Slot
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from colorizer_gui.widgets.style.theme import wants_motion

_HEIGHT = 14


class SlimBar(QProgressBar):
    """As wide as its layout makes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.setFixedHeight(_HEIGHT)
        self._glide = QVariantAnimation(self)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.setDuration(1400)
        self._glide.setLoopCount(-1)
        self._glide.valueChanged.connect(self._on_glided)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        if wants_motion(self):
            self._glide.start()  # a user who wants no motion sees the light stand still
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        self._glide.stop()
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        groove = QRectF(0, self.height() / 2 - 2, self.width(), 4)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRoundedRect(groove, 2, 2)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Accent))
        done = QRectF(groove)
        if self.maximum() > 0:
            done.setWidth(groove.width() * self.value() / self.maximum())
        else:
            still = self._glide.state() is not QVariantAnimation.State.Running
            share = 0.5 if still else float(self._glide.currentValue() or 0.0)
            done.setWidth(groove.width() * 0.3)
            done.moveLeft(-done.width() + share * (groove.width() + done.width()))
        painter.setClipRect(groove)
        painter.drawRoundedRect(done, 2, 2)

    @Slot(object)
    def _on_glided(self, _value: object) -> None:
        if self.maximum() == 0:
            self.update()
