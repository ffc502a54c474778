"""How much of each pixel an area covers: gestures one after the other, along the edges of the lightness."""

import threading
from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.rendering.chroma import Chroma, refine_by_guide
from colorizer_gui.core.rendering.touches import Place, Touch, stroke_plane

#: Answers (h, w) float32 in [0, 1], cell by cell: what is meant by these places, and how far it reaches.
Selector = Callable[[Sequence[Place], float], FloatArray]

#: So many planes are remembered, four megabytes each; all of an area that grows gesture by gesture.
_PLANES: Final = 12


class Masks:
    """The areas of one photo, in the size of its refined chroma; thread-safe.

    Parameters
    ----------
    chroma
        Has the lightness to whose edges areas keep.
    select
        Finds objects; None where there are none to be found.

    Attributes
    ----------
    select
        As it was given.
    """

    def __init__(self, chroma: Chroma, select: Selector | None = None) -> None:
        self._chroma = chroma
        self.select = select
        self._lock = threading.Lock()
        self._planes: dict[tuple[Touch, ...], FloatArray] = {}

    def plane(self, touches: tuple[Touch, ...]) -> FloatArray:
        """(h', w') float32 in [0, 1]; not to be changed."""
        with self._lock:
            return self._plane(touches)

    def _plane(self, touches: tuple[Touch, ...]) -> FloatArray:
        guide = self._chroma.guide
        known = next((n for n in range(len(touches), 0, -1) if touches[:n] in self._planes), 0)
        plane = self._planes[touches[:known]] if known else np.zeros(guide.shape, dtype=np.float32)
        if known == len(touches):
            return plane
        plane = plane.copy()
        for touch in touches[known:]:
            part, share = self._covered(touch, guide)
            there = plane[part]
            np.copyto(there, there * (1 - share) if touch.erases else np.maximum(there, share))
        while len(self._planes) >= _PLANES:
            del self._planes[next(iter(self._planes))]
        self._planes[touches] = plane
        return plane

    def _covered(self, touch: Touch, guide: FloatArray) -> tuple[tuple[slice, slice], FloatArray]:
        if not touch.is_object:
            return stroke_plane(touch, guide)
        whole = slice(0, guide.shape[0]), slice(0, guide.shape[1])
        if self.select is None:
            return whole, np.zeros(guide.shape, dtype=np.float32)
        weight = self.select(touch.path, touch.reach)
        refined = refine_by_guide(guide, np.dstack([weight, weight]))
        return whole, np.clip(refined[..., 0], 0.0, 1.0)
