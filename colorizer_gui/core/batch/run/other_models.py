"""What a run asks of networks that single jobs want beside its own."""

from typing import Protocol

from colorizer_gui.core.prediction.prediction import Colorizer, ModelIdentity


class OtherModels(Protocol):
    """Networks beside that of a run, by name; asked in two threads."""

    def identity(self, name: str) -> ModelIdentity:
        """Who that is, without loading it.

        Raises
        ------
        ColorizationError
        """
        ...

    def colorizer(self, name: str) -> Colorizer:
        """The network, loaded; in the thread that predicts.

        Raises
        ------
        ColorizationError
        """
        ...
