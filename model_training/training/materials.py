"""Which kind of material a recipe learns from."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path

from colorizer_gui.core.model.network_config import TOKENS
from model_training.data.photo_source import DataError
from model_training.recipe.recipe import Recipe
from model_training.shards.kept_bytes import KeptBytes
from model_training.training.material import ArrayMaterial, Material
from model_training.training.view_material import ViewMaterial


def open_material(
    data: Path | Sequence[str | Path], judge: Sequence[str | Path], recipe: Recipe, kept: KeptBytes
) -> Material:
    """Open photos to learn from.

    Parameters
    ----------
    data
        A folder in the Kaggle layout, or tar shards (`PhotoShards.open`).
    judge
        Shards to judge by; none keeps some of `data` apart.
    kept
        Where indices of shards are kept, and photos from far away.

    Raises
    ------
    DataError
        When something cannot be read, or the recipe cannot learn from it.
    """
    if recipe.network.architecture == TOKENS or not isinstance(data, Path):
        return ViewMaterial(data, judge, recipe, kept)
    if judge:
        raise DataError(
            f"The network of the recipe {recipe.name} is judged by photos of the arrays that it learns from; "
            "--judge goes with --shards."
        )
    return ArrayMaterial(data, recipe)


def recipe_for(data: Path | Sequence[str | Path], recipe: Recipe) -> tuple[Recipe, list[str]]:
    """The recipe as such photos can be learnt from, and a sentence for each knob that had to change.

    Views of shards go on from one pass to the next, so that none ends with a smaller batch.
    """
    if isinstance(data, Path) or not recipe.data.keep_last_batch:
        return recipe, []
    changed = dataclasses.replace(recipe, data=dataclasses.replace(recipe.data, keep_last_batch=False))
    return changed, ["Views of shards have no smaller last batch; data.keep_last_batch is taken as false."]
