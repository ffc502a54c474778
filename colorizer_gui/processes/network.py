"""The network of a process: the one that the user chose, on one core."""

from dataclasses import dataclass
from pathlib import Path

from colorizer_gui.core.batch.run.other_models import OtherModels
from colorizer_gui.core.foreign.opening import computes_with_torch, open_colorizer
from colorizer_gui.core.foreign.others import ShelfModels
from colorizer_gui.core.prediction.prediction import Colorizer


@dataclass(frozen=True, slots=True)
class ChosenNetwork:
    """Makes a network as the user asked for it; can be pickled.

    Attributes
    ----------
    weights, device
        See `open_colorizer`.
    """

    weights: Path | str | None
    device: str

    def __call__(self) -> tuple[Colorizer, OtherModels]:
        """Open it in a process that uses one core.

        Raises
        ------
        WeightsError, InferenceError
        """
        if computes_with_torch(self.weights):
            import torch

            torch.set_num_threads(1)
        colorizer = open_colorizer(self.weights, self.device, threads=1)
        return colorizer, ShelfModels(device=self.device, threads=1)

    def is_on_the_processor(self) -> bool:
        """Whether it computes there: a graphics card has no room for several, and waits for nobody.

        Raises
        ------
        WeightsError, InferenceError
        """
        if self.device != "cpu" and computes_with_torch(self.weights):
            from colorizer_gui.core.inference.colorizer import choose_device

            return choose_device(self.device).type == "cpu"
        return self.device in {"auto", "cpu"}
