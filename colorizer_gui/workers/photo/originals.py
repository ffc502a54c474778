"""How an original looks: gray, or in the colour or tint that it has itself."""

import numpy as np
from PySide6.QtGui import QImage

from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.core.rendering.chroma import Chroma
from colorizer_gui.core.rendering.own_colours import OwnChroma, OwnColours
from colorizer_gui.core.rendering.rendering import Recomposition
from colorizer_gui.desktop.qimage import image_from_lightness, image_from_rgb


def original_image(photo: Photo, long_side: int | None = None) -> QImage:
    """A picture of a photo as it was opened.

    Parameters
    ----------
    long_side
        At most so many pixels on the longer side; None keeps the size.
    """
    if photo.source_ab is None:
        return image_from_lightness(photo.lightness, long_side)
    chroma = Chroma(photo.lightness, photo.source_ab)
    if photo.own_ab is not None:
        nothing = np.zeros((1, 1, 2), dtype=np.float32)
        chroma = OwnChroma(photo.lightness, nothing, OwnColours(photo.own_ab))
    recomposition = Recomposition(photo.lightness, chroma)
    if long_side is not None and long_side < max(photo.size):
        recomposition = recomposition.scaled(long_side)
    return image_from_rgb(recomposition.image(Adjustments(), depth=8))
