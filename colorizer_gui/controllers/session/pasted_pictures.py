"""Pasted pictures are kept as files of Tintype's own, since they are nowhere else."""

import contextlib
import logging
from collections.abc import Collection
from pathlib import Path
from time import time
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from colorizer_gui.controllers.session.entry import Entry
from colorizer_gui.controllers.session.session import Session
from colorizer_gui.workers.photo.keeping_worker import KeepPictureRequest, keep_picture
from colorizer_gui.workers.requests import Finished
from colorizer_gui.workers.work_queue import WorkQueue

_log = logging.getLogger(__name__)

#: After so many seconds a picture is removed that no session names; until then one may be about to.
_DAY: Final = 24 * 3600


class PastedPictures(QObject):
    """Has pictures written by a worker.

    Signals
    -------
    kept()
        One more is on the disk, and its entry knows where.
    """

    kept = Signal()

    def __init__(
        self, folder: Path, session: Session, queue: WorkQueue, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._session = session
        self._queue = queue
        self._asked: set[int] = set()
        queue.finished.connect(self._on_finished)

    def keep(self) -> None:
        """Have those written that are not on the disk yet."""
        for entry in self._missing():
            if entry.pasted is not None and entry.key not in self._asked:
                self._asked.add(entry.key)
                request = KeepPictureRequest(key=entry.key, image=entry.pasted, folder=self._folder)
                self._queue.submit(request)

    def keep_now(self) -> None:
        """The program ends: write them before this comes back."""
        for entry in self._missing():
            if entry.pasted is not None:
                try:
                    entry.kept_picture = keep_picture(entry.pasted, self._folder)
                except OSError as exc:
                    _log.warning("a pasted picture is not kept: %s", type(exc).__name__)

    def tidy_up(self, named: Collection[Path]) -> None:
        """Remove pictures that no session names."""
        with contextlib.suppress(OSError):
            for path in self._folder.glob("*.png"):
                if path not in named and time() - path.stat().st_mtime > _DAY:
                    path.unlink()

    def _missing(self) -> list[Entry]:
        return [entry for entry in self._session if entry.pasted is not None and entry.kept_picture is None]

    @Slot(object)
    def _on_finished(self, finished: Finished) -> None:
        entry = self._session.find(finished.request.key)
        if isinstance(finished.request, KeepPictureRequest) and isinstance(finished.result, Path):
            self._asked.discard(finished.request.key)
            if entry is not None:
                entry.kept_picture = finished.result
                self.kept.emit()
