"""Pictures of photos under review: of those that are seen, when they are seen, the newest settings first."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QColorSpace

from colorizer_gui.core.batch import Job
from colorizer_gui.core.batch.journal.stored_predictions import SHEET_SIDE
from colorizer_gui.workers.requests import Failed, Finished, Request
from colorizer_gui.workers.review.requests import BeforeAfter, ReviewRequest
from colorizer_gui.workers.review.review_worker import ReviewWorker
from colorizer_gui.workers.work_queue import WorkQueue


class ReviewPictures(QObject):
    """Owns the worker.

    Signals
    -------
    made(int, BeforeAfter), large_made(int, BeforeAfter)
        By the number of the job.
    failed(int, str)
        A photo cannot be shown; a sentence for the user.
    """

    made = Signal(object, object)
    large_made = Signal(object, object)
    failed = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue = WorkQueue(ReviewWorker(), "review", self)
        self._queue.rank = self._rank
        self._urgent: int | None = None
        self._display: QColorSpace | None = None
        self._queue.finished.connect(self._on_finished)
        self._queue.failed.connect(self._on_failed)

    def set_display(self, display: QColorSpace | None) -> None:
        """Draw for the colours of a display from now on; None for sRGB."""
        self._display = display

    def want(self, jobs: Sequence[tuple[Job, Path]]) -> None:
        """Have small pictures of these jobs, and no longer of others: those were scrolled away.

        Parameters
        ----------
        jobs
            Each with the place of its stored prediction.
        """
        wanted = {job.id for job, _ in jobs}
        self._queue.cancel(lambda r: _is_small(r) and r.key not in wanted)
        asked = {request.key for request in self._queue.requests if _is_small(request)}
        for job, stored in jobs:
            if job.id not in asked:
                self._submit(job, stored)

    def refresh(self, job: Job, stored: Path) -> None:
        """Draw a job anew, before all others; of several requests for it the last one counts."""
        self._urgent = job.id
        waiting = set(self._queue.waiting)
        self._queue.cancel(lambda r: _is_small(r) and r.key == job.id and r in waiting)
        self._submit(job, stored)

    def show_large(self, job: Job, stored: Path, side: int) -> None:
        """Draw a job large; no other one is wanted large any more."""
        waiting = set(self._queue.waiting)
        self._queue.cancel(lambda r: not _is_small(r) and (r.key != job.id or r in waiting))
        self._submit(job, stored, side)

    def stop(self) -> None:
        """Cancel all work and let the thread end."""
        self._queue.stop()

    def wait(self, milliseconds: int) -> bool:
        """Whether the thread has ended within that time."""
        return self._queue.wait(milliseconds)

    def _submit(self, job: Job, stored: Path, side: int | None = None) -> None:
        recipe = job.request.recipe
        self._queue.submit(
            ReviewRequest(
                key=job.id,
                source=job.request.source,
                stored=stored,
                output=job.output,
                reading=recipe.reading,
                adjustments=recipe.adjustments_for(job.source_sha256),
                long_side=side or SHEET_SIDE,
                large=side is not None,
                display=self._display,
            )
        )

    def _rank(self, request: Request) -> int:
        if not _is_small(request):
            return 0
        return 1 if request.key == self._urgent else 2

    @Slot(object)
    def _on_finished(self, finished: Finished) -> None:
        if isinstance(finished.result, BeforeAfter):
            signal = self.made if _is_small(finished.request) else self.large_made
            signal.emit(finished.request.key, finished.result)

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        self.failed.emit(failed.request.key, failed.message)


def _is_small(request: Request) -> bool:
    return isinstance(request, ReviewRequest) and not request.large


#: Longer side of a photo that is shown large, at least.
LARGE_SIDE: Final = 1600
