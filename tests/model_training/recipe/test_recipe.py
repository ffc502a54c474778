"""Recipes are read strictly."""

from pathlib import Path
from typing import Any

import pytest

from colorizer_gui.core.color.conversion import ColorSpace
from model_training.recipe.recipe import RECIPES_FOLDER, Recipe
from model_training.recipe.sections import TrainFrom
from model_training.recipe.values import RecipeError

RECIPES = sorted(RECIPES_FOLDER.glob("*.toml"))


def test_there_are_recipes() -> None:
    assert RECIPES


@pytest.mark.parametrize("file", RECIPES, ids=lambda file: file.stem)
def test_every_recipe_loads_and_goes_there_and_back(file: Path) -> None:
    recipe = Recipe.load(file.stem)
    assert recipe == Recipe.load(str(file)) == Recipe.from_dict(recipe.to_dict())


def test_what_is_left_out_has_its_default(tmp_path: Path) -> None:
    (tmp_path / "short.toml").write_text('train_from = "stride8"\n[loss]\nhuber = 1\n')
    recipe = Recipe.load(str(tmp_path / "short.toml"))
    assert recipe.train_from is TrainFrom.STRIDE8
    assert recipe.loss.huber == 1.0
    assert isinstance(recipe.loss.huber, float)
    assert recipe.optimizer == Recipe().optimizer


@pytest.mark.parametrize(
    "values",
    [
        {"lerning_rate": 1},
        {"decoder_learns": False},
        {"optimizer": {"stepz": 1}},
        {"network": {"width": 1}},
        {"optimizer": 3},
        {"optimizer": {"steps": "many"}},
        {"optimizer": {"steps": 1.5}},
        {"optimizer": {"steps": True}},
        {"optimizer": {"steps": 0}},
        {"optimizer": {"batch": -1}},
        {"optimizer": {"learning_rate": 0.0}},
        {"optimizer": {"learning_rate": float("nan")}},
        {"optimizer": {"learning_rate": float("inf")}},
        {"optimizer": {"ema_decay": 1.0}},
        {"optimizer": {"warmup_steps": -1}},
        {"data": {"side": 100}},
        {"data": {"side": 256}},
        {"data": {"first_side": 100}},
        {"data": {"side": 96, "first_side": 128}},
        {"data": {"first_side": 128, "growing": 0.0}},
        {"network": {"architecture": "fusion-vit-s14-v1", "output_stride": 7}, "data": {"first_side": 28}},
        {"data": {"min_crop": 0.0}},
        {"data": {"hinted": 1.1}},
        {"data": {"film_response": -0.1}},
        {"loss": {"pixels": 0.0}},
        {"optimizer": {"decay_steps": -1}},
        {"optimizer": {"steps": 10, "decay_steps": 11}},
        {"data": {"category_weights": 2.0}},
        {"data": {"category_weights": {"faces": -1.0}}},
        {"data": {"category_weights": {"faces": "often"}}},
        {"loss": {"pixels": 1.5}},
        {"data": {"mirror": 1}},
        {"data": {"validation_photos": 0}},
        {"data": {"loader_workers": -1}},
        {"loss": {"rebalancing": 0.0}},
        {"loss": {"huber_delta": 0.0}},
        {"network": {"output_stride": 5}},
        {"network": {"bins": 300}},
        {"network": {"color_space": "luv"}},
        {"train_from": "everything"},
        {"train_from": 3},
        {"temperature": 0.0},
        {"validate_every": 0},
        {"seed": -1},
    ],
    ids=str,
)
def test_a_mistake_is_a_sentence(values: dict[str, Any]) -> None:
    with pytest.raises(RecipeError, match=r"recipe.*\.$"):
        Recipe.from_dict(values)


def test_weights_of_categories_are_a_table(tmp_path: Path) -> None:
    (tmp_path / "short.toml").write_text("[data.category_weights]\npeople-at-work = 2\nthings = 0.5\n")
    recipe = Recipe.load(str(tmp_path / "short.toml"))
    assert recipe.data.category_weights == {"people-at-work": 2.0, "things": 0.5}
    assert Recipe.from_dict(recipe.to_dict()) == recipe


def test_another_colour_space_has_its_own_bins() -> None:
    recipe = Recipe.from_dict({"network": {"color_space": "luv", "bins": 518}})
    assert recipe.network.color_space is ColorSpace.LUV


@pytest.mark.parametrize("text", [b"x = ", b"\xff\xfe"])
def test_a_broken_file_is_a_sentence(tmp_path: Path, text: bytes) -> None:
    (tmp_path / "broken.toml").write_bytes(text)
    with pytest.raises(RecipeError, match="cannot be read"):
        Recipe.load(str(tmp_path / "broken.toml"))


def test_an_unknown_name_lists_the_known() -> None:
    with pytest.raises(RecipeError, match=RECIPES[0].stem):
        Recipe.load("nothing")


@pytest.mark.parametrize(
    ("changes", "cached"),
    [
        ({}, True),
        ({"train_from": "stride16"}, False),
        ({"data": {"min_crop": 0.5}}, False),
        ({"data": {"old_photo_augmentation": 0.1}}, False),
        ({"data": {"side": 192}}, False),
        ({"data": {"first_side": 128}}, False),
        ({"data": {"hinted": 0.5}}, True),
        ({"network": {"output_stride": 4}}, True),
        ({"unfrozen_blocks": 1, "keep_network": True}, False),
    ],
    ids=str,
)
def test_features_are_cached_only_while_they_stay_the_same(changes: dict[str, Any], cached: bool) -> None:
    assert Recipe.from_dict(changes).uses_feature_cache is cached


def test_the_side_grows_by_the_stride_in_a_share_of_the_steps() -> None:
    recipe = Recipe.from_dict({"data": {"first_side": 128, "growing": 0.75}, "optimizer": {"steps": 8}})
    assert [recipe.side_at(step) for step in range(9)] == [128, 128, 160, 160, 192, 192, 224, 224, 224]
    assert {Recipe().side_at(step) for step in range(9)} == {224}
    same = Recipe.from_dict({"data": {"side": 96, "first_side": 96}})
    assert {same.side_at(step) for step in range(9)} == {96}
