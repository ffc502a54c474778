"""Encoded photos in tar shards, each read by its own when it is asked for."""

import hashlib
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple, Self

import numpy as np

from colorizer_gui.core.color.conversion import ByteArray
from model_training.data.decoding import UndecodableError, decoded_rgb, opencv_rgb
from model_training.data.photo_source import DataError
from model_training.shards.kept_bytes import KeptBytes
from model_training.shards.shard_index import ShardIndex, name_at
from model_training.shards.shard_list import expanded
from model_training.shards.storage import ByteRanges, is_remote

#: A tar header.
_HEADER: Final = 512


class ShardPhoto(NamedTuple):
    """One photo of a shard.

    Attributes
    ----------
    shard, row
        Which of the shards, and which of its photos, from 0.
    source
        The folder that it lies in, which names where it comes from.
    height, width
        In pixels, upright, as its header says.
    """

    shard: int
    row: int
    source: str
    height: int
    width: int


class PhotoShards:
    """The photos of several tar files, numbered in the order of the files and of what is in them.

    Memory: about 48 bytes a photo. A location that comes again is opened once.

    Parameters
    ----------
    locations, indices
        Of each shard.
    kept
        Where photos from far away are kept; None reads them each time.
    """

    def __init__(
        self, locations: Sequence[str], indices: Sequence[ShardIndex], kept: KeptBytes | None = None
    ) -> None:
        self.locations, self.indices, self.kept = list(locations), list(indices), kept
        counts = np.array([len(index.table) for index in self.indices], dtype=np.int64)
        self._ends = np.cumsum(counts)
        self._ranges = ByteRanges()

    def __len__(self) -> int:
        return int(self._ends[-1])

    def __reduce__(self) -> tuple[type["PhotoShards"], tuple[Any, ...]]:
        """Each loader process opens the files itself."""
        return PhotoShards, (self.locations, self.indices, self.kept)

    @classmethod
    def open(cls, locations: Sequence[str | Path], kept: KeptBytes | None = None) -> Self:
        """Open shards by their indices; one without an index is read once.

        Parameters
        ----------
        locations
            See `expanded`.
        kept
            Where indices, and photos from far away, are kept.

        Raises
        ------
        DataError
            When a shard cannot be read, or none holds a photo.
        """
        shards = expanded(locations)
        found: dict[str, ShardIndex] = {}
        for location in shards:
            if location not in found:
                found[location] = ShardIndex.of(location, None if kept is None else kept.folder)
        if not any(len(index.table) for index in found.values()):
            raise DataError("The shards hold no photo.")
        if kept is not None:
            kept = kept.choosing(index for location, index in found.items() if is_remote(location))
        return cls(shards, [found[location] for location in shards], kept)

    @property
    def sources(self) -> list[str]:
        """Where each photo comes from."""
        return [index.sources[int(place)] for index in self.indices for place in index.table[:, 4]]

    @property
    def left_out(self) -> list[str]:
        """Names of files in the shards that are no pictures."""
        different = dict(zip(self.locations, self.indices, strict=True))
        return [name for index in different.values() for name in index.left_out]

    def photo(self, number: int) -> ShardPhoto:
        """What is known of a photo without reading it."""
        shard, row = self._place(number)
        index = self.indices[shard]
        _, _, height, width, source, _ = index.table[row].tolist()
        return ShardPhoto(shard, row, index.sources[source], height, width)

    def size(self, index: int) -> tuple[int, int]:
        """Height and width in pixels."""
        shard, row = self._place(index)
        height, width = self.indices[shard].table[row, 2:4].tolist()
        return height, width

    def fingerprint(self) -> str:
        """SHA-256 over the hashes of all shards, in their order."""
        digest = hashlib.sha256()
        for index in self.indices:
            digest.update(index.sha256.encode())
        return digest.hexdigest()

    def decode_rgb(self, index: int) -> ByteArray:
        """(H, W, 3) uint8 sRGB.

        Raises
        ------
        DataError
            When its bytes are damaged, or cannot be read.
        """
        shard, row = self._place(index)
        data = self._content(shard, row)
        try:
            return opencv_rgb(data) if self.indices[shard].plain else decoded_rgb(data, "")
        except UndecodableError as exc:
            name, location = self._name(shard, row), self.locations[shard]
            raise DataError(f"The photo {name} in {location} {exc}; make the shard again.") from exc

    def _place(self, number: int) -> tuple[int, int]:
        shard = int(np.searchsorted(self._ends, number, side="right"))
        return shard, int(number - (self._ends[shard - 1] if shard else 0))

    def _content(self, shard: int, row: int) -> bytes:
        index, location = self.indices[shard], self.locations[shard]
        offset, size, *_, check = index.table[row].tolist()
        kept = self.kept if self.kept is not None and is_remote(location) and self.kept.keeps(index) else None
        if kept is not None:
            found = kept.read(index, row)
            if found is not None and zlib.crc32(found) == check:
                return found
        data = self._ranges.read(location, offset, size)
        if len(data) == index.size != size:
            data = self._part_of_whole(data, kept, shard, row)
        if zlib.crc32(data) != check:
            raise DataError(
                f"The photo {self._name(shard, row)} in {location} is damaged or is not the one that was "
                "indexed; make the shard again, or delete its index."
            )
        if kept is not None:
            kept.keep(index, row, data)
        return data

    def _part_of_whole(self, whole: bytes, kept: KeptBytes | None, shard: int, row: int) -> bytes:
        """A server that knows no parts of files has sent all of one."""
        index = self.indices[shard]
        if kept is None:
            raise DataError(
                f"The server of {self.locations[shard]} sends whole files where a part was asked for; let "
                "--cache-gb be more than all shards, or use a server that knows ranges."
            )
        kept.keep_all(index, whole)
        offset, size = index.table[row, :2].tolist()
        return whole[offset : offset + size]

    def _name(self, shard: int, row: int) -> str:
        """Of a photo, for a sentence or for its suffix."""
        if is_remote(self.locations[shard]):
            return f"{row} of the shard"
        offset = int(self.indices[shard].table[row, 0])
        return name_at(self._ranges.read(self.locations[shard], max(0, offset - _HEADER), _HEADER))
