"""The geometry between a photo and the network: scale, pad, crop back, place hints."""

from dataclasses import dataclass
from typing import Final, Self

import numpy as np

from colorizer_gui.core.color.conversion import FloatArray, lightness_to_gray
from colorizer_gui.core.geometry.area_means import scaled
from colorizer_gui.core.model.input_format import CONVOLUTIONAL, HINT_CHANNELS, HINT_SCALE, InputFormat
from colorizer_gui.core.prediction.prediction import Guidance

#: A strip of a photo is not followed to any length: long side over short side of the input.
_MAX_ASPECT: Final = 4


@dataclass(frozen=True, slots=True)
class InputGeometry:
    """How one photo is laid into the network's input.

    The aspect ratio is kept (a squared photo makes tall photos green): both sides are scaled by the
    same factor, rounded to the format's grain, and padded to its stride at the right and the bottom.

    Attributes
    ----------
    height, width
        Of the scaled photo; `padded_height` and `padded_width` are those of the input.
    form
        The network's.
    """

    height: int
    width: int
    form: InputFormat = CONVOLUTIONAL

    @classmethod
    def of(
        cls,
        photo_height: int,
        photo_width: int,
        short_side: int | None = None,
        form: InputFormat = CONVOLUTIONAL,
    ) -> Self:
        """Choose the scaled size of a photo; the short side is the format's unless it is given."""
        short_side = form.short_side if short_side is None else short_side
        short, long = sorted((photo_height, photo_width))
        scale = min(short_side / short, _MAX_ASPECT * short_side / long)
        height, width = (
            max(form.grain, round(side * scale / form.grain) * form.grain)
            for side in (photo_height, photo_width)
        )
        return cls(height, width, form)

    @property
    def padded_height(self) -> int:
        """Height of the input, a multiple of the stride."""
        return -(-self.height // self.form.stride) * self.form.stride

    @property
    def padded_width(self) -> int:
        """Width of the input, a multiple of the stride."""
        return -(-self.width // self.form.stride) * self.form.stride

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
        small = np.clip(scaled(lightness, self.height, self.width), 0.0, 100.0)
        gray = np.clip(lightness_to_gray(small), 0.0, 1.0)
        bottom, right = self.padded_height - self.height, self.padded_width - self.width
        return np.pad(gray, ((0, bottom), (0, right)), mode="edge")

    def hint_planes(self, guidance: Guidance) -> FloatArray:
        """(3, padded_height / s, padded_width / s) float32 planes (a m, b m, m) of a user's points.

        s is the format's hint stride.
        Of several points in one cell the last one counts.
        """
        stride = self.form.hint_stride
        rows, columns = self.padded_height // stride, self.padded_width // stride
        planes = np.zeros((HINT_CHANNELS, rows, columns), dtype=np.float32)
        for (x, y), ab in zip(guidance.positions, guidance.ab, strict=True):
            row = _cell(y, self.height, stride)
            column = _cell(x, self.width, stride)
            planes[:2, row, column] = ab / HINT_SCALE
            planes[2, row, column] = 1.0
        return planes


def _cell(position: float, side: int, stride: int) -> int:
    """The hint cell of a position in [0, 1] on a side of so many pixels; the border's beyond it."""
    cells = side // stride
    return min(max(int(position * side) // stride, 0), cells - 1)
