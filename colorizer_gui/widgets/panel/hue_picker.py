"""A colour taken out of the photo, and what shall become of colours like it."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from colorizer_gui.core.rendering.adjustments import NO_HUE
from colorizer_gui.widgets.style.icons import themed_icon
from colorizer_gui.widgets.style.theme import hue_color

_SIDE: Final = 22


class HuePicker(QWidget):
    """A button that begins picking, and a swatch of what was picked.

    Signals
    -------
    picking_requested(bool)
        The next click into the photo is to pick a colour; or no longer.

    Attributes
    ----------
    button
        Pressed while picking.
    """

    picking_requested = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.button = QPushButton(self.tr("Pick a Colour"))
        self.button.setCheckable(True)
        self.button.setToolTip(
            self.tr(
                "Click into the photo to repair colours like that one, "
                "or move the cross with the arrow keys and press Enter"
            )
        )
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.toggled.connect(self.picking_requested)
        self._swatch = _Swatch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.button, 1)
        layout.addWidget(self._swatch)
        self._draw_icon()

    def show_hue(self, hue: float) -> None:
        """Show what was picked; `NO_HUE` for nothing."""
        self._swatch.hue = hue
        self._swatch.setAccessibleName(
            self.tr("No colour picked") if hue == NO_HUE else self.tr("Hue {0}°").format(round(hue))
        )
        self._swatch.update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()
        super().changeEvent(event)

    def _draw_icon(self) -> None:
        self.button.setIcon(themed_icon("picker", self.palette()))


class _Swatch(QWidget):
    """A disc in the picked colour, or an empty ring."""

    def __init__(self) -> None:
        super().__init__()
        self.hue = NO_HUE
        self.setFixedSize(QSize(_SIDE, _SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().mid().color(), 1))
        picked = self.hue != NO_HUE
        painter.setBrush(hue_color(self.hue) if picked else QColor(Qt.GlobalColor.transparent))
        painter.drawEllipse(QRectF(self.rect()).adjusted(2, 2, -2, -2))
