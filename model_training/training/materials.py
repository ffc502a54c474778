"""Which kind of material a recipe learns from."""

from collections.abc import Sequence
from pathlib import Path

from colorizer_gui.core.model.network_config import PAIR, TOKENS
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
    of_pair = recipe.network.architecture == PAIR and not isinstance(data, Path)
    if recipe.network.architecture == TOKENS or of_pair:
        return ViewMaterial(data, judge, recipe, kept)
    if not isinstance(data, Path) or judge:
        raise DataError(
            f"The network of the recipe {recipe.name} learns from prepared arrays; make them of the shards "
            "with prepare, and name their folder with --data."
        )
    return ArrayMaterial(data, recipe)
