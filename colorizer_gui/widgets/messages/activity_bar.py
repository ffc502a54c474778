"""What is being done right now, how far it is, and a way to stop it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from colorizer_gui.widgets.common.slim_bar import SlimBar
from colorizer_gui.widgets.common.yielding_label import YieldingLabel
from colorizer_gui.widgets.messages.toast import Toast

_BAR_WIDTH = 120
# Where the text needs the room.
_SHORTEST_BAR = 40


class ActivityBar(Toast):
    """Shown while there is work.

    Signals
    -------
    cancel_requested()
    """

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        label = YieldingLabel()
        label.elide_mode = (
            Qt.TextElideMode.ElideMiddle
        )  # a name begins the text, and how many there are ends it
        super().__init__(parent, label)
        self._icon.hide()
        self.bar = SlimBar()
        self.bar.setFixedWidth(_BAR_WIDTH)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setToolTip(self.tr("Stop everything that waits (Shift+Esc)"))
        self.cancel_button.clicked.connect(self.cancel_requested)
        self._row.addWidget(self.bar)
        self._row.addWidget(self.cancel_button)

    @Slot(str, int, int)
    def show_activity(self, text: str, done: int, total: int, *, can_stop: bool = True) -> None:
        """Say what is being done; with less than two things to do the bar is only busy."""
        self.cancel_button.setVisible(can_stop)
        self.label.setText(text)
        self.bar.setAccessibleDescription(text)
        self.bar.setRange(0, total if total > 1 else 0)
        self.bar.setValue(done)
        self._share_room()
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """The bar gives way before the text does."""
        margins, beside = self._row.contentsMargins(), self.label.sizeHint() + self.cancel_button.sizeHint()
        room = self.width() - margins.left() - margins.right() - 2 * self._row.spacing() - beside.width()
        self.bar.setFixedWidth(max(_SHORTEST_BAR, min(_BAR_WIDTH, room)))
