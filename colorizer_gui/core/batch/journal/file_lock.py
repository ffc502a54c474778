"""One program at a time: a lock that the operating system lets go of however its holder ends."""

import contextlib
import errno
import os
import sys
from pathlib import Path
from typing import BinaryIO, Final

#: What a file system without locks answers, such as some network drives; work goes on without one.
_NO_LOCKS: Final = frozenset({errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL})


class LockTakenError(Exception):
    """Another program, or another part of this one, holds the lock."""


class FileLock:
    """A lock on a file of its own, which is removed again.

    Raises
    ------
    LockTakenError
    OSError
        When the file cannot be made.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        while True:
            self._stream = path.open("ab")
            try:
                _lock(self._stream)
            except BaseException:
                self._stream.close()
                raise
            if self._is_current():
                return
            self._stream.close()

    def release(self) -> None:
        """Let the next one in."""
        with contextlib.suppress(OSError):
            if sys.platform != "win32":
                self._path.unlink()
        self._stream.close()
        if sys.platform == "win32":
            with contextlib.suppress(OSError):
                self._path.unlink()

    def _is_current(self) -> bool:
        """Whether the file was not removed between opening and locking it."""
        try:
            return os.path.samestat(os.fstat(self._stream.fileno()), self._path.stat())
        except FileNotFoundError:
            return False


def _lock(stream: BinaryIO) -> None:
    try:
        if sys.platform == "win32":
            import msvcrt

            stream.seek(0)
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as exc:
        if exc.errno in _NO_LOCKS:
            return
        if exc.errno in {errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}:
            raise LockTakenError from exc
        raise
