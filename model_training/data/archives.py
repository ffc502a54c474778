"""Files within tar and ZIP archives, compressed or not, one after the other."""

import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

_TAR: Final = ".tar"
_COMPRESSED: Final = (".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
_ZIP: Final = ".zip"
#: What Python's archives raise when they are damaged.
ARCHIVE_ERRORS: Final = (
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    NotImplementedError,
)


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive; `read` gives its bytes, in a compressed tar only before the next one."""

    name: str
    size: int
    read: Callable[[], bytes]


def is_archive(path: Path) -> bool:
    """Whether the name is that of an archive that is opened."""
    return path.name.lower().endswith((_TAR, _ZIP, *_COMPRESSED))


def stem_of(path: Path) -> str:
    """The name of an archive without its suffixes."""
    lower = path.name.lower()
    ending = next(end for end in (*_COMPRESSED, _TAR, _ZIP) if lower.endswith(end))
    return path.name[: -len(ending)]


def members_of(path: Path) -> Iterator[Member]:
    """The files in an archive: sorted by name, or in their own order where a tar is compressed.

    Raises
    ------
    ARCHIVE_ERRORS
        When it is damaged.
    """
    lower = path.name.lower()
    if lower.endswith(_ZIP):
        yield from _of_zip(path)
    elif lower.endswith(_TAR):
        yield from _of_tar(path)
    else:
        with tarfile.open(path, "r:*") as archive:
            for member in archive:
                if member.isfile():
                    yield Member(member.name, member.size, partial(_bytes, archive, member))


def _of_tar(path: Path) -> Iterator[Member]:
    with tarfile.open(path, "r:") as archive:
        for member in sorted((each for each in archive if each.isfile()), key=lambda each: each.name):
            yield Member(member.name, member.size, partial(_bytes, archive, member))


def _of_zip(path: Path) -> Iterator[Member]:
    with zipfile.ZipFile(path) as archive:
        for info in sorted(archive.infolist(), key=lambda each: each.filename):
            if not info.is_dir():
                yield Member(info.filename, info.file_size, partial(_unzipped, archive, info))


def _bytes(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    file = archive.extractfile(member)
    return b"" if file is None else file.read()


def _unzipped(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """None of its bytes when a file is damaged or has a password: one more unreadable photo."""
    try:
        return archive.read(info)
    except (RuntimeError, zipfile.BadZipFile, zlib.error, NotImplementedError):
        return b""
