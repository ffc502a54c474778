"""Which photos `tintype colorize` reads and where each result goes; nothing is opened here."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from colorizer_gui.core.photo import PhotoFormat
from colorizer_gui.core.photo_io import SUPPORTED_SUFFIXES, default_target
from colorizer_gui.core.photo_io.formats import format_of_suffix

#: Names that `default_target` gives. Folders are scanned without such files, so that a second run
#: does not colorize the results of the first.
_RESULT: Final = re.compile(r"-colorized( \(\d+\))?$")
#: The formats that can be asked for; "same" keeps the source's.
_FORMATS: Final = {
    "jpeg": (PhotoFormat.JPEG, ".jpg"),
    "png": (PhotoFormat.PNG, ".png"),
    "tiff": (PhotoFormat.TIFF, ".tif"),
    "webp": (PhotoFormat.WEBP, ".webp"),
}


class UsageError(Exception):
    """The command line makes no sense; the message says why."""


@dataclass(frozen=True, slots=True)
class Job:
    """One photo and the file that its result is meant for."""

    source: Path
    target: Path


@dataclass(frozen=True, slots=True)
class Problem:
    """An input without a photo; the text is a sentence for the user."""

    text: str


def plan(inputs: Iterable[Path], output: Path, *, format_name: str, recursive: bool) -> list[Job | Problem]:
    """Jobs and problems in the order of the command line; files of a folder in the order of names.

    Parameters
    ----------
    output
        A folder; or a file, when there is one input, which is no folder, and a known suffix.
    format_name
        One of `cli.FORMATS`.

    Raises
    ------
    UsageError
        When `output` cannot be meant.
    """
    sources = list(inputs)
    if is_photo_name(output) and not output.is_dir():
        if len(sources) != 1 or sources[0].is_dir():
            raise UsageError(f"-o {output} names one file; give a folder for several photos")
        if _with_format(output, format_name) != output:
            raise UsageError(f"-o {output} and --format {format_name} contradict each other; leave one out")
        return [_job_or_problem(sources[0], output)]
    steps: list[Job | Problem] = []
    for source in sources:
        if source.is_dir():
            steps += _folder(source, output, format_name, recursive=recursive)
        else:
            steps.append(_job_or_problem(source, result_path(source, output, format_name)))
    return steps


def is_photo_name(path: Path) -> bool:
    """Whether the suffix is that of a format that Tintype reads and writes."""
    return path.suffix.lower() in SUPPORTED_SUFFIXES


def result_path(source: Path, folder: Path, format_name: str) -> Path:
    """Where the result of a photo goes; the suffix stays where the format does."""
    return _with_format(default_target(source, folder), format_name)


def _with_format(target: Path, format_name: str) -> Path:
    if format_name not in _FORMATS:
        return target
    wanted, suffix = _FORMATS[format_name]
    return target if format_of_suffix(target) is wanted else target.with_suffix(suffix)


def _job_or_problem(source: Path, target: Path) -> Job | Problem:
    if not source.exists():
        return Problem(f"There is no photo {source}; check the path.")
    return Job(source, target)


def _folder(folder: Path, output: Path, format_name: str, *, recursive: bool) -> list[Job | Problem]:
    jobs: list[Job | Problem] = [
        Job(path, result_path(path, output / path.relative_to(folder).parent, format_name))
        for path in _photos(folder, output.resolve(), recursive=recursive)
    ]
    return jobs or [Problem(f"There are no photos in the folder {folder}.")]


def _photos(folder: Path, output: Path, *, recursive: bool) -> Iterator[Path]:
    """Photos of a folder, without hidden files, earlier results, and what lies in the output folder."""
    inside = folder.resolve() != output
    for path in sorted(folder.rglob("*") if recursive else folder.iterdir()):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if hidden or not is_photo_name(path) or not path.is_file() or _RESULT.search(path.stem):
            continue
        if inside and output in path.resolve().parents:
            continue
        yield path
