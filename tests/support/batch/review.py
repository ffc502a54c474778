"""A review of a batch, and what is kept for it."""

from dataclasses import replace

from colorizer_gui.core.batch import (
    Job,
    ModelIdentity,
    Review,
    RunOptions,
)
from tests.support.batch.bench import Bench

REVIEW_FIRST = RunOptions(reserve=0, review_first=True)


PLAIN = RunOptions(reserve=0)


OTHER = ModelIdentity("other", "1" * 64)


def review(bench: Bench) -> Review:
    return Review(bench.queue)


def ids(jobs: tuple[Job, ...]) -> list[int]:
    return [job.id for job in jobs]


def known(bench: Bench) -> list[Job]:
    """The jobs as the journal keeps them: to the millisecond."""
    return [replace(job, seconds=round(job.seconds, 3)) for job in bench.queue.jobs]


def stored_files(bench: Bench) -> list[str]:
    folder = bench.queue.stored.folder
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []
