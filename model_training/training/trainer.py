"""The training loop, to be read from top to bottom.

Fabric places the model on the device and joins the processes. What one step does is in `learner`, what is
said and logged in `record`. A run is a folder (`run_folder`) with `last.ckpt`, `best.ckpt` and figures.
"""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from lightning_fabric import Fabric
from torch import Tensor

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.color.conversion import FloatArray
from model_training.batches.batches import epochs_between_sheets
from model_training.common.processor import denormals_as_zero
from model_training.common.progress import Progress
from model_training.common.stopping import StopRequest, TrainingStopped
from model_training.models.models import TrainedNetwork, output_of
from model_training.recipe.recipe import Recipe
from model_training.runs.checkpoint import BEST, LAST, save_checkpoint
from model_training.runs.run_folder import kept_prior, note
from model_training.shards.kept_bytes import KeptBytes
from model_training.training.course import (
    Course,
    Outcome,
    begins_trained,
    counted_parameters,
    describe_run,
    warranted,
)
from model_training.training.learner import Learner
from model_training.training.material import Material
from model_training.training.materials import open_material, recipe_for
from model_training.training.opening import OpenedRun, open_run
from model_training.training.record import RunRecord
from model_training.training.setup import AUTO, described_device, launch, prepared_network
from model_training.training.validation import TruePhotos, epoch_sheet, validate


@denormals_as_zero()
def train(
    recipe: Recipe,
    data: Path | Sequence[str | Path],
    run: Path,
    *,
    start_from: dict[str, Tensor] | None = None,
    resume: bool = False,
    finish_in: int | None = None,
    max_steps: int | None = None,
    device: str = "auto",
    devices: int = 1,
    feature_folder: Path | None = None,
    judge: Sequence[str | Path] = (),
    kept: KeptBytes | None = None,
    precision: str = AUTO,
    threads: int = 0,
    compiled: bool = False,
) -> Outcome:
    """Train one recipe to its end, or for `max_steps` more steps; how it went.

    Parameters
    ----------
    recipe
        All knobs; stored in the run folder, and compared with it on resume.
    data
        A folder in the Kaggle layout, or locations of tar shards of photos.
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
    kept
        Where indices of shards, and photos from far away, are kept; inside of the run folder by default.
    precision
        See `launch`.
    threads
        That torch computes with on a CPU; 0 leaves it to torch.
    compiled
        Whether the network runs as kernels that are made for it; see `compile_module`.

    Raises
    ------
    DataError
        When the data, the run folder or the checkpoint do not fit, or nothing can be compiled here.
    InferenceError
        When the device is not there.
    TrainingStopped
        By a signal, after the step that it came in and with a checkpoint of it.
    """
    if threads:
        torch.set_num_threads(threads)
    recipe, changes = recipe_for(data, recipe)
    fabric = launch(recipe, device, devices, precision)
    with fabric.rank_zero_first(local=True):  # one process of a machine makes the indices of shards
        material = open_material(data, judge, recipe, kept or KeptBytes(run / "shards"))
    about = material.description() | described_device(fabric) | {"compiled": compiled}
    recipe = warranted(recipe, about["photos"])
    opened = open_run(fabric, run, recipe, about, start_from, resume=resume, finish_in=finish_in)
    recipe, state = opened.recipe, opened.state
    course = Course.of(state)
    if course.step >= recipe.optimizer.steps:
        done = f"The run in {run} has done all of its {course.step} steps."
        Progress(unit="img", shown=fabric.is_global_zero).write(done)
        return course.outcome(recipe, len(material.held_out))

    prior = _shared_prior(fabric, run, material, recipe)
    net = prepared_network(fabric, recipe, start_from if state is None else state["net"], prior)
    parameters = counted_parameters(net)
    about |= parameters
    if state is None and opened.writes:
        note(run, parameters)
    learner = Learner(fabric, recipe, net, prior, state, compiled=compiled)
    material.prepare(fabric, net, recipe, feature_folder or run / "features")
    with (
        StopRequest() as stop,
        RunRecord(
            fabric, run, recipe, course.step, output_of(recipe).error_name, resume=opened.resumed
        ) as record,
    ):
        said = [*changes, *material.notices, *describe_run(about)]
        record.begin(course.step, said if state is None else [])
        loop = _Loop(run, opened, material, learner, course, record)
        if state is None and begins_trained(net, start_from):
            loop.judge()  # what follows has to be better than this
        stopped = loop.go_on(max_steps, stop)
    if stopped:
        fabric.barrier()  # no process ends before the checkpoint is written
        raise TrainingStopped(*_goes_on(run, course, recipe) if fabric.is_global_zero else ())
    return course.outcome(recipe, len(material.held_out))


def _shared_prior(fabric: Fabric, run: Path, material: Material, recipe: Recipe) -> FloatArray:
    """(Q,) how common each bin is, counted by the first process and told to all."""
    bins = AbBins.derive(recipe.network.color_space)
    unknown = np.empty(0, dtype=np.float32)
    prior = kept_prior(run, lambda: material.prior(bins)) if fabric.is_global_zero else unknown
    shared: FloatArray = fabric.broadcast(prior)
    return shared


def _goes_on(run: Path, course: Course, recipe: Recipe) -> list[str]:
    """What to say of a training that was stopped."""
    steps = f"{course.step:,} of {recipe.optimizer.steps:,} steps"
    return [f"Interrupted after {steps}, which {run / LAST} keeps; go on with --resume."]


class _Loop:
    """Step after step, and what is due between two of them."""

    def __init__(
        self,
        run: Path,
        opened: OpenedRun,
        material: Material,
        learner: Learner,
        course: Course,
        record: RunRecord,
    ) -> None:
        recipe = opened.recipe
        self._run, self._recipe, self._writes = run, recipe, opened.writes
        self._material, self._learner, self._course, self._record = material, learner, course, record
        self._output = output_of(recipe)
        self._epoch = material.steps_per_epoch
        self._sheet_every = self._epoch * epochs_between_sheets(recipe.optimizer.steps, self._epoch)
        self._saved_at = time.monotonic()

    def go_on(self, max_steps: int | None, stop: StopRequest) -> bool:
        """Learn until the recipe's last step, the last of `max_steps`, or the end of its patience.

        Returns whether it was stopped before.
        """
        recipe, course = self._recipe, self._course
        last = recipe.optimizer.steps
        last = last if max_steps is None else min(course.step + max_steps, last)
        for batch in self._material.batches(course.step, last):
            figures = self._learner.learn(batch, course.step, stop)
            step = course.stepped(figures.loss)
            self._record.stepped(step, figures)
            if step % self._epoch == 0:
                self._end_epoch()
            if step % recipe.validate_every == 0 or step == recipe.optimizer.steps:
                self.judge()
            enough = course.is_enough(recipe)
            self._save(ending=enough or figures.stopping or step == last)
            if enough or figures.stopping:
                return figures.stopping
        return False

    def judge(self) -> None:
        """Look at the photos that were kept apart; keep the weights that are the best so far."""
        report = validate(*self._judged(), self._output, self._recipe.temperature)
        self._record.judged(self._course.step, report)
        if self._course.judged(report.error) and self._writes:
            save_checkpoint(self._run / BEST, self._state())

    def _end_epoch(self) -> None:
        step, loss = self._course.step, self._course.ended_epoch()
        judged, output, temperature = self._judged(), self._output, self._recipe.temperature
        due = step % self._sheet_every == 0
        self._record.epoch_ended(
            step, loss, (lambda: epoch_sheet(*judged, output, temperature)) if due else None
        )

    def _judged(self) -> tuple[TrainedNetwork, dict[str, Tensor], TruePhotos, npt.NDArray[np.int64]]:
        """Network, weights, photos and which of them: what is judged."""
        weights = self._learner.average.average
        return self._learner.net, weights, self._material.truths, self._material.held_out

    def _save(self, *, ending: bool) -> None:
        """Keep a checkpoint when one is due."""
        recipe, step = self._recipe, self._course.step
        if not self._writes:
            return
        if recipe.keep_every and step % recipe.keep_every == 0:
            save_checkpoint(self._run / f"step-{step:06}.ckpt", self._state())
        if ending or (time.monotonic() - self._saved_at) / 60 > recipe.checkpoint_minutes:
            save_checkpoint(self._run / LAST, self._state())
            self._saved_at = time.monotonic()

    def _state(self) -> dict[str, Any]:
        return self._learner.state() | {"recipe": self._recipe.to_dict()} | self._course.to_dict()
