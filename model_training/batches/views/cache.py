"""Features of drawn views, computed once by a frozen encoder, in a bounded folder on the disk.

A chunk of views is a folder, complete or not there: for each shape of views five memory-mapped arrays.
"""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from model_training.batches.stored_views import BYTES_PER_VIEW, StoredView
from model_training.batches.views.plan import ViewPlan
from model_training.batches.views.views import Grid
from model_training.data.photo_source import DataError

#: What the disk must have left besides.
_SPARE: Final = 1 << 30


@dataclass(eq=False)
class ViewCache:
    """The folder of the chunks of one plan."""

    folder: Path
    plan: ViewPlan
    _open: dict[tuple[int, Grid], StoredView] = field(default_factory=dict, repr=False)

    def __reduce__(self) -> tuple[type["ViewCache"], tuple[Path, ViewPlan]]:
        """Loader processes open the files themselves."""
        return ViewCache, (self.folder, self.plan)

    def missing(self, window: range) -> list[int]:
        """The chunks of a window that are to be computed.

        Raises
        ------
        DataError
            When the disk has no room for them.
        """
        chunks = [chunk for chunk in window if not self._chunk(chunk).is_dir()]
        needed = len(chunks) * self.plan.recipe.views.chunk * BYTES_PER_VIEW
        self.folder.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(self.folder).free
        if needed + _SPARE > free:
            raise DataError(
                f"The features of the views need {needed / 1e9:.1f} GB in {self.folder}, where "
                f"{free / 1e9:.1f} GB are free; lower views.cached, or name another --features."
            )
        return chunks

    def forget(self, window: range) -> None:
        """Delete the chunks that a round at this window, or a later one, needs no more."""
        self._open = {key: arrays for key, arrays in self._open.items() if key[0] in window}
        for folder in self.folder.iterdir():
            if folder.name.isdecimal() and int(folder.name) < window.start:
                shutil.rmtree(folder, ignore_errors=True)

    def write(self, chunk: int, views: Iterable[tuple[Grid, list[StoredView]]]) -> None:
        """Keep a chunk; in each shape, views come in the order of their numbers."""
        rows: dict[Grid, list[StoredView]] = {}
        for grid, some in views:
            rows.setdefault(grid, []).extend(some)
        part = self._chunk(chunk).with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir()
        for grid, kept in rows.items():
            for name, values in zip(StoredView._fields, zip(*kept, strict=True), strict=True):
                np.save(_file(part, grid, name), np.stack(values))
        part.rename(self._chunk(chunk))

    def read(self, grid: Grid, views: npt.NDArray[np.int64]) -> list[StoredView]:
        """Rows of the given views of one shape, memory-mapped."""
        found = []
        for number in views:
            chunk, place = divmod(int(number), self.plan.recipe.views.chunk)
            row = self.plan.grids(chunk)[:place].count(grid)
            found.append(StoredView(*(array[row] for array in self._arrays(chunk, grid))))
        return found

    def _arrays(self, chunk: int, grid: Grid) -> StoredView:
        if (chunk, grid) not in self._open:
            folder = self._chunk(chunk)
            try:
                arrays = [np.load(_file(folder, grid, name), mmap_mode="r") for name in StoredView._fields]
            except (OSError, ValueError) as exc:
                raise DataError(
                    f"The features in {folder} are damaged: {exc}; delete them and go on with --resume."
                ) from exc
            self._open[chunk, grid] = StoredView(*arrays)
        return self._open[chunk, grid]

    def _chunk(self, chunk: int) -> Path:
        return self.folder / f"{chunk:06}"


def _file(folder: Path, grid: Grid, name: str) -> Path:
    return folder / f"{grid[0]}x{grid[1]}.{name}.npy"
