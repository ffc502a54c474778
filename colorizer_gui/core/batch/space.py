"""How much room results need, guessed from the sources' sizes until there are results to judge by."""

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from colorizer_gui.core.batch.job import JobRequest
from colorizer_gui.core.photo import PhotoFormat
from colorizer_gui.core.photo_io.formats import format_of_suffix

#: Bytes of a result for a byte of source. A gray JPEG gets two chroma planes in full resolution; a
#: gray PNG or TIFF gets three times the samples.
_SAME: Final = {
    PhotoFormat.JPEG: 2.0,
    PhotoFormat.WEBP: 2.0,
    PhotoFormat.PNG: 3.0,
    PhotoFormat.TIFF: 3.0,
    PhotoFormat.BMP: 3.0,
}
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
        factor = _SAME[target]
    else:
        factor = _PACKED if target in _LOSSY else _UNPACKED
    return round(factor * request.size)


class SpaceGauge:
    """Estimates that learn from the results of the run."""

    def __init__(self) -> None:
        self._estimated = 0
        self._written = 0

    def learn(self, request: JobRequest, size: int) -> None:
        """Take a result of a known size into account."""
        self._estimated += estimate(request)
        self._written += size

    def needed(self, requests: Iterable[JobRequest]) -> int:
        """Bytes for the results of these requests."""
        factor = self._written / self._estimated if self._estimated else 1.0
        return round(factor * sum(map(estimate, requests)))


def free_space(folder: Path) -> int:
    """Bytes that are free where a folder is, or will be.

    Raises
    ------
    OSError
    """
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return shutil.disk_usage(folder).free


def readable_size(size: int) -> str:
    """A number of bytes for people: ``3.1 GB``."""
    value = float(size)
    for unit in ("bytes", "kB", "MB", "GB"):
        if value < 1000:
            return f"{value:.0f} {unit}" if unit == "bytes" else f"{value:.1f} {unit}"
        value /= 1000
    return f"{value:.1f} TB"
