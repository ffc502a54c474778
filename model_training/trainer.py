"""The training loop, to be read from top to bottom.

Fabric places the model on the device and joins the processes; everything else is here. A run is a
folder: `recipe.json`, `environment.json`, `prior.npy`, `last.ckpt`, `best.ckpt` and TensorBoard's
events.
"""

import json
import math
import time
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import torch
from lightning_fabric import Fabric
from torch import Tensor, nn
from torch.utils.data import DataLoader
from torch.utils.tensorboard.writer import SummaryWriter
from tqdm import tqdm

from colorizer_gui.core.ab_bins import AbBins
from colorizer_gui.core.color import FloatArray
from colorizer_gui.core.network import ColorizationNet, Features
from model_training.batches import Batch, TrainingBatches, split_validation
from model_training.checkpoint import BEST, LAST, load_checkpoint, save_checkpoint
from model_training.ema import ExponentialAverage
from model_training.environment import ENVIRONMENT_FILE, describe_environment
from model_training.feature_cache import FeatureCache
from model_training.imagenet import load_imagenet_encoder
from model_training.kaggle import KaggleArrays
from model_training.losses import ChromaLoss
from model_training.photo_source import DataError
from model_training.prior import empirical_prior
from model_training.recipe import Recipe, TrainFrom
from model_training.validation import validate

#: The first encoder stage (index into `Encoder.stages`) that learns.
_FIRST_STAGE = {TrainFrom.STRIDE16: 3, TrainFrom.STRIDE8: 2, TrainFrom.STRIDE4: 1, TrainFrom.ALL: 0}


def train(
    recipe: Recipe,
    data_folder: Path,
    run: Path,
    *,
    start_from: dict[str, Tensor] | None = None,
    resume: bool = False,
    max_steps: int | None = None,
    device: str = "auto",
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
    feature_folder
        Where cached features live; inside of the run folder by default.

    Raises
    ------
    DataError
        When the data, the run folder or the checkpoint do not fit.
    """
    # Gradients of confident pixels are denormal numbers, with which a CPU computes ten times slower.
    torch.set_flush_denormal(True)
    fabric = Fabric(
        accelerator=device, devices="auto" if device != "cpu" else 1, precision=_precision(device)
    )
    fabric.launch()
    fabric.seed_everything(recipe.seed, verbose=False)
    data = KaggleArrays.open(data_folder)
    indices, held_out = split_validation(len(data), recipe.data.validation_photos)
    _open_run(run, recipe, data, resume)

    net = ColorizationNet(recipe.network)
    if start_from is None:
        net.encoder.load_state_dict(load_imagenet_encoder().state_dict())
    else:
        _load_fitting(net, start_from)
    net.to(memory_format=torch.channels_last)  # type: ignore[call-overload]  # torch's stub lacks it
    _freeze(net, recipe.train_from)
    average = ExponentialAverage(net, recipe.optimizer.ema_decay)
    optimizer = _optimizer(net, recipe)
    step, best = 0, math.inf
    if resume:
        state = load_checkpoint(run / LAST)
        net.load_state_dict(state["net"])
        average.load_state_dict(state["average"])
        optimizer.load_state_dict(state["optimizer"])
        step, best = int(state["step"]), float(state["best"])

    cache = None
    if recipe.uses_feature_cache:
        bar = tqdm(total=len(data), desc="features", unit="img", mininterval=5)
        cache = FeatureCache.build(
            feature_folder or run / "features", data, net.encoder, lambda done, _: bar.update(done - bar.n)
        )
        bar.close()
    bins = AbBins.derive(recipe.network.color_space)
    loss_function = fabric.to_device(ChromaLoss(bins, _kept_prior(run, data, indices, bins), recipe.loss))
    model, optimizer = fabric.setup(net, optimizer)

    batches = TrainingBatches(data, indices, recipe, cache, fabric.global_rank, fabric.world_size)
    last_step = recipe.optimizer.steps if max_steps is None else min(step + max_steps, recipe.optimizer.steps)
    loader = DataLoader(
        batches,
        batch_size=None,
        sampler=range(step, last_step),
        num_workers=recipe.data.loader_workers,
        prefetch_factor=2 if recipe.data.loader_workers else None,
    )
    writer = SummaryWriter(run) if fabric.is_global_zero else None
    progress = tqdm(
        total=recipe.optimizer.steps * recipe.optimizer.batch,
        initial=step * recipe.optimizer.batch,
        unit="img",
        mininterval=5,
        smoothing=0.02,
        disable=not fabric.is_global_zero,
    )

    def snapshot() -> dict[str, Any]:
        return {
            "net": net.state_dict(),
            "average": average.state_dict(),
            "optimizer": optimizer.state_dict(),
            "step": step,
            "best": best,
            "recipe": recipe.to_dict(),
        }

    saved_at = time.monotonic()
    for batch in loader:
        for group in optimizer.param_groups:
            group["lr"] = group["peak_lr"] * learning_rate_factor(step, recipe)
        logits = _forward(model, net, fabric.to_device(batch))
        loss, cross_entropy = loss_function(logits, fabric.to_device(batch.target))
        fabric.backward(loss)
        norm = fabric.clip_gradients(
            model, optimizer, max_norm=recipe.optimizer.clip_norm, error_if_nonfinite=False
        )
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        average.update(net)
        step += 1
        progress.update(recipe.optimizer.batch)

        if not torch.isfinite(loss):
            raise DataError(f"The loss became {loss.item()} at step {step}; go on from the last checkpoint.")
        if writer and step % 20 == 0:
            scalars = {"loss": loss.item(), "cross_entropy": cross_entropy.item()}
            scalars |= {"gradient_norm": float(norm or 0.0), "learning_rate": optimizer.param_groups[0]["lr"]}
            for name, value in scalars.items():
                writer.add_scalar(f"train/{name}", value, step)
            progress.set_postfix(loss=f"{scalars['loss']:.4f}", refresh=False)
        if step % recipe.validate_every == 0 or step == recipe.optimizer.steps:
            report = validate(net, average.average, data, held_out, bins, recipe.temperature)
            if writer:
                report.log(writer, step)
                tqdm.write(f"step {step}: {report.line()}")
            improved = report.cross_entropy < best
            best = min(best, report.cross_entropy)
            if fabric.is_global_zero and improved:
                save_checkpoint(run / BEST, snapshot())
        minutes = (time.monotonic() - saved_at) / 60
        if fabric.is_global_zero and (minutes > recipe.checkpoint_minutes or step == last_step):
            save_checkpoint(run / LAST, snapshot())
            saved_at = time.monotonic()
    progress.close()
    if writer:
        writer.close()


def learning_rate_factor(step: int, recipe: Recipe) -> float:
    """Linear warm-up, then a cosine to zero (Loshchilov and Hutter 2017)."""
    warmup = recipe.optimizer.warmup_steps
    if step < warmup:
        return (step + 1) / warmup
    done = (step - warmup) / max(1, recipe.optimizer.steps - warmup)
    return 0.5 * (1 + math.cos(math.pi * done))


def _kept_prior(run: Path, data: KaggleArrays, indices: npt.NDArray[np.int64], bins: AbBins) -> FloatArray:
    """The prior of the training photos, computed once for each run."""
    file = run / "prior.npy"
    if not file.exists():
        np.save(file, empirical_prior(data, indices, bins))
    return np.asarray(np.load(file, allow_pickle=False), dtype=np.float32)


def _forward(model: nn.Module, net: ColorizationNet, batch: Batch) -> Tensor:
    if batch.features is not None:
        logits: Tensor = net.decoder(Features(*batch.features), batch.hints)
        return logits
    assert batch.gray is not None
    gray = batch.gray.contiguous(memory_format=torch.channels_last)
    return model(gray, batch.hints)  # type: ignore[no-any-return]


def _freeze(net: ColorizationNet, train_from: TrainFrom) -> None:
    net.encoder.requires_grad_(False)
    if train_from is TrainFrom.DECODER:
        return
    for stage in net.encoder.stages[_FIRST_STAGE[train_from] :]:
        stage.requires_grad_(True)
    if train_from is TrainFrom.ALL:
        net.encoder.stem.requires_grad_(True)


def _optimizer(net: ColorizationNet, recipe: Recipe) -> torch.optim.AdamW:
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


def _load_fitting(net: ColorizationNet, start: dict[str, Tensor]) -> None:
    own = net.state_dict()
    net.load_state_dict(
        {k: v for k, v in start.items() if k in own and own[k].shape == v.shape}, strict=False
    )


def _open_run(run: Path, recipe: Recipe, data: KaggleArrays, resume: bool) -> None:
    file = run / "recipe.json"
    if resume:
        if not file.exists():
            raise DataError(f"There is no run in {run} to resume.")
        if Recipe.from_dict(json.loads(file.read_text(encoding="utf-8"))) != recipe:
            raise DataError(f"The run in {run} was started with another recipe; name a new folder.")
        return
    if (run / LAST).exists():
        raise DataError(f"{run} holds a run already; add --resume, or name a new folder.")
    run.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(recipe.to_dict(), indent=1), encoding="utf-8")
    environment = describe_environment() | {"photos": len(data), "fingerprint": data.fingerprint()}
    (run / ENVIRONMENT_FILE).write_text(json.dumps(environment, indent=1), encoding="utf-8")


def _precision(device: str) -> Literal["32-true", "16-mixed", "bf16-mixed"]:
    if device != "cpu" and torch.cuda.is_available():
        return "bf16-mixed" if torch.cuda.is_bf16_supported() else "16-mixed"
    return "32-true"
