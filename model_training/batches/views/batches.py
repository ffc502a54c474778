"""Batches of views as a function of the step: drawn and encoded now, or from cached features."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import torch
from torch import Tensor
from torch.utils.data import Dataset

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.geometry.area_means import scaled
from colorizer_gui.core.model.input_format import HINT_SCALE
from colorizer_gui.core.model.network import gather_pixels
from model_training.batches.batches import Batch, drawn_pixels
from model_training.batches.hints import simulate_hints
from model_training.batches.stored_views import StoredTokens, StoredView
from model_training.batches.views.cache import ViewCache
from model_training.batches.views.plan import ViewPlan
from model_training.batches.views.views import Grid, ViewFormat, render_view, view_format_at
from model_training.common.stopping import leave_interrupts_to_the_training

#: Views that the encoder looks at together.
_ENCODED: Final = 16


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
        form = view_format_at(recipe, step)
        generators = np.random.default_rng((recipe.seed, step, 4)).spawn(len(chosen.views))[share]
        if self.cache is None:
            drawn = [render(self.plan, int(number), form) for number in chosen.views[share]]
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
        coarser = recipe.output_stride // form.stride
        targets = [_means(ab, coarser) for ab in chromas] if coarser > 1 else chromas
        target = torch.from_numpy(np.stack(targets)).permute(0, 3, 1, 2).contiguous()
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


class RenderedViews(Dataset[tuple[Tensor, Tensor]]):
    """Inputs and chroma of the views of some chunks, a few of one shape at a time, for an encoder.

    It is here, and not where it is used, since a loader process imports the module of what it loads: this
    one knows nothing of Fabric and TensorBoard, whose import takes longer than the work.

    Attributes
    ----------
    groups
        The chunk, the shape and the numbers of the views of each item.
    """

    def __init__(self, plan: ViewPlan, chunks: Sequence[int]) -> None:
        self.plan = plan
        self.groups: list[tuple[int, Grid, list[int]]] = []
        for chunk in chunks:
            shapes = plan.grids(chunk)
            for grid in sorted(set(shapes)):
                first = chunk * plan.recipe.views.chunk
                views = [first + place for place, shape in enumerate(shapes) if shape == grid]
                self.groups += [
                    (chunk, grid, views[i : i + _ENCODED]) for i in range(0, len(views), _ENCODED)
                ]

    def __len__(self) -> int:
        return len(self.groups)

    def __getitem__(self, place: int) -> tuple[Tensor, Tensor]:
        views = [render(self.plan, number) for number in self.groups[place][2]]
        gray = np.stack([np.rint(gray * 255).astype(np.uint8) for gray, _ in views])
        return torch.from_numpy(gray), torch.from_numpy(np.stack([ab for _, ab in views]).astype(np.float16))


def render(plan: ViewPlan, number: int, form: ViewFormat | None = None) -> tuple[FloatArray, FloatArray]:
    """Input and true chroma of a view, see `render_view`, in the plan's format unless another is given."""
    photo, view, rng = plan.view(number)
    knobs = plan.recipe.data
    return render_view(
        plan.library.decode_rgb(photo),
        view,
        knobs.old_photo_augmentation,
        knobs.film_response,
        rng,
        form or plan.form,
    )


def _means(ab: FloatArray, cells: int) -> FloatArray:
    """(h / cells, w / cells, 2) of (h, w, 2) chroma."""
    return scaled(ab, ab.shape[0] // cells, ab.shape[1] // cells)


def one_thread_each(worker: int) -> None:
    """Start a loader process: there are as many of them as there is to do."""
    leave_interrupts_to_the_training(worker)
    cv2.setNumThreads(0)


def _mirror(row: StoredView) -> StoredView:
    """The tokens of a mirrored photo are about the mirrored tokens of the photo."""
    grid, gray, ab = row.grid[:, ::-1], row.gray[:, ::-1], row.ab[:, ::-1]
    return row._replace(grid=grid, gray=gray, ab=ab)
