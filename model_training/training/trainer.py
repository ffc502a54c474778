"""The training loop, to be read from top to bottom.

Fabric places the model on the device and joins the processes; everything else is here. A run is a
folder (`run_folder`) with `last.ckpt`, `best.ckpt` and TensorBoard's events.
"""

import math
import time
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.utils.data import DataLoader
from torch.utils.tensorboard.writer import SummaryWriter

from colorizer_gui.core.color.ab_bins import AbBins
from model_training.batches.batches import TrainingBatches, choose_photos, sampling_weights
from model_training.common.processor import denormals_as_zero
from model_training.common.progress import Progress
from model_training.data.kaggle import KaggleArrays
from model_training.data.photo_source import DataError
from model_training.models.models import loss_of, output_of
from model_training.recipe.recipe import Recipe
from model_training.report.curves import EPOCH_LOSS, EPOCH_SHEET
from model_training.runs.checkpoint import BEST, LAST, save_checkpoint
from model_training.runs.run_folder import kept_prior
from model_training.training.ema import ExponentialAverage
from model_training.training.optimization import build_optimizer, learning_rate_factor
from model_training.training.setup import (
    TrainedPart,
    cached_features,
    launch,
    open_run,
    prepared_network,
    restore,
)
from model_training.training.validation import epoch_sheet, validate


@denormals_as_zero()
def train(
    recipe: Recipe,
    data_folder: Path,
    run: Path,
    *,
    start_from: dict[str, Tensor] | None = None,
    resume: bool = False,
    finish_in: int | None = None,
    max_steps: int | None = None,
    device: str = "auto",
    devices: int = 1,
    feature_folder: Path | None = None,
) -> None:
    """Train one recipe to its end, or for `max_steps` more steps.

    Parameters
    ----------
    recipe
        All knobs; stored in the run folder, and compared with it on resume.
    data_folder
        A folder in the Kaggle layout.
    run
        The run folder; must be new unless `resume`.
    start_from
        A state dict of `ColorizationNet` to begin with instead of ImageNet's encoder; tensors that
        the recipe's network does not have (or has in another shape) are left at their start values.
    finish_in
        With `resume`: from now on the rates fall to zero within so many steps, which end the run; its
        recipe is changed, and the old one is kept beside it.
    devices
        Processes that share each batch; the batch must be a multiple of them. Under `torchrun` they
        are those that it started, on this machine and on others.
    feature_folder
        Where cached features live; inside of the run folder by default.

    Raises
    ------
    DataError
        When the data, the run folder or the checkpoint do not fit.
    InferenceError
        When the device is not there.
    """
    fabric = launch(recipe, device, devices)
    data = KaggleArrays.open(data_folder)
    indices, held_out = choose_photos(len(data), recipe.data, recipe.seed)
    weights = sampling_weights(data, indices, recipe.data)
    recipe, state = open_run(fabric, run, recipe, data, start_from, resume=resume, finish_in=finish_in)
    net = prepared_network(fabric, recipe, start_from)
    average = ExponentialAverage(net, recipe.optimizer.ema_decay)
    optimizer = build_optimizer(net, recipe)
    step, best = 0, math.inf
    epoch_loss, epoch_steps = 0.0, 0
    if state is not None:
        restore(state, net, average, optimizer)
        step, best = int(state["step"]), float(state["best"])
        epoch_loss, epoch_steps = state.get("epoch", (0.0, 0))
    if step >= recipe.optimizer.steps:
        Progress(unit="img", shown=fabric.is_global_zero).write(
            f"The run in {run} has done all of its {step} steps."
        )
        return

    with fabric.rank_zero_first():
        cache = cached_features(feature_folder or run / "features", data, net, recipe)
        prior = kept_prior(run, data, indices, AbBins.derive(recipe.network.color_space))
    output = output_of(recipe)
    loss_function = fabric.to_device(loss_of(recipe, prior))
    model, optimizer = fabric.setup(TrainedPart(net), optimizer)

    batches = TrainingBatches(data, indices, recipe, cache, weights, fabric.global_rank, fabric.world_size)
    last_step = recipe.optimizer.steps if max_steps is None else min(step + max_steps, recipe.optimizer.steps)
    loader = DataLoader(
        batches,
        batch_size=None,
        sampler=range(step, last_step),
        num_workers=recipe.data.loader_workers,
        prefetch_factor=2 if recipe.data.loader_workers else None,
    )
    # Purging hides what an interrupted run logged after its last checkpoint.
    writer = SummaryWriter(run, purge_step=step + 1 if resume else None) if fabric.is_global_zero else None
    size = recipe.optimizer.batch
    progress = Progress(recipe.optimizer.steps * size, unit="img", shown=fabric.is_global_zero)
    progress.to(step * size)

    def snapshot() -> dict[str, Any]:
        return {
            "net": net.state_dict(),
            "average": average.state_dict(),
            "optimizer": optimizer.state_dict(),
            "step": step,
            "best": best,
            "epoch": (epoch_loss, epoch_steps),
            "recipe": recipe.to_dict(),
        }

    saved_at = time.monotonic()
    for batch in loader:
        for group in optimizer.param_groups:
            group["lr"] = group["peak_lr"] * learning_rate_factor(step, recipe)
        share = fabric.to_device(batch)
        loss, error = loss_function(model(share), share.target)
        joint = torch.stack([loss.detach(), error])
        joint_loss, joint_error = fabric.all_reduce(joint, reduce_op="mean").tolist()  # type: ignore[union-attr]
        if not math.isfinite(joint_loss):
            if writer:
                writer.close()  # the figures before it say why
            raise DataError(
                f"The loss became {joint_loss} at step {step}; resume from the last checkpoint, "
                "or lower the learning rate."
            )
        fabric.backward(loss)
        norm = fabric.clip_gradients(
            model, optimizer, max_norm=recipe.optimizer.clip_norm, error_if_nonfinite=False
        )
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        average.update(net)
        step += 1
        progress.to(step * size)

        epoch_loss, epoch_steps = epoch_loss + joint_loss, epoch_steps + 1
        if step % batches.steps_per_epoch == 0:
            if writer:
                writer.add_scalar(EPOCH_LOSS, epoch_loss / epoch_steps, step)
                if step // batches.steps_per_epoch % batches.epochs_between_sheets == 0:
                    sheet = epoch_sheet(net, average.average, data, held_out, output, recipe.temperature)
                    writer.add_image(EPOCH_SHEET, sheet, step, dataformats="HWC")
            epoch_loss, epoch_steps = 0.0, 0
        if writer and step % 20 == 0:
            scalars = {"loss": joint_loss, output.error_name: joint_error}
            scalars |= {"gradient_norm": float(norm or 0.0), "learning_rate": optimizer.param_groups[0]["lr"]}
            for name, value in scalars.items():
                writer.add_scalar(f"train/{name}", value, step)
            progress.to(step * size, note=f"step {step}, loss {joint_loss:.4f}")
        if step % recipe.validate_every == 0 or step == recipe.optimizer.steps:
            report = validate(net, average.average, data, held_out, output, recipe.temperature)
            if writer:
                report.log(writer, step)
                progress.write(f"step {step}: {report.line()}")
            improved = report.error < best
            best = min(best, report.error)
            if fabric.is_global_zero and improved:
                save_checkpoint(run / BEST, snapshot())
        minutes = (time.monotonic() - saved_at) / 60
        if fabric.is_global_zero and (minutes > recipe.checkpoint_minutes or step == last_step):
            save_checkpoint(run / LAST, snapshot())
            saved_at = time.monotonic()
    progress.close()
    if writer:
        writer.close()
