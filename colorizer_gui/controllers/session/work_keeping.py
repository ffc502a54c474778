"""Keeps the work on each photo as it goes on, by the content of the photo's file."""

import logging
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from colorizer_gui.controllers.session.session import Entry, Session
from colorizer_gui.core.pipeline.kept_work import KeptWork
from colorizer_gui.core.pipeline.stored_session import StoredPhoto
from colorizer_gui.workers.photo.keeping_worker import KeepRequest, SplitRequest
from colorizer_gui.workers.requests import Failed, Finished
from colorizer_gui.workers.work_queue import WorkQueue

_log = logging.getLogger(__name__)

#: Changes that follow one another this closely are kept once.
PAUSE_MS: Final = 1000


class WorkKeeper(QObject):
    """Notes what was done to a photo some time after it changed, when it is closed, and at the end.

    Attributes
    ----------
    kept
        The work on all photos.
    """

    def __init__(
        self, kept: KeptWork, session: Session, queue: WorkQueue, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.kept = kept
        self._queue = queue
        self._changed: dict[int, Entry] = {}
        self._known: dict[int, StoredPhoto] = {}
        self._set_aside: set[int] = set()
        self._on_its_way: dict[int, KeepRequest] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._keep_changed)
        for changed in (
            session.adjustments_changed,
            session.treatment_changed,
            session.guidance_changed,
            session.candidate_changed,
            session.upright_said,
        ):
            changed.connect(self._on_changed)
        session.entry_removed.connect(self._on_entry_removed)
        queue.finished.connect(self._on_ended)
        queue.failed.connect(self._on_ended)

    @property
    def is_busy(self) -> bool:
        """Whether something has changed that is not kept yet."""
        return bool(self._changed or self._on_its_way)

    @Slot(object)
    def take_as_kept(self, entries: Iterable[Entry]) -> None:
        """Keep of these photos only what is done from now on; what was done so far is in safety elsewhere."""
        for entry in entries:
            self._known[entry.key] = work_of(entry)

    def set_aside(self, entry: Entry) -> None:
        """What is kept of this photo stays to be had when other work takes its place."""
        self._set_aside.add(entry.key)

    def split(self, path: Path, count: int) -> None:
        """Note that a scan has so many photos now."""
        self._queue.submit(SplitRequest(path=path, count=count))

    def finish(self) -> None:
        """Keep at once what is not kept yet: the program ends."""
        self._keep_changed()
        for request in tuple(self._on_its_way.values()):
            try:
                self.kept.keep(request.photo, request.instead_of)
            except OSError as exc:
                _log.warning("the work on a photo is not kept: %s", type(exc).__name__)
        self._on_its_way.clear()

    @Slot()
    def _keep_changed(self) -> None:
        self._pause.stop()
        for entry in self._changed.values():
            self._keep(entry)
        self._changed.clear()

    def _keep(self, entry: Entry) -> None:
        if entry.path is None:
            return
        work, known = work_of(entry), self._known_of(entry)
        if not work.is_alike(known) or work.is_upright != known.is_upright:
            self._known[entry.key] = work
            waiting = self._on_its_way.get(entry.key)
            if waiting is not None and waiting is not self._queue.running:
                self._queue.cancel(lambda each: each is waiting)
                known = waiting.instead_of  # since what waits will never have been kept
            if entry.key in self._set_aside:
                self._set_aside.remove(entry.key)
                known = StoredPhoto(entry.path)
            request = KeepRequest(key=entry.key, photo=work, instead_of=known)
            self._on_its_way[entry.key] = request
            self._queue.submit(request)

    def _known_of(self, entry: Entry) -> StoredPhoto:
        """What is kept of a photo as far as this window knows; another one may keep more of it."""
        assert entry.path is not None
        return self._known.get(entry.key) or StoredPhoto(entry.path)

    @Slot(object)
    def _on_changed(self, entry: Entry) -> None:
        self._changed[entry.key] = entry
        self._pause.start()

    @Slot(object)
    def _on_entry_removed(self, entry: Entry) -> None:
        if self._changed.pop(entry.key, None) is not None:
            self._keep(entry)

    @Slot(object)
    def _on_ended(self, ended: Finished | Failed) -> None:
        if self._on_its_way.get(ended.request.key) is ended.request:
            del self._on_its_way[ended.request.key]


def work_of(entry: Entry) -> StoredPhoto:
    """What was done to an open photo."""
    assert entry.path is not None
    return StoredPhoto(
        entry.path,
        entry.adjustments,
        entry.treatment,
        entry.guidance,
        entry.candidate,
        part=entry.part,
        is_upright=entry.is_upright,
    )
