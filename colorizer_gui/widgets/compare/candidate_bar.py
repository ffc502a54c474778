"""Thumbnails of other colorizations; a look at one shows it large, one click takes it."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QIcon, QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from colorizer_gui.widgets.common.dismiss_button import DismissButton
from colorizer_gui.widgets.common.slim_bar import SlimBar
from colorizer_gui.widgets.style.theme import SPACE

_THUMBNAIL: Final = QSize(104, 78)
#: What a button has beside its words or its picture, and the distance to the next one.
_AROUND: Final = 20


class _CandidateButton(QToolButton):
    """Tells whether the mouse or the focus is on it."""

    looked_at = Signal(bool)

    def event(self, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.Enter | QEvent.Type.FocusIn:
                self.looked_at.emit(True)
            case QEvent.Type.Leave | QEvent.Type.FocusOut:
                self.looked_at.emit(False)
        return super().event(event)


class CandidateBar(QFrame):
    """A row of pictures to choose from.

    Signals
    -------
    candidate_requested(int)
        The user chose the picture at this place.
    candidate_looked_at(int | None)
        The mouse, or the focus, is on the picture at this place; None when it is on none any more.
    dismissed()
        The user wants the row to go.

    Attributes
    ----------
    buttons
        One for each picture.
    """

    candidate_requested = Signal(int)
    candidate_looked_at = Signal(object)
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("candidateBar")
        self.setAccessibleName(self.tr("Other colours"))
        self.buttons: list[QToolButton] = []
        self._waiting = QWidget()
        text = QLabel(self.tr("Looking for other colours…"))
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        bar = SlimBar()
        bar.setRange(0, 0)
        bar.setAccessibleName(text.text())
        waiting = QVBoxLayout(self._waiting)
        waiting.addStretch()
        waiting.addWidget(text)
        waiting.addWidget(bar)
        waiting.addStretch()
        self._row = QHBoxLayout()
        self._row.setSpacing(4)
        self._close = DismissButton(self.tr("Close"), self.tr("Close other colours"))
        self._close.clicked.connect(self.dismissed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE, 4, SPACE, 4)
        layout.addStretch()
        layout.addWidget(self._waiting)
        layout.addLayout(self._row)
        layout.addStretch()
        self._large = QToolButton()
        self._large.setObjectName("sideBySide")
        self._large.hide()
        layout.addWidget(self._large)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._names: list[str] = []
        self._fit()

    def set_large_action(self, action: QAction) -> None:
        """Offer the action that shows them side by side."""
        self._large.setDefaultAction(action)
        self._large.show()

    def show_waiting(self) -> None:
        """Say that pictures are on their way."""
        self._clear()
        self._waiting.show()

    def show_candidates(self, candidates: Sequence[tuple[str, QImage]]) -> None:
        """Show pictures with their names."""
        self._clear()
        self._waiting.hide()
        for index, (name, image) in enumerate(candidates):
            button = _CandidateButton()
            button.setObjectName("candidate")
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setIconSize(_THUMBNAIL)
            button.setIcon(QIcon(QPixmap.fromImage(image)))
            button.setAccessibleName(name)
            button.setToolTip(self.tr("Shown large as long as you look at it; a click takes it"))
            button.looked_at.connect(partial(self._on_looked_at, index))
            button.setCheckable(True)
            button.clicked.connect(partial(self.candidate_requested.emit, index))
            self.buttons.append(button)
            self._row.addWidget(button)
        self._names = [name for name, _ in candidates]
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(0, super().minimumSizeHint().height())  # the window does not grow with the names

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the names a second line where one does not have room for all of them."""
        bold = self.font()
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        widths = [max(_THUMBNAIL.width(), metrics.horizontalAdvance(name)) + _AROUND for name in self._names]
        beside = self._large.sizeHint().width() + self._close.sizeHint().width() + 6 * SPACE
        wraps = sum(widths) + beside > self.width()
        for name, button in zip(self._names, self.buttons, strict=True):
            button.setText(_in_two_lines(name) if wraps else name)
        lines = 2 if wraps and self._names else 1
        self.setFixedHeight(_THUMBNAIL.height() + lines * self.fontMetrics().height() + 30)

    def mark(self, index: int | None) -> None:
        """Show which picture is the colour that the photo has; None if it is none of them."""
        for place, button in enumerate(self.buttons):
            button.setChecked(place == index)
            font = button.font()
            font.setBold(place == index)
            button.setFont(font)

    def _on_looked_at(self, index: int, looked_at: bool) -> None:
        self.candidate_looked_at.emit(index if looked_at else None)

    def _clear(self) -> None:
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons, self._names = [], []
        self.candidate_looked_at.emit(None)


def _in_two_lines(name: str) -> str:
    """Broken at the space that is nearest to the middle; a single word has an empty line below it."""
    spaces = [place for place, letter in enumerate(name) if letter == " "]
    if not spaces:
        return f"{name}\n"
    place = min(spaces, key=lambda each: abs(each - len(name) / 2))
    return f"{name[:place]}\n{name[place + 1 :]}"
