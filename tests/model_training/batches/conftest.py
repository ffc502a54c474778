"""Batches of a small recipe."""

import pytest

from model_training.batches.batches import TrainingBatches, split_validation
from model_training.data.kaggle import KaggleArrays
from model_training.recipe.recipe import Recipe


@pytest.fixture(scope="module")
def batches(data: KaggleArrays, tiny: Recipe) -> TrainingBatches:
    return TrainingBatches(data, split_validation(len(data), 2)[0], tiny)
