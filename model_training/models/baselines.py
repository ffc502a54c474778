"""What any model must beat: gray, one constant colour, and the colours of similar photos."""

from collections.abc import Callable

import cv2
import numpy as np

from colorizer_gui.core.color.conversion import FloatArray
from model_training.data.kaggle import AB_OFFSET, KaggleArrays

#: Takes (H, W) L* and gives (h, w, 2) a*b* of the same extent.
AbMethod = Callable[[FloatArray], FloatArray]

_THUMBNAIL = 16
_NEIGHBOURS = 16
_MEAN_PHOTOS = 2000


def gray(lightness: FloatArray) -> FloatArray:
    """No colour at all."""
    del lightness
    return np.zeros((1, 1, 2), dtype=np.float32)


def constant_mean(data: KaggleArrays) -> AbMethod:
    """The mean chroma of the training photos everywhere."""
    chosen = range(0, len(data), max(1, len(data) // _MEAN_PHOTOS))
    mean = np.mean([data.ab(index).mean(axis=(0, 1)) for index in chosen], axis=0) - AB_OFFSET
    colour = mean.astype(np.float32).reshape(1, 1, 2)
    return lambda _lightness: colour


def nearest_thumbnails(data: KaggleArrays) -> AbMethod:
    """The mean chroma of the 16 training photos whose lightness thumbnails are nearest.

    Thumbnails are 16 x 16 with zero mean and unit norm; the centre square of the photo is compared,
    as the training photos are squares.
    """
    thumbnails = np.stack(
        [_thumbnail(data.lightness[index].astype(np.float32)) for index in range(len(data))]
    )

    def method(lightness: FloatArray) -> FloatArray:
        nearest = np.argsort(-(thumbnails @ _thumbnail(lightness)))[:_NEIGHBOURS]
        neighbours = [data.ab(int(index)).astype(np.float32) for index in nearest]
        small = [cv2.resize(ab, (28, 28), interpolation=cv2.INTER_AREA) for ab in neighbours]
        return np.asarray(np.mean(small, axis=0) - AB_OFFSET, dtype=np.float32)

    return method


def _thumbnail(lightness: FloatArray) -> FloatArray:
    side = min(lightness.shape)
    top, left = (lightness.shape[0] - side) // 2, (lightness.shape[1] - side) // 2
    square = lightness[top : top + side, left : left + side]
    vector = cv2.resize(square, (_THUMBNAIL, _THUMBNAIL), interpolation=cv2.INTER_AREA).ravel()
    centred = vector - vector.mean()
    return np.asarray(centred / max(float(np.linalg.norm(centred)), 1e-6), dtype=np.float32)
