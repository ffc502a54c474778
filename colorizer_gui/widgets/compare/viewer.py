"""The middle of the window: the invitation or the photo, with bars that float over it."""

from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from colorizer_gui.widgets.common.drop_frame import DropFrame
from colorizer_gui.widgets.common.page_stack import PageStack
from colorizer_gui.widgets.compare.candidate_grid import CandidateGrid
from colorizer_gui.widgets.compare.comparison_view import ComparisonView
from colorizer_gui.widgets.compare.empty_state import EmptyState
from colorizer_gui.widgets.compare.error_state import ErrorState
from colorizer_gui.widgets.messages.activity_bar import ActivityBar
from colorizer_gui.widgets.messages.message_bar import MessageBar

_MARGIN: Final = 18
_WIDEST: Final = 620


class Viewer(QWidget):
    """Lays the message and the activity over the bottom of what is shown.

    Attributes
    ----------
    empty_state, comparison, candidate_grid, error_state
        Of which one is shown.
    message_bar, activity_bar
        Float over it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty_state = EmptyState()
        self.comparison = ComparisonView()
        self.candidate_grid = CandidateGrid(self.comparison.view)
        self._of_photo: QWidget = self.comparison
        self.error_state = ErrorState()
        self._pages = PageStack()
        self._pages.addWidget(self.empty_state)
        self._pages.addWidget(self.comparison)
        self._pages.addWidget(self.candidate_grid)
        self._pages.addWidget(self.error_state)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self._bars = QWidget(self)
        self.message_bar = MessageBar()
        self.activity_bar = ActivityBar()
        bars = QVBoxLayout(self._bars)
        bars.setContentsMargins(0, 0, 0, 0)
        bars.addWidget(self.message_bar)
        bars.addWidget(self.activity_bar)
        self._bars.installEventFilter(self)
        self._drop_frame = DropFrame(self)

    def show_photo(self, shown: bool) -> None:
        """Show the photo, or the invitation."""
        self._pages.setCurrentWidget(self._of_photo if shown else self.empty_state)
        self.error_state.show_error("")

    def show_candidates_large(self, shown: bool) -> None:
        """Show several colorizations in the place of the photo, or the photo again."""
        self._of_photo = self.candidate_grid if shown else self.comparison
        if self._pages.currentWidget() in {self.comparison, self.candidate_grid}:
            self._pages.setCurrentWidget(self._of_photo)

    def show_error(self, text: str) -> None:
        """Show a sentence in the place of the photo."""
        self._pages.setCurrentWidget(self.error_state)
        self.error_state.show_error(text)

    def show_drop_frame(self, shown: bool) -> None:
        """Show that what is being dragged may be dropped here."""
        if shown:
            self._drop_frame.appear()
        else:
            self._drop_frame.hide()

    def resizeEvent(self, _event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self._place_bars()
        self._drop_frame.setGeometry(self.rect())

    def eventFilter(self, watched: object, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if watched is self._bars and event.type() == QEvent.Type.LayoutRequest:
            self._place_bars()
        return False

    def _place_bars(self) -> None:
        width = max(1, min(_WIDEST, self.width() - 2 * _MARGIN))
        layout = self._bars.layout()
        assert layout is not None
        if self.message_bar.isHidden() and self.activity_bar.isHidden():
            # A hidden parent would not hear that a bar is shown again; one of no size is as good.
            self._bars.setGeometry(0, 0, 0, 0)
            return
        height = (
            layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
        )
        left = (self.width() - width) // 2
        self._bars.setGeometry(left, self.height() - height - _MARGIN, width, height)
        self._bars.raise_()
