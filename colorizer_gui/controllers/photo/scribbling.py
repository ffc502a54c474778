"""Colour from nothing but the user's points and strokes, or from the network as well: a step of undo."""

from PySide6.QtCore import QObject

from colorizer_gui.controllers.photo.entry_command import EntryCommand
from colorizer_gui.controllers.session.session import Entry, Session
from colorizer_gui.core.guidance.scribbles import can_solve
from colorizer_gui.core.prediction.prediction import FIRST_READING, ONLY_MINE


class ScribblingController(QObject):
    """Changes what the colour of the shown photo is made of."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    @property
    def is_offered(self) -> bool:
        """Whether this program can do it."""
        return can_solve()

    @property
    def is_alone(self) -> bool:
        """Whether the photo that is shown gets its colour from points and strokes alone."""
        entry = self._session.current
        return entry is not None and entry.candidate == ONLY_MINE

    def set_alone(self, alone: bool) -> None:
        """Want that, or the predicted colours again."""
        entry = self._session.current
        if entry is not None and alone != self.is_alone:
            text = self.tr("Guess No Colours") if alone else self.tr("Predicted Colours")
            entry.undo_stack.push(_AloneCommand(text, self._session, entry, alone=alone))


class _AloneCommand(EntryCommand):
    """From one kind of colour to the other."""

    def __init__(self, text: str, session: Session, entry: Entry, *, alone: bool) -> None:
        super().__init__(text, session, entry)
        self._before = entry.candidate, entry.prediction, entry.thumbnail
        self._after = ONLY_MINE if alone else FIRST_READING

    def redo(self) -> None:
        self._session.set_candidate(self._entry, self._after)

    def undo(self) -> None:
        candidate, prediction, thumbnail = self._before
        if prediction is not None and prediction.is_as_wanted(self._entry.guidance, candidate):
            self._session.set_prediction(self._entry, prediction, thumbnail)
        self._session.set_candidate(self._entry, candidate)
