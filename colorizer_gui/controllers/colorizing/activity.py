"""What the worker that colours and saves photos is doing."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from colorizer_gui.core.pipeline.pipeline import Stage
from colorizer_gui.workers.photo.requests import (
    ReviseRequest,
    SuggestColoursRequest,
    UprightRequest,
    WarmUpRequest,
)
from colorizer_gui.workers.requests import Request
from colorizer_gui.workers.work_queue import WorkQueue

# What takes a moment only, and would let the activity flicker.
_IN_SILENCE: Final = (WarmUpRequest, ReviseRequest, SuggestColoursRequest, UprightRequest)


@dataclass(frozen=True, slots=True, eq=False)
class Activity:
    """What the worker is doing.

    Attributes
    ----------
    request
        The request that is being carried out.
    stage
        How far it is; None while the network is being loaded.
    done, total
        Photos that have ended, and all that were asked for since there was last nothing to do.
    """

    request: Request
    stage: Stage | None
    done: int
    total: int


class ActivityTeller:
    """Counts what was asked for since there was last nothing to do, and tells how far it is.

    Parameters
    ----------
    tell
        Takes an `Activity`; None when nothing is done that anybody waits for.

    Attributes
    ----------
    stage
        How far the running request is; None while the network is being loaded.
    """

    def __init__(self, queue: WorkQueue, tell: Callable[[Activity | None], object]) -> None:
        self._queue, self._tell = queue, tell
        self._total = 0
        self.stage: Stage | None = Stage.READING

    def count(self) -> None:
        """Count a request that was just made."""
        self._total += 1

    def tell(self) -> None:
        """Say it, unless one request has just ended and the next has not begun."""
        waited_for = sum(not isinstance(each, _IN_SILENCE) for each in self._queue.requests)
        if not waited_for:
            self._total = 0
            self._tell(None)
        elif self._queue.running is not None:
            self._tell(Activity(self._queue.running, self.stage, self._total - waited_for, self._total))
