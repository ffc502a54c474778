"""What the window shows before there is a photo: an invitation."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from colorizer_gui.core.common.existence import is_file
from colorizer_gui.widgets.common.elision import elided_name
from colorizer_gui.widgets.common.invitation import Invitation

_MOST_RECENT = 4
_RECENT_WIDTH = 150


class EmptyState(Invitation):
    """A place to drop photos on.

    Signals
    -------
    open_requested(), sample_requested()
    recent_requested(Path)
    reopening_requested()
        The photos of last time are wanted.

    Attributes
    ----------
    sample_button
        Opens a photo that comes with Tintype.
    earlier_button
        Opens the photos of last time; shown if there are any.
    recent_buttons
        Photos that were opened lately.
    """

    open_requested = Signal()
    sample_requested = Signal()
    recent_requested = Signal(object)
    reopening_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("drop", parent)
        self.set_texts(
            self.tr("Drop photos here"),
            self.tr(
                "One photo, several, or a whole folder. They stay on this computer,\n"
                "and the originals stay as they are."
            ),
        )
        self.open_button = self.add_button(self.tr("Open Photos…"), primary=True)
        self.open_button.clicked.connect(self.open_requested)
        self.sample_button = self.add_button(self.tr("Try a Sample Photo"))
        self.sample_button.setToolTip(
            self.tr("See how an old portrait gets its colour; it came with Tintype")
        )
        self.sample_button.clicked.connect(self.sample_requested)
        self.earlier_button = self.add_button("")
        self.earlier_button.hide()
        self.earlier_button.clicked.connect(self.reopening_requested)
        self.recent_buttons: list[QPushButton] = []

    def offer_earlier(self, count: int) -> None:
        """Offer to open the photos of last time again."""
        text = self.tr("Open the Photo of Last Time")
        if count > 1:
            text = self.tr("Open the {0} Photos of Last Time").format(count)
        self.earlier_button.setText(text)
        self.earlier_button.show()

    def show_recent(self, paths: Sequence[Path]) -> None:
        """Offer photos that were opened lately and are still there."""
        while (item := self._below.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.recent_buttons = []
        self._below.addStretch()
        for path in [path for path in paths[:_MOST_RECENT] if is_file(path)]:
            shown = elided_name(path.name, self.fontMetrics(), _RECENT_WIDTH)
            button = QPushButton(shown.replace("&", "&&"))
            button.setObjectName("recentPhoto")
            button.setToolTip(str(path))
            button.setAccessibleName(self.tr("Open {0} again").format(path.name))
            button.clicked.connect(partial(self.recent_requested.emit, path))
            self.recent_buttons.append(button)
            self._below.addWidget(button)
        self._below.addStretch()
