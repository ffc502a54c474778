"""Starts processes that carry photos, and serves each of them in a thread of the run."""

import logging
import multiprocessing
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import resource_tracker
from typing import Final

from colorizer_gui.core.batch.jobs.job import Job
from colorizer_gui.core.batch.lanes.lane import Lane, LaneDesk, LaneError, LaneSetup
from colorizer_gui.core.batch.run.steps import Settled
from colorizer_gui.core.common.cancellation import CancelToken
from colorizer_gui.core.common.errors import Cancelled
from colorizer_gui.core.common.memory import available_memory
from colorizer_gui.processes.carrier import NetworkMaker, carry_photos
from colorizer_gui.processes.limits import memory_left, usable_cores
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
    portable,
)

#: Photos for each process, so that it pays to load a network once more.
_PHOTOS: Final = 16
#: Bytes that a process may need with a large photo.
_MEMORY: Final = 2 * 2**30
_POLL_SECONDS: Final = 0.05
_CLOSING_SECONDS: Final = 2.0
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ProcessLanes:
    """Makes the lanes of a run; see `LaneMaker`.

    Attributes
    ----------
    make
        Makes the network in a process.
    pays
        Whether further processes gain anything; asked when the run begins, since PyTorch is imported then.
    most
        How many, but no more than photos wait; None for as many as pay on this computer.
    in_background
        Whether they leave the processor to other programs, and to the window.
    """

    make: NetworkMaker
    pays: Callable[[], bool] = lambda: True
    most: int | None = None
    in_background: bool = False

    def __call__(self, setup: LaneSetup, waiting: int) -> Sequence[Lane]:
        """See `LaneMaker`."""
        wanted = paying(waiting, usable_cores(), _memory())
        if self.most is not None:
            wanted = min(self.most, waiting)
        lanes: list[Lane] = []
        if wanted < 1 or not self.pays():
            return lanes
        try:
            while len(lanes) < wanted:
                lanes.append(ProcessLane(setup, self.make, in_background=self.in_background))
        except OSError as exc:
            _log.warning("A run goes on with %d further processes of %d: %s", len(lanes), wanted, exc)
        return lanes


def _memory() -> int | None:
    """Bytes that are free, of the computer and of the container that this may be in; None if nobody says."""
    return min((each for each in (available_memory(), memory_left()) if each is not None), default=None)


def paying(waiting: int, cores: int, memory: int | None) -> int:
    """How many processes pay beside that of the run, which has half of the cores for its network.

    Parameters
    ----------
    waiting
        Photos.
    memory
        Bytes that are free; None where the system does not say.
    """
    room = cores if memory is None else memory // _MEMORY
    return max(0, min(cores // 2, waiting // _PHOTOS, room))


class _GoneError(Exception):
    """The process has ended."""


class ProcessLane:
    """A process with a network of its own; see `Lane`."""

    def __init__(self, setup: LaneSetup, make: NetworkMaker, *, in_background: bool = False) -> None:
        # Never forked: the run has threads, and so have Qt and PyTorch.
        context = multiprocessing.get_context("spawn")
        self._connection, there = context.Pipe()
        self._process = context.Process(
            target=carry_photos,
            args=(there, setup, make),
            kwargs={"in_background": in_background},
            name="tintype-photos",
            daemon=True,
        )
        with _deaf_to_ctrl_c():
            self._process.start()
        there.close()
        self._ready = False
        self._works = True

    @property
    def works(self) -> bool:
        """See `Lane`."""
        return self._works

    def is_ready(self, seconds: float) -> bool:
        """See `Lane`."""
        try:
            if self._ready or not self._has_come(seconds):
                return self._ready
            message = self._receive()
        except _GoneError as exc:
            raise LaneError("It ended before its network was loaded.") from exc
        if isinstance(message, Refused):
            self._works = False
            raise LaneError(message.why)
        assert isinstance(message, Ready)
        self._ready = True
        return True

    def carry(self, job: Job, desk: LaneDesk, token: CancelToken) -> Settled:
        """See `Lane`."""
        try:
            self._send(Carry(job))
            end = self._serve(job, desk, token)
        except _GoneError as exc:
            if token.cancelled:
                raise Cancelled from exc
            raise LaneError(
                'The process that colorized "{source}" has ended; it may need more memory than there is. Try '
                "again with fewer photos at a time.",
                source=job.request.source,
            ) from exc
        except BaseException:
            # What it says from here on is about this photo still, and would be taken for news of the next.
            self.close()
            raise
        if isinstance(end, Raised):
            raise end.again()
        return end.settled

    def _serve(self, job: Job, desk: LaneDesk, token: CancelToken) -> Ended | Raised:
        told = False
        while True:
            if token.cancelled and not told:
                self._send(Stop(job.id))
                told = True
            if not self._has_come(_POLL_SECONDS):
                continue
            message = self._receive()
            if isinstance(message, Ended | Raised):
                return message
            if isinstance(message, Told):
                getattr(desk, message.method)(*message.arguments)
            elif isinstance(message, Asked):
                self._send(_answer(message, desk))

    def _has_come(self, seconds: float) -> bool:
        with self._reaching():
            return self._connection.poll(seconds)

    def _receive(self) -> object:
        with self._reaching():
            return self._connection.recv()

    def _send(self, message: object) -> None:
        with self._reaching():
            self._connection.send(message)

    @contextmanager
    def _reaching(self) -> Iterator[None]:
        try:
            yield
        except (EOFError, OSError) as exc:
            self._works = False
            raise _GoneError from exc

    def close(self) -> None:
        """See `Lane`; the process ends when it sees that nobody is there."""
        self._works = False
        self._connection.close()
        self._process.join(_CLOSING_SECONDS if self._ready else 0)  # one that loads has no photo
        if self._process.is_alive():
            self._process.kill()
            self._process.join()


def _answer(message: Asked, desk: LaneDesk) -> Answered:
    try:
        return Answered(getattr(desk.queue, message.method)(*message.arguments))
    except Exception as exc:  # noqa: BLE001 - raised again where it was asked
        return Answered(error=portable(exc))


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """What is started in here does not hear Ctrl-C before it can say that it ignores it."""
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # makes this thread hear again when it is started
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
