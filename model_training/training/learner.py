"""What learns in a training: the network, its optimizer and its average, and one step of the three."""

import math
from dataclasses import dataclass
from typing import Any

import torch
from lightning_fabric import Fabric

from colorizer_gui.core.color.conversion import FloatArray
from model_training.batches.batches import Batch, split_batch
from model_training.common.stopping import StopRequest
from model_training.data.photo_source import DataError
from model_training.models.models import TrainedNetwork, loss_of
from model_training.recipe.recipe import Recipe
from model_training.training.compilation import compile_module
from model_training.training.ema import ExponentialAverage
from model_training.training.optimization import build_optimizer, learning_rate_factor
from model_training.training.setup import TrainedPart, restore, step_seed


@dataclass(frozen=True, slots=True)
class StepFigures:
    """What is known of one step.

    Attributes
    ----------
    loss, error
        Over the batch of all processes; for the error see `Output.error_name`.
    gradient_norm
        Before it was clipped.
    stopping
        Whether any process was asked to end; all know it of the same step.
    """

    loss: float
    error: float
    gradient_norm: float
    learning_rate: float
    stopping: bool


class Learner:
    """A network in training.

    Parameters
    ----------
    prior
        (Q,) how common each bin is; the loss needs it.
    state
        A checkpoint to go on from.
    compiled
        Whether the network runs as kernels that are made for it.

    Attributes
    ----------
    net, average
        The network on its device, and the moving average of its weights.
    """

    def __init__(
        self,
        fabric: Fabric,
        recipe: Recipe,
        net: TrainedNetwork,
        prior: FloatArray,
        state: dict[str, Any] | None,
        *,
        compiled: bool = False,
    ) -> None:
        self.net = net
        self.average = ExponentialAverage(net, recipe.optimizer.ema_decay)
        optimizer = build_optimizer(net, recipe)
        if state is not None:
            restore(state, net, self.average, optimizer)
        self._fabric, self._recipe = fabric, recipe
        self._loss = fabric.to_device(loss_of(recipe, prior))
        part = TrainedPart(net)
        if compiled:
            compile_module(part, fabric.device)
        self._model, self._optimizer = fabric.setup(part, optimizer)

    def state(self) -> dict[str, Any]:
        """For a checkpoint."""
        return {
            "net": self.net.state_dict(),
            "average": self.average.state_dict(),
            "optimizer": self._optimizer.state_dict(),
        }

    def learn(self, batch: Batch, step: int, stop: StopRequest) -> StepFigures:
        """Learn from one batch.

        Parameters
        ----------
        batch
            This process's share of it.
        step
            Steps that were done before.
        stop
            Told to the other processes.

        Raises
        ------
        DataError
            When the loss is no number any more.
        """
        recipe, optimizer = self._recipe, self._optimizer
        for group in optimizer.param_groups:
            group["lr"] = group["peak_lr"] * learning_rate_factor(step, recipe)
        if recipe.data.token_dropout:
            torch.manual_seed(step_seed(recipe.seed, step, self._fabric.global_rank))
        loss, error, stopping = self._gradients(self._fabric.to_device(batch), stop)
        if not math.isfinite(loss):
            raise DataError(
                f"The loss became {loss} at step {step}; resume from the last checkpoint, "
                "or lower the learning rate."
            )
        norm = self._fabric.clip_gradients(
            self._model, optimizer, max_norm=recipe.optimizer.clip_norm, error_if_nonfinite=False
        )
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        self.average.update(self.net)
        return StepFigures(loss, error, float(norm or 0.0), optimizer.param_groups[0]["lr"], stopping)

    def _gradients(self, share: Batch, stop: StopRequest) -> tuple[float, float, bool]:
        """Add up the gradients of the parts of a batch; loss, error and whether to end, of all processes."""
        joint = torch.zeros(3, device=self._fabric.device)
        parts = split_batch(share, self._recipe.optimizer.accumulate)
        for number, part in enumerate(parts, start=1):
            with self._fabric.no_backward_sync(self._model, enabled=number < len(parts)):
                loss, error = self._loss(self._model(part), part.target)
                self._fabric.backward(loss / len(parts))
            joint[:2] += torch.stack([loss.detach(), error]) / len(parts)
        joint[2] = float(stop.asked)
        loss, error, asked = self._fabric.all_reduce(joint, reduce_op="mean").tolist()  # type: ignore[union-attr]
        return loss, error, asked > 0
