"""Where the originals are, so that no result lands among them by accident."""

import os
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from colorizer_gui.core.batch.jobs.errors import PlanError
from colorizer_gui.core.batch.jobs.paths import absolute

#: By the folder that photos were found in: the folders that links on the way to it lead to.
LinkedFolders = Mapping[Path, frozenset[Path]]


def check_outside(output: Path, folders: Iterable[Path]) -> None:
    """Refuse an output folder that is, or lies in, a folder that photos are taken from.

    Raises
    ------
    PlanError
    """
    folder = around(output, folders)
    if folder is not None:
        raise PlanError(
            'The output folder "{output}" lies in "{root}", where the originals are; choose a folder '
            'outside of it, or allow it by "Use This Folder Anyway" (--allow-inside).',
            output=output,
            root=folder,
        )


def around(output: Path, folders: Iterable[Path]) -> Path | None:
    """The first of these folders that another one is, or lies in.

    By its name or in truth: a link among the originals may lead elsewhere, and one elsewhere may lead
    among them.
    """
    named, real = absolute(output), Path(os.path.realpath(output))
    return next(
        (
            folder
            for folder in sorted(folders)
            if named.is_relative_to(absolute(folder)) or real.is_relative_to(os.path.realpath(folder))
        ),
        None,
    )


def linked_folders(found: Iterable[tuple[Path, Path | None]]) -> LinkedFolders:
    """Find links on the ways from folders that were asked for to the photos in them.

    Parameters
    ----------
    found
        Photos, each with the folder that was asked for, or None when the photo itself was.
    """
    real = cache(lambda folder: Path(os.path.realpath(folder)))
    linked: dict[Path, frozenset[Path]] = {}
    for folder, root in {(path.parent, root) for path, root in found if root is not None}:
        inner = folder.relative_to(root)
        ways = [root / part for part in (inner, *inner.parents)][:-1]
        # A symbolic link, or a junction of Windows: what is really not where it seems to be.
        places = {real(way) for way in ways if real(way) != real(way.parent) / way.name}
        if places:
            linked[folder] = frozenset(places)
    return linked


def source_folders(found: Iterable[tuple[Path, Path | None]], linked: LinkedFolders) -> set[Path]:
    """All folders that these photos are taken from, by links as well; see `linked_folders`."""
    folders: set[Path] = set()
    for path, root in found:
        if root is not None:
            folders |= {root, *linked.get(path.parent, ())}
    return folders
