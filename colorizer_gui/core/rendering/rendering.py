"""A photo's lightness and its predicted chroma, rendered to sRGB strip by strip, as often as needed.

What is kept is the untouched lightness and the small chroma; each adjustment renders anew from them.
"""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Final

import cv2
import numpy as np

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common.cancellation import CancelToken
from colorizer_gui.core.common.strips import for_each_strip, strips
from colorizer_gui.core.photo.photo import BitDepth, SampleArray
from colorizer_gui.core.prediction.vividness import mix_of
from colorizer_gui.core.rendering.adjustments import LIMITS, Adjustments, Keep, Look, Protection, areas_of
from colorizer_gui.core.rendering.chroma import Chroma, shrink, shrink_to
from colorizer_gui.core.rendering.layers import Layers, Mixture
from colorizer_gui.core.rendering.masks import Masks
from colorizer_gui.core.rendering.own_colours import OwnChroma
from colorizer_gui.core.rendering.recomposition import samples_of
from colorizer_gui.core.rendering.touches import Touch

#: Answers the chroma that a photo had in another look; None where that is its present one.
KeptChroma = Callable[[Look], Chroma | None]
#: So many mixtures of refined chroma are kept, 8 megabytes each.
_MIXTURES: Final = 6
#: Settings that are no arithmetic on single pixels of refined chroma.
_OF_MIXTURES: Final = ("vividness", "edge_cleanup", "colour_noise")


def _no_other(_look: Look) -> None:
    """Nothing but the present chroma is there."""


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
    masks
        The areas of the photo; by default of brush strokes only.
    kept
        Chroma of looks in which places are protected.
    """

    def __init__(
        self,
        lightness: FloatArray,
        ab: FloatArray | Chroma,
        masks: Masks | None = None,
        kept: KeptChroma = _no_other,
    ) -> None:
        self._lightness = lightness
        self._chroma = ab if isinstance(ab, Chroma) else Chroma(lightness, ab)
        self._masks = masks or Masks(self._chroma)
        self._kept = kept
        self._lock = threading.Lock()
        self._fitted: dict[tuple[Chroma, int, bool], FloatArray] = {}
        self._mixed: dict[tuple[Chroma, float, float], Mixture] = {}
        self._layers: tuple[Adjustments, Layers] | None = None

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
        lightness = shrink_to(self._lightness, long_side)
        return Recomposition(lightness, self._chroma, self._masks, self._kept)

    @property
    def chroma(self) -> Chroma:
        """What it is coloured by."""
        return self._chroma

    @property
    def kept(self) -> KeptChroma:
        """Finds chroma of other looks."""
        return self._kept

    @property
    def masks(self) -> Masks:
        """Its areas."""
        return self._masks

    def recoloured(self, chroma: Chroma, masks: Masks, kept: KeptChroma) -> "Recomposition":
        """The same photo, in as many pixels, with other chroma."""
        return Recomposition(self._lightness, chroma, masks, kept)

    def coloured_as(self, other: "Recomposition") -> "Recomposition":
        """The same photo, in as many pixels, with the chroma of a larger one."""
        return Recomposition(self._lightness, other.chroma, other.masks, other.kept)

    def mask(self, touches: tuple[Touch, ...]) -> FloatArray:
        """(h, w) float32 in [0, 1], no larger than this picture: how much of each pixel is in an area."""
        return shrink(self._masks.plane(touches), *self._lightness.shape)

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
        ab = self._layers_for(adjustments).strip(lightness, rows, height)
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

    def _layers_for(self, adjustments: Adjustments) -> Layers:
        """What settings come to; the last is kept."""
        with self._lock:
            if self._layers is None or self._layers[0] != adjustments:
                self._layers = (adjustments, self._layered(adjustments, self._chroma))
            return self._layers[1]

    def _layered(self, adjustments: Adjustments, chroma: Chroma) -> Layers:
        areas = areas_of(adjustments)
        mixed, toned = [], []
        for region in areas.regions:
            own = region.adjustments.everywhere
            if not region.is_on or own == Adjustments():
                continue
            mask = self._share(region.touches)
            changed = {name: getattr(own, name) for name in _OF_MIXTURES if getattr(own, name)}
            if changed:
                there = {name: getattr(adjustments, name) + value for name, value in changed.items()}
                settings: dict[str, Any] = {name: _within(name, value) for name, value in there.items()}
                mixed.append((mask, self._mixture(chroma, replace(adjustments.everywhere, **settings))))
            toned.append((mask, own))
        base = self._mixture(chroma, adjustments)
        kept = tuple((self._share(each.touches), self._kept_layers(each)) for each in areas.protections)
        return Layers(base, adjustments, tuple(mixed), tuple(toned), kept)

    def _share(self, touches: tuple[Touch, ...]) -> FloatArray:
        mask = self.mask(touches)
        return np.dstack([mask, mask])

    def _kept_layers(self, protection: Protection) -> Layers | None:
        if protection.keep is Keep.GRAY or protection.look is None:
            return None
        look = protection.look
        return self._layered(look.adjustments, self._kept(look) or self._chroma)

    def _mixture(self, chroma: Chroma, settings: Adjustments) -> Mixture:
        """Refined chroma of some vividness and cleanness, no larger than this picture; or a photo's own."""
        own = isinstance(chroma, OwnChroma)
        of_own, of_predicted = (0.0, settings.colour_noise), (settings.vividness, settings.edge_cleanup)
        key = (chroma, *(of_own if own else of_predicted))
        if key not in self._mixed:
            while len(self._mixed) >= _MIXTURES:
                del self._mixed[next(iter(self._mixed))]
            if isinstance(chroma, OwnChroma):
                height, width = self._lightness.shape
                self._mixed[key] = chroma.mixture(height, width, settings.colour_noise)
            else:
                self._mixed[key] = self._mix(chroma, *of_predicted)
        return self._mixed[key]

    def _mix(self, chroma: Chroma, vividness: float, cleanup: float) -> FloatArray:
        parts = [
            (self._plane(chroma, reading, cleaned=cleaned), share * part)
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

    def _plane(self, chroma: Chroma, reading: int, *, cleaned: bool) -> FloatArray:
        """Refined chroma in the size of this picture."""
        key = (chroma, reading, cleaned)
        if key not in self._fitted:
            refined = chroma.refined(reading, cleaned=cleaned)
            self._fitted[key] = shrink(refined, *self._lightness.shape)
        return self._fitted[key]


def _within(name: str, value: float) -> float:
    low, high = LIMITS[name]
    return min(max(value, low), high)


def _samples(height: int, width: int, depth: BitDepth) -> SampleArray:
    shape = (height, width, 3)
    return np.empty(shape, dtype=np.uint8) if depth == 8 else np.empty(shape, dtype=np.uint16)
