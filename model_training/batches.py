"""Batches as a function of the step number, so that a training can be resumed exactly.

Every random choice comes from a generator seeded with (seed, epoch) or (seed, step): nothing has to
be saved but the step, and the number of loader processes changes nothing.
"""

from dataclasses import dataclass
from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.utils.data import Dataset

from colorizer_gui.core.color import FloatArray
from colorizer_gui.core.network import HINT_SCALE, Features
from model_training.augmentation import age_photo
from model_training.feature_cache import FeatureCache
from model_training.hints import simulate_hints
from model_training.kaggle import SIDE, KaggleArrays
from model_training.photo_source import DataError
from model_training.recipe import Recipe

HINT_STRIDE = 4
_MIN_PHOTOS = 5


class Batch(NamedTuple):
    """One joint batch, or one rank's share of it.

    Attributes
    ----------
    gray
        (N, 1, H, W) float32 gray sRGB in [0, 1]; None when features are given.
    features
        The encoder's features when it is frozen.
    target
        (N, 2, h, w) float32 chroma at the output stride.
    hints
        (N, 3, H / 4, W / 4) float32, or None when the recipe has none.
    """

    gray: Tensor | None
    features: Features | None
    target: Tensor
    hints: Tensor | None


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


@dataclass(frozen=True, eq=False)
class TrainingBatches(Dataset[Batch]):
    """Item `step` is the batch of that step; `rank` takes every `world`-th row of the joint batch.

    The batch must be a multiple of `world`: gradients are averaged over the ranks as equals.
    """

    data: KaggleArrays
    indices: npt.NDArray[np.int64]
    recipe: Recipe
    cache: FeatureCache | None = None
    rank: int = 0
    world: int = 1

    @property
    def steps_per_epoch(self) -> int:
        """Whole batches in one pass over the photos; a data set below one batch repeats photos."""
        return max(1, len(self.indices) // self.recipe.optimizer.batch)

    def __len__(self) -> int:
        return self.recipe.optimizer.steps

    def __getitem__(self, step: int) -> Batch:
        epoch, position = divmod(step, self.steps_per_epoch)
        seed, size = self.recipe.seed, self.recipe.optimizer.batch
        order = np.random.default_rng((seed, epoch)).permutation(len(self.indices))
        rows = np.take(order, np.arange(position * size, (position + 1) * size), mode="wrap")
        photos = self.indices[rows]
        generators = np.random.default_rng((seed, step, 1)).spawn(size)
        share = range(self.rank, size, self.world)
        return self._assemble([(int(photos[i]), generators[i]) for i in share])

    def _assemble(self, choices: list[tuple[int, np.random.Generator]]) -> Batch:
        recipe = self.recipe
        stride = recipe.network.output_stride
        side = recipe.data.side
        grays, targets, hints, rows = [], [], [], []
        for photo, rng in choices:
            mirrored = bool(recipe.data.mirror and rng.random() < 0.5)
            box = _crop_box(rng, recipe.data.min_crop)
            ab = _crop(self.data.chroma(photo, recipe.network.color_space), box, mirrored)
            targets.append(cv2.resize(ab, (side // stride, side // stride), interpolation=cv2.INTER_AREA))
            rows.append(2 * photo + mirrored)
            if self.cache is None:
                gray = _crop(self.data.gray(photo), box, mirrored)
                gray = _resize(gray, side)
                if rng.random() < recipe.data.old_photo_augmentation:
                    gray = age_photo(gray, rng)
                grays.append(gray)
            if recipe.data.hinted:
                fine = (side // HINT_STRIDE, side // HINT_STRIDE)
                small = np.asarray(cv2.resize(ab, fine, interpolation=cv2.INTER_AREA), dtype=np.float32)
                hints.append(simulate_hints(small, rng, recipe.data.hinted, HINT_SCALE))
        target = torch.from_numpy(np.stack(targets)).permute(0, 3, 1, 2)
        planes = torch.from_numpy(np.stack(hints)).permute(0, 3, 1, 2).contiguous() if hints else None
        if self.cache is not None:
            return Batch(None, self.cache.load(np.array(rows, dtype=np.int64)), target, planes)
        return Batch(torch.from_numpy(np.stack(grays))[:, None], None, target, planes)


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
