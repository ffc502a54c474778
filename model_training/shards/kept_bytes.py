"""Photos of shards that lie far away, kept on the disk once they were read, up to a bound.

The shards that may be kept are chosen beforehand, as many as fit: each has a sparse file of its size, and a
file that says which photos are there. So the bound holds whatever processes write at the same time, and
nothing is thrown away that will be wanted again.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np

from model_training.shards.shard_index import ShardIndex

#: The bound unless the user says another one.
DEFAULT_BYTES: Final = 20 * 10**9


@dataclass(frozen=True, slots=True)
class KeptBytes:
    """A folder for photos from far away.

    Attributes
    ----------
    folder
        Where they are kept.
    most
        Bytes that they take at the most.
    shards
        The hashes of the shards that may be kept.
    """

    folder: Path
    most: int = DEFAULT_BYTES
    shards: frozenset[str] = field(default_factory=frozenset)

    def choosing(self, indices: Iterable[ShardIndex]) -> "KeptBytes":
        """With as many of these shards as fit, the first ones first."""
        chosen, used = set(), 0
        for index in indices:
            if index.sha256 not in chosen and used + index.size <= self.most:
                chosen.add(index.sha256)
                used += index.size
        return KeptBytes(self.folder, self.most, frozenset(chosen))

    def keeps(self, index: ShardIndex) -> bool:
        """Whether photos of the shard may be kept."""
        return index.sha256 in self.shards

    def read(self, index: ShardIndex, row: int) -> bytes | None:
        """The bytes of a photo, if they are there."""
        content, notes = self._files(index)
        try:
            with notes.open("rb") as file:
                file.seek(row)
                if file.read(1) != b"\1":
                    return None
            with content.open("rb") as file:
                file.seek(int(index.table[row, 0]))
                return file.read(int(index.table[row, 1]))
        except FileNotFoundError:
            return None

    def keep(self, index: ShardIndex, row: int, data: bytes) -> None:
        """Keep a photo."""
        content, notes = self._files(index)
        self.folder.mkdir(parents=True, exist_ok=True)
        _write_at(content, int(index.table[row, 0]), data)
        _write_at(notes, row, b"\1")  # last: what it says is there is there

    def keep_all(self, index: ShardIndex, data: bytes) -> None:
        """Keep a whole shard."""
        content, notes = self._files(index)
        self.folder.mkdir(parents=True, exist_ok=True)
        _write_at(content, 0, data)
        _write_at(notes, 0, np.ones(len(index.table), dtype=np.uint8).tobytes())

    def _files(self, index: ShardIndex) -> tuple[Path, Path]:
        return self.folder / f"{index.sha256[:32]}.tar", self.folder / f"{index.sha256[:32]}.there"


def _write_at(path: Path, offset: int, data: bytes) -> None:
    """Several processes may do it at once: they write the same bytes."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | int(getattr(os, "O_BINARY", 0)), 0o644)
    with os.fdopen(file, "wb") as stream:
        stream.seek(offset)
        stream.write(data)
