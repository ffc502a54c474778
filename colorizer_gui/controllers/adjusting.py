"""Colour settings of the photo that is shown, each gesture one step of undo."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QUndoCommand, QUndoGroup

from colorizer_gui.controllers.session import Entry, Session
from colorizer_gui.core.adjustments import Adjustments

#: Steps by key or wheel that follow one another this closely are one gesture.
GESTURE_PAUSE_MS: Final = 800
_COMMAND_ID: Final = 1


class AdjustingController(QObject):
    """Turns wishes of the panel into undoable changes.

    Attributes
    ----------
    undo_group
        Its active stack is that of the photo that is shown.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_group = QUndoGroup(self)
        self._session = session
        self._gesture = 0
        self._pause = QTimer(self, singleShot=True, interval=GESTURE_PAUSE_MS)
        self._pause.timeout.connect(self.end_gesture)
        session.entry_added.connect(self._on_entry_added)
        session.current_changed.connect(self._on_current_changed)

    @Slot(object)
    def request(self, adjustments: Adjustments) -> None:
        """Change the settings of the photo that is shown."""
        entry = self._session.current
        if entry is not None and adjustments != entry.adjustments:
            entry.undo_stack.push(_AdjustCommand(self._session, entry, adjustments, self._gesture))
            self._pause.start()

    @Slot()
    def reset(self) -> None:
        """Go back to the predicted colour, as one step of undo."""
        self.end_gesture()
        self.request(Adjustments())
        self.end_gesture()

    @Slot()
    def end_gesture(self) -> None:
        """The next change is another step of undo."""
        self._pause.stop()
        self._gesture += 1

    @Slot(object)
    def _on_entry_added(self, entry: Entry) -> None:
        self.undo_group.addStack(entry.undo_stack)

    @Slot(object)
    def _on_current_changed(self, entry: Entry | None) -> None:
        self.end_gesture()
        self.undo_group.setActiveStack(entry.undo_stack if entry is not None else None)  # type: ignore[arg-type]


class _AdjustCommand(QUndoCommand):
    """From one set of adjustments to another."""

    def __init__(self, session: Session, entry: Entry, after: Adjustments, gesture: int) -> None:
        super().__init__(session.tr("Saturation"))
        self._session = session
        self._entry = entry
        self._before = entry.adjustments
        self.after = after
        self.gesture = gesture

    def redo(self) -> None:
        self._session.set_adjustments(self._entry, self.after)

    def undo(self) -> None:
        self._session.set_adjustments(self._entry, self._before)

    def id(self) -> int:
        return _COMMAND_ID

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 - Qt's name
        if not isinstance(other, _AdjustCommand) or other.gesture != self.gesture:
            return False
        self.after = other.after
        return True
