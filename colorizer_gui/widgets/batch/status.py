"""In the tool bar, while the photo view is shown: how far the batch is, and the way back to it."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

_LINE = 2.0
_INSET = 9
#: What the footer of the batch puts between the counts and the rest.
_PARTED = " · "


class BatchStatus(QToolButton):
    """Counts and the time left over a thin line that grows; in a narrow window the counts stay."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("batchStatus")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.tr("Show the batch"))
        self._share = 0.0

    @Slot(str, int, int)
    def show_progress(self, text: str, ended: int, total: int) -> None:
        """Show how many photos have ended, in words and as a line."""
        self._share = ended / max(1, total)
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(self.tr("Batch: {0}").format(text))
        self.update()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        whole, metrics = self.sizeHint(), self.fontMetrics()
        spare = metrics.horizontalAdvance(self.text()) - metrics.horizontalAdvance(self._counts)
        return QSize(whole.width() - spare, whole.height())

    @property
    def _counts(self) -> str:
        return self.text().partition(_PARTED)[0]

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        if self.width() < self.sizeHint().width():
            option.text = self._counts
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        groove = QRectF(_INSET, self.height() - 2 * _LINE, self.width() - 2 * _INSET, _LINE)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRoundedRect(groove, _LINE / 2, _LINE / 2)
        groove.setWidth(groove.width() * self._share)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Accent))
        painter.drawRoundedRect(groove, _LINE / 2, _LINE / 2)
