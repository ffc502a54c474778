"""Many photos from files to files, so that nothing is lost whatever stops the work; see docs/adr/0005.

Enters: nothing at the root; `jobs` is lowest, then `planning`, `journal`, `queue` and `run`.
Leaves: what is imported here, for the command line and the window.
"""

from colorizer_gui.core.batch.jobs.errors import BatchStartError, JournalError, PlanError
from colorizer_gui.core.batch.jobs.job import Job, JobRequest
from colorizer_gui.core.batch.jobs.recipe import Recipe
from colorizer_gui.core.batch.jobs.states import IllegalTransitionError, JobState
from colorizer_gui.core.batch.planning.planning import Plan, plan
from colorizer_gui.core.batch.planning.scanning import Scan, scan
from colorizer_gui.core.batch.planning.templates import DEFAULT_TEMPLATE, NameTemplate
from colorizer_gui.core.batch.queue.queue import JobQueue
from colorizer_gui.core.batch.queue.report import write_report
from colorizer_gui.core.batch.queue.review import KEPT_GRAY, Review, kept_gray
from colorizer_gui.core.batch.run.engine import BatchEngine
from colorizer_gui.core.batch.run.events import (
    BatchEvent,
    JobChanged,
    Noticed,
    Progressed,
    RunFinished,
    RunPaused,
    RunResumed,
    RunStarted,
    StageChanged,
    StopReason,
    Summary,
)
from colorizer_gui.core.batch.run.options import OnExisting, RunOptions
from colorizer_gui.core.prediction.prediction import ModelIdentity

__all__ = [
    "DEFAULT_TEMPLATE",
    "KEPT_GRAY",
    "BatchEngine",
    "BatchEvent",
    "BatchStartError",
    "IllegalTransitionError",
    "Job",
    "JobChanged",
    "JobQueue",
    "JobRequest",
    "JobState",
    "JournalError",
    "ModelIdentity",
    "NameTemplate",
    "Noticed",
    "OnExisting",
    "Plan",
    "PlanError",
    "Progressed",
    "Recipe",
    "Review",
    "RunFinished",
    "RunOptions",
    "RunPaused",
    "RunResumed",
    "RunStarted",
    "Scan",
    "StageChanged",
    "StopReason",
    "Summary",
    "kept_gray",
    "plan",
    "scan",
    "write_report",
]
