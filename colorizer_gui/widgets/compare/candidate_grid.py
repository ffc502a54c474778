"""Several colorizations side by side under one zoom, of which one is taken."""

from collections.abc import Sequence
from functools import partial
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from colorizer_gui.widgets.common.dismiss_button import DismissButton
from colorizer_gui.widgets.common.yielding_label import YieldingLabel
from colorizer_gui.widgets.pane.keys import ENTER_KEYS
from colorizer_gui.widgets.pane.photo_pane import PhotoPane
from colorizer_gui.widgets.pane.view_transform import ViewTransform
from colorizer_gui.widgets.style.theme import SPACE

_NUMBERS: Final = tuple(range(Qt.Key.Key_1, Qt.Key.Key_9 + 1))


class CandidatePane(PhotoPane):
    """A pane that is taken by a click, or by Enter; a drag moves the photo.

    Signals
    -------
    chosen()
    """

    chosen = Signal()

    def __init__(self, title: str, view: ViewTransform, parent: QWidget | None = None) -> None:
        super().__init__(title, view, parent)
        self._clicked: QPointF | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        self._clicked = event.position() if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        super().mouseReleaseEvent(event)
        pressed, self._clicked = self._clicked, None
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        way = (event.position() - pressed).manhattanLength()
        if way < QGuiApplication.styleHints().startDragDistance():
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in ENTER_KEYS:
            self.chosen.emit()
        elif event.key() in _NUMBERS:
            event.ignore()  # here they take a colorization, and do not zoom
        else:
            super().keyPressEvent(event)


class CandidateGrid(QWidget):
    """As many panes as there are colorizations, in the rows and columns that show them largest.

    Signals
    -------
    candidate_requested(int)
        The user took the colorization at this place.
    dismissed()
        The user wants to go back.

    Attributes
    ----------
    panes
        One for each colorization.
    """

    candidate_requested = Signal(int)
    dismissed = Signal()

    def __init__(self, view: ViewTransform, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._names: list[str] = []
        self.panes: list[CandidatePane] = []
        hint = YieldingLabel(
            self.tr("A click, or its number, takes one. All of them zoom and move together.")
        )
        close = DismissButton(self.tr("Back"), self.tr("Close the colours side by side"))
        close.clicked.connect(self.dismissed)
        head = QHBoxLayout()
        head.setContentsMargins(SPACE, 4, SPACE, 4)
        head.addWidget(hint, 1)
        head.addWidget(close)
        self._grid = QGridLayout()
        self._grid.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addLayout(self._grid, 1)

    def show_candidates(self, candidates: Sequence[tuple[str, QImage]]) -> None:
        """Show pictures with their names; larger ones follow by `set_image`."""
        self.clear()
        for index, (name, image) in enumerate(candidates):
            pane = CandidatePane(name, self._view)
            pane.set_image(image)
            pane.setToolTip(self.tr("A click gives the photo these colours"))
            pane.chosen.connect(partial(self.candidate_requested.emit, index))
            self.panes.append(pane)
            self._names.append(name)
        self._arrange()
        self.mark(None)

    def set_image(self, index: int, image: QImage) -> None:
        """Draw one of them larger."""
        self.panes[index].set_image(image)

    def mark(self, taken: int | None) -> None:
        """Say which is the colour that the photo has."""
        for index, (pane, name) in enumerate(zip(self.panes, self._names, strict=True)):
            sign = " ✓" if index == taken else ""
            pane.set_title(f"{index + 1}  {name}{sign}")

    def clear(self) -> None:
        """Show nothing."""
        for pane in self.panes:
            self._grid.removeWidget(pane)
            pane.hide()
            pane.deleteLater()
        self.panes, self._names = [], []

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        index = event.key() - Qt.Key.Key_1
        if event.key() in _NUMBERS and index < len(self.panes):
            self.candidate_requested.emit(index)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, _event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self._arrange()

    def _arrange(self) -> None:
        photo, count = self._view.photo_size, len(self.panes)
        if not count or photo.isEmpty():
            return

        def size_in(columns: int) -> float:
            rows = ceil(count / columns)
            return min(self.width() / columns / photo.width(), self.height() / rows / photo.height())

        columns = max(range(1, count + 1), key=size_in)
        for index, pane in enumerate(self.panes):
            self._grid.removeWidget(pane)
            self._grid.addWidget(pane, index // columns, index % columns)
        for place in range(count):
            self._grid.setColumnStretch(place, int(place < columns))
            self._grid.setRowStretch(place, int(place < ceil(count / columns)))
