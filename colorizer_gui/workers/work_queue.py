"""Requests wait in the GUI thread and go to the worker one by one, the most urgent first."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal, Slot

from colorizer_gui.workers.requests import Failed, Finished, Progress, Request
from colorizer_gui.workers.worker import Worker


def _in_order(_request: Request) -> int:
    return 0


def _all(_request: Request) -> bool:
    return True


class WorkQueue(QObject):
    """One worker in one thread, and the requests that wait for it.

    Since only one request at a time is with the worker, the order can change until the last moment
    and a waiting request is cancelled at once.

    Signals
    -------
    started(Request), progressed(Progress), finished(Finished), failed(Failed), cancelled(Request)
        In the GUI thread; each request ends with exactly one of the last three.

    Attributes
    ----------
    rank
        The waiting request with the lowest rank goes first; equal ranks in the order they came.
    """

    started = Signal(object)
    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal(object)
    _handed_over = Signal(object)

    def __init__(self, worker: Worker, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rank: Callable[[Request], int] = _in_order
        self._waiting: list[Request] = []
        self._running: Request | None = None
        self._stopped = False
        self._worker = worker
        self._thread = QThread()
        self._thread.setObjectName(name)
        worker.moveToThread(self._thread)
        self._handed_over.connect(worker.carry_out)
        worker.progressed.connect(self._on_progressed)
        worker.finished.connect(self._on_finished)
        worker.failed.connect(self._on_failed)
        worker.cancelled.connect(self._on_cancelled)

    @property
    def running(self) -> Request | None:
        """The request that is with the worker."""
        return self._running

    @property
    def stopped(self) -> bool:
        """Whether no request is taken any more."""
        return self._stopped

    @property
    def waiting(self) -> tuple[Request, ...]:
        """The requests that have not begun."""
        return tuple(self._waiting)

    @property
    def requests(self) -> tuple[Request, ...]:
        """All requests that have not ended."""
        return self.waiting if self._running is None else (self._running, *self._waiting)

    def asked(self, key: int) -> list[Request]:
        """The requests for a photo that have not ended and were not cancelled."""
        return [each for each in self.requests if each.key == key and not each.token.cancelled]

    def submit(self, request: Request) -> None:
        """Take a request; after `stop` it is cancelled at once."""
        if self._stopped:
            request.token.cancel()
            self.cancelled.emit(request)
            return
        if not self._thread.isRunning():
            self._thread.start()
        self._waiting.append(request)
        self._hand_over_next()

    def cancel(self, which: Callable[[Request], bool] = _all) -> None:
        """Cancel requests: waiting ones now, the running one as soon as it looks at its token."""
        if self._running is not None and which(self._running):
            self._running.token.cancel()
        dropped = [request for request in self._waiting if which(request)]
        self._waiting = [request for request in self._waiting if request not in dropped]
        for request in dropped:
            request.token.cancel()
            self.cancelled.emit(request)

    def stop(self) -> None:
        """Cancel everything and let the thread end; `wait` tells when it has."""
        self._stopped = True
        self.cancel()
        self._thread.quit()

    def wait(self, milliseconds: int) -> bool:
        """Whether the thread has ended within that time."""
        return not self._thread.isRunning() or self._thread.wait(milliseconds)

    def _hand_over_next(self) -> None:
        if self._running is None and self._waiting and not self._stopped:
            request = min(self._waiting, key=self.rank)
            self._waiting.remove(request)
            self._running = request
            self.started.emit(request)
            self._handed_over.emit(request)

    @Slot(object)
    def _on_progressed(self, progress: Progress) -> None:
        self.progressed.emit(progress)

    @Slot(object)
    def _on_finished(self, finished: Finished) -> None:
        self._running = None
        self.finished.emit(finished)
        self._hand_over_next()

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        self._running = None
        self.failed.emit(failed)
        self._hand_over_next()

    @Slot(object)
    def _on_cancelled(self, request: Request) -> None:
        self._running = None
        self.cancelled.emit(request)
        self._hand_over_next()
