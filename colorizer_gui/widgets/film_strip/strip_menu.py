"""What can be done with the photos that are chosen in the film strip: a menu, and keys."""

from enum import Enum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


class StripCommand(Enum):
    """What may be asked; the two that say `ALL` are about every open photo."""

    SAVE = "save"
    SAVE_ALL = "save all"
    APPLY = "apply"
    APPLY_ALL = "apply to all"
    LIKE = "like"
    AGAIN = "again"
    REMOVE = "remove"


class StripMenu(QMenu):
    """The menu of the film strip.

    Signals
    -------
    command_requested(StripCommand)

    Attributes
    ----------
    actions_by_command
        Each with its text for one photo or several.
    """

    command_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.actions_by_command: dict[StripCommand, QAction] = {}
        for command in StripCommand:
            if command in {StripCommand.APPLY, StripCommand.AGAIN, StripCommand.REMOVE}:
                self.addSeparator()
            action = self.addAction("")
            action.triggered.connect(partial(self._on_triggered, command))
            self.actions_by_command[command] = action
        remove = self.actions_by_command[StripCommand.REMOVE]
        remove.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if parent is not None:
            parent.addAction(remove)
        self.show_count(1)

    def show_count(self, count: int) -> None:
        """Say how many photos are chosen."""
        texts = {
            StripCommand.SAVE: self.tr("&Save"),
            StripCommand.SAVE_ALL: self.tr("Save A&ll Photos"),
            StripCommand.APPLY: self.tr("&Apply the Shown Photo's Settings to This One"),
            StripCommand.APPLY_ALL: self.tr("Apply the Shown Photo's Settings to &All"),
            StripCommand.LIKE: self.tr("Colorize This One &Like the Shown Photo"),
            StripCommand.AGAIN: self.tr("&Colorize Again"),
            StripCommand.REMOVE: self.tr("&Remove from the Strip"),
        }
        if count > 1:
            texts |= {
                StripCommand.SAVE: self.tr("&Save {0} Photos").format(count),
                StripCommand.APPLY: self.tr("&Apply the Shown Photo's Settings to These {0}").format(count),
                StripCommand.LIKE: self.tr("Colorize These {0} &Like the Shown Photo").format(count),
                StripCommand.REMOVE: self.tr("&Remove {0} Photos from the Strip").format(count),
            }
        for command, text in texts.items():
            self.actions_by_command[command].setText(text)

    def set_possible(self, commands: set[StripCommand]) -> None:
        """Which commands make sense now."""
        for command, action in self.actions_by_command.items():
            # The key that removes works without the menu, too, and what it is about is looked at then.
            action.setEnabled(command in commands or command is StripCommand.REMOVE)

    def _on_triggered(self, command: StripCommand) -> None:
        self.command_requested.emit(command)
