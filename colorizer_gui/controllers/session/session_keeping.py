"""Notes what is open, and opens it again at the next start."""

import logging
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from colorizer_gui.controllers.session.loading import LoadingController
from colorizer_gui.controllers.session.session import Session
from colorizer_gui.core.pipeline.stored_session import StoredPhoto, StoredSession

_log = logging.getLogger(__name__)

#: Changes that follow one another this closely are written once.
PAUSE_MS: Final = 1500


class SessionKeeper(QObject):
    """Writes the session to a file some time after it changed, and at the end.

    Until a photo is opened the file stays as it is: a start that only looked does not cost the last
    session. Nothing is saved again by it: a session is paths and settings.

    Attributes
    ----------
    earlier
        What was open last time; empty when there is nothing to go on with.
    """

    def __init__(
        self, path: Path, session: Session, loading: LoadingController, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.earlier = StoredSession.read(path)
        self._path = path
        self._session = session
        self._loading = loading
        self._is_changed = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.write)
        for changed in (
            session.entry_added,
            session.entry_removed,
            session.adjustments_changed,
            session.treatment_changed,
            session.guidance_changed,
            session.current_changed,
        ):
            changed.connect(self._on_changed)

    @Slot()
    def reopen(self) -> None:
        """Open what was open last time."""
        self._loading.reopen(self.earlier)

    @Slot()
    def write(self) -> None:
        """Write what changed and has not been written; what cannot be written is no reason to stop."""
        self._pause.stop()
        if not self._is_changed:
            return
        self._is_changed = False
        try:
            self._now().write(self._path)
        except OSError as exc:
            _log.warning("the session is not kept: %s", exc)

    @Slot()
    def _on_changed(self) -> None:
        self._is_changed = True
        self._pause.start()

    def _now(self) -> StoredSession:
        entries = [entry for entry in self._session if entry.path is not None]
        photos = tuple(
            StoredPhoto(entry.path, entry.adjustments, entry.treatment, entry.guidance, entry.candidate)
            for entry in entries
            if entry.path
        )
        current = self._session.current
        return StoredSession(photos, entries.index(current) if current in entries else 0)
