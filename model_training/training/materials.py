"""Which kind of material a recipe learns from."""

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
    if not isinstance(data, Path) and recipe.data.keep_last_batch:
        raise DataError(
            f"The recipe {recipe.name} ends each pass with a smaller batch, which views of shards never do; "
            "add --set data.keep_last_batch=false, or make arrays of the shards with prepare."
        )
    if recipe.network.architecture == TOKENS or not isinstance(data, Path):
        return ViewMaterial(data, judge, recipe, kept)
    if judge:
        raise DataError(
            f"The network of the recipe {recipe.name} is judged by photos of the arrays that it learns from; "
            "--judge goes with --shards."
        )
    return ArrayMaterial(data, recipe)
