"""What a training needs before its first step: processes, the opened run, the network, cached features."""

import os
from pathlib import Path
from typing import Any, Final, Literal

import numpy as np
import torch
from lightning_fabric import Fabric
from torch import Tensor, nn

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.inference.colorizer import choose_device
from colorizer_gui.core.model.network import ColorizationNet
from colorizer_gui.core.model.pair_network import PairColorizationNet
from colorizer_gui.core.model.token_network import TokenColorizationNet
from model_training.batches.batches import Batch
from model_training.batches.feature_cache import FeatureCache
from model_training.batches.stored_views import StoredTokens
from model_training.common.progress import Progress
from model_training.data.kaggle import KaggleArrays
from model_training.data.photo_source import DataError
from model_training.models.models import TrainedNetwork, build_model
from model_training.recipe.recipe import Recipe
from model_training.recipe.sections import Model
from model_training.training.ema import ExponentialAverage
from model_training.training.optimization import freeze, set_peak_rates

Precision = Literal["32-true", "bf16-mixed"]
AUTO: Final = "auto"
_PRECISIONS: Final[dict[str, Precision]] = {"float32": "32-true", "bfloat16": "bf16-mixed"}


def launch(recipe: Recipe, device: str, devices: int, precision: str = AUTO) -> Fabric:
    """Fabric with its processes started and seeded; see `processes` for the errors.

    Parameters
    ----------
    precision
        `float32`, `bfloat16`, or `auto`: bfloat16 on a graphics card that has it.
    """
    devices, machines = processes(recipe, device, devices)
    fabric = Fabric(
        accelerator=device,
        devices=devices,
        num_nodes=machines,
        strategy=_strategy(recipe) if devices * machines > 1 else "auto",
        precision=_precision(device) if precision == AUTO else _PRECISIONS[precision],
    )
    fabric.launch()
    fabric.seed_everything(recipe.seed, verbose=False)
    return fabric


def _strategy(recipe: Recipe) -> str:
    """Without hints in the recipe, the layers for hints learn nothing; torch looks for such at each step."""
    return "ddp" if recipe.model is not Model.FUSION else "ddp_find_unused_parameters_true"


def described_device(fabric: Fabric) -> dict[str, Any]:
    """What a run computes with, for `environment.json`."""
    return {
        "device": str(fabric.device),
        "processes": fabric.world_size,
        "threads": torch.get_num_threads(),
        "precision": "bfloat16" if "bf16" in str(fabric.strategy.precision.precision) else "float32",
    }


def prepared_network(
    fabric: Fabric, recipe: Recipe, start_from: dict[str, Tensor] | None, prior: FloatArray
) -> TrainedNetwork:
    """The recipe's network with its start weights, where it will be trained, partly frozen."""
    net = build_model(recipe, pretrained=start_from is None)
    if isinstance(net, TokenColorizationNet):
        start_at_prior(net, prior)
        require_encoder(net, start_from or {})
    if start_from is not None:
        load_fitting(net, start_from)
    net.to(memory_format=torch.channels_last)  # type: ignore[call-overload]  # torch's stub lacks it
    fabric.to_device(net)  # now: the average and the optimizer's state must be where the network is
    freeze(net, recipe)
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
    """The features of a frozen encoder, computed now if they are not there; None where it learns.

    None as well where those of a network with logits at stride 4 would fill the disk: 1.7 MB for each photo.
    """
    if not recipe.uses_feature_cache or not isinstance(net, ColorizationNet | PairColorizationNet):
        return None
    fine = recipe.network.output_stride == 4
    if fine and len(data) > _MOST_FINE:
        return None
    with Progress(len(data), unit="img", what="features") as bar:
        return FeatureCache.build(folder, data, net.encoder, bar.to, fine=fine)


#: Photos whose features at stride 4 are kept.
_MOST_FINE: Final = 4000
#: Added to a prior before its logarithm.
_RARE: Final = 1e-6


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
            seen = batch.features
            features = seen.tokens() if isinstance(seen, StoredTokens) else seen
            outputs = self.net.decoder(features, batch.hints, batch.pixels)
        return outputs


def start_at_prior(net: TokenColorizationNet, prior: FloatArray) -> None:
    """Let a network that has seen nothing say how common each bin is."""
    head = net.decoder.head[1]
    assert isinstance(head.bias, Tensor)
    with torch.no_grad():
        head.bias.copy_(torch.from_numpy(np.log(prior + _RARE)))


def require_encoder(net: TokenColorizationNet, start: dict[str, Tensor]) -> None:
    """Check that a training does not begin with a vision transformer that has never seen anything.

    Raises
    ------
    DataError
        When the start weights do not have all of it.
    """
    for name, value in net.encoder.state_dict().items():
        if start.get(f"encoder.{name}", torch.empty(0)).shape != value.shape:
            raise DataError(
                "The weights to begin with have no vision transformer; name the file of one with --encoder."
            )


def step_seed(seed: int, step: int, rank: int) -> int:
    """What torch's own random numbers of a step come from, so that a resumed run has the same."""
    return int(np.random.default_rng((seed, step, rank, 5)).integers(2**62))


def load_fitting(net: TrainedNetwork, start: dict[str, Tensor]) -> None:
    """Take over the tensors that the network has in the same shape; the others stay as they are."""
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


def processes_here(fabric: Fabric) -> int:
    """Processes of this training on this machine."""
    return int(getattr(fabric.strategy, "num_processes", 1))


def _precision(device: str) -> Precision:
    """Half precision where it needs no loss scale, which would be one more state to resume."""
    on_gpu = device in ("auto", "cuda") and torch.cuda.is_available()
    return "bf16-mixed" if on_gpu and torch.cuda.is_bf16_supported(including_emulation=False) else "32-true"
