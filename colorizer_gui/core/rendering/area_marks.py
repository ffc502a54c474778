"""Shows in a picture where its areas are."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.photo.photo import SampleArray
from colorizer_gui.core.rendering.touches import Touch

#: Pixels of a period of stripes, and their share in it.
_PERIOD: Final = 12
_STRIPE: Final = 0.45
_STRENGTH: Final = 0.5


class MarkKind(Enum):
    """What an area is for; told apart by the way of the stripes, not by their colour alone."""

    REGION = "region"
    GRAY = "gray"
    AS_IT_IS = "as it is"


_COLORS: Final = {
    MarkKind.REGION: (235, 70, 150),
    MarkKind.GRAY: (215, 60, 50),
    MarkKind.AS_IT_IS: (40, 160, 90),
}


@dataclass(frozen=True, slots=True)
class AreaMark:
    """An area that is to be seen."""

    kind: MarkKind
    touches: tuple[Touch, ...]


def mark_area(image_rgb: SampleArray, mask: FloatArray, kind: MarkKind) -> npt.NDArray[np.uint8]:
    """Draw stripes where an area is, and a line around it.

    Parameters
    ----------
    image_rgb
        (H, W, 3) uint8 sRGB.
    mask
        (h, w) float32 in [0, 1], of the same extent.

    Returns
    -------
    (H, W, 3) uint8 sRGB.
    """
    height, width = image_rgb.shape[:2]
    whole = cv2.resize(mask, (width, height), interpolation=cv2.INTER_LINEAR)
    rows, columns = np.ogrid[:height, :width]
    way = {
        MarkKind.REGION: rows + columns,
        MarkKind.GRAY: rows - columns,
        MarkKind.AS_IT_IS: rows + 0 * columns,
    }
    stripes = (way[kind] % _PERIOD) < _STRIPE * _PERIOD
    inside = (whole > 0.5).astype(np.uint8)
    line = cv2.morphologyEx(inside, cv2.MORPH_GRADIENT, np.ones((3, 3), dtype=np.uint8)) > 0
    alpha = np.where(line, np.float32(0.9), whole * stripes * np.float32(_STRENGTH))[..., None]
    marked = image_rgb * (1 - alpha) + np.array(_COLORS[kind], dtype=np.float32) * alpha
    return np.asarray(marked + 0.5, dtype=np.uint8)
