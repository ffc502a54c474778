"""Batches as a function of the step number, so that a training can be resumed exactly.

Every random choice comes from a generator seeded with (seed, epoch) or (seed, step): nothing has to
be saved but the step, and the number of loader processes changes nothing.
"""

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

import cv2
import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.utils.data import Dataset

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.model.encoder import Features
from colorizer_gui.core.model.input_format import HINT_SCALE, input_format
from colorizer_gui.core.model.network import gather_pixels
from colorizer_gui.core.model.pair_network import Seen
from model_training.batches.augmentation import age_photo, film_gray
from model_training.batches.feature_cache import FeatureCache
from model_training.batches.hints import simulate_hints
from model_training.batches.stored_views import StoredTokens
from model_training.data.categories import CATEGORIES_FILE, Categories
from model_training.data.kaggle import SIDE, KaggleArrays
from model_training.data.photo_source import DataError
from model_training.recipe.recipe import Recipe
from model_training.recipe.sections import DataRecipe, Split

_MIN_PHOTOS = 5
#: A named tuple of tensors, of such tuples, and of nothing.
_Tensors = TypeVar("_Tensors", bound=tuple[Any, ...])
#: Sheets of epochs in a whole training.
MOST_SHEETS = 100


class Batch(NamedTuple):
    """One joint batch, or one rank's share of it.

    Attributes
    ----------
    gray
        (N, 1, H, W) float32 gray sRGB in [0, 1]; None when features are given.
    features
        The encoder's features when it is frozen.
    target
        (N, 2, h, w) float32 chroma at the output stride; (N, 2, P, 1) when pixels are given.
    hints
        (N, 3, H / s, W / s) float32 at the network's hint stride s, or None when the recipe has none.
    pixels
        (N, P) int64, the pixels of the output that are learnt from; None means all.
    """

    gray: Tensor | None
    features: Features | Seen | StoredTokens | None
    target: Tensor
    hints: Tensor | None
    pixels: Tensor | None = None


def split_validation(count: int, validation: int) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Indices for training and, spread evenly over the rows, for validation: a fifth at the most.

    Raises
    ------
    DataError
        When there are too few photos for both.
    """
    if count < _MIN_PHOTOS:
        raise DataError(f"A training needs {_MIN_PHOTOS} photos at the least, not {count}.")
    held_out = np.unique(np.linspace(0, count - 1, min(validation, count // 5)).astype(np.int64))
    return np.setdiff1d(np.arange(count, dtype=np.int64), held_out), held_out


def choose_photos(
    count: int, recipe: DataRecipe, seed: int
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Rows for training and for validation, of the `count` rows there are.

    Raises
    ------
    DataError
        When there are too few photos.
    """
    rows = np.arange(count, dtype=np.int64)
    if 0 < recipe.photos < count:
        rows = np.linspace(0, count - 1, recipe.photos).astype(np.int64)
    training, held_out = split_validation(len(rows), recipe.validation_photos)
    if recipe.validation_split is Split.SHUFFLED:
        order = np.random.RandomState(seed).permutation(len(rows))  # as scikit-learn does
        held_out, training = order[: len(held_out)], order[len(held_out) :]
    return rows[training], rows[held_out]


def sampling_weights(
    data: KaggleArrays, indices: npt.NDArray[np.int64], recipe: DataRecipe
) -> tuple[npt.NDArray[np.float64] | None, Sequence[str]]:
    """How often each of the photos is to be drawn, None when all are equal; and which categories there are.

    Kaggle's download has no categories: all photos weigh the same.

    Raises
    ------
    DataError
        When the categories are damaged, or no photo has a weight.
    """
    if not recipe.category_weights or not (data.folder / CATEGORIES_FILE).exists():
        return None, ()
    categories = Categories.read(data.folder, len(data))
    weights = categories.weights(recipe.category_weights)[indices]
    if not weights.any():
        raise DataError("The recipe's data.category_weights leave no photo to learn from.")
    return np.asarray(weights, dtype=np.float64), categories.names


@dataclass(frozen=True, eq=False)
class TrainingBatches(Dataset[Batch]):
    """Item `step` is the batch of that step; `rank` takes every `world`-th row of the joint batch.

    With `weights`, one for each of the indices, photos are drawn in proportion to them: in an epoch
    each comes as often as its weight says, give or take one.

    The batch must be a multiple of `world`: gradients are averaged over the ranks as equals.
    """

    data: KaggleArrays
    indices: npt.NDArray[np.int64]
    recipe: Recipe
    cache: FeatureCache | None = None
    weights: npt.NDArray[np.float64] | None = None
    rank: int = 0
    world: int = 1

    @property
    def steps_per_epoch(self) -> int:
        """Batches in one pass over the photos; without a smaller last one, few photos are repeated."""
        whole, rest = divmod(len(self.indices), self.recipe.optimizer.batch)
        return max(1, whole + bool(rest and self.recipe.data.keep_last_batch))

    def __len__(self) -> int:
        return self.recipe.optimizer.steps

    def __getitem__(self, step: int) -> Batch:
        epoch, position = divmod(step, self.steps_per_epoch)
        seed, size = self.recipe.seed, self.recipe.optimizer.batch
        order = epoch_order(np.random.default_rng((seed, epoch)), len(self.indices), self.weights)
        places = np.arange(position * size, (position + 1) * size)
        if self.recipe.data.keep_last_batch:
            places = places[places < len(order)]
        photos = self.indices[np.take(order, places, mode="wrap")]
        size = len(photos)
        generators = np.random.default_rng((seed, step, 1)).spawn(size)
        share = range(self.rank, size, self.world)
        batch = self._assemble([(int(photos[i]), generators[i]) for i in share], self.recipe.side_at(step))
        if self.recipe.loss.pixels == 1:
            return batch
        count = batch.target[0, 0].numel()
        pixels = drawn_pixels(self.recipe, step, size, count)[self.rank :: self.world]
        return batch._replace(target=gather_pixels(batch.target, pixels), pixels=pixels)

    def _assemble(self, choices: list[tuple[int, np.random.Generator]], side: int) -> Batch:
        recipe = self.recipe
        stride = recipe.output_stride
        grays, targets, hints, rows = [], [], [], []
        for photo, rng in choices:
            mirrored = bool(recipe.data.mirror and rng.random() < 0.5)
            box = _crop_box(rng, recipe.data.min_crop)
            ab = _crop(self.data.chroma(photo, recipe.network.color_space), box, mirrored)
            targets.append(cv2.resize(ab, (side // stride, side // stride), interpolation=cv2.INTER_AREA))
            rows.append(2 * photo + mirrored)
            if self.cache is None:
                aged = rng.random() < recipe.data.old_photo_augmentation
                # Without film in the recipe nothing is drawn: earlier recipes keep their photos.
                if aged and recipe.data.film_response and rng.random() < recipe.data.film_response:
                    plane = film_gray(_crop(self.data.linear_rgb(photo), box, mirrored), rng)
                else:
                    plane = _crop(self.data.gray(photo), box, mirrored)
                gray = _resize(plane, side)
                grays.append(age_photo(gray, rng) if aged else gray)
            if recipe.data.hinted:
                cells = side // input_format(recipe.network.architecture).hint_stride
                fine = (cells, cells)
                small = np.asarray(cv2.resize(ab, fine, interpolation=cv2.INTER_AREA), dtype=np.float32)
                hints.append(simulate_hints(small, rng, recipe.data.hinted, HINT_SCALE))
        target = torch.from_numpy(np.stack(targets)).permute(0, 3, 1, 2)
        planes = torch.from_numpy(np.stack(hints)).permute(0, 3, 1, 2).contiguous() if hints else None
        if self.cache is not None:
            return Batch(None, self.cache.load(np.array(rows, dtype=np.int64)), target, planes)
        return Batch(torch.from_numpy(np.stack(grays))[:, None], None, target, planes)


def split_batch(batch: Batch, parts: int) -> list[Batch]:
    """A batch in so many parts of about equal size, fewer where it has fewer photos."""
    count = len(batch.target)
    edges = [round(part * count / parts) for part in range(parts + 1)]
    return [_part(batch, slice(start, stop)) for start, stop in itertools.pairwise(edges) if stop > start]


def _part(values: _Tensors, rows: slice) -> _Tensors:
    found: Iterator[Any] = (
        _part(value, rows) if isinstance(value, tuple) else None if value is None else value[rows]
        for value in values
    )
    return type(values)(*found)


def epochs_between_sheets(steps: int, steps_per_epoch: int) -> int:
    """After how many epochs a sheet is made: after each, unless there are very many of them."""
    return max(1, math.ceil(steps // steps_per_epoch / MOST_SHEETS))


def drawn_pixels(recipe: Recipe, step: int, photos: int, count: int) -> Tensor:
    """(photos, P) of the `count` pixels of every output, none of them twice."""
    generator = np.random.default_rng((recipe.seed, step, 2))
    order = generator.random((photos, count), dtype=np.float32).argsort(axis=1)
    return torch.from_numpy(order[:, : max(1, round(count * recipe.loss.pixels))])


def epoch_order(
    rng: np.random.Generator, count: int, weights: npt.NDArray[np.float64] | None
) -> npt.NDArray[np.int64]:
    """(count,) places in the order of one epoch, by systematic sampling when there are weights."""
    order = rng.permutation(count)
    if weights is None:
        return order
    edges = np.cumsum(weights[order])
    points = (np.arange(count) + rng.random()) * (edges[-1] / count)
    drawn = order[np.minimum(np.searchsorted(edges, points, side="right"), count - 1)]
    return rng.permutation(drawn)


def _crop_box(rng: np.random.Generator, min_crop: float) -> tuple[int, int, int]:
    """Top, left and side of a random square whose area share is at least `min_crop`."""
    side = round(SIDE * float(np.sqrt(rng.uniform(min_crop, 1.0))))
    top, left = (int(value) for value in rng.integers(0, SIDE - side + 1, size=2))
    return top, left, side


def _crop(plane: FloatArray, box: tuple[int, int, int], mirrored: bool) -> FloatArray:
    top, left, side = box
    crop = plane[top : top + side, left : left + side]
    return np.ascontiguousarray(crop[:, ::-1] if mirrored else crop)


def _resize(plane: FloatArray, side: int) -> FloatArray:
    if plane.shape[0] == side:
        return plane
    interpolation = cv2.INTER_AREA if plane.shape[0] > side else cv2.INTER_CUBIC
    resized = cv2.resize(plane, (side, side), interpolation=interpolation)
    return np.clip(resized, 0.0, 1.0).astype(np.float32)
