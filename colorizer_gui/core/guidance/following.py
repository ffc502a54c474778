"""Colour points that stay on what they were put on while the photo is turned, straightened or cropped."""

import numpy as np

from colorizer_gui.core.geometry.geometry import Geometry, Size
from colorizer_gui.core.prediction.prediction import Guidance


def following(guidance: Guidance | None, size: Size, before: Geometry, after: Geometry) -> Guidance | None:
    """The guidance of a photo that is shown with another geometry; places that are cut off are left out.

    Parameters
    ----------
    size
        Width and height of the photo without any geometry.
    """
    if guidance is None or before == after:
        return guidance
    places = after.places(guidance.positions, size, before)
    # What lies on the edge may be a rounding error beyond it.
    stays = np.all((places > -1e-6) & (places < 1.0 + 1e-6), axis=1)
    if not stays.any():
        return None
    return guidance.at(np.clip(places, 0.0, 1.0), stays)
