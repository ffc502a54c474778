"""The states of a job, and which may follow which."""

from enum import StrEnum
from typing import Final


class JobState(StrEnum):
    """Where a job stands; each value is what the journal and the reports say."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    SKIPPED = "skipped"
    FAILED = "failed"
    CANCELLED = "cancelled"


#: Work begins at QUEUED only. RUNNING returns to QUEUED when the run stops before the photo is done;
#: the four ends return there when the user asks for the photo once more.
LEGAL: Final[dict[JobState, frozenset[JobState]]] = {
    JobState.QUEUED: frozenset({JobState.RUNNING, JobState.CANCELLED}),
    JobState.RUNNING: frozenset(
        {JobState.DONE, JobState.SKIPPED, JobState.FAILED, JobState.CANCELLED, JobState.QUEUED}
    ),
    JobState.DONE: frozenset({JobState.QUEUED}),
    JobState.SKIPPED: frozenset({JobState.QUEUED}),
    JobState.FAILED: frozenset({JobState.QUEUED}),
    JobState.CANCELLED: frozenset({JobState.QUEUED}),
}
#: States in which nothing more happens by itself.
ENDED: Final = frozenset({JobState.DONE, JobState.SKIPPED, JobState.FAILED, JobState.CANCELLED})


class IllegalTransitionError(ValueError):
    """A fault in the program: a job was to change in a way that makes no sense."""


def check_transition(before: JobState, after: JobState) -> None:
    """Refuse what `LEGAL` does not list.

    Raises
    ------
    IllegalTransitionError
    """
    if after not in LEGAL[before]:
        raise IllegalTransitionError(f"a job that is {before} cannot become {after}")
