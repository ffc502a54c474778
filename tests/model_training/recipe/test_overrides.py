"""Knobs that are set on the command line."""

import pytest

from model_training.recipe.overrides import overridden
from model_training.recipe.recipe import Recipe
from model_training.recipe.values import RecipeError


def test_knobs_are_set_on_the_command_line() -> None:
    recipe = overridden(
        Recipe.load("fusion-short"), ["optimizer.steps=7", "name=mine", "data.category_weights.faces=2"]
    )
    assert (recipe.optimizer.steps, recipe.name) == (7, "mine")
    assert recipe.data.category_weights == {"faces": 2.0}
    assert recipe.network == Recipe.load("fusion-short").network
    for wrong in ("optimizer.steps", "optimizer.stepz=1", "optimizer.steps=many", "a b=[1"):
        with pytest.raises(RecipeError):
            overridden(recipe, [wrong])
