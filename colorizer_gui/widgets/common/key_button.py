"""A button that shows the key that does the same."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPen, QPixmap, QPixmapCache
from PySide6.QtWidgets import QToolButton, QWidget

from colorizer_gui.widgets.style.theme import muted_color

_HEIGHT: Final = 20
#: Between the key and the word.
_GAP: Final = 4
_RATIOS: Final = (1, 2, 3)


class KeyButton(QToolButton):
    """A word beside a drawn key cap.

    Parameters
    ----------
    key
        What is printed on the key.
    tip
        What it does to the picture, in a sentence.

    Attributes
    ----------
    word, key
        The same; the word is not always shown.
    """

    def __init__(self, text: str, key: str, tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.word, self.key = text, key
        self.setObjectName("keyButton")
        self.setText(text)
        self.setToolTip(f"{tip or text} ({key})")
        self.setWhatsThis(tip)
        self.setAccessibleName(f"{text} ({key})")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        # The keys go to the photo, whichever button was pressed last.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        width = max(_HEIGHT, self.fontMetrics().horizontalAdvance(self.key) + 12)
        size = QSize(width + _GAP, _HEIGHT)
        icon = QIcon()
        for mode, group in (
            (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
            (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
        ):
            for ratio in _RATIOS:
                icon.addPixmap(self._cap(size, ratio, group), mode)
        self.setIconSize(size)
        self.setIcon(icon)

    def _cap(self, size: QSize, ratio: int, group: QPalette.ColorGroup) -> QPixmap:
        """The drawn key; each look of it is drawn once for all buttons of the process."""
        palette, font = self.palette(), self.font()
        font.setPointSizeF(font.pointSizeF() * 0.88)
        edge, fill = muted_color(palette), palette.color(QPalette.ColorRole.Button)
        text = palette.color(group, QPalette.ColorRole.ButtonText)
        look = "-".join(color.name(QColor.NameFormat.HexArgb) for color in (edge, fill, text))
        name = f"tintype-key-{self.key}-{size.width()}-{ratio}-{look}-{font.key()}"
        pixmap = QPixmap()
        if QPixmapCache.find(name, pixmap):
            return pixmap
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(fill)
        cap = QRectF(0.5, 0.5, size.width() - _GAP - 1, size.height() - 1)
        painter.drawRoundedRect(cap, 4, 4)
        painter.setFont(font)
        painter.setPen(text)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self.key)
        painter.end()
        QPixmapCache.insert(name, pixmap)
        return pixmap
