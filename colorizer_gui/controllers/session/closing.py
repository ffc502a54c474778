"""Photos that were closed: they come back with their work and their steps of undo."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoGroup, QUndoStack

from colorizer_gui.controllers.session.session import Entry, Session

#: So many photos can be opened again; those that were closed before are gone, but for the work that is kept.
MOST: Final = 20


@dataclass(frozen=True, slots=True, eq=False)
class _Closed:
    entry: Entry
    index: int


class ClosingController(QObject):
    """Closes photos, and opens them again: by name, by undo right afterwards, or since their file is opened.

    Signals
    -------
    closed(Entry), reopened(Entry)
    """

    closed = Signal(object)
    reopened = Signal(object)

    def __init__(self, session: Session, undo_group: QUndoGroup, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._undo_group = undo_group
        self._closed: list[_Closed] = []
        self._stack = QUndoStack(self)
        undo_group.addStack(self._stack)

    @property
    def can_reopen(self) -> bool:
        """Whether a photo was closed that is not open again."""
        return bool(self._closed)

    def close(self, entry: Entry) -> None:
        """Close a photo; until something else is done, undo opens it again."""
        index = self._session.take_out(entry)
        self._closed.append(_Closed(entry, index))
        for old in self._closed[:-MOST]:
            self._forget(old)
        self._stack.clear()
        self._stack.push(_CloseCommand(self.tr("Close Photo"), self, entry))
        self._undo_group.setActiveStack(self._stack)
        self.closed.emit(entry)

    def reopen_last(self) -> None:
        """Open the photo again that was closed last."""
        if self._closed:
            self.reopen(self._closed[-1].entry)

    def reopen(self, entry: Entry) -> None:
        """Open a photo again that was closed, and show it; nothing if it is not closed."""
        found = next((closed for closed in self._closed if closed.entry is entry), None)
        if found is not None:
            self._closed.remove(found)
            self._session.put_back(entry, min(found.index, len(self._session)))
            self._session.select(entry)
            self.reopened.emit(entry)

    def reopen_path(self, path: Path, part: int = 0) -> Entry | None:
        """Open the photo of that file again, if it was closed; without showing it."""
        wanted = path, part
        closed = (each for each in reversed(self._closed) if (each.entry.path, each.entry.part) == wanted)
        found = next(closed, None)
        if found is None:
            return None
        self._closed.remove(found)
        self._session.put_back(found.entry, len(self._session))
        self.reopened.emit(found.entry)
        return found.entry

    def _forget(self, old: _Closed) -> None:
        self._closed.remove(old)
        old.entry.undo_stack.deleteLater()


class _CloseCommand(QUndoCommand):
    """What undo takes back right after a photo was closed."""

    def __init__(self, text: str, closing: ClosingController, entry: Entry) -> None:
        super().__init__(text)
        self._closing = closing
        self._entry = entry

    def undo(self) -> None:
        self._closing.reopen(self._entry)

    def redo(self) -> None:
        """Do nothing: the photo is closed already when this step is pushed."""
