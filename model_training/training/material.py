"""What a training learns from and is judged by: `Material`, and the arrays of Kaggle as one."""

from collections import Counter
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Final, Protocol

import numpy as np
import numpy.typing as npt
from lightning_fabric import Fabric
from torch.utils.data import DataLoader

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common.hashing import file_sha256
from model_training.batches.batches import Batch, TrainingBatches, choose_photos, sampling_weights
from model_training.batches.feature_cache import FeatureCache
from model_training.batches.prior import empirical_prior
from model_training.common.processor import loader_processes
from model_training.common.stopping import leave_interrupts_to_the_training
from model_training.data.categories import CATEGORIES_FILE
from model_training.data.kaggle import KaggleArrays
from model_training.data.library import ArrayLibrary
from model_training.models.models import TrainedNetwork
from model_training.recipe.recipe import Recipe
from model_training.training.setup import cached_features, processes_here
from model_training.training.validation import TruePhotos

#: Batches that each loader process has ready.
PREFETCH: Final = 2


class Material(Protocol):
    """Photos as batches, and those that are kept apart.

    Attributes
    ----------
    truths, held_out
        Where the photos kept apart are, and which they are.
    steps_per_epoch
        Batches of one pass.
    notices
        Sentences on what is not as one might expect.
    """

    notices: list[str]
    truths: TruePhotos
    held_out: npt.NDArray[np.int64]

    @property
    def steps_per_epoch(self) -> int: ...

    def description(self) -> dict[str, Any]:
        """What is written down of it; the fingerprint must be the same when the run goes on."""
        ...

    def prepare(self, fabric: Fabric, net: TrainedNetwork, recipe: Recipe, folder: Path) -> None:
        """Get ready for `batches` of a recipe that differs in its steps and rates at most.

        Parameters
        ----------
        folder
            For features of a frozen encoder.
        """
        ...

    def prior(self, bins: AbBins) -> FloatArray:
        """(Q,) how common each bin is in what is learnt from."""
        ...

    def batches(self, first: int, last: int) -> Iterable[Batch]:
        """The batches of the steps from `first` to the one before `last`, this process's share of each."""
        ...


class ArrayMaterial:
    """Squares of 224 pixels."""

    def __init__(self, folder: Path, recipe: Recipe) -> None:
        self.data = KaggleArrays.open(folder)
        self.truths: TruePhotos = self.data
        self.recipe = recipe
        self.indices, self.held_out = choose_photos(len(self.data), recipe.data, recipe.seed)
        self._weights, sources = sampling_weights(self.data, self.indices, recipe.data)
        self.notices = missing_categories(recipe.data.category_weights, sources)
        self._batches = TrainingBatches(self.data, self.indices, recipe, None, self._weights)
        self._loaders = 0

    @property
    def steps_per_epoch(self) -> int:
        """See `Material`."""
        return self._batches.steps_per_epoch

    def description(self) -> dict[str, Any]:
        """See `Material`."""
        sources = ArrayLibrary(self.data).sources
        values: dict[str, Any] = {
            "photos": len(self.data),
            "fingerprint": self.data.fingerprint(),
            "learnt_from": counted(sources, self.indices),
            "kept_apart": counted(sources, self.held_out),
        }
        if self.recipe.data.category_weights:
            file = self.data.folder / CATEGORIES_FILE
            values["categories"] = file_sha256(file) if file.exists() else None
        return values

    def prepare(self, fabric: Fabric, net: TrainedNetwork, recipe: Recipe, folder: Path) -> None:
        """See `Material`."""
        self.recipe = recipe
        with fabric.rank_zero_first(local=True):  # other machines may have folders of their own
            cache: FeatureCache | None = cached_features(folder, self.data, net, self.recipe)
        rank, world = fabric.global_rank, fabric.world_size
        self._batches = TrainingBatches(
            self.data, self.indices, self.recipe, cache, self._weights, rank, world
        )
        self._loaders = loader_processes(recipe.data.loader_workers, processes_here(fabric))

    def prior(self, bins: AbBins) -> FloatArray:
        """See `Material`."""
        return empirical_prior(self.data, self.indices, bins)

    def batches(self, first: int, last: int) -> Iterable[Batch]:
        """See `Material`."""
        return DataLoader(
            self._batches,
            batch_size=None,
            sampler=range(first, last),
            num_workers=self._loaders,
            prefetch_factor=PREFETCH if self._loaders else None,
            worker_init_fn=leave_interrupts_to_the_training,
        )


def missing_categories(wanted: Iterable[str], sources: Iterable[str]) -> list[str]:
    """A sentence on categories of a recipe that no photo has; none where there is nothing to say."""
    there = set(sources)
    missing = [name for name in wanted if not any(fnmatchcase(source, name) for source in there)]
    if not missing:
        return []
    return [f"No photo is of the recipe's categories {', '.join(missing)}; the others weigh what they say."]


def counted(sources: Sequence[str], photos: npt.NDArray[np.int64]) -> dict[str, int]:
    """How many of the photos each source has, sorted by name."""
    return dict(sorted(Counter(sources[int(photo)] for photo in photos).items()))
