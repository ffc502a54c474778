"""Exponential moving average of the weights; what is evaluated and exported."""

import torch
from torch import Tensor, nn


class ExponentialAverage:
    """Averages of all parameters of a module, with a warm-up of the decay.

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

    def state_dict(self) -> dict[str, object]:
        """What a checkpoint needs."""
        return {"steps": self.steps, "average": self.average}

    def load_state_dict(self, state: dict[str, object]) -> None:
        """Inverse of `state_dict`."""
        steps, average = state["steps"], state["average"]
        assert isinstance(steps, int)
        assert isinstance(average, dict)
        self.steps = steps
        for name, value in average.items():
            assert isinstance(value, Tensor)
            self.average[name].copy_(value)
