"""What an engine tells while it runs; frozen, so that it may cross threads."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from colorizer_gui.core.batch.jobs.job import Job
from colorizer_gui.core.batch.jobs.states import JobState
from colorizer_gui.core.pipeline.pipeline import Stage


class StopReason(StrEnum):
    """Why a run ended although photos were waiting; all of these can be gone on from."""

    ASKED = "asked"
    DISK_FULL = "disk full"
    OUTPUT_LOST = "output lost"
    SOURCE_LOST = "source lost"
    JOURNAL = "journal"
    CLUSTER = "cluster"


@dataclass(frozen=True, slots=True)
class Summary:
    """How a run ended.

    Attributes
    ----------
    counts
        Jobs in each state, over the whole queue.
    reason
        Why it ended early, or None.
    message
        The reason as a sentence for the user.
    """

    counts: Mapping[JobState, int]
    reason: StopReason | None = None
    message: str = ""


@dataclass(frozen=True, slots=True)
class RunStarted:
    """A run begins.

    Attributes
    ----------
    waiting
        Jobs that are queued.
    space_needed, space_free
        Bytes, the first an estimate.
    """

    waiting: int
    space_needed: int
    space_free: int


@dataclass(frozen=True, slots=True)
class JobChanged:
    """A job is in another state."""

    job: Job


@dataclass(frozen=True, slots=True)
class StageChanged:
    """A running job enters a stage."""

    job_id: int
    stage: Stage


@dataclass(frozen=True, slots=True)
class Noticed:
    """A sentence about a job that goes on, for example that the graphics card was full."""

    job_id: int
    text: str


@dataclass(frozen=True, slots=True)
class Progressed:
    """A job ended.

    Attributes
    ----------
    ended, total
        Jobs of this run.
    seconds_left
        At the speed so far, pauses left out; None before the first photo.
    """

    ended: int
    total: int
    seconds_left: float | None


@dataclass(frozen=True, slots=True)
class RunPaused:
    """No further photo is begun; those that were begun are finished."""


@dataclass(frozen=True, slots=True)
class RunResumed:
    """Photos are begun again."""


@dataclass(frozen=True, slots=True)
class RunFinished:
    """The last event of each run."""

    summary: Summary


BatchEvent = (
    RunStarted | JobChanged | StageChanged | Noticed | Progressed | RunPaused | RunResumed | RunFinished
)
