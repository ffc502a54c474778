"""Shows in a picture where the network guessed."""

from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.photo.photo import SampleArray

#: Confidence from which on nothing is marked, and below which the mark is at its strongest: every fifth
#: of the cells just above, and half of those below, are wrong by more than 15 in a*b* (docs/experiments.md).
SURE: Final = 0.53
UNSURE: Final = 0.38
#: Stripes, so that the mark is not told by colour alone; pixels of one period, and their share.
_PERIOD: Final = 10
_STRIPE: Final = 0.3
_STRENGTH: Final = 0.6
_MARK: Final = (120, 215, 235)


def mark_guesses(image_rgb: SampleArray, confidence: FloatArray) -> npt.NDArray[np.uint8]:
    """Draw diagonal stripes where confidence is low.

    Parameters
    ----------
    image_rgb
        (H, W, 3) uint8 sRGB.
    confidence
        (h, w) float32 in [0, 1], of the same extent.

    Returns
    -------
    (H, W, 3) uint8 sRGB.
    """
    height, width = image_rgb.shape[:2]
    whole = cv2.resize(confidence, (width, height), interpolation=cv2.INTER_LINEAR)
    doubt = np.clip((SURE - whole) / (SURE - UNSURE), 0.0, 1.0)
    diagonal = np.add.outer(np.arange(height), np.arange(width)) % _PERIOD
    alpha = (doubt * _STRENGTH * (diagonal < _STRIPE * _PERIOD))[..., None]
    marked = image_rgb * (1.0 - alpha) + np.array(_MARK, dtype=np.float32) * alpha
    return np.asarray(marked + 0.5, dtype=np.uint8)
