"""Runs a queue: one thread reads, one predicts, one writes, and at most three photos are in memory.

`BatchEngine.run` blocks and predicts in the thread that calls it, which is the one that owns the
network. Everything else may be called from any thread.
"""

import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, TypeVar

from colorizer_gui.core.batch.jobs.errors import BatchStartError, JournalError
from colorizer_gui.core.batch.jobs.job import Job
from colorizer_gui.core.batch.jobs.states import JobState
from colorizer_gui.core.batch.queue.queue import JobQueue
from colorizer_gui.core.batch.run.eta import EtaEstimator
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
    Summary,
)
from colorizer_gui.core.batch.run.failures import (
    RunFailure,
    check_disks,
    diagnose,
    failure_sentence,
    journal_failure,
    summary_of,
    too_little_space,
)
from colorizer_gui.core.batch.run.job_token import JobToken
from colorizer_gui.core.batch.run.options import RunOptions
from colorizer_gui.core.batch.run.other_models import OtherModels
from colorizer_gui.core.batch.run.stage_threads import StageThreads
from colorizer_gui.core.batch.run.steps import OpenedPhoto, PredictedPhoto, Settled, Steps
from colorizer_gui.core.common.cancellation import CancelToken
from colorizer_gui.core.common.errors import Cancelled
from colorizer_gui.core.pipeline.pipeline import Stage
from colorizer_gui.core.prediction.prediction import Colorizer, ModelIdentity

T = TypeVar("T")
_POLL_SECONDS = 0.1
_WORKED_ON: Final = frozenset({JobState.DONE, JobState.TO_REVIEW, JobState.FAILED})


class BatchEngine:
    """One run of a queue; the next run gets a new engine, the queue stays.

    Parameters
    ----------
    queue
        The jobs; they may be added, moved and removed while the run lasts.
    colorizer
        Used in the thread that calls `run` only.
    model
        What `colorizer` predicts with.
    output
        The folder that all results go to or below; made if it is not there.
    token
        Another way to `stop`.
    on_event
        Called from several threads, but never from two at a time. What it raises ends the run and
        is raised by `run`.
    """

    def __init__(
        self,
        queue: JobQueue,
        colorizer: Colorizer,
        *,
        model: ModelIdentity,
        output: Path,
        options: RunOptions | None = None,
        token: CancelToken | None = None,
        on_event: Callable[[BatchEvent], None],
        others: OtherModels | None = None,
    ) -> None:
        self._queue = queue
        self._colorizer = colorizer
        self._output = output
        self._options = options or RunOptions()
        self._on_event = on_event
        self._steps = Steps(
            queue, model, output, self._options, self._enter, self._notice, others, on_job=self._tell
        )
        self._token = token or CancelToken()
        self._unwanted: set[int] = set()
        self._going_on = threading.Event()
        self._going_on.set()
        self._eta = EtaEstimator()
        self._ended = 0
        #: Held from a change of state to the end of its event, so that events come in the order of changes.
        self._telling = threading.RLock()
        self._starting = threading.Lock()
        self._failure: RunFailure | None = None
        self._fault: BaseException | None = None

    def pause(self) -> None:
        """Begin no further photo; those that were begun are finished."""
        self._going_on.clear()
        self._emit(RunPaused())

    def resume(self) -> None:
        """Begin photos again."""
        self._eta.restart()
        self._going_on.set()
        self._emit(RunResumed())

    def stop(self) -> None:
        """End the run at the next safe point; photos that are not done wait for the next run.

        May be called in a signal handler.
        """
        self._token.cancel()

    def cancel(self, job_ids: Iterable[int]) -> None:
        """Give up some photos, also while they are worked on."""
        wanted = set(job_ids)
        with self._telling:
            for job in self._queue.cancel(wanted):
                self._emit(JobChanged(job))
            self._unwanted |= {job.id for job in self._running() if job.id in wanted}

    def requeue(self, job_ids: Iterable[int]) -> None:
        """Have photos that ended wait again."""
        with self._telling:
            jobs = self._queue.requeue(job_ids)
            self._unwanted -= {job.id for job in jobs}
            for job in jobs:
                self._emit(JobChanged(job))

    def retry_failed(self) -> None:
        """Have all failed photos wait again."""
        self.requeue([job.id for job in self._queue.jobs if job.state is JobState.FAILED])

    def prioritise(self, job_id: int) -> None:
        """Take this photo next: the user is looking at it."""
        self._queue.move([job_id], 0)

    def run(self) -> Summary:
        """Work until no photo waits, or something stands in the way.

        Raises
        ------
        BatchStartError
            When this engine has run before, or photos cannot wait for a review without a journal.
        """
        if not self._starting.acquire(blocking=False):
            raise BatchStartError("This batch has been started already; start a new one.")
        if self._options.review_first and not self._queue.survives:
            raise BatchStartError(
                "Photos cannot be reviewed first without a journal; choose an output folder."
            )
        if self._prepare():
            self._eta.restart()
            while not self._token.cancelled and self._queue.counts().get(JobState.QUEUED):
                self._carry()
        self._give_back_all()
        summary = summary_of(self._queue.counts(), self._failure, stopped=self._token.cancelled)
        self._emit(RunFinished(summary))
        if self._fault is not None:
            raise self._fault
        return summary

    def _prepare(self) -> bool:
        """Tell what begins, unless there is no folder, or too little space."""
        waiting = [job.request for job in self._queue.jobs if job.state is JobState.QUEUED]
        need = self._steps.gauge.need(waiting, review_first=self._options.review_first)
        failure, room = check_disks(need, self._output, self._queue.stored.folder)
        self._emit(RunStarted(len(waiting), room.needed, room.free))
        if failure is None and self._options.check_space and room.needed + self._options.reserve > room.free:
            failure = too_little_space(room, self._output)
        if failure is not None:
            self._halt(failure)
        return failure is None

    def _carry(self) -> None:
        """Work until no photo waits, or the token is set."""
        StageThreads(self._take, self._read, self._predict, self._write, self._token, self._guarded).run()

    def _guarded(self, loop: Callable[[], None]) -> None:
        """Run a loop to its end; a fault in it ends the run and is not lost."""
        try:
            loop()
        except JournalError as exc:
            self._halt(journal_failure(exc, self._output))
        except Exception as exc:  # noqa: BLE001 - raised again by `run`, in the caller's thread
            self._fault = self._fault or exc
            self._token.cancel()

    def _read(self, job: Job) -> OpenedPhoto | None:
        return self._attempt(job, lambda: self._steps.read(job, self._job_token(job)))

    def _predict(self, opened: OpenedPhoto) -> PredictedPhoto | None:
        job = opened.job
        predicted = self._attempt(
            job, lambda: self._steps.predict(opened, self._colorizer, self._job_token(job))
        )
        if predicted is not None and predicted.colorized.prediction.notice:
            self._notice(job.id, predicted.colorized.prediction.notice)
        return predicted

    def _write(self, predicted: PredictedPhoto) -> None:
        job = predicted.job
        done = self._attempt(job, lambda: self._steps.finish(predicted, self._job_token(job)))
        if done is not None:
            self._end(job, done)

    def _take(self) -> Job | None:
        while not self._going_on.wait(_POLL_SECONDS):
            if self._token.cancelled:
                return None
        with self._telling:
            job = None if self._token.cancelled else self._queue.take()
            if job is not None:
                self._emit(JobChanged(job))
        return job

    def _attempt(self, job: Job, step: Callable[[], T]) -> T | None:
        """Do a step; None when it was the job's last one, for whatever reason."""
        try:
            return step()
        except Settled as end:
            self._end(job, end)
        except Cancelled:
            if not self._token.cancelled:
                self._end(job, Settled(JobState.CANCELLED))
        except Exception as exc:  # noqa: BLE001 - whatever is wrong with one photo, the others are done
            failure = diagnose(exc, job, self._output)
            if failure is None:
                self._end(job, Settled(JobState.FAILED, message=failure_sentence(exc, job.request.source)))
            else:
                self._halt(failure)
        return None

    def _end(self, job: Job, end: Settled) -> None:
        with self._telling:
            try:
                self._queue.change(job.id, end.state, **end.facts)
            finally:
                # Without the journal's line it is still so: an intent will tell the next process.
                self._tell_end(self._queue.job(job.id))

    def _tell_end(self, job: Job) -> None:
        self._unwanted.discard(job.id)
        self._eta.tick(worked=job.state in _WORKED_ON)
        self._ended += 1
        counts = self._queue.counts()
        left = counts.get(JobState.QUEUED, 0) + counts.get(JobState.RUNNING, 0)
        self._emit(JobChanged(job))
        self._emit(Progressed(self._ended, self._ended + left, self._eta.seconds_left(left)))

    def _halt(self, failure: RunFailure) -> None:
        """Stop; the jobs that are being worked on wait again (`_give_back_all`)."""
        self._failure = self._failure or failure
        self._token.cancel()

    def _running(self) -> list[Job]:
        return [job for job in self._queue.jobs if job.state is JobState.RUNNING]

    def _give_back_all(self) -> None:
        for job in self._running():
            self._guarded(lambda job=job: self._give_back(job))  # type: ignore[misc]
        self._guarded(self._queue.sync)

    def _give_back(self, job: Job) -> None:
        with self._telling:
            try:
                self._queue.change(job.id, JobState.QUEUED)
            finally:
                self._emit(JobChanged(self._queue.job(job.id)))

    def _job_token(self, job: Job) -> CancelToken:
        return JobToken(job.id, self._token, self._unwanted)

    def _tell(self, job: Job) -> None:
        self._emit(JobChanged(job))

    def _enter(self, job_id: int, stage: Stage) -> None:
        self._emit(StageChanged(job_id, stage))

    def _notice(self, job_id: int, text: str) -> None:
        self._emit(Noticed(job_id, text))

    def _emit(self, event: BatchEvent) -> None:
        with self._telling:
            if self._fault is not None:
                return
            try:
                self._on_event(event)
            except Exception as exc:  # noqa: BLE001 - a listener's fault is no fault of the photo
                self._fault = exc
                self._token.cancel()
