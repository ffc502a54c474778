"""Views of photos of any size as what a training learns from, with the features of a frozen encoder."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import torch
from lightning_fabric import Fabric
from torch.utils.data import DataLoader, Dataset

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.model.token_network import TokenColorizationNet
from colorizer_gui.core.model.vision_transformer import VisionTransformer
from colorizer_gui.core.model.weights import tensor_hash
from model_training.batches.batches import Batch, choose_photos
from model_training.batches.prior import prior_of
from model_training.batches.stored_views import StoredView, stored
from model_training.batches.views.batches import RenderedViews, ViewBatches, one_thread_each, render
from model_training.batches.views.cache import ViewCache
from model_training.batches.views.plan import ViewPlan, drawing_weights
from model_training.batches.views.true_views import TrueViews
from model_training.batches.views.views import Grid, view_format
from model_training.common.processor import loader_context, loader_processes
from model_training.common.progress import Progress
from model_training.data.kaggle import KaggleArrays
from model_training.data.library import ArrayLibrary, PhotoLibrary
from model_training.data.photo_source import DataError
from model_training.models.models import TrainedNetwork
from model_training.recipe.recipe import Recipe
from model_training.shards.kept_bytes import KeptBytes
from model_training.shards.photo_shards import PhotoShards
from model_training.training.material import PREFETCH, counted, missing_categories
from model_training.training.setup import processes_here
from model_training.training.validation import TruePhotos

#: Views behind the prior.
_PRIOR_VIEWS: Final = 2048
#: Files that are left out are named up to so many.
_NAMED: Final = 5
#: Changes whenever the same recipe would keep other features.
_FORMAT: Final = 1


class ViewMaterial:
    """Views of the photos of shards; of prepared arrays as well for a network of tokens."""

    def __init__(
        self, data: Path | Sequence[str | Path], judge: Sequence[str | Path], recipe: Recipe, kept: KeptBytes
    ) -> None:
        self.recipe = recipe
        self.notices: list[str] = []
        self.library: PhotoLibrary = (
            ArrayLibrary(KaggleArrays.open(data)) if isinstance(data, Path) else self._shards(data, kept)
        )
        photos, held_out = choose_photos(len(self.library), recipe.data, recipe.seed)
        judged: PhotoLibrary = self.library
        if judge:
            photos = np.sort(np.concatenate([photos, held_out]))
            judged, held_out = _judge(self._shards(judge, kept), recipe)
        self.held_out = held_out
        self.truths: TruePhotos = TrueViews(judged, view_format(recipe))
        sources = self.library.sources
        self.notices += missing_categories(recipe.data.category_weights, sources)
        self._kept, self._apart = counted(sources, photos), counted(judged.sources, held_out)
        knobs = recipe.data.category_weights
        weights = drawing_weights([sources[int(i)] for i in photos], recipe.views.source_power, knobs)
        self.plan = ViewPlan(self.library, photos, recipe, weights)
        self._fingerprint = self.library.fingerprint()
        self._cache: ViewCache | None = None
        self._fabric: Fabric | None = None
        self._encoder: VisionTransformer | None = None

    @property
    def steps_per_epoch(self) -> int:
        """See `Material`."""
        if self.plan.is_cached:
            return self.plan.steps_per_round
        return max(1, len(self.plan.photos) // self.recipe.optimizer.batch)

    def description(self) -> dict[str, Any]:
        """See `Material`."""
        return {
            "photos": len(self.plan.photos),
            "fingerprint": self._fingerprint,
            "learnt_from": self._kept,
            "kept_apart": self._apart,
        }

    def prepare(self, fabric: Fabric, net: TrainedNetwork, recipe: Recipe, folder: Path) -> None:
        """See `Material`."""
        self.recipe = self.plan.recipe = recipe
        self._fabric = fabric
        if self.plan.is_cached:
            assert isinstance(net, TokenColorizationNet)
            self._encoder = net.encoder
            self._cache = ViewCache(folder / f"views-{self._key(net.encoder, fabric)[:16]}", self.plan)

    def prior(self, bins: AbBins) -> FloatArray:
        """See `Material`."""
        count = min(_PRIOR_VIEWS, 4 * len(self.plan.photos))
        return prior_of((render(self.plan, number)[1].reshape(-1, 2) for number in range(count)), bins)

    def batches(self, first: int, last: int) -> Iterator[Batch]:
        """See `Material`."""
        assert self._fabric is not None
        rank, world = self._fabric.global_rank, self._fabric.world_size
        while first < last:
            stop = last
            if self._cache is not None:
                self._compute(self._cache, self.plan.chunks(first))
                if self.plan.renewed:
                    stop = min(last, (first // self.plan.steps_per_round + 1) * self.plan.steps_per_round)
            yield from self._loader(ViewBatches(self.plan, self._cache, rank, world), range(first, stop))
            first = stop

    def _shards(self, locations: Sequence[str | Path], kept: KeptBytes) -> PhotoShards:
        """Open shards; files in them that are no pictures are named."""
        shards = PhotoShards.open(locations, kept)
        if shards.left_out:
            few = ", ".join(shards.left_out[:_NAMED])
            more = len(shards.left_out) - _NAMED
            self.notices.append(
                f"Left out of the shards, since OpenCV opens none of them: {few}"
                + (f" and {more} more." if more > 0 else ".")
            )
        return shards

    def _compute(self, cache: ViewCache, window: range) -> None:
        """Compute the chunks of a window that are missing, shared among the processes of this machine."""
        fabric, encoder = self._fabric, self._encoder
        assert fabric is not None
        assert encoder is not None
        fabric.barrier()  # nobody reads an older window any more
        local = processes_here(fabric)
        mine = [chunk for chunk in cache.missing(window) if chunk % local == fabric.local_rank]
        if fabric.local_rank == 0:
            cache.forget(window)
        rendered = RenderedViews(self.plan, mine)
        chunk_size = self.recipe.views.chunk
        progress = Progress(
            len(mine) * chunk_size, unit="view", what="features", shown=fabric.is_global_zero and bool(mine)
        )
        kept: list[tuple[Grid, list[StoredView]]] = []
        done = 0
        progress.to(done)
        for place, (gray, ab) in enumerate(self._loader(rendered, range(len(rendered.groups)))):
            chunk, grid, _ = rendered.groups[place]
            with torch.inference_mode(), fabric.autocast():
                tokens = encoder(fabric.to_device(gray)[:, None].float() / 255)
            kept.append((grid, stored(tokens, gray.numpy(), ab.numpy())))
            done += len(gray)
            progress.to(done)
            if place + 1 == len(rendered.groups) or rendered.groups[place + 1][0] != chunk:
                cache.write(chunk, kept)
                kept = []
        progress.close()
        fabric.barrier()

    def _loader(self, views: Dataset[Any], sampler: range) -> Iterable[Any]:
        assert self._fabric is not None
        workers = loader_processes(self.recipe.data.loader_workers, processes_here(self._fabric))
        return DataLoader(
            views,
            batch_size=None,
            sampler=sampler,
            num_workers=workers,
            prefetch_factor=PREFETCH if workers else None,
            multiprocessing_context=loader_context(ViewBatches.__module__) if workers else None,
            worker_init_fn=one_thread_each,
        )

    def _key(self, encoder: VisionTransformer, fabric: Fabric) -> str:
        """Names features: the encoder, the photos, and how views are drawn of them."""
        knobs, views = self.recipe.data, self.recipe.views
        drawn = {
            "format": _FORMAT,
            "precision": str(fabric.strategy.precision.precision),
            "data": [knobs.mirror, knobs.old_photo_augmentation, knobs.film_response],
            "views": [views.whole, views.min_area, views.square, views.chunk, views.seed],
        }
        digest = hashlib.sha256(json.dumps(drawn).encode())
        digest.update(f"{tensor_hash(encoder.state_dict())}{self._fingerprint}".encode())
        digest.update(self.plan.photos.tobytes() + self.plan.weights.tobytes())
        return digest.hexdigest()


def _judge(judged: PhotoShards, recipe: Recipe) -> tuple[PhotoLibrary, npt.NDArray[np.int64]]:
    """The photos to judge by, evenly spread over those of the recipe's sources."""
    wanted = recipe.views.judged_sources
    places = [place for place, source in enumerate(judged.sources) if not wanted or source in wanted]
    if not places:
        raise DataError("None of the photos to judge by is of the recipe's views.judged_sources.")
    chosen = np.linspace(0, len(places) - 1, min(recipe.data.validation_photos, len(places))).astype(int)
    return judged, np.array(places, dtype=np.int64)[chosen]
