"""Which photos are drawn: by weights and categories, for training or for validation."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
import torch

from model_training.batches.batches import TrainingBatches, sampling_weights, split_validation
from model_training.data.categories import Categories
from model_training.data.kaggle import KaggleArrays
from model_training.data.photo_source import DataError
from model_training.recipe.recipe import Recipe


def test_an_epoch_sees_each_photo_once(data: KaggleArrays) -> None:
    plain = Recipe.from_dict(
        {"data": {"mirror": False, "side": 32}, "optimizer": {"batch": 4}, "train_from": "stride16"}
    )
    batches = TrainingBatches(data, np.arange(20), plain)
    assert batches.steps_per_epoch == 5
    for epoch in range(2):
        photos = torch.cat([batches[5 * epoch + step].target for step in range(5)])
        assert len(torch.unique(photos.flatten(1), dim=0)) == 20
    assert not torch.equal(batches[0].target, batches[5].target)


def _drawn(data: KaggleArrays, weights: list[float], epoch: int) -> list[int]:
    """The photos of one epoch, told apart by their chroma."""
    plain = Recipe.from_dict(
        {"data": {"mirror": False, "side": 32}, "optimizer": {"batch": 4}, "train_from": "stride16"}
    )
    batches = TrainingBatches(data, np.arange(20), plain, weights=np.array(weights))
    keys = {
        round(float(TrainingBatches(data, np.array([i]), plain)[0].target.sum() / 4), 1): i for i in range(20)
    }
    steps = range(5 * epoch, 5 * epoch + 5)
    return [keys[round(float(target.sum()), 1)] for step in steps for target in batches[step].target]


def test_photos_are_drawn_by_their_weights_and_the_same_each_time(data: KaggleArrays) -> None:
    weights = [3.0] * 4 + [0.5] * 16  # 20 in all: each weight is how often an epoch shows the photo
    seen = np.zeros(20)
    for epoch in range(8):
        drawn = _drawn(data, weights, epoch)
        assert len(drawn) == 20
        counts = np.bincount(drawn, minlength=20)
        assert (np.abs(counts - weights) < 1).all()
        seen += counts
    assert (seen[:4] == 24).all()
    assert seen[4:].min() >= 1  # nobody is always left out
    assert _drawn(data, weights, 3) == _drawn(data, weights, 3) != _drawn(data, weights, 4)
    assert set(_drawn(data, [1.0] * 10 + [0.0] * 10, 0)) == set(range(10))


def test_equal_weights_show_each_photo_once(data: KaggleArrays) -> None:
    assert sorted(_drawn(data, [2.0] * 20, 1)) == list(range(20))


def test_weights_come_from_the_categories_beside_the_arrays(
    data: KaggleArrays, tiny: Recipe, tmp_path: Path
) -> None:
    recipe = dataclasses.replace(tiny.data, category_weights={"faces": 2.0, "skies": 0.0})
    indices = np.array([0, 2, 3])
    assert sampling_weights(data, indices, tiny.data) == (None, ())
    moved = dataclasses.replace(data, folder=tmp_path)
    assert sampling_weights(moved, indices, recipe) == (None, ())  # as Kaggle's download
    Categories.of(["faces", "skies", "skies", "things", *["dogs"] * 20]).write(tmp_path)
    weights, names = sampling_weights(moved, indices, recipe)
    np.testing.assert_array_equal(weights, [2.0, 0.0, 1.0])
    assert names == ("dogs", "faces", "skies", "things")
    pattern = dataclasses.replace(recipe, category_weights={"s*": 3.0, "skies": 9.0})
    np.testing.assert_array_equal(sampling_weights(moved, indices, pattern)[0], [1.0, 3.0, 1.0])
    with pytest.raises(DataError, match="leave no photo"):
        sampling_weights(moved, np.array([1, 2]), recipe)
    elsewhere = dataclasses.replace(recipe, category_weights={"cars": 2.0})
    np.testing.assert_array_equal(sampling_weights(moved, indices, elsewhere)[0], [1.0, 1.0, 1.0])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('{"names": ["a"], "rows": [0, 0]}', "other photos"),
        ('{"names": ["a"], "rows": [0, 0, 1]}', "other photos"),
        ('{"names": ["a"]}', "cannot be read"),
        ("[]", "cannot be read"),
        ("{", "cannot be read"),
        ('{"names": ["a"], "rows": [0, 0, 1e99]}', "cannot be read"),
    ],
)
def test_damaged_categories_are_a_sentence(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "categories.json").write_text(text)
    with pytest.raises(DataError, match=says):
        Categories.read(tmp_path, 3)


def test_fewer_photos_than_a_batch_repeat(data: KaggleArrays, tiny: Recipe) -> None:
    batches = TrainingBatches(data, np.arange(3), tiny)
    assert batches.steps_per_epoch == 1
    assert len(batches[1].target) == 4


@pytest.mark.parametrize("count", [5, 9, 24, 1000])
@pytest.mark.parametrize("validation", [1, 2, 400])
def test_photos_are_for_training_or_validation(count: int, validation: int) -> None:
    training, held_out = split_validation(count, validation)
    assert 1 <= len(held_out) <= max(1, count // 5)
    np.testing.assert_array_equal(np.sort(np.concatenate([training, held_out])), np.arange(count))


def test_too_few_photos_are_a_sentence() -> None:
    with pytest.raises(DataError, match="5 photos at the least, not 4"):
        split_validation(4, 400)
