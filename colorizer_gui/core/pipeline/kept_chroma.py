"""Chroma of a prediction, and of those that protected places are kept by; refined once, and taken over."""

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.prediction.prediction import OWN_COLOURS, Prediction
from colorizer_gui.core.rendering.adjustments import Look
from colorizer_gui.core.rendering.chroma import Chroma
from colorizer_gui.core.rendering.own_colours import HalfArray, OwnChroma, OwnColours


class KeptChroma:
    """Finds the chroma of what is protected (`rendering.KeptChroma`); what was refined before stays so.

    Attributes
    ----------
    known
        Predictions of one photo, and their chroma.
    own
        The photo's own colours, where they are kept.
    """

    def __init__(
        self,
        prediction: Prediction,
        chroma: Chroma,
        own: OwnColours | None = None,
        earlier: "KeptChroma | None" = None,
    ) -> None:
        self._prediction = prediction
        self.own = own
        known = [] if earlier is None else earlier.known
        self.known: list[tuple[Prediction, Chroma]] = [(prediction, chroma)]
        for each in prediction.kept:
            found = next((made for other, made in known if other.ab is each.ab), None)
            self.known.append((each, found or chroma_of(chroma.guide, each, own, chroma)))

    def __call__(self, look: Look) -> Chroma | None:
        found = self._prediction.as_it_was(look.guidance, look.candidate)
        return next((made for each, made in self.known if each is found), None)


def own_colours_of(ab: HalfArray | None, earlier: KeptChroma | None) -> OwnColours | None:
    """A photo's own colours, those that are cleaned already where they are the same."""
    if ab is None:
        return None
    known = None if earlier is None else earlier.own
    return known if known is not None and known.ab is ab else OwnColours(ab)


def chroma_of(
    lightness: FloatArray, prediction: Prediction, own: OwnColours | None, before: Chroma | None
) -> Chroma:
    """The chroma of a prediction.

    Parameters
    ----------
    lightness
        (H, W) float32 L*.
    own
        Needed for `OWN_COLOURS`; without them, as in the small picture of a stored prediction, its cells are
        refined.
    before
        Of the same lightness; what depends on that alone is taken over.
    """
    if prediction.candidate == OWN_COLOURS and own is not None:
        untold = prediction.automatic or prediction
        added = prediction.ab - untold.ab
        return OwnChroma(lightness, added, own) if before is None else OwnChroma.after(before, added, own)
    if before is None:
        return Chroma(lightness, prediction.ab, prediction.readings)
    return before.recoloured(prediction.ab, prediction.readings)
