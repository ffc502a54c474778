"""After a crash: what was published without a word in the journal, and what was left half-written."""

import contextlib
from pathlib import Path

from colorizer_gui.core.batch.jobs.job import Job
from colorizer_gui.core.batch.jobs.states import JobState
from colorizer_gui.core.common.hashing import file_sha256


def published(job: Job) -> Job | None:
    """The job as done, if its announced result is there and whole; otherwise None.

    A file system without links reserves a name with an empty file; one that was left is removed.
    """
    intent = job.intent
    if intent is None:
        return None
    try:
        if intent.output.stat().st_size == 0:
            intent.output.unlink()
            return None
        if file_sha256(intent.output) != intent.output_sha256:
            return None
    except OSError:
        return None
    return Job(
        job.id,
        job.request,
        JobState.DONE,
        output=intent.output,
        source_sha256=intent.source_sha256,
        output_sha256=intent.output_sha256,
        model_sha256=intent.model_sha256,
    )


def remove_leftover(folder: Path, name: str) -> None:
    """Remove a half-written file; its name belongs to one job of one journal, so nobody else writes it."""
    with contextlib.suppress(OSError):
        (folder / name).unlink(missing_ok=True)
