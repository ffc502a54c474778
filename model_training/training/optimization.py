"""What learns, and how fast: frozen parts, AdamW's groups, the learning rate's curve."""

import math
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

import torch
from torch import nn

from colorizer_gui.core.model.encoder import Encoder
from colorizer_gui.core.model.pair_network import PairColorizationNet
from colorizer_gui.core.model.vision_transformer import VisionTransformer
from model_training.models.models import TrainedNetwork
from model_training.recipe.recipe import Recipe
from model_training.recipe.sections import Schedule, TrainFrom
from model_training.recipe.values import RecipeError

#: The share of a trapezoid's steps in which it falls, unless the recipe says it.
_DECAY_SHARE: Final = 0.2

#: The first encoder stage (index into `Encoder.stages`) that learns.
_FIRST_STAGE = {TrainFrom.STRIDE16: 3, TrainFrom.STRIDE8: 2, TrainFrom.STRIDE4: 1}
#: The first block of a vision transformer (index into its `blocks`) that learns.
_FIRST_BLOCK = {TrainFrom.STRIDE16: 8, TrainFrom.STRIDE8: 4, TrainFrom.STRIDE4: 0}


def freeze(net: TrainedNetwork, recipe: Recipe) -> None:
    """Let everything learn from the recipe's `train_from` on, and nothing before it.

    The decoder stays as it is where the recipe says so.
    """
    train_from = recipe.train_from
    net.decoder.requires_grad_(recipe.decoder_learns)
    net.encoder.requires_grad_(train_from is TrainFrom.ALL)
    both = isinstance(net, PairColorizationNet)
    encoders = (net.encoder.convolutions, net.encoder.tokens) if both else (net.encoder,)
    for encoder in encoders:
        if train_from in _FIRST_STAGE and isinstance(encoder, Encoder):
            encoder.stages[_FIRST_STAGE[train_from] :].requires_grad_(True)
        if isinstance(encoder, VisionTransformer):
            first = _FIRST_BLOCK.get(train_from, len(encoder.blocks) - recipe.unfrozen_blocks)
            if first < len(encoder.blocks):
                encoder.blocks[first:].requires_grad_(True)
                encoder.norm.requires_grad_(True)


def build_optimizer(net: TrainedNetwork, recipe: Recipe) -> torch.optim.AdamW:
    """AdamW over what learns: decoder and encoder at their own rates, no decay of biases and norms.

    Each group keeps its rate as `peak_lr`, which `learning_rate_factor` multiplies.
    """
    knobs = recipe.optimizer
    groups: list[dict[str, Any]] = []
    for parameters, rate in _parts(net, recipe):
        learning = [value for value in parameters if value.requires_grad]
        for decays in (True, False):
            values = [value for value in learning if (value.ndim > 1) is decays]
            decay = knobs.weight_decay if decays else 0.0
            if values:
                groups.append({"params": values, "lr": rate, "peak_lr": rate, "weight_decay": decay})
    return torch.optim.AdamW(groups, betas=(0.9, knobs.beta2))


def _parts(net: TrainedNetwork, recipe: Recipe) -> Iterator[tuple[list[nn.Parameter], float]]:
    """Parameters with their rates; blocks of a transformer are slower the earlier they come."""
    rate, falls = recipe.optimizer.encoder_learning_rate, recipe.optimizer.layer_decay
    yield list(net.decoder.parameters()), recipe.optimizer.learning_rate
    transformer = net.encoder.tokens if isinstance(net, PairColorizationNet) else net.encoder
    if falls == 1 or not isinstance(transformer, VisionTransformer):
        yield list(net.encoder.parameters()), rate
        return
    if isinstance(net, PairColorizationNet):
        yield list(net.encoder.convolutions.parameters()), rate
    yield list(transformer.norm.parameters()), rate
    for depth, block in enumerate(reversed(list(transformer.blocks))):
        yield list(block.parameters()), rate * falls**depth
    first = rate * falls ** len(transformer.blocks)
    yield [*transformer.patch.parameters(), transformer.summary, transformer.positions], first


def learning_rate_factor(step: int, recipe: Recipe) -> float:
    """What the rates are multiplied by: a linear warm-up, then the recipe's schedule.

    The cosine is that of Loshchilov and Hutter 2017; the trapezoid falls as one minus a square root,
    which Haegele et al. 2024 found to be the best of the shapes that they tried.
    """
    knobs = recipe.optimizer
    if step < knobs.warmup_steps:
        return (step + 1) / knobs.warmup_steps
    if knobs.schedule is Schedule.CONSTANT:
        return 1.0
    if knobs.schedule is Schedule.TRAPEZOID:
        decay = knobs.decay_steps or max(1, round(knobs.steps * _DECAY_SHARE))
        fallen = min(1.0, max(0.0, 1 - (knobs.steps - step) / decay))
        return 1.0 - math.sqrt(fallen)
    done = (step - knobs.warmup_steps) / max(1, knobs.steps - knobs.warmup_steps)
    return 0.5 * (1 + math.cos(math.pi * done))


def finishing(recipe: Recipe, step: int, more: int) -> Recipe:
    """A recipe that goes on from `step` of another one, and falls to zero within `more` steps.

    The rates begin where the other recipe has them at that step, whatever its schedule.

    Raises
    ------
    RecipeError
        When the rates are zero already.
    """
    knobs = recipe.optimizer
    factor = learning_rate_factor(min(step, knobs.steps), recipe)
    if factor <= 0:
        raise RecipeError(f"The run has done all of its {step} steps; its rates are zero already.")
    optimizer = replace(
        knobs,
        steps=step + more,
        schedule=Schedule.TRAPEZOID,
        decay_steps=more,
        warmup_steps=0,
        learning_rate=knobs.learning_rate * factor,
        encoder_learning_rate=knobs.encoder_learning_rate * factor,
    )
    return replace(recipe, optimizer=optimizer)


def set_peak_rates(optimizer: torch.optim.Optimizer, rates: list[float]) -> None:
    """Make the groups' rates those of a recipe; a checkpoint may come from before it was changed."""
    for group, rate in zip(optimizer.param_groups, rates, strict=True):
        group["peak_lr"] = rate
