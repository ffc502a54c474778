"""The one colorizer that several threads use in turns, in which the user's own photo goes first."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.prediction.candidates import takes_hints
from colorizer_gui.core.prediction.prediction import Colorizer, Guidance, Prediction
from colorizer_gui.core.prediction.uprightness import turns_of

#: Makes the colorizer, in the thread that needs it first: this is where PyTorch is imported.
ColorizerFactory = Callable[[], Colorizer]


class PriorityLock:
    """A lock with two doors: who waits at the urgent one is let in before all others."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._taken = False
        self._urgent = 0

    @contextmanager
    def urgent(self) -> Iterator[None]:
        """Hold the lock before those who are patient, since somebody looks at the photo."""
        with self._changed:
            self._urgent += 1
            try:
                self._changed.wait_for(lambda: not self._taken)
                self._taken = True
            finally:
                self._urgent -= 1
        yield from self._hold()

    @contextmanager
    def patient(self) -> Iterator[None]:
        """Hold the lock for work that nobody waits for, such as a batch."""
        with self._changed:
            self._changed.wait_for(lambda: not self._taken and not self._urgent)
            self._taken = True
        yield from self._hold()

    def _hold(self) -> Iterator[None]:
        try:
            yield
        finally:
            with self._changed:
                self._taken = False
                self._changed.notify_all()


class SharedNetwork:
    """Makes the colorizer when it is first needed, and lets one thread at a time use it.

    Attributes
    ----------
    lock
        To be held while the colorizer predicts.
    """

    def __init__(self, make: ColorizerFactory) -> None:
        self.lock = PriorityLock()
        self._make = make
        self._made: Colorizer | None = None
        self._making = threading.Lock()

    @property
    def is_made(self) -> bool:
        """Whether `get` answers at once."""
        return self._made is not None

    @property
    def takes_hints(self) -> bool:
        """Whether the colorizer can be told colours at points; one that is not made yet is taken for such."""
        return self._made is None or takes_hints(self._made)

    def get(self) -> Colorizer:
        """The colorizer; if making it fails, the next call tries again.

        Raises
        ------
        ColorizationError
        """
        with self._making:
            if self._made is None:
                self._made = self._make()
            return self._made

    def renew(self) -> None:
        """Make another one; who uses this one may keep it, and so does everybody when that fails.

        Raises
        ------
        ColorizationError
        """
        with self._making:
            self._made = self._make()


class PatientColorizer:
    """A shared colorizer for a batch: before each prediction it lets urgent ones pass."""

    def __init__(self, colorizer: Colorizer, lock: PriorityLock) -> None:
        self._colorizer = colorizer
        self._lock = lock

    @property
    def takes_hints(self) -> bool:
        """Whether the network can be told colours at points."""
        return takes_hints(self._colorizer)

    def predict_ab(self, lightness: FloatArray, guidance: Guidance | None = None) -> Prediction:
        """See `Colorizer.predict_ab`."""
        with self._lock.patient():
            return self._colorizer.predict_ab(lightness, guidance)

    def quarter_turns(self, lightness: FloatArray) -> int:
        """See `uprightness.turns_of`."""
        with self._lock.patient():
            return turns_of(self._colorizer, lightness)
