"""Encoded photos in tar shards, each read by its own when it is asked for."""

import hashlib
import io
import os
import tarfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import cv2
import numpy as np
from PIL import Image, UnidentifiedImageError

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.common.hashing import file_sha256
from model_training.data.photo_source import DataError


@dataclass(frozen=True, slots=True)
class ShardPhoto:
    """One photo of a shard.

    Attributes
    ----------
    shard
        Which of the shards, from 0.
    name
        Its path in the shard.
    source
        The folder that it lies in, which names where it comes from.
    offset, size
        Where its bytes are in the shard's file.
    height, width
        In pixels, as its header says.
    """

    shard: int
    name: str
    source: str
    offset: int
    size: int
    height: int
    width: int


class PhotoShards:
    """The photos of several tar files, numbered in the order of the files and of what is in them.

    Attributes
    ----------
    photos
        What was found; files that are no pictures are left out.
    """

    def __init__(self, paths: Sequence[Path], photos: Sequence[ShardPhoto]) -> None:
        self.paths = list(paths)
        self.photos = list(photos)
        self._files: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self.photos)

    def __reduce__(self) -> tuple[type["PhotoShards"], tuple[list[Path], list[ShardPhoto]]]:
        """Each loader process opens the files itself."""
        return PhotoShards, (self.paths, self.photos)

    @classmethod
    def open(cls, paths: Sequence[Path]) -> Self:
        """Read the index of each shard and the header of each photo.

        Raises
        ------
        DataError
            When a shard cannot be read, or none holds a photo.
        """
        photos = []
        for number, path in enumerate(paths):
            try:
                with tarfile.open(path) as archive:
                    members = [member for member in archive if member.isfile()]
                with path.open("rb") as file:
                    for member in members:
                        file.seek(member.offset_data)
                        size = _picture_size(file.read(member.size))
                        if size is not None:
                            source = Path(member.name).parent.name or path.stem
                            place = (member.offset_data, member.size)
                            photos.append(ShardPhoto(number, member.name, source, *place, *size))
            except (tarfile.TarError, OSError) as exc:
                raise DataError(f"The shard {path} cannot be read: {exc}.") from exc
        if not photos:
            raise DataError("The shards hold no photo.")
        return cls(paths, photos)

    @property
    def sources(self) -> list[str]:
        """Where each photo comes from."""
        return [photo.source for photo in self.photos]

    def size(self, index: int) -> tuple[int, int]:
        """Height and width in pixels."""
        photo = self.photos[index]
        return photo.height, photo.width

    def fingerprint(self) -> str:
        """SHA-256 over the bytes of all shards, in their order.

        Raises
        ------
        DataError
            When a shard cannot be read.
        """
        digest = hashlib.sha256()
        for path in self.paths:
            try:
                digest.update(file_sha256(path).encode())
            except OSError as exc:
                raise DataError(f"The shard {path} cannot be read: {exc}.") from exc
        return digest.hexdigest()

    def decode_rgb(self, index: int) -> ByteArray:
        """(H, W, 3) uint8 sRGB.

        Raises
        ------
        DataError
            When its bytes are damaged.
        """
        photo = self.photos[index]
        if photo.shard not in self._files:
            self._files[photo.shard] = os.open(self.paths[photo.shard], os.O_RDONLY)
        data = os.pread(self._files[photo.shard], photo.size, photo.offset)
        decoded = cv2.imdecode(np.frombuffer(data, dtype=np.uint8), cv2.IMREAD_COLOR_RGB)
        if decoded is None:
            raise DataError(f"The photo {photo.name} in {self.paths[photo.shard]} is damaged.")
        return np.asarray(decoded, dtype=np.uint8)


def _picture_size(data: bytes) -> tuple[int, int] | None:
    """Height and width of an encoded picture; None when it is none."""
    try:
        with Image.open(io.BytesIO(data)) as picture:
            width, height = picture.size
    except (UnidentifiedImageError, OSError):
        return None
    return height, width
