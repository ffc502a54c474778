"""How long a run will still take, judged by the photos that were really worked on."""

import time
from collections.abc import Callable


class EtaEstimator:
    """A clock that stands still in pauses.

    Parameters
    ----------
    clock
        Seconds that only grow.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._last = clock()
        self._seconds = 0.0
        self._photos = 0

    def restart(self) -> None:
        """Leave out the time since the last photo: it was a pause."""
        self._last = self._clock()

    def tick(self, *, worked: bool) -> None:
        """A job ended; a skipped one says nothing about the others."""
        now = self._clock()
        if worked:
            self._seconds += now - self._last
            self._photos += 1
        self._last = now

    def seconds_left(self, photos: int) -> float | None:
        """Seconds that this many photos will take, or None before the first one."""
        return self._seconds / self._photos * photos if self._photos else None
