"""Tool buttons side by side that do without their words where there is no room for them."""

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
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(*margins, *margins)
        self._row.setSpacing(spacing)

    def add_button(self, button: QToolButton, text: str, short: str = "") -> None:
        """Put a button at the end; see `set_text`."""
        self._row.addWidget(button)
        self.set_text(button, text, short)

    def set_text(self, button: QToolButton, text: str, short: str = "") -> None:
        """Give a button its text, and what of it stays where there is no room; `settle` comes last."""
        self._texts[button] = text, short

    def settle(self) -> None:
        """Show the texts that there is room for; to be called when texts or buttons have changed."""
        short = self.width() < self.sizeHint().width()
        for button, texts in self._texts.items():
            if button.text() != texts[short]:
                button.setText(texts[short])
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self._size(short=False)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self._size(short=True)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.settle()

    def _size(self, *, short: bool) -> QSize:
        """The room that the buttons take with short or with long texts."""
        width = height = 0
        seen = [button for button in self._texts if not button.isHidden()]
        for button in seen:
            hint, metrics = button.sizeHint(), button.fontMetrics()
            spare = hint.width() - metrics.horizontalAdvance(button.text())
            width += spare + metrics.horizontalAdvance(self._texts[button][short])
            height = max(height, hint.height())
        margins = self._row.contentsMargins()
        width += self._row.spacing() * max(0, len(seen) - 1) + margins.left() + margins.right()
        return QSize(width, height + margins.top() + margins.bottom())
