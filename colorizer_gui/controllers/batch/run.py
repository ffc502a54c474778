"""The run of a batch: started, paused, stopped, and what it tells."""

from enum import Enum
from pathlib import Path
from threading import Event
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from colorizer_gui.core.batch import (
    BatchEngine,
    JobQueue,
    RunOptions,
    Summary,
)
from colorizer_gui.workers.batch.worker import BatchWorker, RunBatchRequest
from colorizer_gui.workers.requests import Failed, Finished, Request
from colorizer_gui.workers.work_queue import WorkQueue

#: So often, at most, the window is told what happened.
NEWS_MS: Final = 60


class RunState(Enum):
    """What a run does; IDLE is that there is none."""

    IDLE = "idle"
    STARTING = "starting"
    RUNNING = "running"
    PAUSED = "paused"
    STOPPING = "stopping"


class BatchRun(QObject):
    """One run after the other.

    Signals
    -------
    changed(RunState)
    news_came(News)
        What happened, gathered; never more often than the eye can follow.
    finished(Summary)
    failed(str)
        There is no network, or the program has a fault; a sentence for the user.

    Attributes
    ----------
    state
        See `RunState`.
    engine
        Of the run that is under way, once the network is there.
    """

    changed = Signal(object)
    news_came = Signal(object)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, worker: BatchWorker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = RunState.IDLE
        self.engine: BatchEngine | None = None
        self._inbox = worker.inbox
        self._runs = WorkQueue(worker, "batch", self)
        self._paused = Event()
        self._fetching = QTimer(self, singleShot=True, interval=NEWS_MS)
        self._fetching.timeout.connect(self._fetch_news)
        worker.engine_made.connect(self._on_engine_made)
        worker.mail_came.connect(self._on_mail_came)
        self._runs.finished.connect(self._on_finished)
        self._runs.failed.connect(self._on_failed)
        self._runs.cancelled.connect(self._on_cancelled)

    def start(self, queue: JobQueue, output: Path, options: RunOptions) -> None:
        """Work on all that waits."""
        if self.state is RunState.IDLE:
            request = RunBatchRequest(queue=queue, output=output, options=options)
            self._paused = request.paused
            self._set_state(RunState.STARTING)
            self._runs.submit(request)

    def pause(self) -> None:
        """Begin no further photo."""
        if self.state in {RunState.STARTING, RunState.RUNNING}:
            self._paused.set()
            if self.engine is not None:
                self.engine.pause()
            self._set_state(RunState.PAUSED)

    def resume(self) -> None:
        """Begin photos again."""
        if self.state is RunState.PAUSED:
            self._paused.clear()
            if self.engine is not None:
                self.engine.resume()
            self._set_state(RunState.STARTING if self.engine is None else RunState.RUNNING)

    def stop(self) -> None:
        """End at the next safe point; what is not done waits for the next run."""
        if self.state is not RunState.IDLE:
            self._set_state(RunState.STOPPING)
            self._runs.cancel()

    def end(self) -> None:
        """Stop, and let the thread end; see `wait`."""
        self._runs.stop()

    def wait(self, milliseconds: int) -> bool:
        """Whether the thread has ended within that time."""
        return self._runs.wait(milliseconds)

    def _set_state(self, state: RunState) -> None:
        if state is not self.state:
            self.state = state
            self.changed.emit(state)

    @Slot(object)
    def _on_engine_made(self, engine: BatchEngine) -> None:
        self.engine = engine
        if self._paused.is_set():
            engine.pause()  # once more, if the user was quicker than this news
        elif self.state is RunState.STARTING:
            self._set_state(RunState.RUNNING)

    @Slot()
    def _on_mail_came(self) -> None:
        if not self._fetching.isActive():
            self._fetching.start()

    @Slot()
    def _fetch_news(self) -> None:
        self.news_came.emit(self._inbox.take())

    @Slot(object)
    def _on_finished(self, finished: Finished) -> None:
        self._end()
        if isinstance(finished.result, Summary):
            self.finished.emit(finished.result)

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        self._end()
        self.failed.emit(failed.message)

    @Slot(object)
    def _on_cancelled(self, _request: Request) -> None:
        """Stopped before it began."""
        self._end()

    def _end(self) -> None:
        self.engine = None
        self._fetching.stop()
        self._fetch_news()
        self._set_state(RunState.IDLE)
