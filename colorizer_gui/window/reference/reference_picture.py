"""The small picture of a reference photo, as Qt shows it."""

from functools import lru_cache

from PySide6.QtGui import QImage

from colorizer_gui.core.common.errors import InferenceError
from colorizer_gui.core.guidance.reference.picture import rgb_of
from colorizer_gui.core.prediction.reference import Reference
from colorizer_gui.desktop.qimage import image_from_rgb


@lru_cache(maxsize=2)
def picture_of(reference: Reference) -> QImage:
    """Nothing where the recipe of another program, or a damaged one, holds no picture: colorizing says so."""
    try:
        return image_from_rgb(rgb_of(reference), None)
    except InferenceError:
        return QImage()
