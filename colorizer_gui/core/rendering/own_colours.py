"""The colours that a photo in colour has itself, as they are in its file or with their noise cleaned.

Cleaning is chromaticity diffusion (`chromaticity_diffusion`) at a quarter of a megapixel, brought back along
the edges of the lightness. What differs from that by more than noise does is no noise, and is given back: the
non-negative garrote (Breiman 1995, "Better subset regression using the nonnegative garrote") with three
standard deviations of the noise, as the photo itself shows it where it is plainest. So no pixel moves by more
than that, and a photo without noise hardly changes.
"""

import math
import threading
from dataclasses import dataclass, replace
from typing import Final, Self

import cv2
import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.rendering.chroma import Chroma, enlarge_rows, refine_by_guide, shrink
from colorizer_gui.core.rendering.chromaticity_diffusion import diffuse

#: Chroma of full size.
HalfArray = npt.NDArray[np.float16]
#: Pixels at which noise is diffused, and the steps; docs/adr/0021-a-photos-own-colours.md has the figures.
DIFFUSED_PIXELS: Final = 2**18
ITERATIONS: Final = 40
#: In standard deviations of the noise: what is moved by no more than that.
_DEVIATIONS: Final = 3.0
#: Noise is measured in squares of so many pixels a side, at most about so many of them, and is what it is in
#: the quarter of them that shows least.
_SQUARE: Final = 16
_PLAINEST: Final = 25.0
_SQUARES: Final = 2_000
#: Mean length over the standard deviation of each axis (Rayleigh).
_MEAN_LENGTH: Final = math.sqrt(math.pi / 2)
_TINY: Final = np.float32(1e-6)
#: Rows that are in single precision at a time.
_BAND: Final = 256
#: So many sizes of a photo are remembered: the size of a live slider and the one at rest, cleaned or not.
_SIZES: Final = 5


class OwnColours:
    """Chroma of full size, and what cleaning it takes; thread-safe.

    Parameters
    ----------
    ab
        (H, W, 2) float16 a*b*.

    Attributes
    ----------
    ab
        As it was given.
    """

    def __init__(self, ab: HalfArray) -> None:
        self.ab = ab
        self._lock = threading.Lock()
        self._cleaned: dict[tuple[int, ...], FloatArray] = {}
        self._sized: dict[tuple[int, int, bool], OwnMixture] = {}

    def mixture(self, height: int, width: int, guide: FloatArray | None) -> "OwnMixture":
        """For a picture that is no larger; those of the last sizes are remembered.

        Parameters
        ----------
        guide
            `Chroma.guide` of the photo, along which colours are cleaned; None where nothing is to be cleaned.
        """
        key = height, width, guide is not None
        with self._lock:
            if key not in self._sized:
                while len(self._sized) >= _SIZES:
                    del self._sized[next(iter(self._sized))]
                self._sized[key] = self._mixture(height, width, guide)
            return self._sized[key]

    def _mixture(self, height: int, width: int, guide: FloatArray | None) -> "OwnMixture":
        own = shrink_half(self.ab, height, width)
        if guide is None:
            return OwnMixture(own)
        if guide.shape not in self._cleaned:
            self._cleaned[guide.shape] = self._clean(guide)
        cleaned = shrink(self._cleaned[guide.shape], height, width)
        return OwnMixture(own, cleaned, threshold_of(own, cleaned))

    def _clean(self, guide: FloatArray) -> FloatArray:
        """(h, w, 2) float32 chroma without noise, in the size of the guide."""
        scale = min(1.0, math.sqrt(DIFFUSED_PIXELS / guide.size))
        size = max(1, round(guide.shape[0] * scale)), max(1, round(guide.shape[1] * scale))
        ab = shrink_half(self.ab, *size).astype(np.float32)
        diffused = diffuse(shrink(guide, *ab.shape[:2]), ab, ITERATIONS)
        return diffused if diffused.shape[:2] == guide.shape else refine_by_guide(guide, diffused)


class OwnChroma(Chroma):
    """A photo's own colours, to which points may add.

    Parameters
    ----------
    lightness
        (H, W) float32 L* of the whole photo.
    added
        (h, w, 2) float32 a*b* that points add; zero where there are none.
    own
        Of the same extent.
    """

    def __init__(self, lightness: FloatArray, added: FloatArray, own: OwnColours) -> None:
        super().__init__(lightness, added)
        self.own = own
        self._adds = bool(added.any())

    @classmethod
    def after(cls, before: Chroma, added: FloatArray, own: OwnColours) -> Self:
        """Of the photo that other chroma is of."""
        made = cls(before.guide, added, own)
        made._guide = before.guide
        return made

    def mixture(self, height: int, width: int, share: float) -> "OwnMixture":
        """For a picture of a size, cleaned by a share of the way."""
        mixture = self.own.mixture(height, width, self.guide if share else None)
        added = shrink(self.refined(), height, width) if self._adds else None
        return replace(mixture, share=share, added=added)


@dataclass(frozen=True, slots=True, eq=False)
class OwnMixture:
    """Own colours in the size of a picture, cleaned by a share of the way, with what points add.

    Attributes
    ----------
    own
        (H, W, 2) float16 chroma of each pixel.
    cleaned
        (h, w, 2) float32 without noise; None where nothing is cleaned.
    threshold
        Chroma that is no noise.
    share
        0 leaves them as they are, 1 cleans them.
    added
        (h, w, 2) float32, refined.
    """

    own: HalfArray
    cleaned: FloatArray | None = None
    threshold: float = 0.0
    share: float = 0.0
    added: FloatArray | None = None

    def rows(self, rows: slice, height: int, width: int) -> FloatArray:
        """(n, W, 2) float32 of some rows; equal to the same rows of the whole."""
        ab = self.own[rows].astype(np.float32)
        if self.cleaned is not None:
            clean = enlarge_rows(self.cleaned, rows, height, width)
            moved = denoised(ab, clean, self.threshold)
            moved -= ab
            moved *= np.float32(self.share)
            ab += moved
        if self.added is not None:
            ab += enlarge_rows(self.added, rows, height, width)
        return ab


def denoised(ab: FloatArray, cleaned: FloatArray, threshold: float) -> FloatArray:
    """Cleaned chroma with what differs from it by more than a threshold; (n, W, 2) float32 each."""
    difference = ab - cleaned
    squared = difference[..., 0] * difference[..., 0] + difference[..., 1] * difference[..., 1]
    kept = np.float32(1.0) - np.float32(threshold**2) / np.maximum(squared, _TINY)
    np.maximum(kept, np.float32(0.0), out=kept)
    difference *= kept[..., None]
    difference += cleaned
    return difference


def threshold_of(own: HalfArray, cleaned: FloatArray) -> float:
    """Chroma that is no noise, by what cleaning would take from squares all over a picture.

    Parameters
    ----------
    own
        (H, W, 2) float16.
    cleaned
        (h, w, 2) float32 of the same extent.
    """
    height, width = own.shape[:2]
    apart = _SQUARE * max(1, math.ceil(math.sqrt(height * width / (_SQUARES * _SQUARE**2))))
    found = []
    for top in range(0, height, apart):
        rows = slice(top, min(top + _SQUARE, height))
        difference = own[rows].astype(np.float32) - enlarge_rows(cleaned, rows, height, width)
        length = np.hypot(difference[..., 0], difference[..., 1]).mean(axis=0)
        found += [float(length[left : left + _SQUARE].mean()) for left in range(0, width, apart)]
    return _DEVIATIONS * float(np.percentile(found, _PLAINEST)) / _MEAN_LENGTH


def shrink_half(ab: HalfArray, height: int, width: int) -> HalfArray:
    """Average over areas down to (at most) a size; in bands, with little in single precision at once."""
    height, width = min(height, ab.shape[0]), min(width, ab.shape[1])
    if (height, width) == ab.shape[:2]:
        return ab
    narrow = np.empty((ab.shape[0], width, 2), dtype=np.float16)
    for top in range(0, ab.shape[0], _BAND):
        band = ab[top : top + _BAND].astype(np.float32)
        narrow[top : top + _BAND] = cv2.resize(band, (width, len(band)), interpolation=cv2.INTER_AREA)
    small = cv2.resize(narrow.astype(np.float32), (width, height), interpolation=cv2.INTER_AREA)
    return np.asarray(small, dtype=np.float16)
