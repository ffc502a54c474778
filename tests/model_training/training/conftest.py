"""A run to its end, which several tests look at."""

from pathlib import Path

import pytest

from model_training.recipe.recipe import Recipe
from model_training.training.trainer import train
from tests.support.networks.shallow import shallow_trainings


@pytest.fixture(scope="session")
def straight(tiny: Recipe, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run to its end in one go, of a network that is shallow."""
    run = tmp_path_factory.mktemp("runs") / "straight"
    with shallow_trainings():
        train(tiny, folder, run, device="cpu")
    return run
