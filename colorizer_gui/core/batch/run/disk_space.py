"""How much room a run needs, guessed from the sources' sizes until there are results to judge by."""

import shutil
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from colorizer_gui.core.batch.jobs.job import SENT_BACK, JobRequest
from colorizer_gui.core.batch.journal.stored_predictions import STORED_BYTES
from colorizer_gui.core.photo.photo import PhotoFormat
from colorizer_gui.core.photo_io import WriteOptions
from colorizer_gui.core.photo_io.formats import format_of_suffix

#: Bytes of a result for a byte of source, both lossy or both not. A gray JPEG gets two chroma planes in full
#: resolution; a gray PNG or TIFF gets three times the samples.
_SAME_LOSSY: Final = 2.0
_SAME_LOSSLESS: Final = 3.0
#: From a lossy source to a lossless result, and the other way round.
_UNPACKED: Final = 12.0
_PACKED: Final = 1.0
_LOSSY: Final = frozenset({PhotoFormat.JPEG, PhotoFormat.WEBP})


def estimate(request: JobRequest) -> int:
    """Bytes that one result will probably have."""
    source, target = format_of_suffix(request.source), format_of_suffix(request.target)
    if target is None or source is None:
        factor = _UNPACKED
    elif (source in _LOSSY) == (target in _LOSSY):
        factor = _SAME_LOSSY if target in _LOSSY else _SAME_LOSSLESS
    else:
        factor = _PACKED if target in _LOSSY else _UNPACKED
    return round(factor * request.size)


@dataclass(frozen=True, slots=True)
class Need:
    """Bytes that a run will probably write: results, and predictions that are kept for a review."""

    results: int = 0
    predictions: int = 0


@dataclass(frozen=True, slots=True)
class Room:
    """Bytes that are needed, and free, on the disk of a folder."""

    folder: Path
    needed: int
    free: int


class SpaceGauge:
    """Estimates that learn from the results that were written; each kind of result by itself."""

    def __init__(self) -> None:
        self._estimated: Counter[_Kind] = Counter()
        self._written: Counter[_Kind] = Counter()

    def learn(self, request: JobRequest, size: int) -> None:
        """Take a result of a known size into account."""
        estimated = estimate(request)
        if estimated:
            self._estimated[_kind(request)] += estimated
            self._written[_kind(request)] += size

    def needed(self, requests: Iterable[JobRequest]) -> int:
        """Bytes for the results of these requests."""
        guessed: Counter[_Kind] = Counter()
        for request in requests:
            guessed[_kind(request)] += estimate(request)
        return sum(round(size * self._factor(kind)) for kind, size in guessed.items())

    def need(self, requests: Iterable[JobRequest], *, review_first: bool) -> Need:
        """What a run of these requests will write; what is to be reviewed is only predicted."""
        requests = list(requests)
        kept = {SENT_BACK, None} if review_first else {SENT_BACK}
        written = [request for request in requests if request.approval not in kept]
        return Need(self.needed(written), STORED_BYTES * (len(requests) - len(written)))

    def _factor(self, kind: "_Kind") -> float:
        return self._written[kind] / self._estimated[kind] if self._estimated[kind] else 1.0


_Kind = tuple[PhotoFormat | None, PhotoFormat | None, WriteOptions]


def _kind(request: JobRequest) -> _Kind:
    """What decides how large a result is, besides the source's size."""
    return format_of_suffix(request.source), format_of_suffix(request.target), request.recipe.options


def free_space(folder: Path) -> int:
    """Bytes that are free where a folder is, or will be.

    Raises
    ------
    OSError
    """
    return shutil.disk_usage(_existing(folder)).free


def scarcest(need: Need, output: Path, stored: Path) -> Room:
    """The room on the disk that will be the fuller one; often there is only one.

    Parameters
    ----------
    output, stored
        The folders of results and of predictions.

    Raises
    ------
    OSError
    """
    rooms: dict[int, Room] = {}
    for folder, size in ((output, need.results), (stored, need.predictions)):
        if size:
            disk = _disk(folder)
            known = rooms.get(disk) or Room(folder, 0, free_space(folder))
            rooms[disk] = Room(known.folder, known.needed + size, known.free)
    fullest = min(rooms.values(), key=lambda room: room.free - room.needed, default=None)
    return fullest or Room(output, 0, free_space(output))


def _disk(folder: Path) -> int:
    return _existing(folder).stat().st_dev


def _existing(folder: Path) -> Path:
    """A folder, or the nearest one around it that is there."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder


def readable_size(size: int) -> str:
    """A number of bytes for people: ``3.1 GB``."""
    value = float(size)
    for unit in ("bytes", "kB", "MB", "GB"):
        if value < 1000:
            return f"{value:.0f} {unit}" if unit == "bytes" else f"{value:.1f} {unit}"
        value /= 1000
    return f"{value:.1f} TB"
