"""A colour taken out of a photo: the predicted one, or what the screen shows."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage

from colorizer_gui.core.color.conversion import rgb_to_lab
from colorizer_gui.core.guidance.colour_points import cell_at
from colorizer_gui.core.prediction.prediction import Prediction

#: Pixels to either side that are averaged.
_AROUND: Final = 2


@dataclass(frozen=True, slots=True)
class Sample:
    """A colour and the L* that it was seen at."""

    ab: tuple[float, float]
    lightness: float


def sample(prediction: Prediction | None, image: QImage, place: QPointF) -> Sample:
    """Take the colour of a place.

    Parameters
    ----------
    prediction
        Whose colour is taken, before any setting, so that a point with it looks alike under the settings that
        both have; None to take the colour of the picture.
    image
        The picture that is shown, sRGB.
    place
        x and y in [0, 1] of the photo.
    """
    row, column = cell_at((image.height(), image.width()), place.x(), place.y())
    rows = range(max(0, row - _AROUND), min(image.height(), row + _AROUND + 1))
    columns = range(max(0, column - _AROUND), min(image.width(), column + _AROUND + 1))
    colors = [image.pixelColor(x, y) for y in rows for x in columns]
    rgb = np.array([[[each.redF(), each.greenF(), each.blueF()] for each in colors]], dtype=np.float32)
    lightness, a, b = (float(value) for value in rgb_to_lab(rgb)[0].mean(axis=0))
    if prediction is not None:
        a, b = (float(value) for value in prediction.ab[cell_at(prediction.ab.shape, place.x(), place.y())])
    return Sample((a, b), lightness)
