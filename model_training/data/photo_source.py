"""Photos for training, one after the other, from folders or tar shards, in a fixed order."""

import hashlib
import tarfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import cv2
import numpy as np

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.common.errors import ColorizationError

PHOTO_SUFFIXES = frozenset({".avif", ".bmp", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp"})


class DataError(ColorizationError):
    """Training data is missing, damaged or of another shape than promised."""


@dataclass(frozen=True, slots=True)
class SourcePhoto:
    """One encoded photo, whose bytes are read when they are asked for.

    Attributes
    ----------
    name
        Its path inside of the folder or shard.
    category
        The folder that it lies in; the source's own name when it lies in none.
    size
        Of the file, in bytes.
    read
        Its bytes, none when it cannot be read; for a shard, only before the next photo is asked for.
    """

    name: str
    category: str
    size: int
    read: Callable[[], bytes]

    def decode_rgb(self) -> ByteArray | None:
        """(H, W, 3) uint8 sRGB, or None when the bytes are not a picture."""
        data = self.read()
        if not data:
            return None
        try:
            decoded = cv2.imdecode(np.frombuffer(data, dtype=np.uint8), cv2.IMREAD_COLOR_RGB)
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
            own_name = source.resolve().name
            for path in sorted(source.rglob("*")):
                if _is_photo(path.name) and path.is_file():
                    name = path.relative_to(source).as_posix()
                    category = own_name if path.parent == source else path.parent.name
                    yield SourcePhoto(name, category, path.stat().st_size, partial(_bytes_of, path))
        elif source.suffix == ".tar":
            yield from _iterate_tar(source)
        elif source.is_file():
            category = source.resolve().parent.name
            yield SourcePhoto(source.name, category, source.stat().st_size, partial(_bytes_of, source))
        else:
            raise DataError(f"There is no folder, shard or photo at {source}; check the path.")


def count_photos(sources: list[Path]) -> int:
    """How many photos `iterate_photos` will give, without reading them; raises what it raises."""
    return sum(1 for _ in iterate_photos(sources))


def listing(sources: list[Path]) -> tuple[int, str]:
    """How many photos there are, and a hash of their names and sizes; nothing is read.

    Raises
    ------
    DataError
        See `iterate_photos`.
    """
    digest, count = hashlib.sha256(), 0
    for photo in iterate_photos(sources):
        count += 1
        digest.update(f"{photo.category}\0{photo.name}\0{photo.size}\0".encode(errors="surrogateescape"))
    return count, digest.hexdigest()


def _iterate_tar(shard: Path) -> Iterator[SourcePhoto]:
    with _readable(shard), tarfile.open(shard) as archive:
        members = [member for member in archive if member.isfile() and _is_photo(member.name)]
        for member in sorted(members, key=lambda member: member.name):
            category = Path(member.name).parent.name or shard.stem
            yield SourcePhoto(
                member.name, category, member.size, partial(_bytes_of_member, shard, archive, member)
            )


def _bytes_of_member(shard: Path, archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    with _readable(shard):
        file = archive.extractfile(member)
        return b"" if file is None else file.read()


@contextmanager
def _readable(shard: Path) -> Iterator[None]:
    try:
        yield
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
