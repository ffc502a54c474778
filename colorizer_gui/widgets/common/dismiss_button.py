"""A small cross that sends something away."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QToolButton, QWidget

from colorizer_gui.widgets.style.icons import themed_icon


class DismissButton(QToolButton):
    """Drawn anew when light becomes dark."""

    def __init__(self, tip: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dismiss")
        self.setToolTip(tip)
        self.setAccessibleName(name)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        self.setIcon(themed_icon("close", self.palette()))
