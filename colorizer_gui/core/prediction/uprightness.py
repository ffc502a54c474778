"""Whether a photo lies on its side, asked of a colorizer whose network can tell."""

from typing import Protocol, runtime_checkable

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.prediction.prediction import Colorizer


@runtime_checkable
class SeesUpright(Colorizer, Protocol):
    """A colorizer that can tell how a photo is held; not every network can."""

    def quarter_turns(self, lightness: FloatArray) -> int:
        """See `turns_of`."""
        ...


def turns_of(colorizer: Colorizer, lightness: FloatArray) -> int:
    """How a photo has to be turned to stand upright, where that is certain.

    Parameters
    ----------
    lightness
        (H, W) float32 L* in [0, 100].

    Returns
    -------
    Quarter turns clockwise, 0 to 3; 0 for a photo that stands upright, for one that might be held in several
    ways, and for a network that cannot tell.

    Raises
    ------
    InferenceError
        When the network fails on this photo.
    """
    return colorizer.quarter_turns(lightness) if isinstance(colorizer, SeesUpright) else 0
