"""The sessions of windows, each in a file of its own, so that no window overwrites what another one noted."""

import contextlib
import logging
import os
import weakref
from collections.abc import Iterable
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Final

from colorizer_gui.core.batch.journal.file_lock import FileLock, LockTakenError
from colorizer_gui.core.pipeline.stored_session import StoredPhoto, StoredSession

_log = logging.getLogger(__name__)

_LOCK: Final = ".lock"


class SessionFiles:
    """`session.json`, `session-2.json` and so on; a window holds a lock on its own while it is open.

    A window that has offered the sessions of ended windows takes their place as soon as it has something to
    note. One that was opened for other photos leaves them, but for all that were closed properly before the
    last one: of those only pasted pictures stay, which are nowhere else.

    Attributes
    ----------
    earlier
        What was open in windows that have ended, the last one first.
    """

    def __init__(self, first: Path) -> None:
        self._first = first
        self._own: Path | None = None
        self._release: weakref.finalize[[], SessionFiles] | None = None
        self._is_offered = False
        self._ended = sorted(filter(_is_free, self._files()), key=_modified, reverse=True)
        self.earlier = _merged(map(StoredSession.read, self._ended))

    @property
    def is_own(self) -> bool:
        """Whether this window has noted something."""
        return self._own is not None

    def offer(self) -> None:
        """The user sees the earlier sessions, and may have them or not."""
        self._is_offered = True

    def write(self, session: StoredSession) -> None:
        """Note what is open in this window.

        Raises
        ------
        OSError
        """
        self._first.parent.mkdir(parents=True, exist_ok=True)
        if self._own is None:
            self._own = self._claim()
        elif self._release is None:
            self._lock(self._own)
        session.write(self._own)
        for path in self._ended:
            if path != self._own:
                self._put_away(path)
        self._ended = []

    def release(self) -> None:
        """The window is closed."""
        if self._release is not None:
            self._release()
            self._release = None

    def all_photos(self) -> list[StoredPhoto]:
        """What is noted in any of the files."""
        return [photo for path in self._files() for photo in StoredSession.read(path).photos]

    def _claim(self) -> Path:
        if self._is_offered and self._ended and self._lock(self._ended[0]):
            return self._ended[0]
        for number in count(1):
            path = self._first
            if number > 1:
                path = path.with_stem(f"{path.stem}-{number}")
            if not path.exists() and self._lock(path):
                return path
        raise AssertionError

    def _lock(self, path: Path) -> bool:
        try:
            lock = FileLock(path.with_name(path.name + _LOCK))
        except LockTakenError:
            return False
        self._release = weakref.finalize(self, lock.release)
        return True

    def _put_away(self, path: Path) -> None:
        session = StoredSession.read(path)
        if not _is_free(path) or not (self._is_offered or (session.ended and path != self._last)):
            return
        with contextlib.suppress(OSError):
            pasted = tuple(photo for photo in session.photos if photo.pasted_as)
            if pasted and not self._is_offered:
                status = path.stat()
                replace(session, photos=pasted, shown=0).write(path)
                os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))  # it is no later than it was
            else:
                path.unlink(missing_ok=True)

    @property
    def _last(self) -> Path | None:
        return self._ended[0] if self._ended else None

    def _files(self) -> list[Path]:
        try:
            names = self._first.parent.glob(f"{self._first.stem}*{self._first.suffix}")
            return [path for path in names if path.stem.removeprefix(self._first.stem).lstrip("-").isdecimal()
                    or path == self._first]  # fmt: skip
        except OSError:
            return []


def _is_free(path: Path) -> bool:
    """Whether no window has that file."""
    try:
        FileLock(path.with_name(path.name + _LOCK)).release()
    except LockTakenError:
        return False
    except OSError as exc:
        _log.warning("a session is not looked at: %s", type(exc).__name__)
        return False
    return True


def _modified(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _merged(sessions: Iterable[StoredSession]) -> StoredSession:
    """All photos, each as it was left last."""
    merged = StoredSession()
    for session in sessions:
        known = {(photo.path, photo.part) for photo in merged.photos}
        new = tuple(photo for photo in session.photos if (photo.path, photo.part) not in known)
        merged = replace(merged, photos=merged.photos + new) if merged.photos else session
    return merged
