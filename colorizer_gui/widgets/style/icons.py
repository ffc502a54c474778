"""Tintype's icons: line drawings in the colour of the text, sharp at each scale."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from colorizer_gui.core.common.resource_files import resource

#: Only icons that are changed after they were copied have one.
_CLONES: Final[list[QIconEngine]] = []


def themed_icon(name: str, palette: QPalette) -> QIcon:
    """An icon of `resources/icons` in the palette's text colour, paler while disabled, of any size."""
    return QIcon(_LateDrawing(name, palette))


class _LateDrawing(QIconEngine):
    """Draws what is seen, at its scale; most icons of a window are never seen in most of their states."""

    def __init__(self, name: str, palette: QPalette) -> None:
        super().__init__()
        self._name, self._palette = name, QPalette(palette)

    def clone(self) -> QIconEngine:
        made = _LateDrawing(self._name, self._palette)
        _CLONES.append(made)  # or PySide6 6.12 deletes it on return, under the icon that it is for
        return made

    def actualSize(self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State) -> QSize:  # noqa: N802 - Qt's name
        side = min(size.width(), size.height())
        return QSize(side, side)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1)

    def scaledPixmap(  # noqa: N802 - Qt's name
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        disabled = mode == QIcon.Mode.Disabled
        group = QPalette.ColorGroup.Disabled if disabled else QPalette.ColorGroup.Active
        color = self._palette.color(group, QPalette.ColorRole.WindowText)
        return drawn_icon(self._name, color, self.actualSize(size, mode, state).width(), scale)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, ratio))


def drawn_icon(name: str, color: QColor, size: int, ratio: float) -> QPixmap:
    """A drawing of `size` logical pixels for a screen of that device pixel ratio."""
    key = f"tintype-{name}-{color.name()}-{size}-{ratio}"
    pixmap = QPixmap()
    if QPixmapCache.find(key, pixmap):
        return pixmap
    pixmap = QPixmap(QSize(size, size) * ratio)  # rounded as Qt does, which else scales it
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(_drawing(name, color.name())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, pixmap)
    return pixmap


def application_icon() -> QIcon:
    """The icon of windows and of the task bar."""
    icon = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        icon.addPixmap(drawn_icon("tintype", QColor(), side, 1))
    return icon


@lru_cache(maxsize=128)
def _drawing(name: str, color: str) -> QByteArray:
    text = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return QByteArray(text.replace("currentColor", color).encode())
