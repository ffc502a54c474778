"""Batches of views as a function of the step: drawn and encoded now, or from cached features."""

from dataclasses import dataclass

import cv2
import numpy as np
import torch
from torch.utils.data import Dataset

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.model.network import HINT_SCALE, gather_pixels
from model_training.batches.batches import Batch, drawn_pixels
from model_training.batches.hints import simulate_hints
from model_training.batches.stored_views import StoredTokens, StoredView
from model_training.batches.view_cache import ViewCache
from model_training.batches.view_plan import ViewPlan
from model_training.batches.views import render_view


@dataclass(frozen=True, eq=False)
class ViewBatches(Dataset[Batch]):
    """Item `step` is the batch of that step; `rank` takes every `world`-th view of the joint batch."""

    plan: ViewPlan
    cache: ViewCache | None = None
    rank: int = 0
    world: int = 1

    def __len__(self) -> int:
        return self.plan.recipe.optimizer.steps

    def __getitem__(self, step: int) -> Batch:
        recipe = self.plan.recipe
        chosen = self.plan.batch(step)
        share = np.s_[self.rank :: self.world]
        generators = np.random.default_rng((recipe.seed, step, 4)).spawn(len(chosen.views))[share]
        if self.cache is None:
            drawn = [render(self.plan, int(number)) for number in chosen.views[share]]
            grays, chromas = [gray for gray, _ in drawn], [ab for _, ab in drawn]
            batch = Batch(torch.from_numpy(np.stack(grays))[:, None], None, torch.empty(0), None)
        else:
            rows = self.cache.read(chosen.grid, chosen.views[share])
            mirrored = [recipe.data.mirror and bool(rng.random() < 0.5) for rng in generators]
            rows = [_mirror(row) if turned else row for row, turned in zip(rows, mirrored, strict=True)]
            columns = zip(*rows, strict=True)
            grid, scale, summary, gray, ab = (torch.from_numpy(np.stack(column)) for column in columns)
            batch = Batch(None, StoredTokens(grid, scale, summary, gray), torch.empty(0), None)
            chromas = list(ab.float().numpy())
        target = torch.from_numpy(np.stack(chromas)).permute(0, 3, 1, 2).contiguous()
        hints = None
        if recipe.data.hinted:
            planes = [
                simulate_hints(ab, rng, recipe.data.hinted, HINT_SCALE)
                for ab, rng in zip(chromas, generators, strict=True)
            ]
            hints = torch.from_numpy(np.stack(planes)).permute(0, 3, 1, 2).contiguous()
        if recipe.loss.pixels == 1:
            return batch._replace(target=target, hints=hints)
        pixels = drawn_pixels(recipe, step, len(chosen.views), target[0, 0].numel())[share]
        return batch._replace(target=gather_pixels(target, pixels), hints=hints, pixels=pixels)


def render(plan: ViewPlan, number: int) -> tuple[FloatArray, FloatArray]:
    """Input and true chroma of a view, see `render_view`."""
    photo, view, rng = plan.view(number)
    knobs = plan.recipe.data
    return render_view(
        plan.library.decode_rgb(photo), view, knobs.old_photo_augmentation, knobs.film_response, rng
    )


def one_thread_each(worker: int) -> None:
    """Start a loader process: there are as many of them as there is to do."""
    del worker
    cv2.setNumThreads(0)


def _mirror(row: StoredView) -> StoredView:
    """The tokens of a mirrored photo are about the mirrored tokens of the photo."""
    grid, gray, ab = row.grid[:, ::-1], row.gray[:, ::-1], row.ab[:, ::-1]
    return row._replace(grid=grid, gray=gray, ab=ab)
