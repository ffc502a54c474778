"""Work on a photo that was done before, beside the work that the photo was opened with."""

from dataclasses import replace
from typing import cast

from PySide6.QtCore import QObject, Signal, Slot

from colorizer_gui.controllers.session.session import Entry, Session
from colorizer_gui.controllers.session.taking_up import go_on_with
from colorizer_gui.controllers.session.work_keeping import WorkKeeper, work_of
from colorizer_gui.core.pipeline.stored_session import StoredPhoto
from colorizer_gui.workers.photo.requests import WorkRequest
from colorizer_gui.workers.requests import Finished
from colorizer_gui.workers.work_queue import WorkQueue


class EarlierWork(QObject):
    """Looks for it, and goes on with it if that is wanted.

    Signals
    -------
    found(Entry, StoredPhoto)
        There is other work than what is shown.
    """

    found = Signal(object, object)

    def __init__(
        self, session: Session, keeper: WorkKeeper, queue: WorkQueue, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._keeper = keeper
        self._queue = queue
        queue.finished.connect(self._on_finished)

    def look_for(self, entry: Entry) -> None:
        """Ask for the work on the file of a photo."""
        if entry.path is not None:
            self._queue.submit(WorkRequest(key=entry.key, path=entry.path, part=entry.part))

    @Slot(object)
    def look_beside(self, entries: list[Entry]) -> None:
        """Ask for other work than that which a photo that was just opened goes on with."""
        if len(entries) == 1:
            self.look_for(entries[0])

    def take(self, entry: Entry, work: StoredPhoto) -> None:
        """Go on with it, as one step of undo; what is kept so far can be had again, too."""
        self._keeper.set_aside(entry)
        go_on_with(self._session, entry, work, self.tr("Earlier Work"))

    @Slot(object)
    def _on_finished(self, finished: Finished) -> None:
        entry = self._session.find(finished.request.key)
        if entry is None or not isinstance(finished.request, WorkRequest):
            return
        shown = work_of(entry)
        for work in cast("tuple[StoredPhoto, ...]", finished.result):
            anew = work.treatment.anew or entry.treatment.anew  # that was answered when it was opened
            other = replace(work, treatment=replace(work.treatment, anew=anew))
            if not other.is_alike(shown):
                self.found.emit(entry, other)
                return
