"""The tool bar: icons with words beside them, as many of these as there is room for."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QLabel, QToolBar, QToolButton, QWidget

_GAP: Final = 10


class ToolBar(QToolBar):
    """Words stand beside the icons; where there is no room for all, the less important ones give way.

    Attributes
    ----------
    important
        The actions in the order in which they get their words.
    zoom_label
        How large the photo is shown.
    """

    def __init__(self, title: str, icon_side: int) -> None:
        super().__init__(title)
        self.important: list[QAction] = []
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

    def add(self, *actions: QAction) -> None:
        """Put actions at the end, and a gap after them."""
        self.addActions(actions)
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
    def with_words(self) -> list[QAction]:
        """Those that have their words."""
        icon_only = Qt.ToolButtonStyle.ToolButtonIconOnly
        return [button.defaultAction() for button in self._buttons if button.toolButtonStyle() != icon_only]

    @property
    def _buttons(self) -> list[QToolButton]:
        widgets = map(self.widgetForAction, self.important)
        return [button for button in widgets if isinstance(button, QToolButton)]

    def _settle(self) -> None:
        told = self.width(), self.font().key(), self.sizeHint().width()
        if told == self._told:
            return  # an icon that is lit is no reason to measure again
        room = self.width() - self.sizeHint().width()
        icon_only, worded = Qt.ToolButtonStyle.ToolButtonIconOnly, Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        room += sum(self._word_width(each) for each in self._buttons if each.toolButtonStyle() == worded)
        for button in self._buttons:
            room -= self._word_width(button)
            button.setToolButtonStyle(worded if room >= 0 else icon_only)
        self._told = self.width(), self.font().key(), self.sizeHint().width()

    @staticmethod
    def _word_width(button: QToolButton) -> int:
        """What a word takes beside its icon: to the pixel what `QToolButton.sizeHint` gives it."""
        metrics = button.fontMetrics()
        word = metrics.size(Qt.TextFlag.TextShowMnemonic, button.text()).width()
        return 4 + word + 2 * metrics.horizontalAdvance(" ")


def _gap(*, stretch: bool = False) -> QWidget:
    gap = QWidget()
    policy = gap.sizePolicy()
    if stretch:
        policy.setHorizontalPolicy(policy.Policy.Expanding)
    else:
        gap.setFixedWidth(_GAP)
    gap.setSizePolicy(policy)
    return gap
