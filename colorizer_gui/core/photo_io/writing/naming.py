"""Names of results: next to the source, and never one that is taken."""

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from colorizer_gui.core.photo_io.formats import format_of_suffix


def free_path(target: Path) -> Path:
    """The path itself, or with the first number that is free: ``name (2).jpg``.

    A broken link counts as taken.
    """
    if not os.path.lexists(target):
        return target
    return next(path for path in numbered(target) if not os.path.lexists(path))


def numbered(target: Path) -> Iterator[Path]:
    """``name (2).jpg``, ``name (3).jpg`` and so on, without end."""
    return (target.with_name(f"{target.stem} ({number}){target.suffix}") for number in count(2))


def default_target(source: Path, folder: Path | None = None) -> Path:
    """Where the result of a source goes unless the user says otherwise.

    Parameters
    ----------
    source
        The photo's file.
    folder
        Another folder than the source's.

    Returns
    -------
    ``name-colorized`` with the source's suffix, or ``.png`` where that cannot be written. The path
    may be taken; see `free_path`.
    """
    suffix = source.suffix if format_of_suffix(source) else ".png"
    return (folder or source.parent) / f"{source.stem}-colorized{suffix}"
