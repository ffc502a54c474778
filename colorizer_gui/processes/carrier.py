"""A further process of a batch: one photo after another, by the steps of a batch, with its own network."""

import logging
import os
import queue
import signal
import threading
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, cast

from colorizer_gui.core.batch.jobs.job import Intent, Job, JobRequest
from colorizer_gui.core.batch.journal.stored_predictions import PredictionStore
from colorizer_gui.core.batch.lanes.lane import LaneSetup
from colorizer_gui.core.batch.run.other_models import OtherModels
from colorizer_gui.core.batch.run.steps import Settled, Steps
from colorizer_gui.core.common.cancellation import CancelToken
from colorizer_gui.core.common.errors import ColorizationError
from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.common.strips import leave_threads_to_strips
from colorizer_gui.core.prediction.prediction import Colorizer, model_of
from colorizer_gui.processes.messages import (
    Answered,
    Asked,
    Carry,
    Ended,
    Raised,
    Ready,
    Refused,
    Stop,
    Told,
)

#: Makes the network of a process, and what opens those that single photos want; can be pickled.
NetworkMaker = Callable[[], tuple[Colorizer, OtherModels | None]]
#: How much a process in the background leaves to the others, in Unix's steps of niceness.
_NICE = 5
_log = logging.getLogger(__name__)


def carry_photos(
    connection: Connection, setup: LaneSetup, make: NetworkMaker, *, in_background: bool
) -> None:
    """Work until the run closes the connection; the entry of the process."""
    # Ctrl-C reaches the whole group of processes; the run says what to do then.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if in_background and hasattr(os, "nice"):
        os.nice(_NICE)
    leave_threads_to_strips()
    run = _Run(connection)
    try:
        colorizer, others = make()
        if model_of(colorizer).sha256 != setup.model.sha256:
            run.send(Refused(Sentence("The weights are not those of the run any more.")))
            return
    except ColorizationError as exc:
        run.send(Refused(exc.sentence))
        return
    run.send(Ready())
    steps = Steps(
        run,
        setup.model,
        setup.output,
        setup.options,
        lambda job_id, stage: run.send(Told("on_stage", (job_id, stage))),
        lambda job_id, text: run.send(Told("on_notice", (job_id, text))),
        others,
        on_job=lambda job: run.send(Told("on_job", (job,))),
    )
    run.stored = PredictionStore(setup.stored)
    while True:
        job, token = run.next()
        run.send(_carried(steps, job, colorizer, token, run))


def _carried(steps: Steps, job: Job, colorizer: Colorizer, token: CancelToken, run: "_Run") -> Ended | Raised:
    try:
        predicted = steps.predict(steps.read(job, token), colorizer, token)
        if predicted.colorized.prediction.notice:
            run.send(Told("on_notice", (job.id, predicted.colorized.prediction.notice)))
        return Ended.of(steps.finish(predicted, token))
    except Settled as end:
        return Ended.of(end)
    except Exception as exc:  # noqa: BLE001 - the run decides, as for its own photos
        return Raised.of(exc)


@dataclass(slots=True)
class _Run:
    """The run at the other end of the connection; a `StepQueue`.

    A thread of its own reads what comes, so that a photo can be stopped, and ends the process with the run.
    """

    connection: Connection
    stored: PredictionStore = field(default_factory=lambda: PredictionStore(Path()))
    _jobs: "queue.SimpleQueue[tuple[Job, CancelToken]]" = field(default_factory=queue.SimpleQueue)
    _answers: "queue.SimpleQueue[Answered]" = field(default_factory=queue.SimpleQueue)
    _sending: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        threading.Thread(target=self._listen, name="run", daemon=True).start()

    def next(self) -> tuple[Job, CancelToken]:
        """The photo that comes next, and what stops it."""
        return self._jobs.get()

    def send(self, message: object) -> None:
        """Say something to the run."""
        try:
            with self._sending:
                self.connection.send(message)
        except OSError:
            _leave()

    def _listen(self) -> None:
        current, token = 0, CancelToken()
        try:
            while True:
                message = self.connection.recv()
                if isinstance(message, Carry):
                    current, token = message.job.id, CancelToken()
                    self._jobs.put((message.job, token))
                elif isinstance(message, Stop):
                    if message.job_id == current:
                        token.cancel()
                else:
                    self._answers.put(message)
        except (EOFError, OSError):
            _leave()
        except Exception:  # noqa: BLE001 - whatever it is, this process cannot go on
            # Whoever waits here for an answer, and the run for this process, would wait for ever.
            _log.exception("A process does not understand its run")
            _leave()

    def _ask(self, method: str, *arguments: object) -> Any:  # noqa: ANN401 - what the queue answers
        self.send(Asked(method, arguments))
        answer = self._answers.get()
        if answer.error is not None:
            raise answer.error
        return answer.value

    def targets(self) -> Collection[Path]:
        """See `StepQueue`."""
        return cast("Collection[Path]", self._ask("targets"))

    def divide(self, job_id: int, requests: Iterable[JobRequest]) -> tuple[Job, ...]:
        """See `StepQueue`."""
        return cast("tuple[Job, ...]", self._ask("divide", job_id, tuple(requests)))

    def turn(self, job_id: int, turns: int) -> Job:
        """See `StepQueue`."""
        return cast("Job", self._ask("turn", job_id, turns))

    def find_done(self, request: JobRequest, source_sha256: str, model_sha256: str) -> Job | None:
        """See `StepQueue`."""
        return cast("Job | None", self._ask("find_done", request, source_sha256, model_sha256))

    def token(self, job_id: int) -> str:
        """See `StepQueue`."""
        return cast("str", self._ask("token", job_id))

    def announce(self, job_id: int, intent: Intent) -> None:
        """See `StepQueue`."""
        self._ask("announce", job_id, intent)


def _leave() -> None:
    """End at once: the run is over, or gone; the journal knows the name of what is half-written."""
    os._exit(0)
