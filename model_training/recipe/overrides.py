"""Knobs that the command line sets in the place of a recipe's: `--set optimizer.steps=500`."""

import tomllib
from collections.abc import Sequence
from typing import Any

from model_training.recipe.recipe import Recipe
from model_training.recipe.values import RecipeError


def overridden(recipe: Recipe, settings: Sequence[str]) -> Recipe:
    """The recipe with some knobs set.

    Parameters
    ----------
    settings
        `key=value`, the key with dots as in TOML, the value as TOML has it; a word needs no quotes.

    Raises
    ------
    RecipeError
        When a setting cannot be read, or there is no such knob, or its value makes no sense.
    """
    values = recipe.to_dict()
    for setting in settings:
        key, separator, text = setting.partition("=")
        if not separator:
            raise RecipeError(f"--set takes key=value, as in optimizer.steps=500, not {setting!r}.")
        _merge(values, _parsed(key.strip(), text.strip(), setting))
    return Recipe.from_dict(values) if settings else recipe


def _parsed(key: str, text: str, setting: str) -> dict[str, Any]:
    for value in (text, f'"{text}"'):
        try:
            return tomllib.loads(f"{key} = {value}")
        except tomllib.TOMLDecodeError:
            continue
    raise RecipeError(f"--set cannot read {setting!r}; it takes key=value, as in optimizer.steps=500.")


def _merge(into: dict[str, Any], values: dict[str, Any]) -> None:
    for key, value in values.items():
        if isinstance(value, dict) and isinstance(into.get(key), dict):
            _merge(into[key], value)
        else:
            into[key] = value
