"""What is being done right now, how far it is, and a way to stop it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from colorizer_gui.widgets.slim_bar import SlimBar
from colorizer_gui.widgets.toast import Toast

_BAR_WIDTH = 120


class ActivityBar(Toast):
    """Shown while there is work.

    Signals
    -------
    cancel_requested()
    """

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon.hide()
        self.bar = SlimBar()
        self.bar.setFixedWidth(_BAR_WIDTH)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setToolTip(self.tr("Stop colorizing (Esc)"))
        self.cancel_button.clicked.connect(self.cancel_requested)
        self._row.addWidget(self.bar)
        self._row.addWidget(self.cancel_button)

    @Slot(str, int, int)
    def show_activity(self, text: str, done: int, total: int) -> None:
        """Say what is being done; with less than two things to do the bar is only busy."""
        self.label.setText(text)
        self.bar.setAccessibleDescription(text)
        self.bar.setRange(0, total if total > 1 else 0)
        self.bar.setValue(done)
        self.show()
