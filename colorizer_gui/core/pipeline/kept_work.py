"""What was done by hand to each photo, kept by the content of its file wherever that lies."""

import contextlib
import json
import threading
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from colorizer_gui.core.common.hashing import file_sha256
from colorizer_gui.core.common.whole_files import write_whole
from colorizer_gui.core.pipeline.stored_session import StoredPhoto

_FORMAT: Final = 1
_MAX_BYTES: Final = 16 << 20
_SUFFIX: Final = ".json"
_PART: Final = "."
_ASIDE: Final = ".aside"
#: Works on one photo that are kept beside the one that counts.
_MOST_ASIDE: Final = 5


class KeptWork:
    """A folder with a small file for each photo; thread-safe, and safe between programs.

    The name of a file is the size of the photo and its hash, so that only photos of a size that is among
    them are hashed; of several photos on one scan each has a file, by its number. Of two programs that work
    on the same photo the one that kept last counts; what the other one kept is set aside and can be had.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._hashes: dict[tuple[Path, int, int], str] = {}
        self._lock = threading.Lock()

    def __len__(self) -> int:
        """How many photos there is work on."""
        names = [name for hashes in self._by_size().values() for name in hashes]
        return len({name.removesuffix(_ASIDE) for name in names})

    def find(self, paths: Iterable[Path]) -> dict[Path, StoredPhoto]:
        """The work on those of these files that there is work on; what cannot be read is none."""
        by_size, found = self._by_size(), {}
        for path in paths if by_size else ():
            with contextlib.suppress(OSError):
                size = path.stat().st_size
                digest = self._hash(path) if size in by_size else ""
                if digest in by_size.get(size, ()) and (work := self._read(self._file(size, digest))):
                    found[path] = replace(work, path=path)
        return found

    def find_parts(self, paths: Iterable[Path]) -> dict[Path, tuple[StoredPhoto, ...]]:
        """The photos of each scan that was split, in their order."""
        by_size, found = self._by_size(), {}
        for path in paths if by_size else ():
            with contextlib.suppress(OSError):
                size = path.stat().st_size
                digest = self._hash(path) if size in by_size else ""
                numbers = sorted(
                    int(number)
                    for each in by_size.get(size, ())
                    for name, point, number in [each.partition(_PART)]
                    if name == digest and point and number.isdecimal()
                )
                works = (self._read(self._file(size, digest, number)) for number in numbers)
                parts = tuple(replace(work, path=path) for work in works if work is not None)
                if parts:
                    found[path] = parts
        return found

    def split(self, path: Path, count: int) -> None:
        """Note that there are so many photos on a scan now, and keep nothing of others.

        Raises
        ------
        OSError
        """
        size, digest = path.stat().st_size, self._hash(path)
        for part in self.find_parts([path]).get(path, ()):
            if part.part > count:
                self._file(size, digest, part.part).unlink(missing_ok=True)

    def keep(self, photo: StoredPhoto, instead_of: StoredPhoto | None = None) -> None:
        """Note what was done to a photo; nothing is noted where nothing was done.

        Parameters
        ----------
        instead_of
            The work that this one goes on from. Other work that is kept is set aside, never lost.

        Raises
        ------
        OSError
        """
        file = self._file(photo.path.stat().st_size, self._hash(photo.path), photo.part)
        before = self._read(file)
        if before is not None and instead_of is not None:
            known = before.is_alike(instead_of) or before.is_alike(photo)
            if not known:
                self._set_aside(file, before)
        if photo.is_worth_keeping:
            write_whole(file, _written(photo.to_dict()))
        else:
            file.unlink(missing_ok=True)

    def find_all(self, path: Path, part: int = 0) -> tuple[StoredPhoto, ...]:
        """All work on a photo, the latest first; what was set aside is among it."""
        by_size = self._by_size()
        with contextlib.suppress(OSError):
            size = path.stat().st_size
            if size in by_size:
                file = self._file(size, self._hash(path), part)
                found = (self._read(file), *self._read_aside(file))
                return tuple(replace(work, path=path) for work in found if work is not None)
        return ()

    def _set_aside(self, file: Path, work: StoredPhoto) -> None:
        others = [other for other in self._read_aside(file) if not other.is_alike(work)]
        works = [each.to_dict() for each in [work, *others][:_MOST_ASIDE]]
        write_whole(_aside(file), _written({"works": works}))

    def forget_all(self) -> None:
        """Keep nothing of what was kept; what cannot be removed stays."""
        for size, hashes in self._by_size().items():
            for digest in hashes:
                with contextlib.suppress(OSError):
                    self._file(size, digest).unlink(missing_ok=True)

    def _file(self, size: int, digest: str, part: int = 0) -> Path:
        number = f"{_PART}{part}" if part else ""
        return self._folder / f"{size}-{digest}{number}{_SUFFIX}"

    def _by_size(self) -> dict[int, set[str]]:
        found: dict[int, set[str]] = {}
        with contextlib.suppress(OSError):
            for path in self._folder.iterdir():
                size, _, digest = path.name.removesuffix(_SUFFIX).partition("-")
                if path.name.endswith(_SUFFIX) and size.isdecimal() and digest:
                    found.setdefault(int(size), set()).add(digest)
        return found

    def _hash(self, path: Path) -> str:
        status = path.stat()
        key = path, status.st_size, status.st_mtime_ns
        with self._lock:
            known = self._hashes.get(key)
        if known is None:
            known = file_sha256(path)
            with self._lock:
                self._hashes[key] = known
        return known

    @staticmethod
    def _read(file: Path) -> StoredPhoto | None:
        return next(iter(_stored_in(file, lambda values: [values])), None)

    @staticmethod
    def _read_aside(file: Path) -> list[StoredPhoto]:
        return _stored_in(_aside(file), lambda values: values["works"])


def _aside(file: Path) -> Path:
    return file.with_name(f"{file.name.removesuffix(_SUFFIX)}{_ASIDE}{_SUFFIX}")


def _written(values: dict[str, object]) -> bytes:
    return json.dumps({"tintype": _FORMAT, **values}, indent=1).encode("ascii")


def _stored_in(file: Path, works: Callable[[dict[str, Any]], list[dict[str, Any]]]) -> list[StoredPhoto]:
    """What a file of ours holds; nothing where it is damaged, or of a newer version."""
    try:
        if file.stat().st_size > _MAX_BYTES:
            return []
        values = json.loads(file.read_text(encoding="ascii"))
        return [StoredPhoto.from_dict(each) for each in works(values)] if values["tintype"] == _FORMAT else []
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return []
