"""Batches, hints and ageing: random, and yet a function of the step."""

import dataclasses
import pickle
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.color.conversion import ColorSpace, lightness_to_gray, luminance_to_lightness
from model_training.batches.augmentation import age_photo, film_gray
from model_training.batches.batches import Batch, TrainingBatches, sampling_weights, split_validation
from model_training.batches.hints import simulate_hints
from model_training.batches.prior import empirical_prior
from model_training.data.categories import Categories
from model_training.data.kaggle import KaggleArrays
from model_training.data.photo_source import DataError
from model_training.recipe.recipe import Recipe


@pytest.fixture(scope="module")
def batches(data: KaggleArrays, tiny: Recipe) -> TrainingBatches:
    return TrainingBatches(data, split_validation(len(data), 2)[0], tiny)


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


@pytest.mark.parametrize("count", [5, 9, 24, 1000])
@pytest.mark.parametrize("validation", [1, 2, 400])
def test_photos_are_for_training_or_validation(count: int, validation: int) -> None:
    training, held_out = split_validation(count, validation)
    assert 1 <= len(held_out) <= max(1, count // 5)
    np.testing.assert_array_equal(np.sort(np.concatenate([training, held_out])), np.arange(count))


def test_too_few_photos_are_a_sentence() -> None:
    with pytest.raises(DataError, match="5 photos at the least, not 4"):
        split_validation(4, 400)


@pytest.mark.parametrize("space", list(ColorSpace))
def test_the_prior_is_where_the_photos_are(data: KaggleArrays, space: ColorSpace) -> None:
    bins = AbBins.derive(space)
    prior = empirical_prior(data, np.array([3]), bins)
    assert float(prior.sum()) == pytest.approx(1.0, rel=1e-5)
    mean = data.chroma(3, space)[4::8, 4::8].mean(axis=(0, 1))
    np.testing.assert_allclose(prior @ bins.centers, mean, atol=2.5)


def test_hints_follow_their_statistics() -> None:
    rng = np.random.default_rng(0)
    ab = rng.uniform(-50, 50, (56, 56, 2)).astype(np.float32)
    drawn = [simulate_hints(ab, rng, 0.5, 110.0) for _ in range(2000)]
    counts = np.array([planes[..., 2].sum() for planes in drawn])
    assert np.mean(counts == 0) == pytest.approx(0.5, abs=0.05)
    assert 0.001 < np.mean(counts == 56 * 56) < 0.012
    some = counts[(counts > 0) & (counts < 56 * 56)]
    # Patches of (1 + 4 + 9) / 3 cells, some on top of each other: 8 on average for a hasty user,
    # 63 / log(64) for a patient one.
    assert 35 < some.mean() < (8 + 63 / np.log(64)) / 2 * 14 / 3
    assert 0.1 < np.mean(some > 100) < 0.3
    row, column = np.nonzero(np.sum([p[..., 2] for p in drawn if p[..., 2].sum() < 3000], axis=0))
    where = np.concatenate([np.argwhere(p[..., 2]) for p in drawn if 0 < p[..., 2].sum() < 3000])
    assert where.mean() == pytest.approx(27.5, abs=1.0)
    assert 9 < where.std() < 16
    assert len(row) == len(column) > 2000


def test_hints_are_masked_true_chroma() -> None:
    rng = np.random.default_rng(1)
    ab = np.full((16, 16, 2), (22.0, -44.0), np.float32)
    for _ in range(50):
        planes = simulate_hints(ab, rng, 1.0, 110.0)
        mask = planes[..., 2]
        assert set(np.unique(mask)) <= {0.0, 1.0}
        assert mask.any()
        np.testing.assert_allclose(planes[..., :2], mask[..., None] * (0.2, -0.4), atol=1e-6)
        assert planes.dtype == np.float32
    assert not simulate_hints(ab, rng, 0.0, 110.0).any()


def test_ageing_stays_in_range_and_leaves_its_input() -> None:
    gray = np.random.default_rng(0).uniform(0, 1, (48, 40)).astype(np.float32)
    before = gray.copy()
    changed = 0
    for seed in range(60):
        aged = age_photo(gray, np.random.default_rng(seed))
        assert aged.dtype == np.float32
        assert aged.shape == gray.shape
        assert aged.min() >= 0.0
        assert aged.max() <= 1.0
        np.testing.assert_array_equal(aged, age_photo(gray, np.random.default_rng(seed)))
        changed += bool(np.abs(aged - gray).max() > 1e-3)
    np.testing.assert_array_equal(gray, before)
    assert changed > 50
