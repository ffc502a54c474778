"""What the steps of one photo ask of the queue: also of one that is in another process."""

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Protocol

from colorizer_gui.core.batch.jobs.job import Intent, Job, JobRequest
from colorizer_gui.core.batch.journal.stored_predictions import PredictionStore


class StepQueue(Protocol):
    """See `JobQueue`; every method may raise `JournalError`."""

    @property
    def stored(self) -> PredictionStore:
        """The predictions of photos that wait to be looked at."""
        ...

    def targets(self) -> Collection[Path]:
        """The names that results are to get."""
        ...

    def divide(self, job_id: int, requests: Iterable[JobRequest]) -> tuple[Job, ...]:
        """Add the photos on a scan right after it."""
        ...

    def turn(self, job_id: int, turns: int) -> Job:
        """Have a photo turned that lies on its side."""
        ...

    def find_done(self, request: JobRequest, source_sha256: str, model_sha256: str) -> Job | None:
        """A job whose result is what this request would give, and is still there."""
        ...

    def token(self, job_id: int) -> str:
        """Names a job's half-written result."""
        ...

    def announce(self, job_id: int, intent: Intent) -> None:
        """Promise a result."""
        ...
