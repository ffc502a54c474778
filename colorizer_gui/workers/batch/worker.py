"""The worker in whose thread a batch predicts; the engine's two other threads read and write."""

from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from colorizer_gui.core.batch import JobQueue, RunOptions
from colorizer_gui.core.batch.lanes.engine import LaneEngine
from colorizer_gui.core.prediction.prediction import model_of
from colorizer_gui.workers.batch.event_inbox import EventInbox
from colorizer_gui.workers.batch.needs import BatchNeeds
from colorizer_gui.workers.requests import Request
from colorizer_gui.workers.shared_network import PatientColorizer, SharedNetwork
from colorizer_gui.workers.worker import Worker


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class RunBatchRequest(Request):
    """Work until no job waits; answered by the `Summary`. Its token stops the run at a safe point.

    Attributes
    ----------
    paused
        Whether the run begins with a pause: the user asked for one while the network was loaded.
    """

    queue: JobQueue
    output: Path
    options: RunOptions = field(default_factory=RunOptions)
    paused: Event = field(default_factory=Event)


class BatchWorker(Worker):
    """Answers `RunBatchRequest`.

    Signals
    -------
    engine_made(BatchEngine)
        A run begins; what the user wants of it may be asked of the engine, from any thread.
    mail_came()
        `inbox` is not empty any more.

    Parameters
    ----------
    network
        Shared with the photo that the user looks at.
    needs
        What only the whole program can make.

    Attributes
    ----------
    inbox
        What happened; to be emptied by the receiver of `mail_came`.
    """

    engine_made = Signal(object)
    mail_came = Signal()

    def __init__(
        self,
        network: SharedNetwork,
        needs: BatchNeeds | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.inbox = EventInbox(self.mail_came.emit)
        self._network = network
        self._needs = needs or BatchNeeds()

    def _work(self, request: Request) -> object:
        if not isinstance(request, RunBatchRequest):
            raise TypeError(request)
        colorizer = self._network.get()
        request.token.raise_if_cancelled()
        self._needs.prepare_thread()
        engine = LaneEngine(
            request.queue,
            PatientColorizer(colorizer, self._network.lock),
            model=model_of(colorizer),
            output=request.output,
            options=request.options,
            token=request.token,
            on_event=self.inbox.put,
            others=self._needs.make_others(),
            make_lanes=self._needs.make_lanes,
        )
        if request.paused.is_set():
            engine.pause()
        self.engine_made.emit(engine)
        return engine.run()
