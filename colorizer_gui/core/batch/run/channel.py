"""A handing-over place between two threads that holds one item, so that memory stays flat."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")
#: Between two looks at whether to stop. A wait without an end would also not let Ctrl-C through on Windows.
_POLL_SECONDS = 0.1


class Closed(Exception):  # noqa: N818 - the way out of a loop, not an error
    """Nothing more will come, or nobody will take it."""


class Channel(Generic[T]):
    """For one producer and one consumer.

    The producer waits for room *before* it makes the next item: so there is one photo for each
    stage, and none more.

    Parameters
    ----------
    stopping
        Looked at while waiting; once it answers True, waiting ends with `Closed`.
    """

    def __init__(self, stopping: Callable[[], bool]) -> None:
        self._stopping = stopping
        self._changed = threading.Condition()
        self._items: list[T] = []
        self._closed = False

    def wait_for_room(self) -> None:
        """Wait until `put` would not have to.

        Raises
        ------
        Closed
        """
        with self._changed:
            self._wait(lambda: not self._items)

    def put(self, item: T) -> None:
        """Hand an item over.

        Raises
        ------
        Closed
        """
        with self._changed:
            self._wait(lambda: not self._items)
            self._items.append(item)
            self._changed.notify_all()

    def get(self) -> T:
        """Take the item, waiting for one.

        Raises
        ------
        Closed
            Also when the producer has finished and everything was taken.
        """
        with self._changed:
            self._wait(lambda: bool(self._items))
            item = self._items.pop()
            self._changed.notify_all()
            return item

    def close(self) -> None:
        """Say that nothing more comes; what was put can still be taken."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def _wait(self, ready: Callable[[], bool]) -> None:
        while not self._stopping():
            if ready():
                return
            if self._closed:
                break
            self._changed.wait(_POLL_SECONDS)
        raise Closed
