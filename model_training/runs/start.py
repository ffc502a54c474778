"""Weights to begin a training with, or to judge: a checkpoint's averages, or a weights file."""

from pathlib import Path
from typing import Final

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor

from colorizer_gui.core.color.conversion import ColorSpace
from colorizer_gui.core.model.vision_transformer import VisionTransformer
from colorizer_gui.core.model.weights import LoadedWeights, load_weights, tensor_hash
from model_training.batches.prior import kept_class_weights
from model_training.data.photo_source import DataError
from model_training.models.simple_cnn import SimpleCnn
from model_training.recipe.recipe import Recipe
from model_training.recipe.sections import Model
from model_training.runs.checkpoint import load_checkpoint

#: How the name of a checkpoint ends.
CHECKPOINT: Final = ".ckpt"
ENCODER_PREFIX: Final = "encoder."


def starting_tensors(path: Path | None = None) -> dict[str, Tensor]:
    """The state dict in a checkpoint (its averaged weights) or a weights file; the release's if None.

    Raises
    ------
    DataError, WeightsError
        When the file is missing or damaged.
    """
    if path is not None and path.suffix == CHECKPOINT:
        return dict(load_checkpoint(path)["average"]["average"])
    return dict(load_weights(path).tensors)


def encoder_tensors(path: Path) -> dict[str, Tensor]:
    """A trained vision transformer, as `packaging/vit_encoder.py` writes it or as `export` does.

    Returns
    -------
    Tensors as a whole network names them, float32.

    Raises
    ------
    DataError
        When the file is missing or damaged, or holds something else.
    """
    try:
        found = {name.removeprefix(ENCODER_PREFIX): value for name, value in load_file(path).items()}
    except FileNotFoundError as exc:
        raise DataError(f"There is no encoder {path}; packaging/vit_encoder.py makes one.") from exc
    except (SafetensorError, OSError) as exc:
        raise DataError(f"The encoder {path} cannot be read: {exc}.") from exc
    with torch.device("meta"):
        wanted = {name: value.shape for name, value in VisionTransformer().state_dict().items()}
    if any(name not in found or found[name].shape != shape for name, shape in wanted.items()):
        raise DataError(
            f"{path} holds no vision transformer of this kind; packaging/vit_encoder.py makes one."
        )
    return {f"{ENCODER_PREFIX}{name}": found[name].float() for name in wanted}


def open_weights(path: Path | None = None) -> LoadedWeights:
    """A weights file, or the averaged weights of a checkpoint, as `load_weights` gives them.

    Raises
    ------
    DataError, WeightsError
        When the file is missing or damaged, or holds a model without a distribution over colours.
    """
    if path is None or path.suffix != CHECKPOINT:
        return load_weights(path)
    state = load_checkpoint(path)
    averages: dict[str, Tensor] = state["average"]["average"]
    recipe = Recipe.from_dict(state["recipe"])
    if recipe.model is Model.SIMPLE_CNN:
        raise DataError(f"{path} holds a {recipe.model}, which only evaluate and sheet can open.")
    return LoadedWeights(
        path,
        recipe.network,
        averages,
        tensor_hash(averages),
        {"steps": state["step"]},
        kept_class_weights(path.parent, recipe),
    )


def open_simple_cnn(path: Path) -> tuple[SimpleCnn, ColorSpace] | None:
    """The averaged weights and the colour space of a checkpoint of `simple_cnn`; None for other files.

    Raises
    ------
    DataError
        When the checkpoint is missing or damaged.
    """
    if path.suffix != CHECKPOINT:
        return None
    state = load_checkpoint(path)
    recipe = Recipe.from_dict(state["recipe"])
    if recipe.model is not Model.SIMPLE_CNN:
        return None
    net = SimpleCnn()
    net.load_state_dict(state["average"]["average"])
    return net, recipe.network.color_space
