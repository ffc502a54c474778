"""A first look at the photo that is shown, while it is still to be read."""

from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from colorizer_gui.controllers.session.session import Entry, Session
from colorizer_gui.workers.photo.answers import Glanced
from colorizer_gui.workers.photo.requests import GlanceRequest
from colorizer_gui.workers.requests import Finished
from colorizer_gui.workers.work_queue import WorkQueue

#: Physical pixels of the longer side.
_SIDE: Final = 1024


class GlancingController(QObject):
    """Asks for a small picture before the photo is read; is made before what reads it, to be the first.

    Signals
    -------
    glanced(Entry, QSize)
        There is a small picture of a photo that is still to be read, and how large it will be.
    """

    glanced = Signal(object, object)

    def __init__(self, session: Session, queue: WorkQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._queue = queue
        queue.finished.connect(self._on_finished)
        session.current_changed.connect(self._on_current_changed)

    @Slot(object)
    def _on_current_changed(self, entry: Entry | None) -> None:
        self._queue.cancel(lambda request: isinstance(request, GlanceRequest))
        if entry is not None and entry.path is not None and entry.photo is None and entry.preview is None:
            reading = self._session.reading(entry)
            self._queue.submit(
                GlanceRequest(key=entry.key, path=entry.path, long_side=_SIDE, reading=reading)
            )

    @Slot(object)
    def _on_finished(self, finished: Finished) -> None:
        request, found = finished.request, finished.result
        entry = self._session.find(request.key)
        if entry is None or not isinstance(request, GlanceRequest) or not isinstance(found, Glanced):
            return
        if entry.photo is None and entry.treatment.reads_as(request.reading):
            entry.preview = found.image
            self.glanced.emit(entry, found.size)
