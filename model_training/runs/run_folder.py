"""The run folder: what it says about a run, and whether a run may begin or go on in it."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
from torch import Tensor

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.model.weights import tensor_hash
from model_training.batches.prior import PRIOR_FILE
from model_training.common.environment import ENVIRONMENT_FILE, describe_environment
from model_training.common.json_files import write_json
from model_training.data.photo_source import DataError
from model_training.recipe.recipe import Recipe
from model_training.runs.checkpoint import LAST

RECIPE_FILE: Final = "recipe.json"
#: What of the environment must be the same when a run goes on, and how a user calls it.
_SAME: Final = {
    "fingerprint": "photos",
    "categories": "categories of the photos",
    "precision": "precision",
    "compiled": "kernels (--compile)",
}


def has_run(run: Path) -> bool:
    """Whether a run was begun in the folder."""
    return (run / RECIPE_FILE).exists()


def recipe_of(run: Path) -> Recipe:
    """The recipe that a run follows now.

    Raises
    ------
    DataError, RecipeError
        When there is no run, or its recipe is damaged.
    """
    return Recipe.from_dict(read_json(run / RECIPE_FILE))


def begin(run: Path, recipe: Recipe, data: Mapping[str, Any], start: dict[str, Tensor] | None) -> None:
    """Write down what a new run is.

    Parameters
    ----------
    data
        What is written down of the photos; see `Material.description`.

    Raises
    ------
    DataError
        When the folder holds a run.
    """
    if (run / LAST).exists():
        raise DataError(f"{run} holds a run already; add --resume, or name a new folder.")
    run.mkdir(parents=True, exist_ok=True)
    (run / PRIOR_FILE).unlink(missing_ok=True)  # of an attempt that never reached a checkpoint
    environment = describe_environment() | dict(data) | _start(start)
    write_json(run / ENVIRONMENT_FILE, environment, indent=1)
    write_json(run / RECIPE_FILE, recipe.to_dict(), indent=1)  # last: where it is, everything is


def go_on(run: Path, recipe: Recipe, data: Mapping[str, Any], start: dict[str, Tensor] | None) -> None:
    """Check that a run goes on with what it began with.

    Raises
    ------
    DataError
        When there is no run, or it began with another recipe, other photos or other weights.
    """
    if not has_run(run):
        raise DataError(f"There is no run in {run} to resume.")
    if recipe_of(run) != recipe:
        raise DataError(
            f"The run in {run} follows another recipe; leave --recipe out to go on with its own, "
            "or name a new folder."
        )
    began, now = read_json(run / ENVIRONMENT_FILE), dict(data) | _start(start)
    for key, name in _SAME.items():
        if began.get(key) not in (None, now.get(key)):
            raise DataError(f"The run in {run} was started with other {name}; name a new folder.")
    if not (run / LAST).exists():  # stopped before its first checkpoint: it begins again
        if "start" in began and began["start"] != now["start"]:
            raise DataError(f"The run in {run} began with other weights; give the same --from again.")
        (run / PRIOR_FILE).unlink(missing_ok=True)


def note(run: Path, values: Mapping[str, Any]) -> None:
    """Write down what is known of a new run only after it was begun."""
    write_json(run / ENVIRONMENT_FILE, read_json(run / ENVIRONMENT_FILE) | dict(values), indent=1)


def change_recipe(run: Path, step: int, old: Recipe, new: Recipe) -> None:
    """Let a run follow another recipe from a step on; the old one is kept beside it."""
    if old != new:
        write_json(run / f"recipe-until-{step}.json", old.to_dict(), indent=1)
        write_json(run / RECIPE_FILE, new.to_dict(), indent=1)


def kept_prior(run: Path, compute: Callable[[], FloatArray]) -> FloatArray:
    """The prior of the training photos, computed once for each run."""
    file = run / PRIOR_FILE
    if not file.exists():
        np.save(file, compute())
    return np.asarray(np.load(file, allow_pickle=False), dtype=np.float32)


def _start(start: dict[str, Tensor] | None) -> dict[str, Any]:
    return {"start": None if start is None else tensor_hash(start)}


def read_json(file: Path) -> dict[str, Any]:
    """One of the files of a run.

    Raises
    ------
    DataError
        When it is missing or damaged.
    """
    try:
        return dict(json.loads(file.read_text(encoding="utf-8")))
    except FileNotFoundError as exc:
        raise DataError(f"There is no {file.name} in {file.parent}; name a run folder.") from exc
    except (ValueError, TypeError) as exc:
        raise DataError(f"{file} cannot be read: {exc}.") from exc
