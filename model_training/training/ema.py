"""Exponential moving average of the weights; what is evaluated and exported."""

from typing import Any

import torch
from torch import nn


class ExponentialAverage:
    """Averages of the learning parameters of a module (the others stay), with a warm-up of the decay.

    The decay at step n is min(decay, (1 + n) / (10 + n)), as in TensorFlow's
    `ExponentialMovingAverage`, so that the average follows quickly at the beginning.
    """

    def __init__(self, module: nn.Module, decay: float) -> None:
        self.decay = decay
        self.steps = 0
        self.average = {name: value.detach().clone() for name, value in module.state_dict().items()}

    @torch.no_grad()
    def update(self, module: nn.Module) -> None:
        """Move towards the module's present weights."""
        self.steps += 1
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps))
        names = [name for name, value in module.named_parameters() if value.requires_grad]
        present = dict(module.named_parameters())
        torch._foreach_lerp_(
            [self.average[name] for name in names], [present[name].detach() for name in names], 1 - decay
        )

    def state_dict(self) -> dict[str, Any]:
        """What a checkpoint needs."""
        return {"steps": self.steps, "average": self.average}

    def load_state_dict(self, state: dict[str, Any]) -> None:
        """Inverse of `state_dict`."""
        self.steps = int(state["steps"])
        for name, value in state["average"].items():
            self.average[name].copy_(value)
