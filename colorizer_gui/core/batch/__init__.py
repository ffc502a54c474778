"""Many photos from files to files, so that nothing is lost whatever stops the work; see docs/adr/0005."""

from colorizer_gui.core.batch.engine import BatchEngine
from colorizer_gui.core.batch.errors import BatchStartError, JournalError, PlanError
from colorizer_gui.core.batch.events import (
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
from colorizer_gui.core.batch.job import Job, JobRequest
from colorizer_gui.core.batch.options import OnExisting, RunOptions
from colorizer_gui.core.batch.planning import Plan, plan
from colorizer_gui.core.batch.queue import JobQueue
from colorizer_gui.core.batch.recipe import Recipe
from colorizer_gui.core.batch.report import write_report
from colorizer_gui.core.batch.review import KEPT_GRAY, Review, kept_gray
from colorizer_gui.core.batch.scanning import Scan, scan
from colorizer_gui.core.batch.states import IllegalTransitionError, JobState
from colorizer_gui.core.batch.templates import DEFAULT_TEMPLATE, NameTemplate
from colorizer_gui.core.prediction import ModelIdentity

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
