"""The course of a run: how far it is, the best so far, when it is enough, what is said of it at the end."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Self

from torch import Tensor

from model_training.common.environment import ENVIRONMENT_FILE
from model_training.models.models import TrainedNetwork
from model_training.recipe.recipe import Recipe

#: Of few steps, the share that the warm-up takes at the most.
_WARMUP_SHARE: Final = 0.2
#: Sources that the terminal names.
_NAMED: Final = 12


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a training went.

    Attributes
    ----------
    step, steps
        Done, and to be done.
    first, best
        The errors on the photos kept apart of the weights that it began with (None when they were new) and
        of the best ones; infinite when none were judged.
    stopped
        Whether it ended early since nothing improved.
    photos
        That were kept apart.
    """

    step: int
    steps: int
    first: float | None
    best: float
    stopped: bool
    photos: int

    @property
    def ended(self) -> bool:
        """Whether there is nothing left to do."""
        return self.stopped or self.step >= self.steps

    def lines(self) -> list[str]:
        """Sentences for the terminal."""
        lines = []
        if self.stopped:
            lines.append(f"Stopped at step {self.step:,} of {self.steps:,}: nothing improved any more.")
        elif self.step < self.steps:
            lines.append(f"{self.step:,} of {self.steps:,} steps; go on with --resume.")
        if self.first is not None and self.ended:
            gain = round(100 * (1 - self.best / self.first), 1) if self.first else 0.0
            better = (
                f"Better than before by {gain:.1f} % of the error on your {self.photos} photos kept apart."
            )
            worse = f"Not better on your {self.photos} photos kept apart: keep the weights that you have."
            lines.append(better if gain > 0 else worse)  # of many looks, one is lower by nothing to speak of
        return lines


@dataclass(slots=True)
class Course:
    """What of a run is neither weights nor the recipe.

    Attributes
    ----------
    stale
        Validations since the best one.
    epoch_loss, epoch_steps
        The sum of the losses of this epoch, and of how many steps.
    """

    step: int = 0
    best: float = math.inf
    first: float | None = None
    stale: int = 0
    epoch_loss: float = 0.0
    epoch_steps: int = 0

    @classmethod
    def of(cls, state: Mapping[str, Any] | None) -> Self:
        """Of a checkpoint; new without one."""
        if state is None:
            return cls()
        loss, steps = state.get("epoch", (0.0, 0))
        first = state.get("first")
        return cls(int(state["step"]), float(state["best"]), first, int(state.get("stale", 0)), loss, steps)

    def to_dict(self) -> dict[str, Any]:
        """For a checkpoint."""
        epoch = self.epoch_loss, self.epoch_steps
        values = {"step": self.step, "best": self.best, "first": self.first, "stale": self.stale}
        return values | {"epoch": epoch}

    def stepped(self, loss: float) -> int:
        """Count a step; its number."""
        self.step += 1
        self.epoch_loss += loss
        self.epoch_steps += 1
        return self.step

    def ended_epoch(self) -> float:
        """Begin the next epoch; the mean loss of the one that ended."""
        loss = self.epoch_loss / self.epoch_steps
        self.epoch_loss, self.epoch_steps = 0.0, 0
        return loss

    def judged(self, error: float) -> bool:
        """Note the error on the photos kept apart; whether it is the lowest."""
        if not self.step:
            self.first = error
        improved = error < self.best
        self.best = min(self.best, error)
        self.stale = 0 if improved else self.stale + 1
        return improved

    def is_enough(self, recipe: Recipe) -> bool:
        """Whether the recipe's patience is at its end."""
        return bool(recipe.patience) and self.stale >= recipe.patience

    def outcome(self, recipe: Recipe, photos: int) -> Outcome:
        """What the end of a run says of it."""
        steps = recipe.optimizer.steps
        stopped = self.step < steps and self.is_enough(recipe)
        return Outcome(self.step, steps, self.first, self.best, stopped, photos)


def warranted(recipe: Recipe, photos: int) -> Recipe:
    """The recipe with as many steps as its `passes` over so many photos allow."""
    knobs = recipe.optimizer
    steps = math.ceil(knobs.passes * photos / knobs.batch) if knobs.passes else knobs.steps
    if steps >= knobs.steps:
        return recipe
    warmup = min(knobs.warmup_steps, int(_WARMUP_SHARE * steps))
    decay = min(knobs.decay_steps, steps)
    return replace(
        recipe, optimizer=replace(knobs, steps=steps, warmup_steps=warmup, decay_steps=decay, passes=0.0)
    )


def begins_trained(net: TrainedNetwork, start: Mapping[str, Tensor] | None) -> bool:
    """Whether all that learns begins with weights that were trained."""
    own = net.state_dict()
    return start is not None and all(
        name in start and start[name].shape == value.shape for name, value in own.items()
    )


def counted_parameters(net: TrainedNetwork) -> dict[str, int]:
    """How many parameters a network has, and how many of them learn, for `environment.json`."""
    sizes = [(value.numel(), value.requires_grad) for value in net.parameters()]
    learning = sum(size for size, learns in sizes if learns)
    return {"parameters": sum(size for size, _ in sizes), "parameters_that_learn": learning}


def describe_run(about: Mapping[str, Any]) -> list[str]:
    """What a run is: its photos, its network and what it computes with; then the photos of each source.

    Parameters
    ----------
    about
        What `environment.json` says of the photos, the device and the parameters.
    """
    learnt, apart = about["learnt_from"], about["kept_apart"]
    compiled = ", compiled" if about.get("compiled") else ""
    whole = (
        f"{sum(learnt.values()):,} photos to learn from, {sum(apart.values()):,} kept apart; "
        f"{about['parameters_that_learn']:,} of {about['parameters']:,} parameters learn, on "
        f"{about['device']} with {about['processes']} processes of {about['threads']} threads in "
        f"{about['precision']}{compiled}"
    )
    sources = sorted({*learnt, *apart}, key=lambda name: (-learnt.get(name, 0) - apart.get(name, 0), name))
    lines = [whole]
    if len(sources) > 1:
        few = [f"{name} {learnt.get(name, 0):,} + {apart.get(name, 0):,}" for name in sources[:_NAMED]]
        more = len(sources) - _NAMED
        rest = f" and {more} more sources, in {ENVIRONMENT_FILE}" if more > 0 else ""
        lines.append(f"of each source, to learn from + kept apart: {', '.join(few)}{rest}")
    return lines
