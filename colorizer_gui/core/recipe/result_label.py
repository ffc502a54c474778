"""What a saved photo says about itself: that its colour is a guess, whose, and of which source."""

from dataclasses import dataclass
from enum import StrEnum

from colorizer_gui.core.prediction.prediction import ONLY_MINE, OWN_COLOURS
from colorizer_gui.core.recipe.recipe import Recipe


class SourceType(StrEnum):
    """Terms of IPTC's vocabulary of digital source types that can be true of a colorized photo.

    `COMPOSITE` is the default: the lightness is the photograph's, the colour a trained algorithm's.
    """

    COMPOSITE = "compositeWithTrainedAlgorithmicMedia"
    ENHANCED = "algorithmicallyEnhanced"
    GENERATED = "trainedAlgorithmicMedia"

    @property
    def uri(self) -> str:
        """The term as files state it."""
        return f"http://cv.iptc.org/newscodes/digitalsourcetype/{self.value}"

    @property
    def explanation(self) -> str:
        """What the term says, in one sentence for the user."""
        return _EXPLANATIONS[self]


_EXPLANATIONS = {
    SourceType.COMPOSITE: "The photo is a photograph, and its colour was made by a trained algorithm (AI).",
    SourceType.ENHANCED: "The photo is a photograph that an algorithm has enhanced; AI is not mentioned.",
    SourceType.GENERATED: "The whole picture was made by a trained algorithm (AI), its forms as well.",
}


@dataclass(frozen=True, slots=True)
class LabelOptions:
    """What the user decides about labels; the rest is a fact.

    Attributes
    ----------
    caption, source_type
        See `ResultLabel`.
    """

    caption: str | None = None
    source_type: SourceType = SourceType.COMPOSITE

    def of(self, recipe: Recipe) -> "ResultLabel":
        """The label of a result."""
        return ResultLabel(recipe, self.caption, self.source_type)


@dataclass(frozen=True, slots=True, eq=False)
class ResultLabel:
    """The statement that goes into a saved photo.

    Attributes
    ----------
    recipe
        Source, model, adjustments and guidance; all of it is stored, so that the work can be taken up
        again from the saved file alone.
    caption
        Replaces the photo's description; None leaves the source's.
    source_type
        How the photo came about, in IPTC's terms.
    """

    recipe: Recipe
    caption: str | None = None
    source_type: SourceType = SourceType.COMPOSITE

    @property
    def is_by_hand(self) -> bool:
        """Whether no network coloured the photo: the user alone did, or it has the colours that it had."""
        return self.recipe.candidate in {ONLY_MINE, OWN_COLOURS}

    @property
    def stated_type(self) -> SourceType:
        """How the photo came about; colours that no network predicted owe nothing to a trained algorithm."""
        return SourceType.ENHANCED if self.is_by_hand else self.source_type
