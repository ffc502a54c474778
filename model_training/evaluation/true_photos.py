"""Colour photos to judge by: which, and taken apart into lightness and chroma."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from colorizer_gui.core.color.conversion import FloatArray, rgb_to_lab
from model_training.data.photo_source import SourcePhoto, iterate_photos


@dataclass(frozen=True, slots=True, eq=False)
class TruePhoto:
    """A colour photo taken apart.

    Attributes
    ----------
    lab
        (H, W, 3) float32 L*a*b*.
    category
        The folder that it came from.
    """

    name: str
    lab: FloatArray
    category: str = ""

    @property
    def lightness(self) -> FloatArray:
        """(H, W) L* in [0, 100]."""
        return np.ascontiguousarray(self.lab[..., 0])

    @property
    def ab(self) -> FloatArray:
        """(H, W, 2) a*b*."""
        return np.ascontiguousarray(self.lab[..., 1:])


def load_true_photos(
    sources: list[Path],
    limit: int | None = None,
    categories: Collection[str] = (),
    left_out: Collection[str] = (),
    names: Collection[str] = (),
) -> Iterable[TruePhoto]:
    """Decode colour photos one by one, evenly spread when there is a limit.

    Parameters
    ----------
    categories
        Only photos of these; empty means all.
    left_out
        Names of photos that are passed over.
    names
        Only photos of these names; empty means all.

    Raises
    ------
    DataError
        When a source is missing or damaged.
    """
    for photo in chosen_photos(sources, limit, categories):
        passed_over = photo.name in left_out or (bool(names) and photo.name not in names)
        image = None if passed_over else photo.decode_rgb()
        if image is not None:
            yield TruePhoto(photo.name, rgb_to_lab(image.astype(np.float32) / 255), photo.category)


def chosen_photos(
    sources: list[Path], limit: int | None = None, categories: Collection[str] = ()
) -> Iterator[SourcePhoto]:
    """The photos that are judged, not decoded; see `load_true_photos`."""

    def wanted() -> Iterator[SourcePhoto]:
        return (photo for photo in iterate_photos(sources) if not categories or photo.category in categories)

    count = sum(1 for _ in wanted()) if limit else 0
    if not limit or limit >= count:
        return wanted()
    places = {number * count // limit for number in range(limit)}
    return (photo for place, photo in enumerate(wanted()) if place in places)
