"""Collects cyclic garbage in the GUI thread only.

Python collects in whatever thread happens to allocate, and a widget that is deleted outside of the
GUI thread takes the program down. So the automatic collection is switched off while the window
lives, and a timer collects by the same rule.

What the window and torch bring along is a few hundred thousand objects that stay to the end. To walk
over them takes a quarter of a second, in which the window does not answer; so they are set aside.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

INTERVAL_MS: Final = 1000
#: To walk over more objects than this would be felt.
MOST_WALKED: Final = 40_000
#: What is set aside is not collected before the end, so it is not done again and again.
_MOST_FREEZES: Final = 8


class GarbageCollector(QObject):
    """Replaces Python's automatic collection until `stop`, where it is not switched off anyway."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_automatic = gc.isenabled()
        gc.disable()
        self._freezes = 0
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self.collect_if_due)
        self._timer.start()

    @Slot()
    def collect_if_due(self) -> None:
        """Collect the generations that are over their thresholds, the oldest that is."""
        due = [
            generation
            for generation, (count, threshold) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if count > threshold > 0
        ]
        if due and self._freezes < _MOST_FREEZES and _objects_up_to(max(due)) > MOST_WALKED:
            self._freezes += 1
            if _objects_up_to(1) <= MOST_WALKED:
                gc.collect(1)  # what has ended lately is not set aside with the rest
            gc.freeze()
        elif due:
            gc.collect(max(due))

    def stop(self) -> None:
        """Leave it to Python again, with nothing of the window left over.

        No other thread may run any more: what it does not hold on to is destroyed here.
        Python may collect while Qt destroys an object and holds a lock; a window that is destroyed
        just then waits for that lock forever.
        """
        self._timer.stop()
        gc.unfreeze()
        gc.collect()
        if self._was_automatic:
            gc.enable()


def _objects_up_to(generation: int) -> int:
    return sum(len(gc.get_objects(generation=each)) for each in range(generation + 1))
