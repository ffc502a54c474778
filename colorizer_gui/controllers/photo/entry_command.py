"""One step of undo of one photo, which may go on for as long as the user's gesture does."""

from PySide6.QtGui import QUndoCommand

from colorizer_gui.controllers.session.session import Entry, Session
from colorizer_gui.core.prediction.prediction import Guidance


class EntryCommand(QUndoCommand):
    """Changes a photo of the session.

    A gesture changes its command in place. Qt's own merging would make a command for each move of a
    slider, and PySide keeps those that were merged as long as the stack.
    """

    def __init__(self, text: str, session: Session, entry: Entry) -> None:
        super().__init__(text)
        self._session = session
        self._entry = entry

    def goes_on(self, entry: Entry) -> bool:
        """Whether it is what undo would undo, of that photo, and nothing was saved since."""
        stack = entry.undo_stack
        is_last = stack.index() > 0 and stack.command(stack.index() - 1) is self
        return is_last and entry is self._entry and stack.index() == stack.count() and not stack.isClean()


class GuidanceCommand(EntryCommand):
    """From what the user told the network about a photo, points or a reference, to something else."""

    def __init__(self, text: str, session: Session, entry: Entry, after: Guidance | None) -> None:
        super().__init__(text, session, entry)
        self._before = entry.guidance
        self.after = after

    def redo(self) -> None:
        self._session.set_guidance(self._entry, self.after)

    def undo(self) -> None:
        self._session.set_guidance(self._entry, self._before)
