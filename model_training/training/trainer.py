"""The training loop, to be read from top to bottom.

Fabric places the model on the device and joins the processes; everything else is here. A run is a
folder (`run_folder`) with `last.ckpt`, `best.ckpt` and TensorBoard's events.
"""

import math
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from colorizer_gui.core.color.ab_bins import AbBins
from model_training.batches.batches import epochs_between_sheets, split_batch
from model_training.common.processor import denormals_as_zero
from model_training.common.progress import Progress
from model_training.data.photo_source import DataError
from model_training.models.models import loss_of, output_of
from model_training.recipe.recipe import Recipe
from model_training.report.curves import EPOCH_LOSS, EPOCH_SHEET
from model_training.runs.checkpoint import BEST, LAST, save_checkpoint
from model_training.runs.figures import FigureLog
from model_training.runs.run_folder import kept_prior
from model_training.training.course import Course, Outcome, begins_trained, describe_run, warranted
from model_training.training.ema import ExponentialAverage
from model_training.training.materials import open_material
from model_training.training.optimization import build_optimizer, learning_rate_factor
from model_training.training.setup import (
    AUTO,
    TrainedPart,
    described_device,
    launch,
    open_run,
    prepared_network,
    restore,
    step_seed,
)
from model_training.training.validation import epoch_sheet, validate


@denormals_as_zero()
def train(
    recipe: Recipe,
    data: Path | Sequence[Path],
    run: Path,
    *,
    start_from: dict[str, Tensor] | None = None,
    resume: bool = False,
    finish_in: int | None = None,
    max_steps: int | None = None,
    device: str = "auto",
    devices: int = 1,
    feature_folder: Path | None = None,
    judge: Sequence[Path] = (),
    precision: str = AUTO,
    threads: int = 0,
) -> Outcome:
    """Train one recipe to its end, or for `max_steps` more steps; how it went.

    Parameters
    ----------
    recipe
        All knobs; stored in the run folder, and compared with it on resume.
    data
        A folder in the Kaggle layout, or tar shards of photos.
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
    judge
        Shards whose photos are judged by, in the place of some that are kept apart from `data`.
    precision
        See `launch`.
    threads
        That torch computes with on a CPU; 0 leaves it to torch.

    Raises
    ------
    DataError
        When the data, the run folder or the checkpoint do not fit.
    InferenceError
        When the device is not there.
    """
    if threads:
        torch.set_num_threads(threads)
    fabric = launch(recipe, device, devices, precision)
    material = open_material(data, judge, recipe)
    about = material.description() | described_device(fabric)
    recipe = warranted(recipe, about["photos"])
    recipe, state = open_run(fabric, run, recipe, about, start_from, resume=resume, finish_in=finish_in)
    course = Course.of(state)
    if course.step >= recipe.optimizer.steps:
        Progress(unit="img", shown=fabric.is_global_zero).write(
            f"The run in {run} has done all of its {course.step} steps."
        )
        return course.outcome(recipe, len(material.held_out))

    bins = AbBins.derive(recipe.network.color_space)
    unknown = np.empty(0, dtype=np.float32)
    prior = kept_prior(run, lambda: material.prior(bins)) if fabric.is_global_zero else unknown
    prior = fabric.broadcast(prior)
    net = prepared_network(fabric, recipe, start_from if state is None else state["net"], prior)
    average = ExponentialAverage(net, recipe.optimizer.ema_decay)
    optimizer = build_optimizer(net, recipe)
    if state is not None:
        restore(state, net, average, optimizer)
    material.prepare(fabric, net, recipe, feature_folder or run / "features")
    epoch, held_out = material.steps_per_epoch, material.held_out
    sheet_every = epoch * epochs_between_sheets(recipe.optimizer.steps, epoch)
    output = output_of(recipe)
    loss_function = fabric.to_device(loss_of(recipe, prior))
    model, optimizer = fabric.setup(TrainedPart(net), optimizer)
    last_step = recipe.optimizer.steps
    last_step = last_step if max_steps is None else min(course.step + max_steps, last_step)
    log = FigureLog(run, course.step, resume=resume) if fabric.is_global_zero else None
    size = recipe.optimizer.batch
    progress = Progress(recipe.optimizer.steps * size, unit="img", shown=fabric.is_global_zero)
    if state is None:
        progress.write(describe_run(net, about))
    progress.to(course.step * size)

    def snapshot() -> dict[str, Any]:
        state = {"net": net.state_dict(), "average": average.state_dict()}
        return state | {"optimizer": optimizer.state_dict(), "recipe": recipe.to_dict()} | course.to_dict()

    def judge_now() -> None:
        report = validate(net, average.average, material.truths, held_out, output, recipe.temperature)
        if log:
            report.log(log, course.step)
            progress.write(f"step {course.step}: {report.line()}")
        if course.judged(report.error) and fabric.is_global_zero:
            save_checkpoint(run / BEST, snapshot())

    if state is None and begins_trained(net, start_from):
        judge_now()  # what follows has to be better than this
    saved_at = time.monotonic()
    for batch in material.batches(course.step, last_step):
        for group in optimizer.param_groups:
            group["lr"] = group["peak_lr"] * learning_rate_factor(course.step, recipe)
        share = fabric.to_device(batch)
        if recipe.data.token_dropout:
            torch.manual_seed(step_seed(recipe.seed, course.step, fabric.global_rank))
        joint = torch.zeros(2, device=fabric.device)
        parts = split_batch(share, recipe.optimizer.accumulate)
        for number, part in enumerate(parts, start=1):
            with fabric.no_backward_sync(model, enabled=number < len(parts)):
                loss, error = loss_function(model(part), part.target)
                fabric.backward(loss / len(parts))
            joint += torch.stack([loss.detach(), error]) / len(parts)
        joint_loss, joint_error = fabric.all_reduce(joint, reduce_op="mean").tolist()  # type: ignore[union-attr]
        if not math.isfinite(joint_loss):
            if log:
                log.close()  # the figures before it say why
            raise DataError(
                f"The loss became {joint_loss} at step {course.step}; resume from the last checkpoint, "
                "or lower the learning rate."
            )
        norm = fabric.clip_gradients(
            model, optimizer, max_norm=recipe.optimizer.clip_norm, error_if_nonfinite=False
        )
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        average.update(net)
        step = course.stepped(joint_loss)
        progress.to(step * size)

        if step % epoch == 0:
            if log:
                log.scalars(step, {EPOCH_LOSS: course.epoch_loss / course.epoch_steps})
                if step % sheet_every == 0:
                    judged = material.truths, held_out, output, recipe.temperature
                    log.sheet(step, EPOCH_SHEET, epoch_sheet(net, average.average, *judged))
            course.epoch_loss, course.epoch_steps = 0.0, 0
        if log and step % 20 == 0:
            scalars = {"loss": joint_loss, output.error_name: joint_error}
            scalars |= {"gradient_norm": float(norm or 0.0), "learning_rate": optimizer.param_groups[0]["lr"]}
            log.scalars(step, {f"train/{name}": value for name, value in scalars.items()})
            progress.to(step * size, note=f"step {step}, loss {joint_loss:.4f}")
        if step % recipe.validate_every == 0 or step == recipe.optimizer.steps:
            judge_now()
        if recipe.keep_every and step % recipe.keep_every == 0 and fabric.is_global_zero:
            save_checkpoint(run / f"step-{step:06}.ckpt", snapshot())
        enough = course.is_enough(recipe)
        minutes = (time.monotonic() - saved_at) / 60
        if fabric.is_global_zero and (minutes > recipe.checkpoint_minutes or step == last_step or enough):
            save_checkpoint(run / LAST, snapshot())
            saved_at = time.monotonic()
        if enough:
            break
    progress.close()
    if log:
        log.close()
    return course.outcome(recipe, len(held_out))
