"""One scan with several photos on it becomes several photos, each with its own crop of the same file."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from colorizer_gui.controllers.session.closing import ClosingController
from colorizer_gui.controllers.session.entry import Entry, part_name
from colorizer_gui.controllers.session.loading import LoadingController
from colorizer_gui.controllers.session.session import Session
from colorizer_gui.controllers.session.work_keeping import WorkKeeper
from colorizer_gui.core.geometry.geometry import AS_IT_IS, Size
from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.core.photo.several import Outline, in_rows
from colorizer_gui.core.prediction.prediction import OWN_COLOURS
from colorizer_gui.workers.photo.answers import OutlinesFound
from colorizer_gui.workers.photo.requests import OutlinesRequest
from colorizer_gui.workers.requests import Failed, Finished
from colorizer_gui.workers.work_queue import WorkQueue

#: Pixels of the longer side: more than a dialog shows.
_SIDE: Final = 1600


class SplittingController(QObject):
    """Looks for several photos on each scan when it is shown first, and splits it if that is wanted.

    Signals
    -------
    found(Entry, OutlinesFound)
        What was looked for is there, with outlines or without.
    failed(str)
        A sentence for the user.
    """

    found = Signal(object, object)
    failed = Signal(object)

    def __init__(
        self,
        session: Session,
        closing: ClosingController,
        work: WorkKeeper,
        loading: LoadingController,
        queue: WorkQueue,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._closing = closing
        self._work = work
        self._loading = loading
        self._queue = queue
        self._looked_at: set[int] = set()
        queue.finished.connect(self._on_finished)
        queue.failed.connect(self._on_failed)

    @staticmethod
    def can_split(entry: Entry) -> bool:
        """Whether a photo is a whole scan, with a file."""
        return entry.path is not None and entry.file_size is not None and not entry.part

    @Slot(object)
    def look_once(self, entry: Entry) -> None:
        """Look for several photos, unless that was done, or the user has cropped it."""
        is_new = entry.key not in self._looked_at and entry.treatment.geometry == AS_IT_IS
        if entry is self._session.current and is_new and entry.photo is not None and self.can_split(entry):
            self._looked_at.add(entry.key)
            self.look(entry)

    def look(self, entry: Entry) -> None:
        """Look for several photos."""
        assert entry.path is not None
        source: Photo | Path = entry.path
        if entry.photo is not None and entry.treatment.geometry == AS_IT_IS:
            source = entry.photo
        reading = replace(self._session.reading(entry), geometry=AS_IT_IS)
        self._queue.submit(OutlinesRequest(key=entry.key, source=source, long_side=_SIDE, reading=reading))

    def split(self, entry: Entry, outlines: Sequence[Outline], size: Size) -> None:
        """Open a photo for each outline, in the place of the scan, which can be reopened.

        Photos that the scan was split into before are closed.
        """
        assert entry.path is not None
        for old in self._session:
            if old.path == entry.path and old.part:
                self._closing.close(old)
        place = self._session.index(entry)
        turns = entry.treatment.geometry.turns
        self._work.split(entry.path, len(outlines))
        parts = []
        for number, outline in enumerate(in_rows(list(outlines)), start=1):
            part = self._session.insert(place + number, entry.path, part_name(entry.path, number), number)
            part.treatment = replace(entry.treatment, geometry=outline.geometry(size).turned(turns))
            part.adjustments = entry.adjustments.everywhere  # places are others
            if entry.candidate == OWN_COLOURS:
                part.candidate = OWN_COLOURS
            self._session.adjustments_changed.emit(part)  # which keeps what was done
            parts.append(part)
        self._loading.show_first(parts[0], parts[1:])
        self._closing.close(entry)

    @Slot(object)
    def _on_finished(self, finished: Finished) -> None:
        entry, result = self._session.find(finished.request.key), finished.result
        if entry is not None and isinstance(result, OutlinesFound):
            self.found.emit(entry, result)

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        if isinstance(failed.request, OutlinesRequest):
            self.failed.emit(failed.message)
