"""How long an event loop is kept: a timer that notes by how much each of its beats is late."""

from pathlib import Path
from time import perf_counter, thread_time

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

BEAT_MS = 5
_SCHEDULER = Path("/proc/thread-self/schedstat")


class Heartbeat(QObject):
    """Beats every five milliseconds, if it is let.

    Signals
    -------
    beat(int)
        After each beat, with its number.

    Attributes
    ----------
    late
        Milliseconds by which each beat came too late; other programs on the same cores count as well.
    busy
        Milliseconds of the processor that the thread used since the beat before; its own doing.
    queued
        Milliseconds since the beat before in which the thread could have run and no core was free, as Linux
        counts them; 0 on other systems.
    """

    beat = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.late: list[float] = []
        self.busy: list[float] = []
        self.queued: list[float] = []
        self._last, self._used, self._waited = perf_counter(), thread_time(), _waited_for_a_core()
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timeout)

    def start(self) -> None:
        self._last, self._used, self._waited = perf_counter(), thread_time(), _waited_for_a_core()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def report(self) -> str:
        """Percentiles."""
        over = sum(late > 100 for late in self.late)
        return (
            f"{len(self.late)} beats; late by {_percentiles(self.late)}; {over} by more than 100 ms; "
            f"the thread was busy in between for {_percentiles(self.busy)}; late by other things than "
            f"waiting for a core {_percentiles(self.late_by_itself)}"
        )

    @property
    def late_by_itself(self) -> list[float]:
        """Milliseconds of each beat's delay in which a core was free, or the thread had one."""
        return [max(0.0, late - queued) for late, queued in zip(self.late, self.queued, strict=True)]

    @Slot()
    def _on_timeout(self) -> None:
        now, used, waited = perf_counter(), thread_time(), _waited_for_a_core()
        self.late.append((now - self._last) * 1000 - BEAT_MS)
        self.busy.append((used - self._used) * 1000)
        self.queued.append((waited - self._waited) * 1000)
        self._last, self._used, self._waited = now, used, waited
        self.beat.emit(len(self.late))


def _waited_for_a_core() -> float:
    """Seconds that this thread has waited in the queue for a core, so far."""
    try:
        return int(_SCHEDULER.read_text(encoding="ascii").split()[1]) / 1e9
    except OSError:
        return 0.0


def _percentiles(values: list[float]) -> str:
    half, most_of, nearly_all, most = np.percentile(values, [50, 95, 99, 100])
    return f"{half:.1f} ms (half), {most_of:.1f} ms (95 %), {nearly_all:.1f} ms (99 %), {most:.1f} ms (most)"
