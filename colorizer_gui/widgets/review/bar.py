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
    EDIT = "edit"


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
    Qt.Key.Key_E: ReviewCommand.EDIT,
}


class ReviewBar(ShrinkingRow):
    """The legend of the keys, and a button for each; where two lines are no room, the keys stand alone.

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
        super().__init__(2, margins=(10, 6), parent=parent, word_lines=2)
        self.setObjectName("reviewBar")
        self.buttons: dict[ReviewCommand, KeyButton] = {}
        tips = self._tips()
        self._add(ReviewCommand.ACCEPT, self.tr("Accept"), "A", tips)
        self._add(ReviewCommand.RESTRAIN, self.tr("Quieter colours"), "R", tips)
        self._add(ReviewCommand.ENLIVEN, self.tr("Livelier colours"), "V", tips)
        self._add(ReviewCommand.KEEP_GRAY, self.tr("Keep black-and-white"), "B", tips)
        self._add(ReviewCommand.SETTINGS, self.tr("Other settings"), "X", tips)
        self._add(ReviewCommand.UNDO, self.tr("Undo"), "U", tips)
        self._add(ReviewCommand.LARGE, self.tr("Large"), self.tr("Space"), tips)
        self._add(ReviewCommand.EDIT, self.tr("Open in editor"), "E", tips)
        self.settle()

    def _tips(self) -> dict[ReviewCommand, str]:
        return {
            ReviewCommand.ACCEPT: self.tr("The photo is to be saved with this colour"),
            ReviewCommand.RESTRAIN: self.tr("Less colour, and only colours that are nearly sure"),
            ReviewCommand.ENLIVEN: self.tr("More colour, and the livelier ones of those that are likely"),
            ReviewCommand.KEEP_GRAY: self.tr("The photo stays without colour, and nothing is saved of it"),
            ReviewCommand.SETTINGS: self.tr("Sliders for the colour of the photos that are selected"),
            ReviewCommand.UNDO: self.tr("Takes back the last decision, and goes to its photo"),
            ReviewCommand.LARGE: self.tr("Shows the photo large, before and after"),
            ReviewCommand.EDIT: self.tr("Opens the photo with points and all else, and brings its work back"),
        }

    def _add(self, command: ReviewCommand, text: str, key: str, tips: dict[ReviewCommand, str]) -> None:
        button = KeyButton(text, key, tips[command])
        button.clicked.connect(partial(self._on_clicked, command))
        self.buttons[command] = button
        self.add_button(button, text)

    def _on_clicked(self, command: ReviewCommand) -> None:
        self.command_requested.emit(command)
