"""Looks once whether the photo that is shown lies on its side, after it has its colour."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from colorizer_gui.controllers.colorizing.request_builder import RequestBuilder
from colorizer_gui.controllers.session.session import Entry, Session
from colorizer_gui.core.photo.reshaping import may_be_turned
from colorizer_gui.workers.photo.answers import TurnFound
from colorizer_gui.workers.photo.requests import UprightRequest
from colorizer_gui.workers.requests import Finished
from colorizer_gui.workers.work_queue import WorkQueue


class UprightnessController(QObject):
    """Asks the worker that owns the network; what the user has turned, or spoken about, is left alone.

    Signals
    -------
    found(Entry)
        A photo lies on its side, see `turns_for`.

    Attributes
    ----------
    is_wanted
        Answers whether photos are looked at.
    """

    found = Signal(object)

    def __init__(self, session: Session, queue: WorkQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_wanted: Callable[[], bool] = lambda: True
        self._session = session
        self._requests = RequestBuilder(session)
        self._queue = queue
        self._turns: dict[int, int] = {}
        queue.finished.connect(self._on_finished)
        session.current_changed.connect(self._on_current_changed)
        session.entry_removed.connect(self._on_entry_removed)

    def turns_for(self, entry: Entry) -> int:
        """Quarter turns clockwise that are offered for a photo; 0 for none."""
        return self._turns.get(entry.key, 0) if self._is_open(entry) else 0

    def leave(self, entry: Entry) -> None:
        """The photo is held as it should be, now and whenever it is opened."""
        self._session.say_upright(entry)

    @Slot(object)
    def look_once(self, entry: Entry) -> None:
        """Look how a photo lies, if it is the one that is shown, is in memory and has its colour."""
        is_there = entry.photo is not None and entry.prediction is not None
        is_new = entry.key not in self._turns and not self._is_asked(entry)
        if entry is self._session.current and is_there and is_new and self._is_open(entry):
            self._queue.submit(UprightRequest(key=entry.key, subject=self._requests.subject(entry)))

    def _is_open(self, entry: Entry) -> bool:
        """Whether the user has not decided how the photo is held, nor put anything on it."""
        untouched = entry.guidance is None and entry.adjustments.areas is None and not entry.is_upright
        return self.is_wanted() and untouched and may_be_turned(entry.treatment.geometry, entry.part)

    def _is_asked(self, entry: Entry) -> bool:
        return any(isinstance(each, UprightRequest) for each in self._queue.asked(entry.key))

    @Slot(object)
    def _on_current_changed(self, entry: Entry | None) -> None:
        self._queue.cancel(lambda each: isinstance(each, UprightRequest))
        if entry is not None:
            self.look_once(entry)

    @Slot(object)
    def _on_entry_removed(self, entry: Entry) -> None:
        self._turns.pop(entry.key, None)

    @Slot(object)
    def _on_finished(self, finished: Finished) -> None:
        request, result = finished.request, finished.result
        entry = self._session.find(request.key)
        if not isinstance(request, UprightRequest) or not isinstance(result, TurnFound) or entry is None:
            return
        if entry.treatment != request.subject.treatment:
            return
        self._turns[entry.key] = result.turns
        if self.turns_for(entry):
            self.found.emit(entry)
