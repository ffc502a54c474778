"""All that a window asks of networks, in one place."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common.errors import InferenceError
from colorizer_gui.core.foreign.card import ModelCard
from colorizer_gui.core.foreign.colorizer import ForeignColorizer
from colorizer_gui.core.foreign.conventions import Convention
from colorizer_gui.core.foreign.opening import load_engine, open_colorizer
from colorizer_gui.core.foreign.placing import add_to_shelf, check_on_shelf
from colorizer_gui.core.foreign.shelf import Shelf
from colorizer_gui.core.inference.devices import AUTO
from colorizer_gui.core.prediction.prediction import Colorizer, ModelIdentity, Prediction


def _anywhere() -> str:
    return AUTO


class Desk:
    """Opens networks for the shelf of a user.

    Parameters
    ----------
    device
        Where to compute; asked each time.
    """

    def __init__(self, shelf: Shelf | None = None, device: Callable[[], str] = _anywhere) -> None:
        self._shelf = shelf or Shelf()
        self._device = device

    def add(self, path: Path, convention: Convention | None) -> ModelCard:
        """See `add_to_shelf`."""
        return add_to_shelf(self._shelf, path, self._device(), convention=convention)

    def check(self, card: ModelCard) -> ModelCard:
        """See `check_on_shelf`."""
        return check_on_shelf(self._shelf, card, self._device())

    def tried(
        self, path: Path, conventions: Sequence[Convention], lightness: FloatArray
    ) -> Iterator[Prediction | None]:
        """A prediction under each convention, one after the other; None where the network refuses.

        Raises
        ------
        WeightsError, InferenceError
            When the network cannot be loaded.
        """
        engine = load_engine(path, self._device())
        for convention in conventions:
            colorizer = ForeignColorizer(engine, convention, ModelIdentity(path.stem, ""))
            try:
                yield colorizer.predict_ab(lightness)
            except InferenceError:
                yield None

    def open(self, model: Path | None) -> Colorizer:
        """See `open_colorizer`."""
        return open_colorizer(model, self._device(), shelf=self._shelf)
