"""A first look at the photo that is shown, before it is read or while it is."""

from PySide6.QtCore import QObject, Signal, Slot

from colorizer_gui.controllers.session.session import Entry, Session
from colorizer_gui.core.photo_io import GLANCED_SIDE
from colorizer_gui.workers.photo.answers import Glanced
from colorizer_gui.workers.photo.requests import GlanceRequest, ReadRequest
from colorizer_gui.workers.requests import Finished, Progress
from colorizer_gui.workers.work_queue import WorkQueue


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
        queue.progressed.connect(self._on_progressed)
        session.current_changed.connect(self._on_current_changed)

    @Slot(object)
    def _on_current_changed(self, entry: Entry | None) -> None:
        self._queue.cancel(lambda request: isinstance(request, GlanceRequest))
        if entry is not None and entry.path is not None and entry.photo is None and entry.preview is None:
            reading = self._session.reading(entry)
            self._queue.submit(
                GlanceRequest(key=entry.key, path=entry.path, long_side=GLANCED_SIDE, reading=reading)
            )

    @Slot(object)
    def _on_finished(self, finished: Finished) -> None:
        if isinstance(finished.request, GlanceRequest):
            self._show(finished.request, finished.result)

    @Slot(object)
    def _on_progressed(self, progress: Progress) -> None:
        if isinstance(progress.request, ReadRequest):
            self._show(progress.request, progress.seen)

    def _show(self, request: GlanceRequest | ReadRequest, seen: object) -> None:
        entry = self._session.find(request.key)
        if (
            entry is None
            or not isinstance(seen, Glanced)
            or entry.photo is not None
            or entry.preview is not None
        ):
            return
        if entry.treatment.reads_as(request.reading):
            entry.preview = seen.image
            self.glanced.emit(entry, seen.size)
