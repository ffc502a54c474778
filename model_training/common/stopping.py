"""A training that is asked to end: by Ctrl+C or SIGTERM, after the step that it is in."""

import os
import signal
import threading
from types import FrameType
from typing import Any, Final, Self

#: The exit status of what was interrupted.
INTERRUPTED: Final = 130
_SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)


class TrainingStopped(KeyboardInterrupt):
    """A training has ended since it was asked to, and kept a checkpoint; its sentence says how to go on."""

    @property
    def status(self) -> int:
        """The exit status.

        Where the first process has started the others, it watches them and kills all when one ends with
        another status than 0: they leave the say to the first one.
        """
        started_by_first = int(os.environ.get("LOCAL_RANK", "0")) and "TORCHELASTIC_RUN_ID" not in os.environ
        return 0 if started_by_first else INTERRUPTED


class StopRequest:
    """Whether somebody wants the training to end; a context manager that listens to signals.

    A signal that is ignored stays ignored, as Ctrl+C is by what a shell's script has put into the background.
    The second Ctrl+C ends at once; not so under torchrun, whose agent hands on to its processes what they
    have got as well.

    Attributes
    ----------
    asked
        Whether a signal has come.
    """

    def __init__(self) -> None:
        self.asked = False
        self._before: dict[signal.Signals, Any] = {}

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            for number in _SIGNALS:
                if signal.getsignal(number) not in (signal.SIG_IGN, None):
                    self._before[number] = signal.signal(number, self._on_signal)
        return self

    def __exit__(self, *exc_info: object) -> None:
        for number, before in self._before.items():
            signal.signal(number, before)
        self._before.clear()

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        if self.asked and number == signal.SIGINT and "TORCHELASTIC_RUN_ID" not in os.environ:
            raise KeyboardInterrupt
        self.asked = True


def leave_interrupts_to_the_training(_worker: int) -> None:
    """Of a process that loads photos: Ctrl+C reaches it as well, and the step that runs still needs it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
