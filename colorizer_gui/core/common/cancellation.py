"""A request to stop: one thread sets it, another one polls it."""

import threading

from colorizer_gui.core.common.errors import Cancelled


class CancelToken:
    """Thread-safe, set once; looked at between stages and between strips."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._event.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked to stop."""
        return self._event.is_set()

    def raise_if_cancelled(self) -> None:
        """Leave the work here.

        Raises
        ------
        Cancelled
            When somebody asked to stop.
        """
        if self._event.is_set():
            raise Cancelled
