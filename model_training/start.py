"""Weights to begin a training with: a checkpoint's averages, or a weights file."""

from pathlib import Path

from torch import Tensor

from colorizer_gui.core.weights import LoadedWeights, load_weights, tensor_hash
from model_training.checkpoint import load_checkpoint
from model_training.recipe import Recipe


def starting_tensors(path: Path) -> dict[str, Tensor]:
    """The state dict of `ColorizationNet` in a checkpoint (its averaged weights) or a weights file.

    Raises
    ------
    DataError, WeightsError
        When the file is missing or damaged.
    """
    return dict(open_weights(path).tensors)


def open_weights(path: Path | None = None) -> LoadedWeights:
    """A weights file, or the averaged weights of a checkpoint, as `load_weights` gives them.

    Raises
    ------
    DataError, WeightsError
        When the file is missing or damaged.
    """
    if path is None or path.suffix != ".ckpt":
        return load_weights(path)
    state = load_checkpoint(path)
    averages: dict[str, Tensor] = state["average"]["average"]
    config = Recipe.from_dict(state["recipe"]).network
    return LoadedWeights(path, config, averages, tensor_hash(averages), {"steps": state["step"]})
