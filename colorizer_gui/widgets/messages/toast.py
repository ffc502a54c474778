"""The frame of what floats over the photo for a while: a picture, a text and something to press."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from colorizer_gui.widgets.style.icons import drawn_icon

_ICON = 18


class Toast(QFrame):
    """A rounded frame with an icon and a text; subclasses add what can be done.

    Attributes
    ----------
    label
        The text.
    """

    def __init__(self, parent: QWidget | None = None, label: QLabel | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self._sign = ""
        self._icon = QLabel()
        self.label = label or QLabel()
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 8, 8, 8)
        self._row.setSpacing(10)
        self._row.addWidget(self._icon)
        self._row.addWidget(self.label, 1)
        self.hide()

    def set_sign(self, sign: str) -> None:
        """Show another icon."""
        self._sign = sign
        role = self.palette().ColorRole
        color = self.palette().color(role.BrightText if sign == "failed" else role.Accent)
        self._icon.setPixmap(drawn_icon(sign, color, _ICON, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.PaletteChange and self._sign:
            self.set_sign(self._sign)
        super().changeEvent(event)
