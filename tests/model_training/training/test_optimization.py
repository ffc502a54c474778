"""The learning rate's curves, and how a run is told to finish."""

import dataclasses

import numpy as np
import pytest

from model_training.recipe.recipe import Recipe
from model_training.recipe.sections import OptimizerRecipe, Schedule
from model_training.recipe.values import RecipeError
from model_training.training.optimization import finishing, learning_rate_factor


def _recipe(schedule: Schedule, decay_steps: int = 0) -> Recipe:
    knobs = OptimizerRecipe(steps=100, warmup_steps=10, schedule=schedule, decay_steps=decay_steps)
    return Recipe(optimizer=knobs)


def _curve(recipe: Recipe) -> list[float]:
    return [learning_rate_factor(step, recipe) for step in range(recipe.optimizer.steps + 1)]


@pytest.mark.parametrize("schedule", list(Schedule))
def test_every_schedule_warms_up_first(schedule: Schedule) -> None:
    np.testing.assert_allclose(_curve(_recipe(schedule))[:11], [*np.arange(1, 11) / 10, 1.0])


@pytest.mark.parametrize(("decay_steps", "begin"), [(0, 80), (40, 60), (1, 99)])
def test_a_trapezoid_stays_and_falls_to_zero(decay_steps: int, begin: int) -> None:
    curve = _curve(_recipe(Schedule.TRAPEZOID, decay_steps))
    assert curve[10 : begin + 1] == [1.0] * (begin + 1 - 10)
    assert curve[100] == 0.0
    assert all(earlier > later for earlier, later in zip(curve[begin:], curve[begin + 1 :], strict=False))
    if decay_steps == 40:
        assert curve[70] == pytest.approx(0.5)  # one minus the root of a quarter


@pytest.mark.parametrize("schedule", list(Schedule))
@pytest.mark.parametrize("step", [3, 30, 90])
def test_a_run_finishes_from_the_rate_that_it_has(schedule: Schedule, step: int) -> None:
    recipe = _recipe(schedule)
    finished = finishing(recipe, step, 20)
    assert finished.optimizer.steps == step + 20
    rates = [finished.optimizer.learning_rate * value for value in _curve(finished)[step:]]
    assert rates[0] == pytest.approx(recipe.optimizer.learning_rate * learning_rate_factor(step, recipe))
    assert rates[-1] == 0.0
    assert rates == sorted(rates, reverse=True)
    ratio = recipe.optimizer.encoder_learning_rate / recipe.optimizer.learning_rate
    assert finished.optimizer.encoder_learning_rate / finished.optimizer.learning_rate == pytest.approx(ratio)
    assert finishing(finished, step, 20) == finished  # processes that see it late come to the same
    kept = dataclasses.replace(finished, optimizer=recipe.optimizer)
    assert kept == recipe


def test_a_run_without_a_rate_cannot_finish() -> None:
    with pytest.raises(RecipeError, match="zero already"):
        finishing(_recipe(Schedule.COSINE), 100, 20)
