"""Points of a photo that the user gave a colour, and what the network makes of one."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from colorizer_gui.core.color import FloatArray
from colorizer_gui.core.prediction import Colorizer, Guidance

#: How many colours are suggested for a point at most.
SUGGESTIONS: Final = 6
#: Lightness at a point is that of a square around it, of this share of the photo's longer side.
_AROUND: Final = 0.016


@dataclass(frozen=True, slots=True)
class ColourPoint:
    """A wish of the user: at x and y in [0, 1] of the photo, the colour is a*, b*."""

    x: float
    y: float
    ab: tuple[float, float]


def points_of(guidance: Guidance | None) -> tuple[ColourPoint, ...]:
    """The points that a guidance is made of."""
    if guidance is None:
        return ()
    return tuple(
        ColourPoint(float(x), float(y), (float(a), float(b)))
        for (x, y), (a, b) in zip(guidance.positions, guidance.ab, strict=True)
    )


def guidance_of(points: tuple[ColourPoint, ...]) -> Guidance | None:
    """The guidance of points; None where there are none."""
    if not points:
        return None
    positions = np.array([(point.x, point.y) for point in points], dtype=np.float32)
    return Guidance(np.clip(positions, 0.0, 1.0), np.array([point.ab for point in points], dtype=np.float32))


def lightness_at(lightness: FloatArray, x: float, y: float) -> float:
    """The median L* around a point, so that a speck of dust does not count."""
    height, width = lightness.shape
    reach = max(1, round(_AROUND * max(height, width) / 2))
    row, column = cell_at((height, width), x, y)
    around = lightness[max(0, row - reach) : row + reach + 1, max(0, column - reach) : column + reach + 1]
    return float(np.median(around))


def cell_at(shape: tuple[int, ...], x: float, y: float) -> tuple[int, int]:
    """Row and column of a point in an array that covers the photo."""
    height, width = shape[:2]
    return min(max(int(y * height), 0), height - 1), min(max(int(x * width), 0), width - 1)


def suggested_colours(
    colorizer: Colorizer, lightness: FloatArray, x: float, y: float, guidance: Guidance | None
) -> FloatArray:
    """What the network holds plausible at a point, knowing the user's other points.

    Returns
    -------
    (n, 2) float32 a*b*, the likeliest first; n is 0 for a colorizer without a distribution.

    Raises
    ------
    InferenceError
    """
    distribution = colorizer.predict_ab(lightness, guidance).distribution
    if distribution is None:
        return np.empty((0, 2), dtype=np.float32)
    return distribution.suggestions(*cell_at(distribution.log_probabilities.shape, x, y), SUGGESTIONS)
