"""What lies where in a shard: read from the file beside it, or found by reading the shard once."""

import hashlib
import json
import tarfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, Final, Self, cast

import numpy as np
import numpy.typing as npt

from colorizer_gui.core.photo_io.formats import RAW_SUFFIXES
from model_training.common.json_files import write_json
from model_training.data.decoding import picture_size
from model_training.data.photo_source import DataError
from model_training.shards.storage import content_of, is_remote, path_of, stream_of

#: The columns of the table of photos.
_COLUMNS: Final = ("offset", "size", "height", "width", "source", "crc32")
_FORMAT: Final = "tintype-shard-1"
INDEX_SUFFIX: Final = ".json"
_BLOCK: Final = 1 << 20


@dataclass(frozen=True, slots=True, eq=False)
class ShardIndex:
    """The photos of one shard.

    Attributes
    ----------
    size, sha256
        Of the whole file.
    sources
        The folders that photos lie in; the shard's own name for those that lie in none.
    table
        (N, 6) int64: where the photo's bytes begin, how many they are, its height and width, which of the
        sources it is of, and a checksum of its bytes.
    left_out
        Names of files that are no pictures, and of camera RAW, which `prepare --shards` develops.
    plain
        Whether OpenCV decodes all of them as the program does, as in shards that `prepare --shards` wrote.
    """

    size: int
    sha256: str
    sources: tuple[str, ...]
    table: npt.NDArray[np.int64]
    left_out: tuple[str, ...] = ()
    plain: bool = False

    @classmethod
    def of(cls, location: str, kept_in: Path | None) -> Self:
        """The index of a shard.

        Parameters
        ----------
        kept_in
            A folder for indices of shards that have none beside them.

        Raises
        ------
        DataError
            When the shard, or the index beside it, cannot be read.
        """
        stem = location.removesuffix(".tar")
        if stem != location and (found := content_of(stem + INDEX_SUFFIX)) is not None:
            index = cls._from_json(found, stem + INDEX_SUFFIX)
            if index is not None and (is_remote(location) or _bytes_of(location) == index.size):
                return index
        note = None if kept_in is None else kept_in / f"{_key(location)}{INDEX_SUFFIX}"
        if note is not None and note.exists():
            index = cls._from_json(note.read_bytes(), str(note))
            if index is not None:
                return index
        index = cls.read(location)
        if note is not None:
            note.parent.mkdir(parents=True, exist_ok=True)
            index.write(note)
        return index

    @classmethod
    def read(cls, location: str) -> Self:
        """Find all photos by reading the shard from its beginning to its end.

        Raises
        ------
        DataError
            When it cannot be read.
        """
        rows: list[tuple[int, ...]] = []
        sources: dict[str, int] = {}
        left_out = []
        own = PurePosixPath(location.partition("?")[0]).stem
        with stream_of(location) as file:
            counting = _Counting(file)
            try:
                with tarfile.open(fileobj=cast(Any, counting), mode="r|", bufsize=_BLOCK) as archive:
                    for member in archive:
                        if not member.isfile():
                            continue
                        content = archive.extractfile(member)
                        data = b"" if content is None else content.read()
                        raw = PurePosixPath(member.name).suffix.lower() in RAW_SUFFIXES
                        shape = None if raw else picture_size(data)
                        if shape is None:
                            left_out.append(member.name)
                            continue
                        source = PurePosixPath(member.name).parent.name or own
                        place = sources.setdefault(source, len(sources))
                        rows.append((member.offset_data, len(data), *shape, place, zlib.crc32(data)))
                while counting.read(_BLOCK):
                    pass
            except tarfile.TarError as exc:
                raise DataError(f"The shard {location} cannot be read: {exc}.") from exc
        table = np.array(rows, dtype=np.int64).reshape(-1, len(_COLUMNS))
        return cls(counting.size, counting.digest.hexdigest(), tuple(sources), table, tuple(left_out))

    def write(self, file: Path) -> None:
        """Write the index whole or not at all."""
        values = {
            "format": _FORMAT,
            "bytes": self.size,
            "sha256": self.sha256,
            "sources": self.sources,
            "left_out": self.left_out,
            "plain": self.plain,
            "columns": _COLUMNS,
            "photos": self.table.tolist(),
        }
        write_json(file, values)

    @classmethod
    def _from_json(cls, content: bytes, name: str) -> Self | None:
        """None when the file is no index at all, as others may lie beside a shard."""
        try:
            values = json.loads(content)
        except ValueError:
            return None
        if not isinstance(values, dict) or values.get("format") != _FORMAT:
            return None
        try:
            table = np.array(values["photos"], dtype=np.int64).reshape(-1, len(_COLUMNS))
            index = cls(
                int(values["bytes"]),
                str(values["sha256"]),
                tuple(map(str, values["sources"])),
                table,
                tuple(map(str, values["left_out"])),
                bool(values["plain"]),
            )
        except (ValueError, TypeError, KeyError, OverflowError) as exc:
            raise DataError(f"The index {name} is damaged: {exc}; delete it, and it is made again.") from exc
        inside = (table >= 0).all() and (table[:, :2].sum(axis=1) <= index.size).all()
        if not inside or not (table[:, 4] < len(index.sources)).all():
            raise DataError(f"The index {name} belongs to another shard; delete it, and it is made again.")
        return index


@dataclass(slots=True)
class _Counting:
    """A file that is read once, with its length and its hash."""

    file: BinaryIO
    size: int = 0
    digest: Any = None

    def __post_init__(self) -> None:
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """As of any file."""
        data = self.file.read(size)
        self.size += len(data)
        self.digest.update(data)
        return data


def name_at(head: bytes) -> str:
    """The name of a photo, of the tar header before its bytes."""
    try:
        return tarfile.TarInfo.frombuf(head, "utf-8", "surrogateescape").name
    except tarfile.TarError:
        return "without a name"


def _bytes_of(location: str) -> int:
    try:
        return path_of(location).stat().st_size
    except OSError as exc:
        raise DataError(f"The shard {location} cannot be read: {exc}.") from exc


def _key(location: str) -> str:
    """Names the index of a shard; of a file, it changes whenever the file does."""
    facts = location
    if not is_remote(location):
        try:
            stat = path_of(location).stat()
        except OSError as exc:
            raise DataError(f"The shard {location} cannot be read: {exc}.") from exc
        facts = f"{path_of(location).resolve()}\0{stat.st_size}\0{stat.st_mtime_ns}"
    return hashlib.sha256(facts.encode(errors="surrogateescape")).hexdigest()[:32]
