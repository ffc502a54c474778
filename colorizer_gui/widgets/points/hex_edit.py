"""A colour typed as a code, as flags, uniforms and paints are described by."""

from typing import Final

import numpy as np
from PySide6.QtCore import QRegularExpression, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit

from colorizer_gui.core.color.conversion import rgb_to_lab

_CODE: Final = QRegularExpression("#?[0-9A-Fa-f]{6}")


class HexEdit(QLineEdit):
    """Shows the colour of a point as #rrggbb, and takes another one; its lightness stays the photo's.

    Signals
    -------
    colour_requested(tuple, float)
        The a*b* of the code that was typed, and its L*.
    """

    colour_requested = Signal(object, float)

    def __init__(self) -> None:
        super().__init__()
        self._shown = ""
        self.setValidator(QRegularExpressionValidator(_CODE, self))
        self.setMaximumWidth(84)
        self.setAccessibleName(self.tr("Colour code"))
        self.setPlaceholderText("#7a1f2b")
        self.setToolTip(
            self.tr("The colour as a code of six digits, as #7a1f2b; the photo keeps its own lightness")
        )
        self.textEdited.connect(self._on_edited)

    def show_color(self, color: QColor | None) -> None:
        """Show a colour, unless another one is being typed."""
        self._shown = "" if color is None else color.name()
        if not self.hasFocus():
            self.setText(self._shown)

    @property
    def shown_code(self) -> str:
        """The colour that is chosen, as #rrggbb; empty for none."""
        return self._shown

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        if not self.hasAcceptableInput():
            return
        color = QColor.fromString("#" + text.removeprefix("#"))
        rgb = np.array([[[color.redF(), color.greenF(), color.blueF()]]], dtype=np.float32)
        lightness, a, b = (float(value) for value in rgb_to_lab(rgb)[0, 0])
        self.colour_requested.emit((a, b), lightness)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        self.setText(self._shown)  # what was typed has been taken, or was no code
