"""Where shards lie: files, or anything that fsspec reaches (HTTP, S3, Google Cloud Storage and others)."""

import os
import sys
import time
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

from model_training.data.photo_source import DataError

#: Files that are kept open at the same time.
_OPEN_FILES: Final = 64
#: Seconds to wait before each further attempt to read from far away.
_PAUSES: Final = (0.5, 2.0, 8.0)
_FILE_SCHEME: Final = "file://"
#: Modules of clients of stores, and what all that they raise is derived from.
_CLIENTS: Final = (
    ("aiohttp", "ClientError"),
    ("botocore.exceptions", "BotoCoreError"),
    ("google.auth.exceptions", "GoogleAuthError"),
    ("gcsfs.retry", "HttpError"),
    ("azure.core.exceptions", "AzureError"),
)
#: `os.open` on Windows would change line ends.
_BINARY: Final = int(getattr(os, "O_BINARY", 0))


def is_remote(location: str) -> bool:
    """Whether it is a URL, and not a path."""
    return "://" in location and not location.startswith(_FILE_SCHEME)


def path_of(location: str) -> Path:
    """The path of a location that is not remote."""
    return Path(location.removeprefix(_FILE_SCHEME))


def beside(location: str, name: str) -> str:
    """The location of a file in the same folder; what is a location itself stays as it is."""
    if is_remote(name) or (not is_remote(location) and Path(name).is_absolute()):
        return name
    if is_remote(location):
        address, question, rest = location.partition("?")
        return f"{address.rpartition('/')[0]}/{name}{question}{rest}"
    return str(path_of(location).parent / name)


@contextmanager
def stream_of(location: str) -> Iterator[BinaryIO]:
    """All bytes of a file, from its beginning.

    Raises
    ------
    DataError
        When it is not there, or cannot be read.
    """
    with _sentence(location):
        if not is_remote(location):
            with path_of(location).open("rb") as file:
                yield file
            return
        system, path = _system(location)
        with system.open(path, "rb") as file:
            yield cast(BinaryIO, file)


def content_of(location: str) -> bytes | None:
    """The bytes of a small file; None when it is not there.

    Raises
    ------
    DataError
        When it cannot be read.
    """
    with _sentence(location):
        try:
            if not is_remote(location):
                return path_of(location).read_bytes()
            system, path = _system(location)
            return cast(bytes, _retried(lambda: system.cat_file(path)))
        except FileNotFoundError:
            return None


class ByteRanges:
    """Reads parts of files, and keeps a few of them open."""

    def __init__(self) -> None:
        self._files: OrderedDict[str, int] = OrderedDict()

    def read(self, location: str, offset: int, size: int) -> bytes:
        """So many bytes from a place on; all bytes of the file where a server knows no parts.

        Raises
        ------
        DataError
            When the file is not there, or cannot be read.
        """
        with _sentence(location):
            if is_remote(location):
                system, path = _system(location)
                return cast(bytes, _retried(lambda: system.cat_file(path, start=offset, end=offset + size)))
            return self._read_near(location, offset, size)

    def _read_near(self, location: str, offset: int, size: int) -> bytes:
        if location not in self._files:
            while len(self._files) >= _OPEN_FILES:
                os.close(self._files.popitem(last=False)[1])
            self._files[location] = os.open(path_of(location), os.O_RDONLY | _BINARY)
        self._files.move_to_end(location)
        file = self._files[location]
        if hasattr(os, "pread"):
            return os.pread(file, size, offset)
        os.lseek(file, offset, os.SEEK_SET)
        return os.read(file, size)

    def close(self) -> None:
        """Close all files."""
        while self._files:
            os.close(self._files.popitem()[1])

    def __del__(self) -> None:
        self.close()


def _system(location: str) -> tuple[Any, str]:
    """The file system of fsspec that has the location, and its path in there."""
    from fsspec.core import url_to_fs

    return cast("tuple[Any, str]", url_to_fs(location))


def _retried(read: Any) -> Any:  # noqa: ANN401 - what fsspec answers has no type
    """Try again where a server or the network failed for a moment."""
    for pause in _PAUSES:
        try:
            return read()
        except FileNotFoundError:
            raise
        except _failures():
            time.sleep(pause)
    return read()


def _failures() -> tuple[type[Exception], ...]:
    """What reading raises; clients of stores that nobody imported raised nothing."""
    there = [(sys.modules.get(module), name) for module, name in _CLIENTS]
    return (OSError, *(getattr(module, name) for module, name in there if module is not None))


@contextmanager
def _sentence(location: str) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as exc:
        raise DataError(f"There is no file {location}; check the path.") from exc
    except _failures() as exc:
        raise DataError(f"The file {location} cannot be read: {str(exc) or type(exc).__name__}.") from exc
    except (ImportError, ValueError) as exc:
        raise DataError(f"{location} cannot be reached: {exc}.") from exc
