"""Tintype's icons: line drawings in the colour of the text, sharp at each scale."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from colorizer_gui.core.common.resource_files import resource

_RATIOS = (1, 2, 3)


def themed_icon(name: str, palette: QPalette, size: int = 20) -> QIcon:
    """An icon of `resources/icons` in the palette's text colour, paler while disabled."""
    icon = QIcon()
    for ratio in _RATIOS:
        for mode, group in (
            (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
            (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
        ):
            color = palette.color(group, QPalette.ColorRole.WindowText)
            icon.addPixmap(drawn_icon(name, color, size, ratio), mode)
    return icon


def drawn_icon(name: str, color: QColor, size: int, ratio: float) -> QPixmap:
    """A drawing of `size` logical pixels for a screen of that device pixel ratio."""
    key = f"tintype-{name}-{color.name()}-{size}-{ratio}"
    pixmap = QPixmap()
    if QPixmapCache.find(key, pixmap):
        return pixmap
    side = round(size * ratio)
    pixmap = QPixmap(QSize(side, side))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(_drawing(name, color.name())).render(painter, QRectF(0, 0, side, side))
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
