"""What `train` does with its flags; everything heavy is imported when it is needed."""

import argparse
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from torch import Tensor

    from model_training.recipe.recipe import Recipe
    from model_training.training.course import Outcome

#: The recipe of those who name none.
FINE_TUNE: Final = "fine-tune"


def run_train(options: argparse.Namespace) -> None:
    """See `cli`."""
    from model_training.common.processor import keep_freed_memory
    from model_training.recipe.overrides import overridden
    from model_training.recipe.recipe import Recipe
    from model_training.recipe.values import RecipeError

    if options.finish_in and not options.resume:
        raise RecipeError("--finish-in ends a run that is there already; add --resume.")
    if options.recipe or not options.resume:
        overridden(Recipe.load(options.recipe or FINE_TUNE), options.set)  # a mistake is said before torch
    if options.seeds and (options.devices > 1 or options.out.suffix):
        raise RecipeError("--seeds takes one process, and a run folder in --out.")
    keep_freed_memory()  # before torch allocates anything
    if not options.seeds:
        _train(options, options.out, None)
    for seed in options.seeds:
        print(f"seed {seed}")
        _train(options, options.out / f"seed-{seed}", seed)


def _train(options: argparse.Namespace, out: Path, seed: int | None) -> None:
    """One recipe, and those that follow it, each in a folder inside of the one before."""
    from colorizer_gui.core.color.conversion import ColorSpace
    from colorizer_gui.core.model.network_config import TOKENS
    from model_training.common.progress import Progress
    from model_training.recipe.overrides import overridden
    from model_training.recipe.recipe import Recipe
    from model_training.recipe.values import RecipeError
    from model_training.runs.checkpoint import LAST
    from model_training.runs.run_folder import has_run, recipe_of
    from model_training.runs.start import encoder_tensors, starting_tensors
    from model_training.training.job import (
        PREPARED,
        RELEASE,
        Destination,
        finish,
        fit_to_start,
        in_color_space,
        prepared,
        stopped_while_preparing,
    )
    from model_training.training.setup import processes

    destination = Destination.of(out, resume=options.resume)
    resume = options.resume and not (options.photos and stopped_while_preparing(destination.run))
    if seed is not None and not has_run(destination.run):
        resume = False  # of several seeds, this one has not begun
    start = None if options.start_from in (None, RELEASE) else Path(options.start_from)
    if resume and not options.recipe:
        recipe = recipe_of(destination.run)
    else:
        recipe = fit_to_start(Recipe.load(options.recipe or FINE_TUNE), start)
    recipe = overridden(recipe, options.set)
    if seed is not None:
        recipe = replace(recipe, seed=seed)
    if options.color_space:
        recipe = in_color_space(recipe, ColorSpace(options.color_space))
    processes(recipe, options.device, options.devices)  # before photos are prepared for nothing
    begins = starting_tensors(start) if options.start_from or recipe.keep_network else None
    if options.encoder:
        if recipe.network.architecture != TOKENS:
            raise RecipeError(f"The network of the recipe {recipe.name} takes no --encoder.")
        begins = (begins or {}) | encoder_tensors(options.encoder)
    data = options.data or options.shards
    if options.photos:
        with Progress(unit="photo", what="prepare") as bar:
            data = prepared(options.photos, destination.run / PREPARED, progress=bar.to)
    run = destination.run
    outcome = _one(options, recipe, data, run, begins, resume, options.finish_in)
    done = {recipe.name}
    while recipe.then and outcome.ended:
        before, recipe = run, Recipe.load(recipe.then)
        if recipe.name in done:
            raise RecipeError(f"The recipe {recipe.name} follows itself.")
        done.add(recipe.name)
        if options.devices > 1 or "LOCAL_WORLD_SIZE" in os.environ:
            print(f"Next: train --recipe {recipe.name} --from {before / LAST}")
            break
        run = before / recipe.name
        print(f"{recipe.name}, from {before / LAST}")
        begins = starting_tensors(before / LAST)
        outcome = _one(options, recipe, data, run, begins, options.resume and has_run(run), None)
    for line in [*finish(recipe, replace(destination, run=run)), *outcome.lines()]:
        print(line)


def _one(
    options: argparse.Namespace,
    recipe: "Recipe",
    data: "Path | list[Path]",
    run: Path,
    begins: "dict[str, Tensor] | None",
    resume: bool,
    finish_in: int | None,
) -> "Outcome":
    from model_training.training.trainer import train

    return train(
        recipe,
        data,
        run,
        start_from=begins,
        resume=resume,
        finish_in=finish_in,
        max_steps=options.max_steps,
        device=options.device,
        devices=options.devices,
        feature_folder=options.features,
        judge=options.judge,
        precision=options.precision,
        threads=options.threads,
    )
