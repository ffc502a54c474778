"""Objects that areas are marked by: found as what a colour point means, in the photo without any points."""

from collections.abc import Sequence

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.guidance.colour_points import Place
from colorizer_gui.core.guidance.known_photo import KnownPhoto
from colorizer_gui.core.prediction.prediction import Prediction


class AreaSelector:
    """Finds objects in one photo (`masks.Selector`); looks at it when the first one is asked for.

    Parameters
    ----------
    lightness
        (H, W) float32 L*.
    prediction
        Any of the photo, with what it was laid over.
    """

    def __init__(self, lightness: FloatArray, prediction: Prediction) -> None:
        self._lightness = lightness
        self._prediction = prediction
        self._known: KnownPhoto | None = None

    def __call__(self, path: Sequence[Place], reach: float) -> FloatArray:
        if self._known is None:
            self._known = KnownPhoto.shown(self._lightness, None, self._prediction)
        return self._known.selected(path, reach)

    def holds_for(self, prediction: Prediction) -> bool:
        """Whether it finds the same by another prediction of the same photo."""
        one, other = self._prediction.plain, prediction.plain
        return one is other or (one.traits is not None and one.traits is other.traits)
