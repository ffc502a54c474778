"""What can be done with a photo under review: each command with a button and a key."""

from enum import Enum
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from colorizer_gui.widgets.common.key_button import KeyButton
from colorizer_gui.widgets.common.shrinking_row import ShrinkingRow


class ReviewCommand(Enum):
    """What the user may want of the photos that are selected."""

    ACCEPT = "accept"
    RESTRAIN = "restrain"
    ENLIVEN = "enliven"
    KEEP_GRAY = "keep gray"
    SETTINGS = "settings"
    UNDO = "undo"
    LARGE = "large"


KEYS: Final = {
    Qt.Key.Key_A: ReviewCommand.ACCEPT,
    Qt.Key.Key_Return: ReviewCommand.ACCEPT,
    Qt.Key.Key_Enter: ReviewCommand.ACCEPT,
    Qt.Key.Key_R: ReviewCommand.RESTRAIN,
    Qt.Key.Key_V: ReviewCommand.ENLIVEN,
    Qt.Key.Key_B: ReviewCommand.KEEP_GRAY,
    Qt.Key.Key_X: ReviewCommand.SETTINGS,
    Qt.Key.Key_U: ReviewCommand.UNDO,
    Qt.Key.Key_Space: ReviewCommand.LARGE,
}


class ReviewBar(ShrinkingRow):
    """The legend of the keys, and a button for each; where there is no room, the keys stand alone.

    Signals
    -------
    command_requested(ReviewCommand)

    Attributes
    ----------
    buttons
        By command.
    """

    command_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(2, margins=(10, 6), parent=parent)
        self.setObjectName("reviewBar")
        self.buttons: dict[ReviewCommand, KeyButton] = {}
        self._add(ReviewCommand.ACCEPT, self.tr("Accept"), "A")
        self._add(ReviewCommand.RESTRAIN, self.tr("More restrained"), "R")
        self._add(ReviewCommand.ENLIVEN, self.tr("More vivid"), "V")
        self._add(ReviewCommand.KEEP_GRAY, self.tr("Keep black-and-white"), "B")
        self._add(ReviewCommand.SETTINGS, self.tr("Other settings"), "X")
        self._add(ReviewCommand.UNDO, self.tr("Undo"), "U")
        self._add(ReviewCommand.LARGE, self.tr("Large"), self.tr("Space"))
        self.settle()

    def _add(self, command: ReviewCommand, text: str, key: str) -> None:
        button = KeyButton(text, key)
        button.clicked.connect(partial(self._on_clicked, command))
        self.buttons[command] = button
        self.add_button(button, text)

    def _on_clicked(self, command: ReviewCommand) -> None:
        self.command_requested.emit(command)
