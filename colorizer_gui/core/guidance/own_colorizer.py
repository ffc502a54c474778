"""The colours that a photo has itself in the place of predicted ones, so that points and areas go on them."""

import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.prediction.prediction import (
    OWN_COLOURS,
    Colorizer,
    Guidance,
    ModelIdentity,
    Prediction,
    model_of,
    with_reference,
)
from colorizer_gui.core.rendering.own_colours import shrink_half


class OwnColorizer:
    """A colorizer that answers a photo's own colours; of a network it takes what belongs together alone.

    Parameters
    ----------
    colorizer
        Looks at the photo.
    own_ab
        (H, W, 2) a*b* of that photo.
    """

    takes_hints = False

    def __init__(self, colorizer: Colorizer, own_ab: npt.NDArray[np.float16]) -> None:
        self._colorizer = colorizer
        self._own_ab = own_ab

    @property
    def model(self) -> ModelIdentity:
        """Another one than the network's, so that nobody takes its answers for those."""
        model = model_of(self._colorizer)
        return ModelIdentity(model.name, f"{OWN_COLOURS} {model.sha256}")

    def predict_ab(self, lightness: FloatArray, guidance: Guidance | None = None) -> Prediction:  # noqa: ARG002 - takes no hints
        """See `Colorizer`; chroma in the network's cells."""
        seen = self._colorizer.predict_ab(lightness)
        ab = shrink_half(self._own_ab, *seen.ab.shape[:2]).astype(np.float32)
        return Prediction(ab, None, candidate=OWN_COLOURS, features=seen.features, notice=seen.notice)


def only_points(guidance: Guidance | None) -> Guidance | None:
    """What of guidance holds for a photo that keeps its colours: it looks like no other photo."""
    return with_reference(guidance, None)
