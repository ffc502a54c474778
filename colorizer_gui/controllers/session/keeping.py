"""Notes what is open, and opens it again at the next start."""

import logging
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from colorizer_gui.controllers.session.entry import Entry
from colorizer_gui.controllers.session.files import SessionFiles
from colorizer_gui.controllers.session.loading import LoadingController
from colorizer_gui.controllers.session.pasted_pictures import PastedPictures
from colorizer_gui.controllers.session.session import Session
from colorizer_gui.core.pipeline.stored_session import StoredPhoto, StoredSession
from colorizer_gui.workers.work_queue import WorkQueue

_log = logging.getLogger(__name__)

#: Changes that follow one another this closely are written once.
PAUSE_MS: Final = 1500
#: Beside the sessions: the pictures that were pasted.
PICTURES: Final = "pasted"


class SessionKeeper(QObject):
    """Writes the session to a file some time after it changed, and at the end.

    Until a photo is opened the files stay as they are: a start that only looked does not cost the last
    session. Nothing is saved again by it: a session is paths and settings, and the pixels of what was pasted.

    Attributes
    ----------
    earlier
        What was open last time; empty when there is nothing to go on with.
    """

    def __init__(
        self,
        path: Path,
        session: Session,
        loading: LoadingController,
        queue: WorkQueue,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._files = SessionFiles(path)
        self.earlier = self._files.earlier
        self._session = session
        self._loading = loading
        self._pictures = PastedPictures(path.with_name(PICTURES), session, queue, self)
        self._pictures.tidy_up({photo.path for photo in self._files.all_photos()})
        self._carried: tuple[StoredPhoto, ...] = ()
        self._is_changed = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.write)
        for changed in (
            session.entry_added,
            session.entry_removed,
            session.adjustments_changed,
            session.treatment_changed,
            session.guidance_changed,
            session.candidate_changed,
            session.current_changed,
            self._pictures.kept,
        ):
            changed.connect(self._on_changed)

    def offer(self) -> None:
        """The user is offered what was open last time: if that is not wanted, only what was pasted stays."""
        self._files.offer()
        self._carried = tuple(photo for photo in self.earlier.photos if photo.pasted_as)

    @Slot()
    def reopen(self) -> None:
        """Open what was open last time."""
        self._files.offer()
        self._carried = ()
        self._loading.reopen(self.earlier)

    @Slot()
    def write(self) -> None:
        """Write what changed and has not been written; what cannot be written is no reason to stop."""
        self._pause.stop()
        if self._is_changed:
            self._is_changed = False
            self._pictures.keep()
            self._write(ended=False)

    def end(self) -> None:
        """The window closes: all of it is on the disk after this."""
        self._pause.stop()
        if self._is_changed or self._files.is_own:
            self._is_changed = False
            self._pictures.keep_now()
            self._write(ended=True)
        self._files.release()

    def _write(self, *, ended: bool) -> None:
        try:
            self._files.write(self._now(ended=ended))
        except OSError as exc:
            _log.warning("the session is not kept: %s", exc)

    @Slot()
    def _on_changed(self) -> None:
        self._is_changed = True
        self._pause.start()

    def _now(self, *, ended: bool) -> StoredSession:
        entries = [entry for entry in self._session if entry.path or entry.kept_picture]
        photos = tuple(_stored(entry) for entry in entries)
        current = self._session.current
        shown = entries.index(current) if current in entries else 0
        return StoredSession(photos + self._carried, shown, ended)


def _stored(entry: Entry) -> StoredPhoto:
    path, name = entry.path, ""
    if path is None:
        path, name = entry.kept_picture, entry.name
    assert path is not None
    return StoredPhoto(
        path,
        entry.adjustments,
        entry.treatment,
        entry.guidance,
        entry.candidate,
        name,
        entry.part,
        entry.is_upright,
    )
