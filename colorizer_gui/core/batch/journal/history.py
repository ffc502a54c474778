"""Finished jobs, found again by what went into them and not only by name."""

from collections.abc import Iterator
from pathlib import Path

from colorizer_gui.core.batch.jobs.job import Job, JobRequest
from colorizer_gui.core.batch.jobs.paths import absolute
from colorizer_gui.core.common.existence import is_file

_Key = tuple[str, str, str]


class History:
    """Jobs that are done, of this queue and of earlier ones."""

    def __init__(self) -> None:
        self._jobs: dict[Path, Job] = {}
        self._by_key: dict[_Key, list[Job]] = {}

    def add(self, job: Job) -> None:
        """Remember a job; a newer one of the same result takes its place."""
        if job.output is None:
            return
        known = self._jobs.pop(job.output, None)
        if known is not None:
            self._by_key[_key(known)].remove(known)
        self._jobs[job.output] = job
        self._by_key.setdefault(_key(job), []).append(job)

    def past(self) -> Iterator[Job]:
        """All jobs, the oldest first."""
        yield from self._jobs.values()

    def outputs(self) -> frozenset[Path]:
        """Where the results are, or were."""
        return frozenset(absolute(path) for path in self._jobs)

    def find(self, request: JobRequest, source_sha256: str, model_sha256: str) -> Job | None:
        """A job of the same source, settings and model, whose result is still there.

        Two copies of a photo have the same hash and both want a result; so the source's path, or
        the wanted name, has to be the same as well.
        """
        for job in self._by_key.get((source_sha256, request.settings_sha256, model_sha256), ()):
            same = _same(job.request.source, request.source) or _same(job.request.target, request.target)
            if same and job.output is not None and is_file(job.output):
                return job
        return None


def _key(job: Job) -> _Key:
    return job.source_sha256, job.request.settings_sha256, job.model_sha256


def _same(one: Path, other: Path) -> bool:
    return absolute(one) == absolute(other)
