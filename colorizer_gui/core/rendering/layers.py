"""Settings of a photo and of its areas, ready to be applied row by row."""

from dataclasses import dataclass

import numpy as np

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.core.rendering.chroma import enlarge_rows
from colorizer_gui.core.rendering.own_colours import OwnMixture
from colorizer_gui.core.rendering.toning import tone

#: Chroma to start from: refined, or a photo's own.
Mixture = FloatArray | OwnMixture


@dataclass(frozen=True, slots=True, eq=False)
class Layers:
    """All that makes the chroma of a picture out of refined planes.

    Planes are no larger than the picture, and of its extent; masks are (h, w, 2), for a* and for b*.

    Attributes
    ----------
    base
        (h, w, 2) chroma, or a photo's own, to which `adjustments` are applied.
    mixed
        Regions in which another vividness or cleanness is wanted: mask and chroma.
    toned
        Regions with settings of their own, which come on top: mask and settings.
    kept
        What is protected: mask, and layers of its own; None for no colour.
    """

    base: Mixture
    adjustments: Adjustments
    mixed: tuple[tuple[FloatArray, Mixture], ...] = ()
    toned: tuple[tuple[FloatArray, Adjustments], ...] = ()
    kept: tuple[tuple[FloatArray, "Layers | None"], ...] = ()

    def strip(self, lightness: FloatArray, rows: slice, height: int) -> FloatArray:
        """(n, W, 2) float32 chroma of some rows.

        Parameters
        ----------
        lightness
            (n, W) float32 L* of these rows.
        height
            Rows of the whole picture.
        """
        width = lightness.shape[1]
        ab = _rows_of(self.base, rows, height, width)
        for mask, chroma in self.mixed:
            share = _share(mask, rows, height, width)
            if share is not None:
                ab = ab + share * (_rows_of(chroma, rows, height, width) - ab)
        ab = tone(lightness, ab, self.adjustments)
        for mask, adjustments in self.toned:
            share = _share(mask, rows, height, width)
            if share is not None:
                ab = ab + share * (tone(lightness, ab, adjustments) - ab)
        for mask, layers in self.kept:
            share = _share(mask, rows, height, width)
            if share is not None:
                there = np.float32(0) if layers is None else layers.strip(lightness, rows, height)
                ab = ab + share * (there - ab)
        return ab


def _rows_of(chroma: Mixture, rows: slice, height: int, width: int) -> FloatArray:
    if isinstance(chroma, OwnMixture):
        return chroma.rows(rows, height, width)
    return enlarge_rows(chroma, rows, height, width)


def _share(mask: FloatArray, rows: slice, height: int, width: int) -> FloatArray | None:
    """(n, W, 2) of some rows; None where nothing of the area is in them."""
    share = enlarge_rows(mask, rows, height, width)
    return share if share.any() else None
