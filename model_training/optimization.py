"""What learns, and how fast: frozen parts, AdamW's groups, the learning rate's curve."""

import math
from typing import Any

import torch

from colorizer_gui.core.network import ColorizationNet
from model_training.recipe import Recipe, TrainFrom

#: The first encoder stage (index into `Encoder.stages`) that learns.
_FIRST_STAGE = {TrainFrom.STRIDE16: 3, TrainFrom.STRIDE8: 2, TrainFrom.STRIDE4: 1, TrainFrom.ALL: 0}


def freeze(net: ColorizationNet, train_from: TrainFrom) -> None:
    """Let everything learn from `train_from` on, and nothing before it."""
    net.encoder.requires_grad_(False)
    if train_from is TrainFrom.DECODER:
        return
    for stage in net.encoder.stages[_FIRST_STAGE[train_from] :]:
        stage.requires_grad_(True)
    if train_from is TrainFrom.ALL:
        net.encoder.stem.requires_grad_(True)


def build_optimizer(net: ColorizationNet, recipe: Recipe) -> torch.optim.AdamW:
    """AdamW over what learns: decoder and encoder at their own rates, no decay of biases and norms.

    Each group keeps its rate as `peak_lr`, which `learning_rate_factor` multiplies.
    """
    knobs = recipe.optimizer
    groups: list[dict[str, Any]] = []
    for module, rate in ((net.decoder, knobs.learning_rate), (net.encoder, knobs.encoder_learning_rate)):
        learning = [value for value in module.parameters() if value.requires_grad]
        for decays in (True, False):
            values = [value for value in learning if (value.ndim > 1) is decays]
            decay = knobs.weight_decay if decays else 0.0
            if values:
                groups.append({"params": values, "lr": rate, "peak_lr": rate, "weight_decay": decay})
    return torch.optim.AdamW(groups, betas=(0.9, 0.99))


def learning_rate_factor(step: int, recipe: Recipe) -> float:
    """Linear warm-up, then a cosine to zero (Loshchilov and Hutter 2017)."""
    warmup = recipe.optimizer.warmup_steps
    if step < warmup:
        return (step + 1) / warmup
    done = (step - warmup) / max(1, recipe.optimizer.steps - warmup)
    return 0.5 * (1 + math.cos(math.pi * done))
