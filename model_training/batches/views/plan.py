"""Which views are learnt from at which step: a function of the recipe, so that a run can be resumed exactly.

Views are numbered without end. A pass over the photos draws each as often as its source says, one after
the other; view n is a part of the n-th photo drawn. Views come in chunks, a round learns from the chunks
of a window, and all views of a batch have the same shape.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from colorizer_gui.core.model.network_config import TOKENS
from model_training.batches.batches import epoch_order
from model_training.batches.views.views import Grid, View, ViewFormat, draw_view, view_format
from model_training.data.categories import weight_of
from model_training.data.library import PhotoLibrary
from model_training.data.photo_source import DataError
from model_training.recipe.recipe import Recipe

#: The fewest batches of a round of a convolutional network.
_BATCHES: Final = 32


@dataclass(frozen=True, slots=True)
class ViewBatch:
    """The views of one step.

    Attributes
    ----------
    grid
        The shape of all of them.
    views
        Their numbers, of the joint batch.
    """

    grid: Grid
    views: npt.NDArray[np.int64]


@dataclass(eq=False)
class ViewPlan:
    """Which views are learnt from at which step.

    Attributes
    ----------
    photos
        Which photos of the library are learnt from.
    weights
        How often each of them is drawn.
    """

    library: PhotoLibrary
    photos: npt.NDArray[np.int64]
    recipe: Recipe
    weights: npt.NDArray[np.float64]
    _passes: dict[int, npt.NDArray[np.int64]] = field(default_factory=dict, repr=False)
    _grids: dict[int, list[Grid]] = field(default_factory=dict, repr=False)
    _rounds: dict[int, list[ViewBatch]] = field(default_factory=dict, repr=False)

    @property
    def form(self) -> ViewFormat:
        """In which sizes and shapes the network gets its views."""
        return view_format(self.recipe)

    @property
    def chunk(self) -> int:
        """Views that are drawn together; of large batches more, so that each shape fills some of them."""
        knobs = self.recipe.views
        if self.recipe.has_tokens:
            return knobs.chunk
        return max(knobs.chunk, _BATCHES * self.recipe.optimizer.batch)

    @property
    def is_cached(self) -> bool:
        """Whether features are computed before they are learnt from; those of a pair are too many."""
        of_tokens = self.recipe.network.architecture == TOKENS
        return bool(of_tokens and self.recipe.encoder_is_frozen and self.recipe.views.cached)

    @property
    def window(self) -> int:
        """Chunks of one round."""
        knobs = self.recipe.views
        if not self.is_cached:
            return 1
        wanted = float(knobs.cached)
        if knobs.cached_per_photo:
            wanted = min(wanted, knobs.cached_per_photo * len(self.photos))
        return max(1, math.ceil(wanted / self.chunk))

    @property
    def renewed(self) -> int:
        """Chunks that each round begins later than the one before it."""
        return math.ceil(self.recipe.views.renewed * self.window) if self.is_cached else 1

    @property
    def steps_per_round(self) -> int:
        """Steps with the same window: one pass over its views."""
        return max(1, self.window * self.chunk // self.recipe.optimizer.batch)

    def chunks(self, step: int) -> range:
        """The window of a step."""
        first = step // self.steps_per_round * self.renewed
        return range(first, first + self.window)

    def batch(self, step: int) -> ViewBatch:
        """The views of a step."""
        number, position = divmod(step, self.steps_per_round)
        if number not in self._rounds:
            self._rounds.clear()  # the last one alone is asked for again
            self._rounds[number] = self._round(number)
        return self._rounds[number][position]

    def grids(self, chunk: int) -> list[Grid]:
        """The shape of each view of a chunk."""
        if chunk not in self._grids:
            size = self.chunk
            shapes = (self.view(number)[1] for number in range(chunk * size, (chunk + 1) * size))
            self._grids[chunk] = [(view.rows, view.columns) for view in shapes]
        return self._grids[chunk]

    def view(self, number: int) -> tuple[int, View, np.random.Generator]:
        """The photo of a view, the view, and what else of it is random."""
        knobs = self.recipe.views
        turn, position = divmod(number, len(self.photos))
        if turn not in self._passes:
            for old in [old for old in self._passes if abs(old - turn) > 1]:
                del self._passes[old]
            rng = np.random.default_rng((knobs.seed, turn, 1))
            self._passes[turn] = epoch_order(rng, len(self.photos), self.weights)
        photo = int(self.photos[self._passes[turn][position]])
        rng = np.random.default_rng((knobs.seed, number, 2))
        size = self.library.size(photo)
        view = draw_view(*size, knobs.whole, self.recipe.least_area, rng, knobs.square, self.form)
        return photo, view if self.recipe.data.mirror else replace(view, mirrored=False), rng

    def _round(self, number: int) -> list[ViewBatch]:
        """Each view of the window about once, in whole batches of one shape."""
        recipe, size = self.recipe, self.recipe.optimizer.batch
        first = number * self.renewed
        for old in [old for old in self._grids if old < first]:
            del self._grids[old]
        by_grid: dict[Grid, list[int]] = {}
        for chunk in range(first, first + self.window):
            for place, grid in enumerate(self.grids(chunk)):
                by_grid.setdefault(grid, []).append(chunk * self.chunk + place)
        rng = np.random.default_rng((recipe.seed, number, 3))
        batches = []
        for grid, views in sorted(by_grid.items()):
            order = rng.permutation(np.array(views, dtype=np.int64))
            whole = np.resize(order, math.ceil(len(order) / size) * size)
            batches += [ViewBatch(grid, whole[i : i + size]) for i in range(0, len(whole), size)]
        return [batches[place] for place in rng.permutation(len(batches))[: self.steps_per_round]]


def drawing_weights(
    sources: Sequence[str], power: float, factors: Mapping[str, float]
) -> npt.NDArray[np.float64]:
    """How often each photo is drawn, relative to the others.

    Parameters
    ----------
    sources
        Of each photo.
    power
        See `ViewsRecipe.source_power`.
    factors
        By source, or by a pattern as in `p_*`; those that are not named have 1, the first that fits holds.

    Raises
    ------
    DataError
        When none is drawn at all.
    """
    counts = Counter(sources)
    of_source = {
        source: count ** (power - 1) * weight_of(source, factors) for source, count in counts.items()
    }
    weights = np.array([of_source[source] for source in sources], dtype=np.float64)
    if not weights.any():
        raise DataError("The recipe's data.category_weights leave no photo to learn from.")
    return weights
