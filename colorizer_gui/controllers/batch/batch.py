"""Many photos as the window sees them: the list, the run, and what joins the two."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from colorizer_gui.controllers.batch.commands import BatchCommands
from colorizer_gui.controllers.batch.job_list import BatchList
from colorizer_gui.controllers.batch.pictures import BatchPictures
from colorizer_gui.controllers.batch.run import BatchRun, RunState
from colorizer_gui.controllers.review.reviewing import ReviewController
from colorizer_gui.controllers.session.session import Entry, Session
from colorizer_gui.core.batch import Job, JobState, PlanError
from colorizer_gui.core.batch.planning.originals import LinkedFolders, check_outside, source_folders
from colorizer_gui.desktop.translation import in_own_language
from colorizer_gui.workers.batch.event_inbox import News
from colorizer_gui.workers.batch.files_worker import BatchFilesWorker
from colorizer_gui.workers.batch.requests import (
    OpenQueueRequest,
    PictureRequest,
    Planned,
    PlanRequest,
)
from colorizer_gui.workers.batch.worker import BatchWorker
from colorizer_gui.workers.requests import Request
from colorizer_gui.workers.work_queue import WorkQueue


class BatchController(QObject):
    """Starts runs of the list.

    Signals
    -------
    failed(str)
        Why a run cannot begin, a sentence for the user.

    Attributes
    ----------
    list, commands, run, pictures, review
        See their classes.
    """

    failed = Signal(object)

    def __init__(
        self, session: Session, worker: BatchWorker, journal: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._starts = False
        self._linked: LinkedFolders = {}
        self._files = WorkQueue(BatchFilesWorker(), "batch-files", self)
        self._files.rank = _rank
        self.run = BatchRun(worker, self)
        self.list = BatchList(self._files, journal, self)
        self.commands = BatchCommands(self.list, self.run, self._files, self)
        self.pictures = BatchPictures(self._files, self)
        self.review = ReviewController(self)
        self.list.reset.connect(self._on_list_reset)
        self.list.changed.connect(self._on_list_changed)
        self.review.jobs_changed.connect(self.list.tell)
        self.review.run_wanted.connect(self.start)
        self.review.failed.connect(self.failed)
        self.run.news_came.connect(self._on_news_came)
        self.run.changed.connect(self._on_run_changed)
        self.list.planned.connect(self._on_planned)
        self.list.failed.connect(self._on_list_failed)
        session.current_changed.connect(self._on_current_changed)

    def blocker(self) -> str:
        """Why the run may not begin, a sentence; empty if it may."""
        output = self.list.choices.output
        if output is None or output == self.list.choices.allowed_inside:
            return ""
        waiting = (job.request for job in self.list.jobs if job.state is JobState.QUEUED)
        found = ((request.source, request.root) for request in waiting)
        try:
            check_outside(output, source_folders(found, self._linked))
        except PlanError as exc:
            return in_own_language(exc.sentence)
        return ""

    @Slot()
    def start(self) -> None:
        """Plan what waits as it is chosen now, then work on it."""
        if self.run.state is RunState.IDLE and not self._starts:
            self._set_starts(True)
            self.list.plan()

    def stop(self) -> None:
        """Cancel all work and let the threads end."""
        self._files.stop()
        self.review.stop()
        self.run.end()

    def wait(self, milliseconds: int) -> bool:
        """Whether all threads have ended within that time; then the journal is closed."""
        ended = all(part.wait(milliseconds) for part in (self._files, self.review, self.run))
        if ended:
            self.list.close()
        return ended

    @Slot(object)
    def _on_planned(self, planned: Planned) -> None:
        self._linked = planned.linked
        queue, output = self.list.queue, self.list.choices.output
        if not self._starts or self.list.is_planning:
            return
        reason = self.blocker()
        self._set_starts(False)
        if reason:
            self.failed.emit(reason)
        elif queue is not None and output is not None:
            self._prefer(self._session.current)
            self.run.start(queue, output, self.list.choices.run_options)

    @Slot()
    def _on_list_reset(self) -> None:
        self.review.show_queue(self.list.queue)

    @Slot(object)
    def _on_list_changed(self, jobs: tuple[Job, ...]) -> None:
        self.review.show_queue(self.list.queue, jobs)

    @Slot(object)
    def _on_list_failed(self, _message: str) -> None:
        self._set_starts(self._starts and self.list.is_planning)

    @Slot(object)
    def _on_news_came(self, news: News) -> None:
        if news.jobs:
            self.list.tell(news.jobs)
        if any(job.request.part and job.state is JobState.QUEUED for job in news.jobs):
            self.list.reset.emit()  # photos of a scan come right after it, not at the end

    @Slot(object)
    def _on_run_changed(self, state: RunState) -> None:
        self._set_starts(self._starts)
        if state is RunState.IDLE:
            self.list.reset.emit()

    def _set_starts(self, starts: bool) -> None:
        self._starts = starts
        self.list.numbers_stay = starts or self.run.state is not RunState.IDLE

    @Slot(object)
    def _on_current_changed(self, entry: Entry | None) -> None:
        if self.run.state is not RunState.IDLE:
            self._prefer(entry)

    def _prefer(self, entry: Entry | None) -> None:
        """The photo that the user looks at goes first."""
        if entry is not None and entry.path is not None:
            self.commands.move_to_front(
                [
                    job.id
                    for job in self.list.jobs
                    if job.request.source == entry.path and job.state is JobState.QUEUED
                ]
            )


def _rank(request: Request) -> int:
    """What the list needs first, pictures last."""
    if isinstance(request, OpenQueueRequest):
        return 0
    if isinstance(request, PlanRequest):
        return 1
    return 3 if isinstance(request, PictureRequest) else 2
