"""Photos for training, one after the other, from folders or tar shards, in a fixed order."""

import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from colorizer_gui.core.color import ByteArray
from colorizer_gui.core.errors import ColorizationError

PHOTO_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".bmp", ".tif", ".tiff"})


class DataError(ColorizationError):
    """Training data is missing, damaged or of another shape than promised."""


@dataclass(frozen=True, slots=True)
class SourcePhoto:
    """One encoded photo: `name` is its path inside of the folder or shard.

    `data` is empty when the file is there but cannot be read.
    """

    name: str
    data: bytes

    @property
    def category(self) -> str:
        """The folder that the photo lies in."""
        return Path(self.name).parent.name

    def decode_rgb(self) -> ByteArray | None:
        """(H, W, 3) uint8 sRGB, or None when the bytes are not a picture."""
        if not self.data:
            return None
        try:
            decoded = cv2.imdecode(np.frombuffer(self.data, dtype=np.uint8), cv2.IMREAD_COLOR_RGB)
        except cv2.error:  # for example, more pixels than OpenCV allows
            return None
        return None if decoded is None else np.asarray(decoded, dtype=np.uint8)


def iterate_photos(sources: list[Path]) -> Iterator[SourcePhoto]:
    """Yield every photo of the given folders, tar shards and single files, sorted by name.

    Raises
    ------
    DataError
        When a source does not exist, or a shard cannot be read.
    """
    for source in sources:
        if source.is_dir():
            for path in sorted(source.rglob("*")):
                if _is_photo(path.name) and path.is_file():
                    yield SourcePhoto(path.relative_to(source).as_posix(), _bytes_of(path))
        elif source.suffix == ".tar":
            yield from _iterate_tar(source)
        elif source.is_file():
            yield SourcePhoto(source.name, _bytes_of(source))
        else:
            raise DataError(f"There is no folder, shard or photo at {source}; check the path.")


def _iterate_tar(shard: Path) -> Iterator[SourcePhoto]:
    try:
        with tarfile.open(shard) as archive:
            members = [member for member in archive if member.isfile() and _is_photo(member.name)]
            for member in sorted(members, key=lambda member: member.name):
                file = archive.extractfile(member)
                if file is not None:
                    yield SourcePhoto(member.name, file.read())
    except (tarfile.TarError, OSError) as exc:
        raise DataError(f"The shard {shard} cannot be read: {exc}.") from exc


def _bytes_of(path: Path) -> bytes:
    """A file that cannot be read is one more unreadable photo, not the end of all others."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _is_photo(name: str) -> bool:
    path = Path(name)
    return path.suffix.lower() in PHOTO_SUFFIXES and not path.name.startswith(".")
