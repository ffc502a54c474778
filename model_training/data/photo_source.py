"""Photos for training, one after the other, from folders, archives or single files, in a fixed order."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.common.errors import ColorizationError
from colorizer_gui.core.photo_io.formats import SUPPORTED_SUFFIXES
from model_training.data.archives import ARCHIVE_ERRORS, is_archive, members_of, stem_of
from model_training.data.decoding import UndecodableError, decoded_rgb


class DataError(ColorizationError):
    """Training data is missing, damaged or of another shape than promised."""


@dataclass(frozen=True, slots=True)
class SourcePhoto:
    """One encoded photo, whose bytes are read when they are asked for.

    Attributes
    ----------
    name
        Its path inside of the folder or archive.
    category
        The folder that it lies in; the source's own name when it lies in none.
    size
        Of the file, in bytes.
    read
        Its bytes, none when it cannot be read; in an archive, only before the next photo is asked for.
    """

    name: str
    category: str
    size: int
    read: Callable[[], bytes]

    def decode_rgb(self) -> ByteArray | None:
        """(H, W, 3) uint8 sRGB, upright, or None when the bytes are not a picture."""
        try:
            return decoded_rgb(self.read(), self.name)
        except UndecodableError:
            return None


def _unasked(_name: str) -> None:
    """Nobody wants to know which files are no photos."""


def iterate_photos(sources: list[Path], on_other: Callable[[str], None] = _unasked) -> Iterator[SourcePhoto]:
    """Yield every photo of the given folders, archives and single files, sorted by name.

    Archives are tar and ZIP files, compressed or not, also those that lie in the folders; a compressed
    tar keeps its own order.

    Parameters
    ----------
    on_other
        Called with the name of each file that is no photo.

    Raises
    ------
    DataError
        When a source does not exist, or an archive cannot be read.
    """
    for source in sources:
        if source.is_dir():
            yield from _in_folder(source, on_other)
        elif source.is_file() and is_archive(source):
            yield from _in_archive(source, "", on_other)
        elif source.is_file():
            category = source.resolve().parent.name
            yield SourcePhoto(source.name, category, source.stat().st_size, partial(_bytes_of, source))
        else:
            raise DataError(f"There is no folder, archive or photo at {source}; check the path.")


def _in_folder(source: Path, on_other: Callable[[str], None]) -> Iterator[SourcePhoto]:
    own_name = source.resolve().name
    for path in sorted(source.rglob("*")):
        if not path.is_file():
            continue
        name = path.relative_to(source).as_posix()
        if is_archive(path) and not path.name.startswith("."):
            yield from _in_archive(path, f"{name}/", on_other)
        elif _is_photo(path.name):
            category = own_name if path.parent == source else path.parent.name
            yield SourcePhoto(name, category, path.stat().st_size, partial(_bytes_of, path))
        else:
            on_other(name)


def _in_archive(path: Path, prefix: str, on_other: Callable[[str], None]) -> Iterator[SourcePhoto]:
    with _readable(path):
        for member in members_of(path):
            if _is_photo(member.name):
                category = Path(member.name).parent.name or stem_of(path)
                yield SourcePhoto(
                    prefix + member.name, category, member.size, partial(_whole, path, member.read)
                )
            else:
                on_other(prefix + member.name)


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


def _whole(archive: Path, read: Callable[[], bytes]) -> bytes:
    with _readable(archive):
        return read()


@contextmanager
def _readable(archive: Path) -> Iterator[None]:
    try:
        yield
    except ARCHIVE_ERRORS as exc:
        raise DataError(f"The archive {archive} cannot be read: {exc}.") from exc


def _bytes_of(path: Path) -> bytes:
    """A file that cannot be read is one more unreadable photo, not the end of all others."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _is_photo(name: str) -> bool:
    path = Path(name)
    return path.suffix.lower() in SUPPORTED_SUFFIXES and not path.name.startswith(".")
