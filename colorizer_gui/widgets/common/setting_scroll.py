"""Rows and pages that scroll where there is too little room for them."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

#: Of a page, however much it needs.
_SMALLEST: Final = QSize(320, 160)


class SettingScroll(QScrollArea):
    """A column of rows; scrolls up and down only; keys go to the rows.

    Attributes
    ----------
    edges
        Thin lines at the top and at the bottom, each shown while there is more beyond it.
    """

    def __init__(self, rows: QWidget) -> None:
        super().__init__()
        rows.setObjectName("settingRows")
        self.setObjectName("settingScroll")
        self.setWidget(rows)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.edges = QFrame(self), QFrame(self)
        for edge in self.edges:
            edge.setObjectName("line")
            edge.hide()
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._show_edges)
        bar.rangeChanged.connect(self._show_edges)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        for edge, top in zip(self.edges, (0, self.height() - 1), strict=True):
            edge.setGeometry(0, top, self.width(), 1)
            edge.raise_()
        self._show_edges()

    @Slot()
    def _show_edges(self) -> None:
        bar = self.verticalScrollBar()
        for edge, more in zip(self.edges, (bar.value() > 0, bar.value() < bar.maximum()), strict=True):
            edge.setVisible(more)


class PageScroll(QScrollArea):
    """A page that wants its own size, and scrolls both ways where a small screen does not give it the least.

    Qt's own way to resize what is scrolled asks for the height at which wrapped texts are at ease.

    Parameters
    ----------
    wraps
        Whether the least height of the page depends on its width.
    """

    def __init__(self, page: QWidget, *, wraps: bool = True) -> None:
        super().__init__()
        self._page, self._wraps = page, wraps
        self.setObjectName("settingScroll")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)
        self.viewport().setAutoFillBackground(False)
        page.setAutoFillBackground(False)
        # Qt scrolls to what Tab goes to, and not to what a shortcut or the program gives the focus to.
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._page.isAncestorOf(now):
            self.ensureWidgetVisible(now)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self._page.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self._page.minimumSizeHint().boundedTo(_SMALLEST)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self._fit()
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        # When the display goes away, Qt asks objects whose attributes Python has taken away already.
        is_page = watched is getattr(self, "_page", None)
        if is_page and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Give the page all the room there is, or the least that it needs."""
        room = self.maximumViewportSize()
        least = self._least(room.width())
        if least.height() > room.height():
            room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
            least = self._least(room.width())
        if least.width() > room.width():
            room.setHeight(room.height() - self.horizontalScrollBar().sizeHint().height())
        self._page.resize(least.expandedTo(room))

    def _least(self, width: int) -> QSize:
        page = self._page
        least, layout = page.minimumSizeHint(), page.layout()
        if self._wraps and layout is not None and layout.hasHeightForWidth():
            height = layout.totalMinimumHeightForWidth(max(width, least.width()))
            least.setHeight(max(least.height(), height))
        return least
