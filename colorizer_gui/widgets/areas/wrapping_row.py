"""Choices side by side, and one below the other where there is too little room for their words."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from colorizer_gui.widgets.style.theme import SPACE

_BESIDE: Final = QBoxLayout.Direction.LeftToRight
_BELOW: Final = QBoxLayout.Direction.TopToBottom


class WrappingRow(QWidget):
    """Never wider than the widest of its choices has to be."""

    def __init__(self, *choices: QWidget) -> None:
        super().__init__()
        self._choices = choices
        self._box = QBoxLayout(_BESIDE, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        for choice in choices:
            self._box.addWidget(choice)
        self._box.addStretch()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._turn(_BESIDE)

    @property
    def is_wrapped(self) -> bool:
        """Whether they are one below the other."""
        return self._box.direction() == _BELOW

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self._length, self.heightForWidth(self._length))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        widest = max(choice.sizeHint().width() for choice in self._choices)
        return QSize(widest, self.heightForWidth(self.width()))

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        heights = [choice.sizeHint().height() for choice in self._choices]
        if width >= self._length:
            return max(heights)
        return sum(heights) + SPACE // 2 * (len(heights) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        wanted = _BESIDE if self.width() >= self._length else _BELOW
        if wanted != self._box.direction():
            self._turn(wanted)
            self.updateGeometry()

    @property
    def _length(self) -> int:
        widths = [choice.sizeHint().width() for choice in self._choices]
        return sum(widths) + 2 * SPACE * (len(widths) - 1)

    def _turn(self, direction: QBoxLayout.Direction) -> None:
        self._box.setDirection(direction)
        self._box.setSpacing(2 * SPACE if direction == _BESIDE else SPACE // 2)
