"""Tool buttons side by side that do without their words where there is no room for them."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget


class ShrinkingRow(QFrame):
    """Keeps the window from growing with what is in the row."""

    def __init__(
        self, spacing: int, margins: tuple[int, int] = (0, 0), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._texts: dict[QToolButton, tuple[str, str]] = {}
        self._told: object = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(*margins, *margins)
        self._row.setSpacing(spacing)
        self._row.addStretch()

    def add_button(self, button: QToolButton, text: str, short: str = "") -> None:
        """Put a button at the end; see `set_text`."""
        self._row.insertWidget(self._row.count() - 1, button)
        self.set_text(button, text, short)

    def set_text(self, button: QToolButton, text: str, short: str = "") -> None:
        """Give a button its text, and what of it stays where there is no room; `settle` comes last."""
        self._texts[button] = text, short

    def settle(self) -> None:
        """Show the texts that there is room for, the first ones first; when texts or buttons have changed."""
        order = [button for button in self._texts if not button.isHidden()]
        told = self.width(), self.font().key(), [(id(button), self._texts[button]) for button in order]
        if told == self._told:
            return  # measuring again would cost more than all the rest of a piece of news
        self._told = told
        long = len(order)
        while long and self._width(order, long) > self.width():
            long -= 1
        for place, button in enumerate(order):
            text = self._texts[button][place >= long]
            if button.text() != text:
                button.setText(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self._size(len(self._texts))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self._size(0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.settle()

    def _size(self, long: int) -> QSize:
        order = [button for button in self._texts if not button.isHidden()]
        margins = self._row.contentsMargins()
        height = max((button.sizeHint().height() for button in order), default=0)
        return QSize(self._width(order, long), height + margins.top() + margins.bottom())

    def _width(self, order: Sequence[QToolButton], long: int) -> int:
        """The room that buttons take when so many of them, from the first on, have their long texts."""
        margins = self._row.contentsMargins()
        width = margins.left() + margins.right() + self._row.spacing() * len(order)  # one before the stretch
        for place, button in enumerate(order):
            advance = button.fontMetrics().horizontalAdvance
            width += (
                button.sizeHint().width()
                - advance(button.text())
                + advance(self._texts[button][place >= long])
            )
        return width
