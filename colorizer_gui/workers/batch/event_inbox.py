"""Events of a batch on their way to the window: gathered in any thread, fetched together."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from colorizer_gui.core.batch import BatchEvent, Job, JobChanged, Noticed, Progressed, StageChanged
from colorizer_gui.core.pipeline.pipeline import Stage


@dataclass(frozen=True, slots=True, eq=False)
class News:
    """What happened since the inbox was last emptied.

    Attributes
    ----------
    jobs
        Those that changed, each once and as it is now.
    stages
        The stage that a running job is in, by its number.
    progress
        The last one, if there was any.
    notices
        All of them.
    others
        The rest, in order: a run that started, paused, went on or ended.
    """

    jobs: tuple[Job, ...] = ()
    stages: dict[int, Stage] = field(default_factory=dict)
    progress: Progressed | None = None
    notices: tuple[Noticed, ...] = ()
    others: tuple[BatchEvent, ...] = ()


class EventInbox:
    """Thousands of events become a few `News`.

    Parameters
    ----------
    on_first
        Called, in the thread of the event, when the inbox is not empty any more.
    """

    def __init__(self, on_first: Callable[[], None]) -> None:
        self._on_first = on_first
        self._lock = threading.Lock()
        self._events: list[BatchEvent] = []

    def put(self, event: BatchEvent) -> None:
        """Take an event, from any thread."""
        with self._lock:
            self._events.append(event)
            first = len(self._events) == 1
        if first:
            self._on_first()

    def take(self) -> News:
        """Empty the inbox."""
        with self._lock:
            events, self._events = self._events, []
        jobs: dict[int, Job] = {}
        stages: dict[int, Stage] = {}
        progress = None
        notices: list[Noticed] = []
        others: list[BatchEvent] = []
        for event in events:
            match event:
                case JobChanged(job):
                    jobs[job.id] = job
                    stages.pop(job.id, None)
                case StageChanged(job_id, stage):
                    stages[job_id] = stage
                case Progressed():
                    progress = event
                case Noticed():
                    notices.append(event)
                case _:
                    others.append(event)
        return News(tuple(jobs.values()), stages, progress, tuple(notices), tuple(others))
