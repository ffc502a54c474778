"""What the release's encoders see of photos in all four turns, computed once and kept in a folder."""

import zipfile
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

import numpy as np
import numpy.typing as npt
import torch

from colorizer_gui.core.color.conversion import ByteArray, FloatArray
from colorizer_gui.core.inference.precision import fast_precision, keep_in_fast_precision
from colorizer_gui.core.inference.turned_views import CELLS, Sight, turned
from colorizer_gui.core.model.pair_network import PairEncoder
from model_training.shards.photo_shards import PhotoShards

#: Photos of one file, and views of one pass.
_CHUNK: Final = 64
_BATCH: Final = 16
_HalfArray = npt.NDArray[np.float16]
ViewMaker = Callable[[ByteArray, np.random.Generator], FloatArray]


@dataclass(frozen=True, slots=True, eq=False)
class Sights:
    """Of n photos; the second axis is the quarter turns clockwise from upright.

    Attributes
    ----------
    cells
        (n, 4, 36, C) float16, see `Sight.cells`.
    summary
        (n, 4, 384) float16.
    numbers
        (n,) which photos of the shards.
    """

    cells: _HalfArray
    summary: _HalfArray
    numbers: npt.NDArray[np.int64]

    @classmethod
    def joined(cls, parts: Sequence["Sights"]) -> Self:
        """Several, one after the other."""
        return cls(
            np.concatenate([part.cells for part in parts]),
            np.concatenate([part.summary for part in parts]),
            np.concatenate([part.numbers for part in parts]),
        )


def sights_of(
    folder: Path,
    shards: PhotoShards,
    numbers: Sequence[int],
    view: ViewMaker,
    encoder: PairEncoder,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Sights:
    """Look at photos; what an earlier call left in the folder is not computed again.

    Parameters
    ----------
    folder
        For these photos and this encoder only; 30 MB for 64 photos.
    view
        Makes the view of a photo; its generator depends on the photo's number alone.

    Raises
    ------
    DataError
        When a photo cannot be decoded.
    """
    folder.mkdir(parents=True, exist_ok=True)
    keep_in_fast_precision(encoder, torch.device("cpu"))
    parts = []
    for start in range(0, len(numbers), _CHUNK):
        file, chunk = folder / f"{start:06d}.npz", list(numbers[start : start + _CHUNK])
        part = _read(file, chunk)
        if part is None:
            views = [view(shards.decode_rgb(number), np.random.default_rng([7, number])) for number in chunk]
            part = Sights(*_look(views, encoder), np.array(chunk))
            temporary = file.with_suffix(".partial")
            with temporary.open("wb") as stream:
                np.savez(stream, cells=part.cells, summary=part.summary, numbers=part.numbers)
            temporary.replace(file)
        parts.append(part)
        progress(start + len(chunk), len(numbers))
    return Sights.joined(parts)


def _read(file: Path, numbers: list[int]) -> Sights | None:
    try:
        with np.load(file) as stored:
            part = Sights(stored["cells"], stored["summary"], stored["numbers"])
    except (OSError, KeyError, ValueError, zipfile.BadZipFile):
        return None
    return part if part.numbers.tolist() == numbers else None


def _look(views: Sequence[FloatArray], encoder: PairEncoder) -> tuple[_HalfArray, _HalfArray]:
    """Views of the same shape go through the encoders together."""
    by_shape: dict[tuple[int, ...], list[tuple[int, int]]] = defaultdict(list)
    for index, view in enumerate(views):
        for turns in range(4):
            by_shape[turned(view, turns).shape].append((index, turns))
    cells: list[list[FloatArray]] = [[np.empty(0, np.float32)] * 4 for _ in views]
    summary = [[np.empty(0, np.float32)] * 4 for _ in views]
    for places in by_shape.values():
        for start in range(0, len(places), _BATCH):
            batch = places[start : start + _BATCH]
            for (index, turns), sight in zip(batch, _seen(batch, views, encoder), strict=True):
                cells[index][turns], summary[index][turns] = sight.cells(), sight.summary
    return np.array(cells, dtype=np.float16), np.array(summary, dtype=np.float16)


def _seen(batch: Sequence[tuple[int, int]], views: Sequence[FloatArray], encoder: PairEncoder) -> list[Sight]:
    pictures = torch.from_numpy(np.stack([turned(views[index], turns) for index, turns in batch]))
    with torch.inference_mode(), fast_precision(torch.device("cpu")):
        seen = encoder(pictures[:, None])
    features, tokens = seen.features, seen.tokens
    parts = [features.stride16, features.stride32, tokens.grid, tokens.summary]
    arrays = [part.float().numpy() for part in parts]
    return [Sight(*(array[index] for array in arrays)) for index in range(len(batch))]


assert CELLS == 6, "the shapes above say so"
