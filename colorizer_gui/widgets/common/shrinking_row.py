"""Tool buttons side by side that do without their words, and then take more lines, where there is no room."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QStyle, QToolButton, QWidget


class ShrinkingRow(QFrame):
    """Keeps the window from growing with what is in the row.

    Parameters
    ----------
    word_lines
        So many lines are taken before a button does without its words.
    """

    def __init__(
        self,
        spacing: int,
        margins: tuple[int, int] = (0, 0),
        parent: QWidget | None = None,
        *,
        word_lines: int = 1,
    ) -> None:
        super().__init__(parent)
        self._word_lines = word_lines
        self._texts: dict[QToolButton, tuple[str, str]] = {}
        self._told: object = None
        self._spacing = spacing
        self._margins = QSize(*margins)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add_button(self, button: QToolButton, text: str, short: str = "") -> None:
        """Put a button at the end; see `set_text`."""
        button.setParent(self)
        self.set_text(button, text, short)

    def set_text(self, button: QToolButton, text: str, short: str = "") -> None:
        """Give a button its text, and what of it stays where there is no room; `settle` comes last."""
        self._texts[button] = text, short

    def settle(self) -> None:
        """Show the texts that there is room for, the first ones first; when texts or buttons have changed."""
        order = self._shown
        told = self.width(), self.font().key(), [(id(button), self._texts[button]) for button in order]
        if told == self._told:
            return  # measuring again would cost more than all the rest of a piece of news
        self._told = told
        long = self._long(order, self.width())
        for place, button in enumerate(order):
            text = self._texts[button][place >= long]
            if button.text() != text:
                button.setText(text)
        self._place()
        self.updateGeometry()

    def length(self, *, words: bool) -> int:
        """The room that one line with all the words, or without them, takes."""
        return self._length(self._shown, len(self._texts) if words else 0)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self.length(words=True), self._height(1))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        widest = max((self._width(button, 0) for button in self._shown), default=0)
        return QSize(widest + 2 * self._margins.width(), self._height(1))

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        order = self._shown
        return self._height(self._lines(self._widths(order, self._long(order, width)), width))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.settle()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()  # a button has another size, for another style or font
        return super().event(event)

    @property
    def _shown(self) -> list[QToolButton]:
        return [button for button in self._texts if not button.isHidden()]

    def _place(self) -> None:
        sizes = [button.sizeHint() for button in self._shown]
        height = max((size.height() for size in sizes), default=0)
        places = self._flow([size.width() for size in sizes], self.width())
        for button, size, (x, line) in zip(self._shown, sizes, places, strict=True):
            top = self._margins.height() + line * (height + self._spacing) + (height - size.height()) // 2
            button.setGeometry(
                QStyle.visualRect(self.layoutDirection(), self.rect(), QRect(QPoint(x, top), size))
            )

    def _flow(self, widths: Sequence[int], room: int) -> Iterator[tuple[int, int]]:
        """Where each button begins, and in which line."""
        x, line, margin = self._margins.width(), 0, self._margins.width()
        for width in widths:
            if x > margin and x + width > room - margin:
                x, line = margin, line + 1
            yield x, line
            x += width + self._spacing

    def _long(self, order: Sequence[QToolButton], room: int) -> int:
        """How many buttons, from the first on, have room for their long texts."""
        inside = room - 2 * self._margins.width()
        with_words, without = self._widths(order, len(order)), self._widths(order, 0)
        for long in range(len(order), 0, -1):
            widths = with_words[:long] + without[long:]
            if max(widths) <= inside and self._lines(widths, room) <= self._word_lines:
                return long
        return 0

    def _lines(self, widths: Sequence[int], room: int) -> int:
        return 1 + max((line for _x, line in self._flow(widths, room)), default=0)

    def _widths(self, order: Sequence[QToolButton], long: int) -> list[int]:
        """Of buttons when so many of them, from the first on, have their long texts."""
        return [self._width(button, long - place) for place, button in enumerate(order)]

    def _height(self, lines: int) -> int:
        height = max((button.sizeHint().height() for button in self._shown), default=0)
        return lines * height + (lines - 1) * self._spacing + 2 * self._margins.height()

    def _length(self, order: Sequence[QToolButton], long: int) -> int:
        """The room that they take in one line then."""
        widths = self._widths(order, long)
        return sum(widths) + self._spacing * max(0, len(widths) - 1) + 2 * self._margins.width()

    def _width(self, button: QToolButton, left: int) -> int:
        """The width of a button, with words if there are some left."""
        advance = button.fontMetrics().horizontalAdvance
        return button.sizeHint().width() - advance(button.text()) + advance(self._texts[button][left <= 0])
