"""A run to its end, which several tests look at."""

from pathlib import Path

import pytest

from model_training.recipe.recipe import Recipe
from model_training.training.trainer import train


@pytest.fixture(scope="session")
def straight(tiny: Recipe, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run to its end in one go."""
    run = tmp_path_factory.mktemp("runs") / "straight"
    train(tiny, folder, run, device="cpu")
    return run
