"""What a training needs before its first step: processes, the opened run, the network, cached features."""

import os
from pathlib import Path
from typing import Any, Literal

import torch
from lightning_fabric import Fabric
from torch import Tensor, nn

from colorizer_gui.core.inference.colorizer import choose_device
from colorizer_gui.core.model.encoder import Encoder
from colorizer_gui.core.model.network import ColorizationNet
from model_training.batches.batches import Batch
from model_training.batches.feature_cache import FeatureCache
from model_training.common.progress import Progress
from model_training.data.kaggle import KaggleArrays
from model_training.data.photo_source import DataError
from model_training.models.models import TrainedNetwork, build_model
from model_training.recipe.recipe import Recipe
from model_training.runs.checkpoint import LAST, load_checkpoint
from model_training.runs.run_folder import begin, change_recipe, go_on
from model_training.training.ema import ExponentialAverage
from model_training.training.optimization import finishing, freeze, set_peak_rates


def launch(recipe: Recipe, device: str, devices: int) -> Fabric:
    """Fabric with its processes started and seeded; see `processes` for the errors."""
    devices, machines = processes(recipe, device, devices)
    fabric = Fabric(
        accelerator=device,
        devices=devices,
        num_nodes=machines,
        # Without hints in the recipe, the layers for hints learn nothing.
        strategy="ddp_find_unused_parameters_true" if devices * machines > 1 else "auto",
        precision=_precision(device),
    )
    fabric.launch()
    fabric.seed_everything(recipe.seed, verbose=False)
    return fabric


def open_run(
    fabric: Fabric,
    run: Path,
    recipe: Recipe,
    data: KaggleArrays,
    start_from: dict[str, Tensor] | None,
    *,
    resume: bool,
    finish_in: int | None,
) -> tuple[Recipe, dict[str, Any] | None]:
    """Begin a run folder, or go on in it; the recipe that holds from now on, and the state to go on from.

    Raises
    ------
    DataError
        When the run folder, or the checkpoint in it, does not fit.
    """
    if fabric.is_global_zero:
        (go_on if resume else begin)(run, recipe, data, start_from)
    fabric.barrier()
    state = load_checkpoint(run / LAST) if resume and (finish_in or (run / LAST).exists()) else None
    if state is not None and finish_in:
        recipe, before = finishing(recipe, int(state["step"]), finish_in), recipe
        if fabric.is_global_zero:
            change_recipe(run, int(state["step"]), before, recipe)
    return recipe, state


def prepared_network(fabric: Fabric, recipe: Recipe, start_from: dict[str, Tensor] | None) -> TrainedNetwork:
    """The recipe's network with its start weights, where it will be trained, partly frozen."""
    net = build_model(recipe, pretrained=start_from is None)
    if start_from is not None:
        _load_fitting(net, start_from)
    net.to(memory_format=torch.channels_last)  # type: ignore[call-overload]  # torch's stub lacks it
    fabric.to_device(net)  # now: the average and the optimizer's state must be where the network is
    freeze(net, recipe.train_from)
    return net


def restore(
    state: dict[str, Any], net: TrainedNetwork, average: ExponentialAverage, optimizer: torch.optim.Optimizer
) -> None:
    """Go on from a checkpoint; learning rates stay the recipe's, which may have been changed since."""
    net.load_state_dict(state["net"])
    average.load_state_dict(state["average"])
    rates = [group["peak_lr"] for group in optimizer.param_groups]
    optimizer.load_state_dict(state["optimizer"])
    set_peak_rates(optimizer, rates)


def cached_features(
    folder: Path, data: KaggleArrays, net: TrainedNetwork, recipe: Recipe
) -> FeatureCache | None:
    """The features of a frozen encoder, computed now if they are not there; None where it learns."""
    if not recipe.uses_feature_cache or not isinstance(net, ColorizationNet):
        return None
    return _features(folder, data, net.encoder)


class TrainedPart(nn.Module):
    """What Fabric wraps: with or without the encoder, gradients are shared among the processes."""

    def __init__(self, net: TrainedNetwork) -> None:
        super().__init__()
        self.net = net

    def forward(self, batch: Batch) -> Tensor:
        """Outputs of a batch, from its photos or from their features."""
        outputs: Tensor
        if batch.gray is not None:
            gray = batch.gray.contiguous(memory_format=torch.channels_last)
            outputs = self.net(gray, batch.hints, batch.pixels)
        else:
            outputs = self.net.decoder(batch.features, batch.hints, batch.pixels)
        return outputs


def _features(folder: Path, data: KaggleArrays, encoder: Encoder) -> FeatureCache:
    with Progress(len(data), unit="img", what="features") as bar:
        return FeatureCache.build(folder, data, encoder, bar.to)


def _load_fitting(net: TrainedNetwork, start: dict[str, Tensor]) -> None:
    own = net.state_dict()
    net.load_state_dict(
        {k: v for k, v in start.items() if k in own and own[k].shape == v.shape}, strict=False
    )


def processes(recipe: Recipe, device: str, devices: int) -> tuple[int, int]:
    """Processes on each machine, and machines; `torchrun` says them in the environment.

    Raises
    ------
    InferenceError
        When there is no such device.
    DataError
        When there are too few of them, or the recipe's batch cannot be shared by so many.
    """
    machines = 1
    if "LOCAL_WORLD_SIZE" in os.environ:
        devices = int(os.environ["LOCAL_WORLD_SIZE"])
        machines = int(os.environ["WORLD_SIZE"]) // devices
    kind = choose_device(device).type
    there = torch.cuda.device_count() if kind == "cuda" else 1
    if kind != "cpu" and devices > there:
        raise DataError(f"This computer has {there} {kind} devices, not {devices}; lower --devices.")
    if recipe.optimizer.batch % (devices * machines):
        raise DataError(
            f"A batch of {recipe.optimizer.batch} photos cannot be shared by {devices * machines} devices."
        )
    if recipe.data.keep_last_batch and devices * machines > 1:
        raise DataError(f"The recipe {recipe.name} keeps a smaller last batch, and trains on one device.")
    return devices, machines


def _precision(device: str) -> Literal["32-true", "bf16-mixed"]:
    """Half precision where it needs no loss scale, which would be one more state to resume."""
    on_gpu = device in ("auto", "cuda") and torch.cuda.is_available()
    return "bf16-mixed" if on_gpu and torch.cuda.is_bf16_supported(including_emulation=False) else "32-true"
