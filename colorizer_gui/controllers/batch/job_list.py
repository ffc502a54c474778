"""The list of a batch: found again at each start, added to, changed, and planned."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from colorizer_gui.core.batch import Job, JobQueue, JobState, JournalError, Recipe
from colorizer_gui.core.batch.planning.omissions import Omissions
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.desktop.translation import in_own_language
from colorizer_gui.settings.batch_choices import BatchChoices
from colorizer_gui.workers.batch.requests import (
    OpenQueueRequest,
    Planned,
    PlanRequest,
    RecipeRequest,
    ReportRequest,
    Space,
    SpaceRequest,
)
from colorizer_gui.workers.requests import Failed, Finished, Request
from colorizer_gui.workers.work_queue import WorkQueue

#: Typing and sliding are over before names are planned again.
PLAN_MS: Final = 250
#: Between two looks at the free space.
SPACE_MS: Final = 2000
T = TypeVar("T")


class BatchList(QObject):
    """Owns the queue.

    Signals
    -------
    reset()
        The list is another one, or in another order.
    changed(tuple[Job])
        These jobs are as told now; those that are new belong at the end.
    choices_changed(BatchChoices)
        By the user, or since an output folder was proposed or the settings of a result were read.
    planned(Planned)
        All waiting jobs are what the choices say.
    restored(int)
        The list of an earlier start is there; so many of its photos wait.
    space_changed(Space)
    busy_changed(bool)
        Folders are being looked through.
    reported(Path)
        A report was written.
    failed(str), noticed(str)
        A sentence for the user.

    Attributes
    ----------
    choices
        What is chosen for the whole batch.
    base
        What is set for all photos of the program, such as depth and label.
    model_name
        For the field ``{model}`` of names.
    queue
        None until the journal was opened.
    is_restored
        Whether it held photos of an earlier start.
    numbers_stay
        Whether photos keep the numbers of their names, whatever their order: a run begins, or lasts.
    """

    reset = Signal()
    changed = Signal(object)
    choices_changed = Signal(object)
    planned = Signal(object)
    restored = Signal(object)
    space_changed = Signal(object)
    busy_changed = Signal(bool)
    reported = Signal(object)
    failed = Signal(object)
    noticed = Signal(object)

    def __init__(self, files: WorkQueue, journal: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.choices = BatchChoices()
        self.base = Recipe()
        self.model_name = "tintype"
        self.queue: JobQueue | None = None
        self.is_restored = False
        self.numbers_stay = False
        self._files = files
        self._journal = journal
        self._own: dict[int, Adjustments] = {}
        self._planned_adjustments = self.choices.adjustments
        self._added: list[Path] = []
        self._plan_timer = QTimer(self, singleShot=True, interval=PLAN_MS)
        self._plan_timer.timeout.connect(self.plan)
        self._space_timer = QTimer(self, singleShot=True, interval=SPACE_MS)
        self._space_timer.timeout.connect(self._check_space)
        files.finished.connect(self._on_finished)
        files.failed.connect(self._on_failed)

    @property
    def jobs(self) -> tuple[Job, ...]:
        """All jobs in the order in which they are done."""
        return () if self.queue is None else self.queue.jobs

    @property
    def omissions(self) -> Omissions:
        """What of the added files and folders is not in the list."""
        return Omissions() if self.queue is None else self.queue.omissions

    @property
    def is_planning(self) -> bool:
        """Whether waiting jobs are not yet what is chosen."""
        return any(isinstance(request, PlanRequest) for request in self._files.requests)

    def counts(self) -> Mapping[JobState, int]:
        """Jobs in each state."""
        return {} if self.queue is None else self.queue.counts()

    def restore(self, *, quiet: bool = False) -> None:
        """Find the list of an earlier start again, if there was one.

        Parameters
        ----------
        quiet
            Whether to say nothing when another Tintype has it.
        """
        if self.queue is None and self._journal.exists():
            self._open(quiet=quiet)

    def add(self, paths: Iterable[Path]) -> None:
        """Add photos, and those of folders with all that is in them."""
        self._added += paths
        self.plan()

    def choose(self, choices: BatchChoices) -> None:
        """Have all waiting jobs follow other choices, as soon as the user has stopped changing them."""
        if choices != self.choices:
            self.choices = choices
            self._plan_timer.start()
        self.choices_changed.emit(choices)

    @Slot()
    def plan(self) -> None:
        """Give waiting jobs what is chosen, and add what is to be added."""
        self._plan_timer.stop()
        if self.queue is None:
            if self._added:
                self._open()
            return
        self._files.cancel(lambda request: isinstance(request, PlanRequest) and not request.inputs)
        inputs, self._added = tuple(self._added), []
        self._files.submit(
            PlanRequest(
                queue=self.queue,
                choices=self.choices,
                inputs=inputs,
                own=dict(self._own),
                base=self.base,
                model_name=self.model_name,
                numbers_stay=self.numbers_stay,
            )
        )
        self._tell_busy()

    def report(self, path: Path) -> None:
        """Write what became of each photo."""
        self._files.submit(ReportRequest(path=path, jobs=self.jobs, omissions=self.omissions))

    def has_own_colour(self, job: Job) -> bool:
        """Whether a job waits to be colorized with other adjustments than the batch."""
        return job.id in self._own

    def change(
        self, change: Callable[[JobQueue], tuple[Job, ...]], *, coloured: Collection[int] = ()
    ) -> None:
        """Change jobs, if there is a queue, and tell which; a colour that they are given is their own."""
        queue = self.queue
        jobs = None if queue is None else self.attempt(lambda: change(queue))
        if coloured and jobs is not None:  # also those that had that colour before
            jobs = tuple(job for job in self.jobs if job.id in coloured)
        if jobs:
            self._tell(jobs, self.choices.adjustments if coloured else self._planned_adjustments)
            if self.is_planning:
                self._plan_timer.start()  # what is planned just now knows nothing of it

    @Slot(object)
    def tell(self, jobs: tuple[Job, ...]) -> None:
        """Tell that these jobs of the queue were changed, here or by others."""
        self._tell(jobs, self._planned_adjustments)

    def _tell(self, jobs: tuple[Job, ...], followed: Adjustments) -> None:
        self._note(jobs, followed)
        self.changed.emit(jobs)
        self._ask_for_space()

    def reorder(self, change: Callable[[JobQueue], object]) -> None:
        """Change which jobs the queue has, or their order; before a run, names that count follow it."""
        queue = self.queue
        if queue is not None:
            self.attempt(lambda: change(queue))
            self.reset.emit()
            self._ask_for_space()
            if "counter" in self.choices.template and not self.numbers_stay:
                self._plan_timer.start()

    def attempt(self, step: Callable[[], T]) -> T | None:
        """Do what writes to the journal; None if that failed, which is told."""
        try:
            return step()
        except JournalError as exc:
            self.failed.emit(in_own_language(exc.sentence))
            return None

    def close(self) -> None:
        """Close the journal; its threads have ended."""
        if self.queue is not None:
            self.queue.close()
            self.queue = None

    def _open(self, *, quiet: bool = False) -> None:
        if not any(isinstance(request, OpenQueueRequest) for request in self._files.requests):
            self._files.submit(OpenQueueRequest(journal=self._journal, quiet=quiet))

    def _note(self, jobs: Iterable[Job], followed: Adjustments) -> None:
        """Remember which of these jobs have a colour of their own, other than what they would follow."""
        for job in jobs:
            adjustments = job.request.recipe.adjustments
            if job.state is JobState.QUEUED and adjustments != followed:
                self._own[job.id] = adjustments
            else:
                self._own.pop(job.id, None)

    def _ask_for_space(self) -> None:
        """Look at the free space, but not too often."""
        if not self._space_timer.isActive():
            self._space_timer.start()

    @Slot()
    def _check_space(self) -> None:
        if self.queue is not None and self.choices.output is not None:
            output, review_first = self.choices.output, self.choices.review_first
            self._files.submit(SpaceRequest(queue=self.queue, output=output, review_first=review_first))

    def _tell_busy(self) -> None:
        looking = (isinstance(r, PlanRequest) and bool(r.inputs) for r in self._files.requests)
        self.busy_changed.emit(any(looking))

    @Slot(object)
    def _on_finished(self, finished: Finished) -> None:
        result = finished.result
        if isinstance(result, JobQueue):
            self._take_over(result)
        elif isinstance(result, Planned):
            self._on_planned(finished.request, result)
        elif isinstance(result, Space):
            self.space_changed.emit(result)
        elif isinstance(result, Path):
            self.reported.emit(result)

    def _take_over(self, queue: JobQueue) -> None:
        self.queue = queue
        self.is_restored = bool(queue.jobs)
        self._planned_adjustments = self.choices.adjustments
        self._note(queue.jobs, self._planned_adjustments)
        if queue.notice:
            self.failed.emit(in_own_language(queue.notice))
        if queue.jobs:
            self.reset.emit()
            self.restored.emit(self.counts().get(JobState.QUEUED, 0))
        self.plan()

    def _on_planned(self, request: Request, planned: Planned) -> None:
        assert isinstance(request, PlanRequest)
        proposed = planned.choices.output
        if proposed != request.choices.output and self.choices.output == request.choices.output:
            self.choices = replace(self.choices, output=proposed, proposed=True)
            self.choices_changed.emit(self.choices)
        self._planned_adjustments = planned.choices.adjustments
        jobs = (*planned.revised, *planned.added)
        self._note(jobs, self._planned_adjustments)
        if jobs:
            self.changed.emit(jobs)
        self.space_changed.emit(planned.space)
        self.planned.emit(planned)
        self._tell_busy()

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        request = failed.request
        if isinstance(request, OpenQueueRequest) and request.quiet and not self._added:
            return
        if isinstance(request, OpenQueueRequest):
            self._added.clear()  # without a list there is nothing to add them to
        if isinstance(request, OpenQueueRequest | PlanRequest | RecipeRequest | ReportRequest):
            self.failed.emit(failed.message)
            self._tell_busy()
