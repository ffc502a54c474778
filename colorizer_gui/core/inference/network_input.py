"""The geometry between a photo and the network: scale, pad, crop back, place hints."""

from dataclasses import dataclass
from typing import Final, Self

import cv2
import numpy as np

from colorizer_gui.core.color.conversion import FloatArray, lightness_to_gray
from colorizer_gui.core.model.network import HINT_CHANNELS, HINT_SCALE, STRIDE
from colorizer_gui.core.prediction.prediction import Guidance

#: Short side of the network's input, in pixels.
DEFAULT_SHORT_SIDE: Final = 256
#: A strip of a photo is not followed to any length: long side over short side of the input.
_MAX_ASPECT: Final = 4
_HINT_STRIDE: Final = 4
#: Sides are multiples of this, so that logits at any output stride cover the photo exactly.
_GRAIN: Final = 8


@dataclass(frozen=True, slots=True)
class InputGeometry:
    """How one photo is laid into the network's input.

    The aspect ratio is kept (a squared photo makes tall photos green): both sides are scaled by the
    same factor, rounded to 8 pixels, and padded to 32 at the right and the bottom.

    Attributes
    ----------
    height, width
        Of the scaled photo; `padded_height` and `padded_width` are those of the input.
    """

    height: int
    width: int

    @classmethod
    def of(cls, photo_height: int, photo_width: int, short_side: int = DEFAULT_SHORT_SIDE) -> Self:
        """Choose the scaled size of a photo."""
        short, long = sorted((photo_height, photo_width))
        scale = min(short_side / short, _MAX_ASPECT * short_side / long)
        height, width = (
            max(_GRAIN, round(side * scale / _GRAIN) * _GRAIN) for side in (photo_height, photo_width)
        )
        return cls(height, width)

    @property
    def padded_height(self) -> int:
        """Height of the input, a multiple of 32."""
        return -(-self.height // STRIDE) * STRIDE

    @property
    def padded_width(self) -> int:
        """Width of the input, a multiple of 32."""
        return -(-self.width // STRIDE) * STRIDE

    def gray(self, lightness: FloatArray) -> FloatArray:
        """Scale and pad lightness.

        Parameters
        ----------
        lightness
            (H, W) float32 L* in [0, 100].

        Returns
        -------
        (padded_height, padded_width) float32 gray sRGB in [0, 1]; the padding repeats the border.
        """
        shrinks = self.height * self.width < lightness.size
        interpolation = cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC
        scaled = cv2.resize(lightness, (self.width, self.height), interpolation=interpolation)
        gray = np.clip(lightness_to_gray(np.clip(scaled, 0.0, 100.0)), 0.0, 1.0)
        bottom, right = self.padded_height - self.height, self.padded_width - self.width
        return np.pad(gray, ((0, bottom), (0, right)), mode="edge")

    def hint_planes(self, guidance: Guidance) -> FloatArray:
        """(3, padded_height / 4, padded_width / 4) float32 planes (a m, b m, m) of a user's points.

        Of several points in one cell the last one counts.
        """
        rows, columns = self.padded_height // _HINT_STRIDE, self.padded_width // _HINT_STRIDE
        planes = np.zeros((HINT_CHANNELS, rows, columns), dtype=np.float32)
        for (x, y), ab in zip(guidance.positions, guidance.ab, strict=True):
            row = _cell(y, self.height)
            column = _cell(x, self.width)
            planes[:2, row, column] = ab / HINT_SCALE
            planes[2, row, column] = 1.0
        return planes


def _cell(position: float, side: int) -> int:
    """The hint cell of a position in [0, 1] on a side of so many pixels; the border's beyond it."""
    cells = side // _HINT_STRIDE
    return min(max(int(position * side) // _HINT_STRIDE, 0), cells - 1)
