"""Which photos `tintype colorize` reads and where each result goes; nothing is opened here."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from colorizer_gui.core.photo_io import SUPPORTED_SUFFIXES

#: Ends the names of results; folders are scanned without such files, so that a second run does not
#: colorize the results of the first.
MARK: Final = "-colorized"
_SUFFIX_OF_FORMAT: Final = {"jpeg": ".jpg", "png": ".png", "tiff": ".tif", "webp": ".webp"}


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
        wanted = _SUFFIX_OF_FORMAT.get(format_name)
        if wanted and result_name(output, format_name) != f"{output.stem}{MARK}{output.suffix}":
            raise UsageError(f"-o {output} and --format {format_name} contradict each other; leave one out")
        return [_job_or_problem(sources[0], lambda _: output)]
    steps: list[Job | Problem] = []
    for source in sources:
        if source.is_dir():
            steps += _folder(source, output, format_name, recursive=recursive)
        else:
            steps.append(_job_or_problem(source, lambda path: output / result_name(path, format_name)))
    return steps


def is_photo_name(path: Path) -> bool:
    """Whether the suffix is that of a format that Tintype reads and writes."""
    return path.suffix.lower() in SUPPORTED_SUFFIXES


def result_name(source: Path, format_name: str) -> str:
    """Name of the result of a photo, without a folder; the suffix stays where the format does."""
    suffix = _SUFFIX_OF_FORMAT.get(format_name, source.suffix)
    same = source.suffix.lower() in {".jpg": (".jpg", ".jpeg"), ".tif": (".tif", ".tiff")}.get(suffix, ())
    return f"{source.stem}{MARK}{source.suffix if same else suffix}"


def _job_or_problem(source: Path, target: Callable[[Path], Path]) -> Job | Problem:
    if not source.exists():
        return Problem(f"There is no photo {source}; check the path.")
    return Job(source, target(source))


def _folder(folder: Path, output: Path, format_name: str, *, recursive: bool) -> list[Job | Problem]:
    jobs: list[Job | Problem] = [
        Job(path, output / path.relative_to(folder).parent / result_name(path, format_name))
        for path in _photos(folder, output.resolve(), recursive=recursive)
    ]
    return jobs or [Problem(f"There are no photos in the folder {folder}.")]


def _photos(folder: Path, output: Path, *, recursive: bool) -> Iterator[Path]:
    """Photos of a folder, without hidden files, earlier results, and what lies in the output folder."""
    inside = folder.resolve() != output
    for path in sorted(folder.rglob("*") if recursive else folder.iterdir()):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if hidden or not is_photo_name(path) or not path.is_file() or MARK in path.stem:
            continue
        if inside and output in path.resolve().parents:
            continue
        yield path
