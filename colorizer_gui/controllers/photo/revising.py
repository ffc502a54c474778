"""Tells that the colour of the shown photo is being made once more, where that takes long."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from colorizer_gui.controllers.session.session import Session
from colorizer_gui.workers.photo.requests import ReviseRequest
from colorizer_gui.workers.work_queue import WorkQueue

#: A colour point that is followed within this time needs no sign: one that comes and goes disturbs.
PATIENCE_MS: Final = 250


class RevisingWatch(QObject):
    """Looks at the queue of the worker that owns the network; is made after what fills it.

    Signals
    -------
    busy_changed(bool)
        Whether the photo that is shown still has its earlier colour.
    """

    busy_changed = Signal(bool)

    def __init__(self, session: Session, queue: WorkQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._queue = queue
        self._is_busy = False
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._on_patience_ended)
        for signal in (queue.started, queue.finished, queue.failed, queue.cancelled):
            signal.connect(self._look)
        session.guidance_changed.connect(self._look)
        session.current_changed.connect(self._look)

    @Slot()
    def _look(self) -> None:
        if not self._is_revised:
            self._patience.stop()
            self._tell(False)
        elif not self._is_busy and not self._patience.isActive():
            self._patience.start()

    @Slot()
    def _on_patience_ended(self) -> None:
        self._tell(self._is_revised)

    @property
    def _is_revised(self) -> bool:
        current = self._session.current
        return current is not None and any(
            isinstance(request, ReviseRequest) and request.key == current.key
            for request in self._queue.requests
        )

    def _tell(self, busy: bool) -> None:
        if busy != self._is_busy:
            self._is_busy = busy
            self.busy_changed.emit(busy)
