"""Which photos are meant by files and folders; nothing is opened here."""

import os
import re
import stat
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from colorizer_gui.core.batch.planning.natural_order import natural_path_key
from colorizer_gui.core.common.existence import is_folder
from colorizer_gui.core.common.sentences import Sentence, reason_of
from colorizer_gui.core.photo_io import SUPPORTED_SUFFIXES

#: Names that results have unless the user chooses others; a second run leaves them alone.
_RESULT: Final = re.compile(r"-colorized( \(\d+\))?$")
#: Journals and half-written results, not worth a word.
_OURS: Final = ".tintype-"
_SYSTEM: Final = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini"})
_HIDDEN: Final = getattr(stat, "FILE_ATTRIBUTE_HIDDEN", 0)


class LeftOut(StrEnum):
    """Why a file is not taken."""

    HIDDEN = "hidden"
    SYSTEM = "system"
    NO_PHOTO = "no photo"
    RESULT = "result"
    REPEATED = "repeated"


LeftOutFiles = Mapping[LeftOut, tuple[Path, ...]]


@dataclass(frozen=True, slots=True)
class FoundPhoto:
    """A photo that was found.

    Attributes
    ----------
    root
        The folder that was asked for, or None when the photo itself was.
    counter
        The number that it was given by an earlier plan, or nothing.
    part
        Which of several photos on one scan it is, from 1; 0 for the whole file.
    """

    path: Path
    root: Path | None
    size: int
    counter: str = ""
    part: int = 0

    @property
    def inner_folder(self) -> Path:
        """Where below the root the photo lies."""
        return Path() if self.root is None else self.path.relative_to(self.root).parent


@dataclass(frozen=True, slots=True)
class Scan:
    """What was found.

    Attributes
    ----------
    photos
        In the order of the inputs, each folder in natural order.
    left_out
        Which files were not taken, by the reason; a hidden folder stands for all that is in it.
    problems
        A sentence for each folder that is empty of photos or cannot be read.
    """

    photos: tuple[FoundPhoto, ...]
    left_out: LeftOutFiles = field(default_factory=dict)
    problems: tuple[str, ...] = ()


def scan(inputs: Iterable[Path], *, recursive: bool, results: Collection[Path] = ()) -> Scan:
    """Look for photos.

    A file that is named is taken whatever it is called, even if it is missing: reading it will
    say what is wrong. In folders, hidden files, those of the system, results of Tintype and
    what has no photo's suffix are left out and named. Links to folders are followed; no folder
    and no file is taken twice, however many ways lead to it.

    Parameters
    ----------
    results
        Absolute paths of files that are known to be results, and of folders that hold nothing else.
    """
    scanner = _Scanner(recursive=recursive, results=results)
    for path in inputs:
        if is_folder(path):
            scanner.add_folder(path)
        else:
            scanner.add_file(path)
    left_out = {reason: tuple(paths) for reason, paths in scanner.left_out.items()}
    return Scan(tuple(scanner.photos), left_out, tuple(scanner.problems))


class _Scanner:
    def __init__(self, *, recursive: bool, results: Collection[Path]) -> None:
        self.photos: list[FoundPhoto] = []
        self.left_out: defaultdict[LeftOut, list[Path]] = defaultdict(list)
        self.problems: list[str] = []
        self._recursive = recursive
        self._results = frozenset(os.path.realpath(path) for path in results)
        self._seen: set[str] = set()

    def add_file(self, path: Path) -> None:
        """Take a file that was named."""
        if self._is_new(path):
            self.photos.append(FoundPhoto(path, None, _size(path)))

    def add_folder(self, root: Path) -> None:
        """Take the photos of a folder that was named."""
        problems, repeated = len(self.problems), self._repeated
        found = [FoundPhoto(path, root, _size(path)) for path in self._walk(root)]
        found.sort(key=lambda photo: natural_path_key(photo.path.relative_to(root)))
        self.photos += found
        nothing_new = not found and self._repeated == repeated
        if nothing_new and len(self.problems) == problems:
            self.problems.append(Sentence('There are no photos in the folder "{root}".', root=root))

    @property
    def _repeated(self) -> int:
        return len(self.left_out.get(LeftOut.REPEATED, ()))

    def _walk(self, root: Path) -> Iterator[Path]:
        # Links last: so a photo is found under its real name, and not under that of a link.
        folders, links = [root], list[Path]()
        file_links: list[os.DirEntry[str]] = []
        while folders or links:
            folder = folders.pop() if folders else links.pop()
            if os.path.realpath(folder) in self._results:
                continue
            if not self._is_new(folder):
                self.left_out[LeftOut.REPEATED].append(folder)
                continue
            try:
                entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
            except OSError as exc:
                self.problems.append(
                    Sentence(
                        'The folder "{folder}" cannot be read ({reason}).',
                        folder=folder,
                        reason=reason_of(exc),
                    )
                )
                continue
            for entry in entries:
                path = folder / entry.name
                if _leads_to(entry, stat.S_ISDIR):
                    if self._recursive and _is_hidden(entry):
                        self.left_out[LeftOut.HIDDEN].append(path)
                    elif self._recursive:
                        (links if entry.is_symlink() else folders).append(path)
                elif entry.is_symlink():
                    file_links.append(entry)
                elif self._is_wanted(entry, path):
                    yield path
        yield from (Path(entry.path) for entry in file_links if self._is_wanted(entry, Path(entry.path)))

    def _is_wanted(self, entry: os.DirEntry[str], path: Path) -> bool:
        if entry.name.startswith(_OURS):
            return False
        reason = self._reason(entry, path)
        if reason is not None:
            self.left_out[reason].append(path)
        return reason is None

    def _reason(self, entry: os.DirEntry[str], path: Path) -> LeftOut | None:
        if _is_hidden(entry):
            return LeftOut.HIDDEN
        if entry.name.lower() in _SYSTEM:
            return LeftOut.SYSTEM
        # A pipe of a photo's name would never end; a broken link is taken, to be named as missing.
        if path.suffix.lower() not in SUPPORTED_SUFFIXES or not _leads_to(entry, stat.S_ISREG, broken=True):
            return LeftOut.NO_PHOTO
        if _RESULT.search(path.stem) or os.path.realpath(path) in self._results:
            return LeftOut.RESULT
        return None if self._is_new(path) else LeftOut.REPEATED

    def _is_new(self, path: Path) -> bool:
        real = os.path.realpath(path)
        new = real not in self._seen
        self._seen.add(real)
        return new


def _leads_to(entry: os.DirEntry[str], kind: Callable[[int], bool], *, broken: bool = False) -> bool:
    """Whether an entry, or what it links to, is of a kind; `broken` answers for links to nowhere."""
    try:
        return kind(entry.stat().st_mode)
    except OSError:
        return broken


def _is_hidden(entry: os.DirEntry[str]) -> bool:
    """Hidden by its name, as ``._scan.jpg`` of a Mac is, or on Windows by its attribute."""
    if entry.name.startswith("."):
        return True
    try:
        return bool(getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0) & _HIDDEN)
    except OSError:
        return False


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
