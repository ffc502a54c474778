"""Names of results: next to the source, never one that is taken, and never one that is too long."""

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Final

from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.core.photo_io.formats import format_of_suffix
from colorizer_gui.core.photo_io.writing.holding import same_or_png

#: Bytes of a name that every file system takes, and of one that was cut.
_LONGEST_NAME: Final = 255
_SHORTENED_NAME: Final = 240


def free_path(target: Path) -> Path:
    """The path itself, or with the first number that is free: ``name (2).jpg``.

    A broken link counts as taken.
    """
    if not os.path.lexists(target):
        return target
    return next(path for path in numbered(target) if not os.path.lexists(path))


def numbered(target: Path) -> Iterator[Path]:
    """``name (2).jpg``, ``name (3).jpg`` and so on, without end."""
    return (target.with_name(fitting_name(target.stem, f" ({number}){target.suffix}")) for number in count(2))


def fitting_name(stem: str, ending: str) -> str:
    """A name that file systems take; of one that is too long the end of its stem is cut off.

    Then room is left for what may be put behind the name: the suffix of a sidecar.
    """
    name = stem + ending
    if len(os.fsencode(name)) <= _LONGEST_NAME:
        return name
    room = _SHORTENED_NAME - len(os.fsencode(ending))
    while stem and len(os.fsencode(stem)) > room:
        stem = stem[:-1]
    return stem.rstrip(" .") + ending


def default_target(source: Path, folder: Path | None = None, photo: Photo | None = None) -> Path:
    """Where the result of a source goes unless the user says otherwise.

    Parameters
    ----------
    source
        The photo's file.
    folder
        Another folder than the source's.
    photo
        What was read from the file, if it is known.

    Returns
    -------
    ``name-colorized`` with the source's suffix, or ``.png`` where that cannot be written or cannot hold
    the photo. The path may be taken; see `free_path`.
    """
    suffix = source.suffix if format_of_suffix(source) else ".png"
    target = (folder or source.parent) / fitting_name(source.stem, f"-colorized{suffix}")
    return target if photo is None else same_or_png(target, photo)[0]
