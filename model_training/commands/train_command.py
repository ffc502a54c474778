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
    from model_training.common.progress import Progress
    from model_training.recipe.recipe import Recipe
    from model_training.recipe.values import RecipeError
    from model_training.runs.checkpoint import LAST
    from model_training.runs.run_folder import has_run
    from model_training.runs.start import starting_tensors
    from model_training.training.job import PREPARED, Destination, finish, prepared, stopped_while_preparing
    from model_training.training.setup import processes

    destination = Destination.of(out, resume=options.resume)
    run = destination.run
    resume = options.resume and not (options.photos and stopped_while_preparing(run))
    if seed is not None and not has_run(run):
        resume = False  # of several seeds, this one has not begun
    recipe = _recipe(options, run if resume else None, seed)
    processes(recipe, options.device, options.devices)  # before photos are prepared for nothing
    begins = _starting_tensors(options, recipe)
    data = options.data or options.shards
    if options.photos:
        with Progress(unit="photo", what="prepare") as bar:
            data = prepared(options.photos, run / PREPARED, progress=bar.to)
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


def _recipe(options: argparse.Namespace, resumed: Path | None, seed: int | None) -> "Recipe":
    """The recipe that the flags name, or that of the run that goes on, with the knobs of other flags."""
    from colorizer_gui.core.color.conversion import ColorSpace
    from model_training.recipe.overrides import overridden
    from model_training.recipe.recipe import Recipe
    from model_training.runs.run_folder import recipe_of
    from model_training.training.job import fit_to_start, in_color_space

    if resumed and not options.recipe:
        recipe = recipe_of(resumed)
    else:
        recipe = fit_to_start(Recipe.load(options.recipe or FINE_TUNE), _start(options))
    recipe = overridden(recipe, options.set)
    if seed is not None:
        recipe = replace(recipe, seed=seed)
    return in_color_space(recipe, ColorSpace(options.color_space)) if options.color_space else recipe


def _start(options: argparse.Namespace) -> Path | None:
    """The file to begin with; None for the release weights."""
    from model_training.training.job import RELEASE

    return None if options.start_from in (None, RELEASE) else Path(options.start_from)


def _starting_tensors(options: argparse.Namespace, recipe: "Recipe") -> "dict[str, Tensor] | None":
    """What the network begins with; None for the recipe's own beginning."""
    from colorizer_gui.core.model.network_config import TOKENS
    from model_training.recipe.values import RecipeError
    from model_training.runs.start import encoder_tensors, starting_tensors

    tensors = starting_tensors(_start(options)) if options.start_from or recipe.keep_network else None
    if not options.encoder:
        return tensors
    if recipe.network.architecture != TOKENS:
        raise RecipeError(f"The network of the recipe {recipe.name} takes no --encoder.")
    return (tensors or {}) | encoder_tensors(options.encoder)


def _one(
    options: argparse.Namespace,
    recipe: "Recipe",
    data: "Path | list[str]",
    run: Path,
    begins: "dict[str, Tensor] | None",
    resume: bool,
    finish_in: int | None,
) -> "Outcome":
    from model_training.shards.kept_bytes import KeptBytes
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
        kept=KeptBytes(options.cache or run / "shards", int(options.cache_gb * 1e9)),
        precision=options.precision,
        threads=options.threads,
        compiled=options.compile,
    )
