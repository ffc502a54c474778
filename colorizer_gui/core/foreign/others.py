"""Networks for single photos or folders of a batch, by the names that they have on the shelf."""

from pathlib import Path

from colorizer_gui.core.foreign.card import Kind
from colorizer_gui.core.foreign.files import foreign_sha256, kind_of
from colorizer_gui.core.foreign.opening import locate, open_colorizer
from colorizer_gui.core.foreign.shelf import Shelf
from colorizer_gui.core.inference.devices import AUTO
from colorizer_gui.core.model.weights_file import read_weights
from colorizer_gui.core.prediction.prediction import Colorizer, ModelIdentity, model_of


class ShelfModels:
    """Opens one network at a time; the one before is forgotten, since two may not fit into memory.

    Parameters
    ----------
    threads
        See `OnnxEngine`.
    """

    def __init__(self, shelf: Shelf | None = None, device: str = AUTO, threads: int | None = None) -> None:
        self._shelf = shelf or Shelf()
        self._device = device
        self._threads = threads
        self._identities: dict[str, ModelIdentity] = {}
        self._open: tuple[str, Colorizer] | None = None

    def identity(self, name: str) -> ModelIdentity:
        """Who that is, without loading it.

        Raises
        ------
        WeightsError
            When there is neither a file nor a model of that name.
        """
        if name not in self._identities:
            path, card = locate(name, self._shelf)
            assert path is not None
            if card is not None and card.is_unchanged():
                sha256 = card.sha256
            elif kind_of(path) is Kind.OWN:
                sha256 = read_weights(path).sha256
            else:
                sha256 = foreign_sha256(path)
            self._identities[name] = ModelIdentity(Path(name).stem if card is None else card.name, sha256)
        return self._identities[name]

    def colorizer(self, name: str) -> Colorizer:
        """The network, loaded.

        Raises
        ------
        WeightsError, InferenceError
            See `open_colorizer`.
        """
        if self._open is None or self._open[0] != name:
            self._open = None
            opened = open_colorizer(name, self._device, shelf=self._shelf, threads=self._threads)
            self._identities[name] = model_of(opened)
            self._open = name, opened
        return self._open[1]
