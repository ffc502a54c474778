"""The tool bar: icons with words beside them, or without where the window is narrow."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QLabel, QToolBar, QToolButton, QWidget

_GAP: Final = 10


class ToolBar(QToolBar):
    """Words stand beside the icons as long as there is room for all of them.

    Attributes
    ----------
    zoom_label
        How large the photo is shown.
    """

    def __init__(self, title: str, icon_side: int) -> None:
        super().__init__(title)
        self._worded: list[QAction] = []
        self._told: tuple[object, ...] = ()
        self.setMovable(False)
        self.setIconSize(QSize(icon_side, icon_side))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.zoom_label = QLabel()
        self.zoom_label.setAccessibleName(self.tr("Zoom"))
        self.zoom_label.setToolTip(self.tr("How large the photo is shown; 100 % is pixel by pixel"))
        self.zoom_label.setMinimumWidth(52)
        self.zoom_label.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def add(self, *actions: QAction, words: bool = True) -> None:
        """Put actions at the end, and a gap after them.

        Parameters
        ----------
        words
            Whether their words are shown where there is room.
        """
        self.addActions(actions)
        self._worded += actions if words else ()
        self.addWidget(_gap())

    def add_stretch(self) -> None:
        """Let what follows stand at the right edge."""
        self.addWidget(_gap(stretch=True))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._settle()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._settle()
        return super().event(event)

    @property
    def shows_words(self) -> bool:
        """Whether there is room for them."""
        return any(
            button.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly for button in self._buttons
        )

    @property
    def _buttons(self) -> list[QToolButton]:
        widgets = map(self.widgetForAction, self._worded)
        return [button for button in widgets if isinstance(button, QToolButton)]

    def _settle(self) -> None:
        told = self.width(), self.font().key(), self.sizeHint().width()
        if told == self._told:
            return  # an icon that is lit is no reason to measure again
        buttons = self._buttons
        bare = self.sizeHint().width()
        if self.shows_words:
            bare -= sum(self._word_width(button) for button in buttons)
        words = bare + sum(map(self._word_width, buttons)) <= self.width()
        style = Qt.ToolButtonStyle
        for button in buttons:
            button.setToolButtonStyle(style.ToolButtonTextBesideIcon if words else style.ToolButtonIconOnly)
        self._told = self.width(), self.font().key(), self.sizeHint().width()

    @staticmethod
    def _word_width(button: QToolButton) -> int:
        """What the word of a button takes beside its icon, as Fusion lays it out."""
        return button.fontMetrics().horizontalAdvance(button.text()) + 8


def _gap(*, stretch: bool = False) -> QWidget:
    gap = QWidget()
    policy = gap.sizePolicy()
    if stretch:
        policy.setHorizontalPolicy(policy.Policy.Expanding)
    else:
        gap.setFixedWidth(_GAP)
    gap.setSizePolicy(policy)
    return gap
