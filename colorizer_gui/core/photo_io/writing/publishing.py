"""A file appears under its name only when it is complete, and never takes another file's place."""

import contextlib
import errno
import os
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from colorizer_gui.core.photo_io.writing.naming import free_path

#: What `os.link` answers on file systems without links (FAT, exFAT, some network drives).
_NO_LINKS: Final = frozenset(
    {errno.EPERM, errno.EACCES, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL, errno.EMLINK}
)


def _tell_nobody(_temporary: Path, _candidate: Path) -> None:
    """Nobody keeps a journal."""


@dataclass(frozen=True, slots=True)
class Publication:
    """What a caller needs who has to recognise, after a crash, what was being written.

    Attributes
    ----------
    token
        Part of the temporary file's name; none is made up when it is given.
    announce
        Called with the finished temporary file and the name that it is about to get, once more for
        each further name that is tried. What it raises stops the writing; nothing is left behind.
    """

    token: str = ""
    announce: Callable[[Path, Path], None] = _tell_nobody


def temporary_name(token: str) -> str:
    """The name of a file that is still being written."""
    return f".tintype-{token}.tmp"


@contextlib.contextmanager
def temporary_file(folder: Path, token: str = "") -> Iterator[tuple[Path, BinaryIO]]:
    """A new, open, hidden file in a folder; gone when the block ends, however it ends.

    It gets the permissions of any new file, unlike those that `tempfile` makes.
    """
    path = folder / temporary_name(token or secrets.token_hex(6))
    stream = path.open("x+b")
    try:
        with stream:
            yield path, stream
    finally:
        path.unlink(missing_ok=True)


def flush_to_disk(stream: BinaryIO) -> None:
    """Have the operating system write a file's content out."""
    stream.flush()
    os.fsync(stream.fileno())


def publish(temporary: Path, target: Path, announce: Callable[[Path, Path], None] = _tell_nobody) -> Path:
    """Give a finished file its name, or that name with a number if it is taken.

    A link fails where the name exists, which a rename on POSIX does not: so no file that appeared
    since the name was chosen is ever overwritten. Without links an empty file reserves the name.

    Parameters
    ----------
    announce
        See `Publication`.

    Returns
    -------
    The name that was given.

    Raises
    ------
    OSError
    """
    while True:
        candidate = free_path(target)
        announce(temporary, candidate)
        try:
            _take_name(temporary, candidate)
        except FileExistsError:
            continue
        flush_folder(candidate.parent)
        return candidate


def _take_name(temporary: Path, candidate: Path) -> None:
    try:
        os.link(temporary, candidate)
    except FileExistsError:
        raise
    except OSError as exc:
        if exc.errno not in _NO_LINKS:
            raise
    else:
        return
    os.close(os.open(candidate, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
    try:
        temporary.replace(candidate)
    except BaseException:
        candidate.unlink(missing_ok=True)
        raise


def flush_folder(folder: Path) -> None:
    """Make the new name survive a power cut, where folders can be flushed."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
