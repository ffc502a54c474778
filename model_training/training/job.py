"""What the train command does around the training: photos, the starting weights, what it gives.

The trainer knows arrays, a recipe and a run folder. A person may have a folder of photos, "release"
and the name of a weights file; this module goes from the one to the other.
"""

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.color.conversion import ColorSpace
from colorizer_gui.core.model.network_config import CLASSIFICATION
from model_training.data.kaggle import LIGHTNESS_FILE
from model_training.data.photo_source import DataError, iterate_photos
from model_training.data.prepare import prepare
from model_training.recipe.recipe import Recipe
from model_training.recipe.sections import Model, TrainFrom
from model_training.recipe.values import RecipeError
from model_training.report.export import export
from model_training.report.report import finish_simple_cnn, write_report
from model_training.runs.checkpoint import BEST, LAST
from model_training.runs.run_folder import has_run
from model_training.runs.start import open_weights

#: The word for the weights that come with the program.
RELEASE: Final = "release"
WEIGHTS: Final = ".safetensors"
#: Where photos are prepared, inside of the run folder.
PREPARED: Final = "data"
_SOURCES_FILE: Final = "sources.sha256"


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a training goes: a run folder, or a weights file with a run folder of its own.

    Attributes
    ----------
    weights
        The file to export to, or None.
    """

    run: Path
    weights: Path | None

    @classmethod
    def of(cls, out: Path, *, resume: bool) -> "Destination":
        """Understand `--out`.

        Raises
        ------
        DataError
            When the weights file exists already, and the training is not one that goes on.
        """
        if out.suffix != WEIGHTS:
            return cls(out, None)
        run = out.with_suffix(".run")
        if out.exists() and not resume:
            goes_on = "add --resume to go on with its training, or " if has_run(run) else ""
            raise DataError(f"{out} exists already; {goes_on}name another file.")
        return cls(run, out)


def fit_to_start(recipe: Recipe, start: Path | None) -> Recipe:
    """Give a recipe that keeps the network the one of the weights it begins with.

    Parameters
    ----------
    start
        A checkpoint or a weights file; None stands for the release weights.

    Raises
    ------
    DataError, WeightsError
        When the file is missing or damaged.
    """
    if not recipe.keep_network:
        return recipe
    network = open_weights(start).config
    if network.architecture != CLASSIFICATION:
        return replace(recipe, network=network)
    data = replace(recipe.data, hinted=0.0)
    model, whole = Model.CLASSIFICATION_CNN, TrainFrom.ALL
    return replace(recipe, network=network, data=data, model=model, train_from=whole)


def in_color_space(recipe: Recipe, space: ColorSpace) -> Recipe:
    """The same recipe for another colour space.

    Raises
    ------
    RecipeError
        When the network is that of other weights, which has its space.
    """
    if recipe.keep_network:
        raise RecipeError(f"The recipe {recipe.name} keeps the colour space of the weights it begins with.")
    return replace(recipe, network=replace(recipe.network, color_space=space, bins=len(AbBins.derive(space))))


def stopped_while_preparing(run: Path) -> bool:
    """Whether a run was stopped before it began, while its photos were prepared."""
    return (run / PREPARED).exists() and not has_run(run)


def prepared(
    photos: list[Path],
    folder: Path,
    *,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Path:
    """Prepare photos once; the folder is used again as long as the photos are the same.

    Raises
    ------
    DataError
        When the folder belongs to other photos, or none can be trained on; and with processes that
        started together, of which only one could prepare.
    """
    digest = _fingerprint(photos)
    stamp = folder / _SOURCES_FILE
    if (folder / LIGHTNESS_FILE).exists():
        if stamp.exists() and stamp.read_text(encoding="utf-8") == digest:
            return folder
        raise DataError(f"{folder} was prepared from other photos; name another --out.")
    if "LOCAL_WORLD_SIZE" in os.environ:
        raise DataError("Processes that start together need prepared photos; use prepare, then --data.")
    folder.mkdir(parents=True, exist_ok=True)
    stamp.write_text(digest, encoding="utf-8")  # first: whole arrays are never without it
    prepare(photos, folder, progress=progress)
    return folder


def finish(recipe: Recipe, destination: Destination) -> list[str]:
    """Write what a person wants at the end: page, curve, weights file. Returns lines for the terminal.

    Raises
    ------
    DataError, WeightsError
        When something cannot be read or written.
    """
    if int(os.environ.get("RANK", os.environ.get("LOCAL_RANK", "0"))):
        return []  # the first process does it
    run = destination.run
    lines = finish_simple_cnn(run) if recipe.model is Model.SIMPLE_CNN else []
    lines.append(f"wrote {write_report(run)}")
    if destination.weights is not None:
        export(run / BEST if (run / BEST).exists() else run / LAST, destination.weights)
        lines.append(f"wrote {destination.weights}; open it with: tintype --weights {destination.weights}")
    return lines


def _fingerprint(photos: list[Path]) -> str:
    digest = hashlib.sha256()
    for photo in iterate_photos(photos):
        digest.update(f"{photo.name}\0{photo.size}\0".encode())
        digest.update(hashlib.sha256(photo.read()).digest())
    return digest.hexdigest()
