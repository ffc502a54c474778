"""What can be done with a photo under review: each wish with its key, which works as well as the button."""

from enum import Enum
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from colorizer_gui.widgets.common.key_button import KeyButton
from colorizer_gui.widgets.common.shrinking_row import ShrinkingRow


class Wish(Enum):
    """What the user may want of the photos that are selected."""

    ACCEPT = "accept"
    RESTRAIN = "restrain"
    ENLIVEN = "enliven"
    KEEP_GRAY = "keep gray"
    SETTINGS = "settings"
    UNDO = "undo"
    LARGE = "large"


KEYS: Final = {
    Qt.Key.Key_A: Wish.ACCEPT,
    Qt.Key.Key_Return: Wish.ACCEPT,
    Qt.Key.Key_Enter: Wish.ACCEPT,
    Qt.Key.Key_R: Wish.RESTRAIN,
    Qt.Key.Key_V: Wish.ENLIVEN,
    Qt.Key.Key_B: Wish.KEEP_GRAY,
    Qt.Key.Key_X: Wish.SETTINGS,
    Qt.Key.Key_U: Wish.UNDO,
    Qt.Key.Key_Space: Wish.LARGE,
}


class ReviewBar(ShrinkingRow):
    """The legend of the keys, and a button for each; where there is no room, the keys stand alone.

    Signals
    -------
    wished(Wish)

    Attributes
    ----------
    buttons
        By wish.
    """

    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(2, margins=(10, 6), parent=parent)
        self.setObjectName("reviewBar")
        self.buttons: dict[Wish, KeyButton] = {}
        self._add(Wish.ACCEPT, self.tr("Accept"), "A")
        self._add(Wish.RESTRAIN, self.tr("More restrained"), "R")
        self._add(Wish.ENLIVEN, self.tr("More vivid"), "V")
        self._add(Wish.KEEP_GRAY, self.tr("Keep black-and-white"), "B")
        self._add(Wish.SETTINGS, self.tr("Other settings"), "X")
        self._add(Wish.UNDO, self.tr("Undo"), "U")
        self._add(Wish.LARGE, self.tr("Large"), self.tr("Space"))
        self.settle()

    def _add(self, wish: Wish, text: str, key: str) -> None:
        button = KeyButton(text, key)
        button.clicked.connect(partial(self._on_clicked, wish))
        self.buttons[wish] = button
        self.add_button(button, text)

    def _on_clicked(self, wish: Wish) -> None:
        self.wished.emit(wish)
