"""A line of text that gives way where there is no room; the tool tip has all of it."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QToolTip, QWidget


class YieldingLabel(QLabel):
    """Plain text that is cut instead of widening the window.

    Attributes
    ----------
    elide_mode
        Where it is cut.
    short
        What stands for it, if not empty, before anything is cut.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.elide_mode = Qt.TextElideMode.ElideRight
        self.short = ""
        self.setTextFormat(Qt.TextFormat.PlainText)

    @property
    def shown_text(self) -> str:
        """The part of the text that there is room for."""
        room, metrics = self.contentsRect().width(), self.fontMetrics()
        text = self.text() if metrics.horizontalAdvance(self.text()) <= room else self.short or self.text()
        return metrics.elidedText(text, self.elide_mode, room)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(0, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            whole = self.text()
            QToolTip.showText(event.globalPos(), whole if self.shown_text != whole else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            self.alignment().value,
            self.palette(),
            self.isEnabled(),
            self.shown_text,
            self.foregroundRole(),
        )
