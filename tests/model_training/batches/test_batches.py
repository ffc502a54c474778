"""Batches: random, and yet a function of the step."""

import dataclasses
import pickle

import numpy as np
import pytest
import torch
from torch import Tensor

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.color.conversion import ColorSpace, lightness_to_gray, luminance_to_lightness
from model_training.batches.augmentation import film_gray
from model_training.batches.batches import Batch, TrainingBatches, split_validation
from model_training.batches.prior import empirical_prior
from model_training.data.kaggle import KaggleArrays
from model_training.recipe.recipe import Recipe


def _equal(one: Batch, other: Batch) -> None:
    for a, b in zip(one, other, strict=True):
        assert (a is None) == (b is None)
        if isinstance(a, Tensor):
            torch.testing.assert_close(a, b, rtol=0, atol=0)


def test_a_batch_has_the_promised_shapes(batches: TrainingBatches) -> None:
    batch = batches[0]
    assert batch.gray is not None
    assert batch.hints is not None
    assert batch.features is None
    assert batch.gray.shape == (4, 1, 32, 32)
    assert batch.target.shape == (4, 2, 8, 8)
    assert batch.hints.shape == (4, 3, 8, 8)
    assert {tensor.dtype for tensor in (batch.gray, batch.target, batch.hints)} == {torch.float32}
    assert 0 <= batch.gray.min() < batch.gray.max() <= 1


def test_a_step_is_always_the_same_and_no_other(batches: TrainingBatches) -> None:
    _equal(batches[3], pickle.loads(pickle.dumps(batches))[3])
    assert not torch.equal(batches[3].target, batches[4].target)
    other_seed = dataclasses.replace(batches, recipe=dataclasses.replace(batches.recipe, seed=7))
    assert not torch.equal(batches[3].target, other_seed[3].target)


def test_small_photos_come_first_when_the_recipe_says_so(data: KaggleArrays, tiny: Recipe) -> None:
    knobs = dataclasses.replace(tiny.data, side=96, first_side=32)
    loss = dataclasses.replace(tiny.loss, pixels=0.25)
    recipe = dataclasses.replace(tiny, data=knobs, loss=loss)
    batches = TrainingBatches(data, split_validation(len(data), 2)[0], recipe)
    plain = TrainingBatches(data, batches.indices, dataclasses.replace(tiny, loss=loss))
    for step, side in enumerate((32, 64, 96, 96)):
        batch, cells = batches[step], side // 4
        assert batch.gray is not None
        assert batch.hints is not None
        assert batch.pixels is not None
        assert batch.gray.shape == (4, 1, side, side)
        assert batch.hints.shape == (4, 3, cells, cells)
        assert batch.pixels.shape == (4, cells * cells // 4)
        assert batch.pixels.max() < cells * cells
    _equal(batches[0], plain[0])  # a smaller side changes the side alone


@pytest.mark.parametrize("world", [2, 4])
def test_ranks_share_the_joint_batch(batches: TrainingBatches, world: int) -> None:
    whole = batches[2]
    for rank in range(world):
        share = dataclasses.replace(batches, rank=rank, world=world)[2]
        for part, joint in (
            (share.gray, whole.gray),
            (share.target, whole.target),
            (share.hints, whole.hints),
        ):
            assert part is not None
            assert joint is not None
            torch.testing.assert_close(part, joint[rank::world], rtol=0, atol=0)


def test_some_pixels_are_a_share_of_the_same_batch(batches: TrainingBatches) -> None:
    loss = dataclasses.replace(batches.recipe.loss, pixels=0.25)
    some = dataclasses.replace(batches, recipe=dataclasses.replace(batches.recipe, loss=loss))
    whole, part = batches[2], some[2]
    assert part.pixels is not None
    assert part.pixels.shape == (4, 16)
    assert all(len(set(row.tolist())) == 16 for row in part.pixels)
    assert part.pixels.min() >= 0
    assert part.pixels.max() < 64
    for photo in range(4):
        expected = whole.target[photo].flatten(1)[:, part.pixels[photo]]
        torch.testing.assert_close(part.target[photo, :, :, 0], expected, rtol=0, atol=0)
    _equal(part._replace(target=whole.target, pixels=None), whole)
    _equal(some[2], part)
    other = some[3].pixels
    assert other is not None
    assert not torch.equal(part.pixels, other)
    share = dataclasses.replace(some, rank=1, world=2)[2]
    assert share.pixels is not None
    torch.testing.assert_close(share.pixels, part.pixels[1::2], rtol=0, atol=0)
    torch.testing.assert_close(share.target, part.target[1::2], rtol=0, atol=0)


def test_film_changes_some_inputs_and_no_target(batches: TrainingBatches) -> None:
    def with_film(share: float) -> TrainingBatches:
        changed = dataclasses.replace(batches.recipe.data, film_response=share)
        return dataclasses.replace(batches, recipe=dataclasses.replace(batches.recipe, data=changed))

    eye, film = batches[0], with_film(1.0)[0]
    assert eye.gray is not None
    assert film.gray is not None
    torch.testing.assert_close(eye.target, film.target, rtol=0, atol=0)
    changed = (eye.gray != film.gray).flatten(1).any(dim=1)
    assert changed.any()
    assert not changed.all()  # half of the photos are not made old at all


def test_film_is_blind_to_some_colours_but_not_to_gray() -> None:
    rng = np.random.default_rng(0)
    linear = np.zeros((1, 4, 3), np.float32)
    linear[0, :3] = np.eye(3)
    linear[0, 3] = 0.2
    grays = np.array([film_gray(linear, rng)[0] for _ in range(400)])
    neutral = lightness_to_gray(luminance_to_lightness(np.float32(0.2)))
    np.testing.assert_allclose(grays[:, 3], neutral, atol=1e-3)
    assert grays.min() >= 0
    assert grays.max() <= 1
    red, green, blue = grays[:, :3].mean(axis=0)
    assert red < 0.4 < min(green, blue)
    assert np.mean(grays[:, 0] < 0.2) > 0.3  # many films hardly see red


def test_a_luv_recipe_learns_luv(data: KaggleArrays) -> None:
    plain = {"data": {"mirror": False, "side": 32}, "train_from": "stride16", "optimizer": {"batch": 1}}
    lab = TrainingBatches(data, np.array([5]), Recipe.from_dict(plain))[0]
    network = {"color_space": "luv", "bins": 518}
    luv = TrainingBatches(data, np.array([5]), Recipe.from_dict(plain | {"network": network}))[0]
    assert lab.gray is not None
    torch.testing.assert_close(lab.gray, luv.gray)
    mean = torch.from_numpy(data.chroma(5, ColorSpace.LUV).mean(axis=(0, 1)))
    torch.testing.assert_close(luv.target.mean(dim=(0, 2, 3)), mean, atol=0.05, rtol=0)
    assert (lab.target - luv.target).abs().max() > 5


@pytest.mark.parametrize("space", list(ColorSpace))
def test_the_prior_is_where_the_photos_are(data: KaggleArrays, space: ColorSpace) -> None:
    bins = AbBins.derive(space)
    prior = empirical_prior(data, np.array([3]), bins)
    assert float(prior.sum()) == pytest.approx(1.0, rel=1e-5)
    mean = data.chroma(3, space)[4::8, 4::8].mean(axis=(0, 1))
    np.testing.assert_allclose(prior @ bins.centers, mean, atol=2.5)
