"""A photo's lightness and its predicted chroma, rendered to sRGB strip by strip, as often as needed.

What is kept is the untouched lightness and the small chroma; each adjustment renders anew from them.
"""

import threading
from collections.abc import Iterator

import cv2
import numpy as np

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common.cancellation import CancelToken
from colorizer_gui.core.common.strips import for_each_strip, strips
from colorizer_gui.core.photo.photo import BitDepth, SampleArray
from colorizer_gui.core.prediction.vividness import mix_of
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.core.rendering.chroma import Chroma, enlarge_rows, shrink, shrink_to
from colorizer_gui.core.rendering.recomposition import samples_of
from colorizer_gui.core.rendering.toning import tone


class Recomposition:
    """Full-resolution lightness and the chroma that goes with it.

    Making one costs nothing; chroma is refined at the first use. All methods may be called from
    several threads.

    Parameters
    ----------
    lightness
        (H, W) float32 L* in [0, 100].
    ab
        (h, w, 2) float32 CIE a*b* of any size, its extent that of the whole photo; or chroma that a
        larger version of the same photo refines already.
    """

    def __init__(self, lightness: FloatArray, ab: FloatArray | Chroma) -> None:
        self._lightness = lightness
        self._chroma = ab if isinstance(ab, Chroma) else Chroma(lightness, ab)
        self._lock = threading.Lock()
        self._fitted: dict[tuple[int, bool], FloatArray] = {}
        self._mixed: tuple[tuple[float, float], FloatArray] | None = None

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        height, width = self._lightness.shape
        return width, height

    def scaled(self, long_side: int) -> "Recomposition":
        """Make the same picture in fewer pixels, for a screen; it is never enlarged.

        Parameters
        ----------
        long_side
            Pixels of the longer side, at least 1.
        """
        return Recomposition(shrink_to(self._lightness, long_side), self._chroma)

    def strip(
        self, rows: slice, adjustments: Adjustments, depth: BitDepth, *, shown_lightness: float | None = None
    ) -> SampleArray:
        """Render some rows; they equal the same rows of the whole image.

        Parameters
        ----------
        shown_lightness
            L* of every pixel, to see the colour alone; None shows the photo's own.

        Returns
        -------
        (n, W, 3) sRGB samples, uint8 or uint16.
        """
        height, width = self._lightness.shape
        start, stop, _ = rows.indices(height)
        if start >= stop:
            return _samples(0, width, depth)
        rows = slice(start, stop)
        lightness = self._lightness[rows]
        ab = enlarge_rows(self._chroma_for(adjustments), rows, height, width)
        ab = tone(lightness, ab, adjustments)
        if shown_lightness is not None:
            lightness = np.full_like(lightness, shown_lightness)
        return samples_of(lightness, ab, depth)

    def strips(
        self, adjustments: Adjustments, *, depth: BitDepth, token: CancelToken | None = None
    ) -> Iterator[tuple[slice, SampleArray]]:
        """Render from top to bottom.

        Raises
        ------
        Cancelled
            Between two strips.
        """
        for rows in strips(*self._lightness.shape):
            if token is not None:
                token.raise_if_cancelled()
            yield rows, self.strip(rows, adjustments, depth)

    def image(
        self,
        adjustments: Adjustments,
        *,
        depth: BitDepth,
        token: CancelToken | None = None,
        shown_lightness: float | None = None,
    ) -> SampleArray:
        """Render the whole photo.

        Parameters
        ----------
        shown_lightness
            L* of every pixel, to see the colour alone; None shows the photo's own.

        Returns
        -------
        (H, W, 3) sRGB samples, uint8 or uint16.

        Raises
        ------
        Cancelled
            When the token says so; strips that had begun are finished first.
        """
        height, width = self._lightness.shape
        image = _samples(height, width, depth)

        def render(rows: slice) -> None:
            if token is not None:
                token.raise_if_cancelled()
            image[rows] = self.strip(rows, adjustments, depth, shown_lightness=shown_lightness)

        for_each_strip(height, width, render)
        return image

    def _chroma_for(self, adjustments: Adjustments) -> FloatArray:
        """Refined chroma of some vividness and cleanness, no larger than this picture; the last is kept."""
        wanted = (adjustments.vividness, adjustments.edge_cleanup)
        with self._lock:
            if self._mixed is None or self._mixed[0] != wanted:
                self._mixed = (wanted, self._mix(*wanted))
            return self._mixed[1]

    def _mix(self, vividness: float, cleanup: float) -> FloatArray:
        parts = [
            (self._plane(reading, cleaned=cleaned), share * part)
            for reading, share in mix_of(vividness).items()
            for cleaned, part in ((False, 1.0 - cleanup), (True, cleanup))
            if part
        ]
        if len(parts) == 1:
            return parts[0][0]
        mixed: FloatArray = np.zeros_like(parts[0][0])
        for plane, share in parts:
            cv2.scaleAdd(plane, share, mixed, dst=mixed)
        return mixed

    def _plane(self, reading: int, *, cleaned: bool) -> FloatArray:
        """Refined chroma in the size of this picture."""
        key = (reading, cleaned)
        if key not in self._fitted:
            self._fitted[key] = shrink(self._chroma.refined(reading, cleaned=cleaned), *self._lightness.shape)
        return self._fitted[key]


def _samples(height: int, width: int, depth: BitDepth) -> SampleArray:
    shape = (height, width, 3)
    return np.empty(shape, dtype=np.uint8) if depth == 8 else np.empty(shape, dtype=np.uint16)
