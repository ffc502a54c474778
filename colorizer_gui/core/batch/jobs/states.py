"""The states of a job, and which may follow which."""

from enum import StrEnum
from typing import Final


class JobState(StrEnum):
    """Where a job stands; each value is what the journal and the reports say."""

    QUEUED = "queued"
    RUNNING = "running"
    TO_REVIEW = "to review"
    ACCEPTED = "accepted"
    DONE = "done"
    SKIPPED = "skipped"
    FAILED = "failed"
    CANCELLED = "cancelled"


#: Work begins at QUEUED only. RUNNING returns to QUEUED when the run stops before the photo is done;
#: the four ends return there when the user asks for the photo once more. A photo that is to be
#: looked at first runs twice: until it is predicted, and, if it was accepted, until it is written.
LEGAL: Final[dict[JobState, frozenset[JobState]]] = {
    JobState.QUEUED: frozenset({JobState.RUNNING, JobState.CANCELLED}),
    JobState.RUNNING: frozenset(
        {
            JobState.DONE,
            JobState.SKIPPED,
            JobState.FAILED,
            JobState.CANCELLED,
            JobState.QUEUED,
            JobState.TO_REVIEW,
        }
    ),
    JobState.TO_REVIEW: frozenset({JobState.ACCEPTED, JobState.SKIPPED, JobState.QUEUED, JobState.CANCELLED}),
    JobState.ACCEPTED: frozenset({JobState.QUEUED, JobState.TO_REVIEW, JobState.SKIPPED, JobState.CANCELLED}),
    JobState.DONE: frozenset({JobState.QUEUED}),
    JobState.SKIPPED: frozenset({JobState.QUEUED, JobState.TO_REVIEW}),
    JobState.FAILED: frozenset({JobState.QUEUED}),
    JobState.CANCELLED: frozenset({JobState.QUEUED}),
}
#: States in which a job waits for the user.
UNDER_REVIEW: Final = frozenset({JobState.TO_REVIEW, JobState.ACCEPTED})
#: States in which a job waits, for its turn or for the user.
WAITING: Final = UNDER_REVIEW | {JobState.QUEUED}
#: States in which a job is over, unless the user asks for it once more.
ENDED: Final = frozenset({JobState.DONE, JobState.SKIPPED, JobState.FAILED, JobState.CANCELLED})
#: States in which nothing more happens by itself.
RESTING: Final = UNDER_REVIEW | ENDED


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
