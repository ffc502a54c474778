"""The journal on the disk: lines that are only ever added, each with its own checksum.

A line is ``crc32 json``. A process that dies leaves at worst a last line without its end, which was
then never promised to anybody. A line whose checksum is wrong is damage: the others are used, and a
copy of the file as it was is kept.
"""

import contextlib
import errno
import json
import os
import shutil
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, BinaryIO, Final

from colorizer_gui.core.batch.jobs.errors import JournalError
from colorizer_gui.core.batch.journal.file_lock import FileLock, LockTakenError
from colorizer_gui.core.common.sentences import Sentence, reason_of
from colorizer_gui.core.photo_io.writing.naming import free_path
from colorizer_gui.core.photo_io.writing.publishing import flush_folder, flush_to_disk

Record = dict[str, Any]
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})


@dataclass(frozen=True, slots=True)
class Replay:
    """What a journal holds.

    Attributes
    ----------
    records
        In the order in which they were written.
    notice
        A sentence about damage, or nothing.
    """

    records: tuple[Record, ...]
    notice: str = ""


class JournalFile:
    """An open journal; methods may be called from several threads.

    Raises
    ------
    JournalError
        When the folder cannot be written to, or another program has the journal open.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._writing = Lock()
        try:
            self._lock = FileLock(path.with_name(f"{path.name}.lock"))
        except LockTakenError as exc:
            raise JournalError(
                'Tintype is at work in the folder "{folder}" already; wait for it to finish.',
                folder=path.parent,
            ) from exc
        except OSError as exc:
            raise _error(path, exc) from exc
        try:
            self._stream: BinaryIO = path.open("ab")
            self._end = self._stream.tell()
        except OSError as exc:
            self._lock.release()
            raise _error(path, exc) from exc

    def replay(self) -> Replay:
        """Read everything back; damage is copied aside before anything else is written.

        Raises
        ------
        JournalError
        """
        try:
            data = self.path.read_bytes()
            *lines, torn = data.split(b"\n")
            parsed = [_parse(line) for line in lines]
            records = tuple(record for record in parsed if record is not None)
            damaged = len(parsed) - len(records)
            if not damaged:
                if torn:
                    self._cut(len(data) - len(torn))
                return Replay(records)
            copy = free_path(self.path.with_name(f"{self.path.name}.damaged"))
            shutil.copyfile(self.path, copy)
        except OSError as exc:
            raise _error(self.path, exc) from exc
        notice = Sentence(
            'The journal "{path}" is damaged: {count} of its {all} entries can be read and are used; a copy '
            'is kept as "{copy}".',
            path=self.path,
            count=len(records),
            all=len(parsed),
            copy=copy.name,
        )
        return Replay(records, notice)

    def append(self, records: Iterable[Record]) -> None:
        """Add lines; `sync` makes them survive a power cut, a killed process does no harm before.

        Raises
        ------
        JournalError
            Then none of the lines is in the journal.
        """
        data = b"".join(map(_line, records))
        with self._writing:
            try:
                self._stream.write(data)
                self._stream.flush()
            except (OSError, ValueError) as exc:
                with contextlib.suppress(OSError):
                    self._reopen()
                raise _error(self.path, exc) from exc
            self._end += len(data)

    def sync(self) -> None:
        """Have the operating system write the lines out.

        Raises
        ------
        JournalError
        """
        try:
            os.fsync(self._stream.fileno())
        except (OSError, ValueError) as exc:
            raise _error(self.path, exc) from exc

    def rewrite(self, records: Iterable[Record]) -> None:
        """Replace the journal by a shorter one of the same meaning, in one step.

        Raises
        ------
        JournalError
            Then the journal is as it was.
        """
        temporary = self.path.with_name(f"{self.path.name}.tmp")
        with self._writing:
            try:
                with temporary.open("wb") as stream:
                    stream.writelines(map(_line, records))
                    flush_to_disk(stream)
                    end = stream.tell()
                self._stream.close()
                try:
                    temporary.replace(self.path)
                    self._end = end
                finally:
                    self._stream = self.path.open("ab")
                flush_folder(self.path.parent)
            except OSError as exc:
                with contextlib.suppress(OSError):
                    temporary.unlink(missing_ok=True)
                raise _error(self.path, exc) from exc

    def close(self) -> None:
        """Close the file and let others in."""
        with contextlib.suppress(OSError, ValueError):
            self._stream.close()
        self._lock.release()

    def _reopen(self) -> None:
        """Forget a half-written line, in the stream's buffer and in the file."""
        with contextlib.suppress(OSError):
            self._stream.close()
        self._stream = self.path.open("ab")
        self._cut(self._end)

    def _cut(self, length: int) -> None:
        self._stream.truncate(length)
        self._stream.seek(0, os.SEEK_END)
        self._end = length


def _line(record: Record) -> bytes:
    # ASCII keeps file names that are no text: they come as lone surrogates, which UTF-8 cannot hold.
    text = json.dumps(record, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    return b"%08x %s\n" % (zlib.crc32(text), text)


def _parse(line: bytes) -> Record | None:
    checksum, _, text = line.partition(b" ")
    try:
        if int(checksum, 16) != zlib.crc32(text):
            return None
        record = json.loads(text)
    except ValueError:
        return None
    return record if isinstance(record, dict) else None


def _error(path: Path, exc: OSError | ValueError) -> JournalError:
    """A closed file, which is what is left when reopening failed, gives a ValueError."""
    if isinstance(exc, OSError) and exc.errno in _FULL:
        return JournalError(
            'The disk with the journal "{path}" is full; free some space and go on.',
            path=path,
            disk_full=True,
        )
    return JournalError(
        'The journal "{path}" cannot be written ({reason}); check the folder and its permissions.',
        path=path,
        reason=reason_of(exc),
    )
