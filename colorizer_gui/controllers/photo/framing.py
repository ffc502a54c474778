"""The whole photo, without its crop and its angle, for the dialog that asks for them."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from colorizer_gui.controllers.session.session import Entry, Session
from colorizer_gui.core.geometry.geometry import WHOLE
from colorizer_gui.workers.photo.requests import WholeRequest
from colorizer_gui.workers.requests import Finished
from colorizer_gui.workers.work_queue import WorkQueue

#: Pixels of the longer side: more than a dialog shows.
_SIDE: Final = 1600


class FramingController(QObject):
    """Asks the reader for pictures of whole photos.

    Signals
    -------
    whole_shown(Entry, QImage)
        The answer to `show_whole`.
    """

    whole_shown = Signal(object, object)

    def __init__(self, session: Session, queue: WorkQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._queue = queue
        queue.finished.connect(self._on_finished)

    def show_whole(self, entry: Entry) -> None:
        """Ask for the photo, turned but neither straightened nor cropped."""
        geometry = entry.treatment.geometry
        if geometry == geometry.framed(0.0, WHOLE) and entry.preview is not None:
            self.whole_shown.emit(entry, entry.preview)
            return
        source = entry.path or entry.pasted
        if source is not None:
            reading = replace(self._session.reading(entry), geometry=geometry.framed(0.0, WHOLE))
            self._queue.submit(WholeRequest(key=entry.key, source=source, long_side=_SIDE, reading=reading))

    @Slot(object)
    def _on_finished(self, finished: Finished) -> None:
        if isinstance(finished.request, WholeRequest):
            entry = self._session.find(finished.request.key)
            if entry is not None:
                self.whole_shown.emit(entry, finished.result)
