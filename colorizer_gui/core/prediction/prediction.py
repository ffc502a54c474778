"""What a colorizer answers: chroma, how sure it is, and which other colours it thought of."""

from dataclasses import dataclass, field, replace
from typing import Final, Protocol, Self

import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common.plain_data import ONLY_IF_SET
from colorizer_gui.core.prediction.distribution import Distribution
from colorizer_gui.core.prediction.reference import Reference
from colorizer_gui.core.prediction.vividness import PREDICTED, READINGS, Annealing, annealing_of

#: Chosen in docs/experiments.md.
DEFAULT_ANNEALING: Final = Annealing(temperature=0.5, rebalancing=0.0, vibrance=0.04)
#: `candidates.Reading` of a prediction as the network gives it.
FIRST_READING: Final = "predicted"

#: And of colour that only the user's points and strokes gave, without any network.
ONLY_MINE: Final = "alone"
#: And of the colours that a photo in colour has itself; a network only tells what belongs together.
OWN_COLOURS: Final = "own"


@dataclass(frozen=True, slots=True)
class ModelIdentity:
    """The weights behind a prediction, as results name them.

    Attributes
    ----------
    name
        Of the weights file.
    sha256
        Over all tensors (`LoadedWeights.sha256`).
    """

    name: str
    sha256: str


@dataclass(frozen=True, slots=True, eq=False)
class Prediction:
    """The answer of a `Colorizer`.

    Attributes
    ----------
    ab
        (h, w, 2) float32 CIE a*b* at network resolution; its extent is that of the whole photo.
    confidence
        (h, w) float32 in [0, 1]; None from a network that does not say how sure it is.
    distribution
        The whole answer, or None from a colorizer that has none.
    notice
        A sentence for the user, for example that the GPU was out of memory; usually empty.
    readings
        (S, h, w, 2) float16 chroma from restrained to vivid, at the readings of `vividness`; what is
        needed of the distribution to read it otherwise later, in a hundredth of its size.
    model
        Who predicted, or None when that is not known.
    candidate
        Which of several colorizations it is, by the value of `candidates.Reading`.
    guidance
        What the user asked for when it was made.
    features
        (rows, columns, 2 C) float16, what the encoder saw in each patch, in its middle block and, after
        that, in its last one; of the same extent; None from a network without such an encoder.
    traits
        (rows, columns, C) float16, what is kept of `features` to tell what belongs together.
    automatic
        What it was laid over: the prediction without points; None for one without any.
    scale
        What it was mixed of, where it follows a reference photo.
    kept
        Predictions for what is protected, which follow other points or are of another candidate.
    is_sketch
        Whether the network has not been asked yet what it makes of the points.
    answers
        What the network said before it was told the points, and then, where the rest follows that.
    """

    ab: FloatArray
    confidence: FloatArray | None
    distribution: Distribution | None = None
    notice: str = ""
    readings: npt.NDArray[np.float16] | None = None
    model: ModelIdentity | None = None
    candidate: str = FIRST_READING
    guidance: "Guidance | None" = None
    features: npt.NDArray[np.float16] | None = None
    traits: npt.NDArray[np.float16] | None = None
    automatic: "Prediction | None" = None
    scale: "ReferenceScale | None" = None
    kept: "tuple[Prediction, ...]" = ()
    is_sketch: bool = False
    answers: "tuple[Prediction, Prediction] | None" = None

    @property
    def parts(self) -> npt.NDArray[np.float16] | None:
        """(rows, columns, C) of `features`: what the middle block saw, which tells parts of things apart."""
        return None if self.features is None else self.features[..., : self.features.shape[-1] // 2]

    def is_as_wanted(self, guidance: "Guidance | None", candidate: str) -> bool:
        """Whether it follows these points, and is the predicted one where that is wanted.

        Another one may be wanted that the network cannot make.
        """
        is_other = self.candidate != FIRST_READING == candidate
        if ONLY_MINE in {self.candidate, candidate}:
            is_other = self.candidate != candidate
        return not is_other and not self.is_sketch and same_guidance(self.guidance, guidance)

    def as_it_was(self, guidance: "Guidance | None", candidate: str) -> "Prediction | None":
        """The prediction by these points, be it this one or one that is kept; None where there is none."""
        found = (each for each in (self, *self.kept) if each.is_as_wanted(guidance, candidate))
        own = candidate == OWN_COLOURS
        return next((each for each in found if (each.candidate == OWN_COLOURS) is own), None)

    @property
    def plain(self) -> "Prediction":
        """The prediction that nobody told any colour: without points, and without a reference photo."""
        automatic = self.automatic or self
        return automatic if automatic.scale is None else automatic.scale.steps[0][1]

    @classmethod
    def of(
        cls, distribution: Distribution, annealing: Annealing = DEFAULT_ANNEALING, notice: str = ""
    ) -> Self:
        """The prediction that one reading of a distribution gives."""
        confidence = np.empty(distribution.log_probabilities.shape[:2], dtype=np.float32)
        means = distribution.read([annealing_of(reading, annealing) for reading in READINGS], confidence)
        readings = np.stack(means).astype(np.float16)
        return cls(means[PREDICTED], confidence, distribution, notice, readings)


@dataclass(frozen=True, slots=True, eq=False)
class ReferenceScale:
    """One prediction at several strengths of a reference photo, so that no slider has to ask for another one.

    Attributes
    ----------
    reference
        At full strength.
    steps
        Strengths from 0 to 1, and the prediction at each; all of one shape.
    """

    reference: Reference
    steps: "tuple[tuple[float, Prediction], ...]"

    def at(self, strength: float) -> Prediction:
        """The prediction at a strength: chroma between two steps is mixed linearly."""
        upper = next(index for index, (step, _) in enumerate(self.steps) if step >= strength or step >= 1.0)
        end, after = self.steps[upper]
        start, before = self.steps[max(0, upper - 1)]
        share = np.float32((strength - start) / (end - start)) if end > start else np.float32(0.0)
        readings = after.readings
        if before.readings is not None and after.readings is not None:
            mixed = _mix(before.readings.astype(np.float32), after.readings.astype(np.float32), share)
            readings = mixed.astype(np.float16)
        confidence = after.confidence
        if before.confidence is not None and after.confidence is not None:
            confidence = _mix(before.confidence, after.confidence, share)
        ab = _mix(before.ab, after.ab, share)
        return replace(before, ab=ab, readings=readings, confidence=confidence, scale=self)


def _mix(one: FloatArray, other: FloatArray, share: np.float32) -> FloatArray:
    return np.asarray(one + share * (other - one), dtype=np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Guidance:
    """Colours that the user asks for: at points, and as in a reference photo.

    Attributes
    ----------
    positions
        (n, 2) float32 x and y in [0, 1], relative to the photo's width and height.
    ab
        (n, 2) float32 CIE a*b*.
    strokes
        (n,) int32, the number of the stroke that a point is a part of, from 1, and 0 for a point by
        itself; None for nothing but such points. The network knows no difference.
    reach
        (n,) float32 in [-1, 1]: from this spot over this object (0) to everything like it; None for
        objects.
    names
        n texts: what is known of each colour and from where, empty for one that was just chosen; None for
        nothing but such. It changes no colour, and is what a result's metadata says.
    reference
        A photo that this one is to look like.
    rest_follows
        Whether what no point means follows the network's answer to them; else next to nothing of it.

    Raises
    ------
    ValueError
        When it is not that, as a damaged recipe may have it.
    """

    positions: FloatArray
    ab: FloatArray
    strokes: npt.NDArray[np.int32] | None = None
    reach: FloatArray | None = field(default=None, metadata=ONLY_IF_SET)
    names: tuple[str, ...] | None = field(default=None, metadata=ONLY_IF_SET)
    reference: Reference | None = field(default=None, metadata=ONLY_IF_SET)
    rest_follows: bool = field(default=False, metadata=ONLY_IF_SET)

    def __post_init__(self) -> None:
        if self.reach is not None and (self.reach.shape != (len(self.ab),) or (abs(self.reach) > 1).any()):
            raise ValueError("each point has a reach from -1 to 1")
        if self.names is not None and len(self.names) != len(self.ab):
            raise ValueError("each point has a name, or none has")
        if self.strokes is not None and self.strokes.shape != (len(self.ab),):
            raise ValueError("each point is a part of a stroke, or of none")
        if self.positions.shape != (len(self.ab), 2) or self.ab.shape != self.positions.shape:
            raise ValueError("each point has two coordinates and two of colour")
        within = (self.positions >= 0).all() and (self.positions <= 1).all()
        if not within or not np.isfinite(self.ab).all():
            raise ValueError("points lie within the photo and have a colour")

    def at(self, positions: FloatArray, stays: npt.NDArray[np.bool_]) -> "Guidance":
        """These points at other places, without those that do not stay."""
        strokes = None if self.strokes is None else self.strokes[stays]
        reach = None if self.reach is None else self.reach[stays]
        names = self.names
        if names is not None:
            names = tuple(name for name, there in zip(names, stays, strict=True) if there)
        places = positions[stays].astype(np.float32)
        return Guidance(places, self.ab[stays], strokes, reach, names, self.reference, self.rest_follows)

    @classmethod
    def by(cls, reference: Reference | None) -> Self:
        """A reference photo if there is one, and no points."""
        nowhere = np.empty((0, 2), dtype=np.float32)
        return cls(nowhere, nowhere, reference=reference)

    @property
    def everywhere(self) -> "Guidance | None":
        """What of it holds for any other photo."""
        return None if self.reference is None else Guidance.by(self.reference.everywhere)


class Colorizer(Protocol):
    """Anything that gives colour to lightness."""

    def predict_ab(self, lightness: FloatArray, guidance: Guidance | None = None) -> Prediction:
        """Predict chroma.

        Parameters
        ----------
        lightness
            (H, W) float32 L* in [0, 100], any size and aspect ratio.

        Raises
        ------
        InferenceError
            When no prediction could be made.
        """
        ...


def same_guidance(one: Guidance | None, other: Guidance | None) -> bool:
    """Whether two guidances ask for the same; none asks for as much as an empty one."""
    if reference_in(one) != reference_in(other) or rest_follows_in(one) is not rest_follows_in(other):
        return False
    if one is None or other is None:
        return all(guidance is None or not len(guidance.ab) for guidance in (one, other))
    mine, theirs = _all_of(one), _all_of(other)
    return all(map(np.array_equal, mine, theirs)) and (one.names or ()) == (other.names or ())


def reference_in(guidance: Guidance | None) -> Reference | None:
    """The reference photo that is asked for, if there is one."""
    return None if guidance is None else guidance.reference


def rest_follows_in(guidance: Guidance | None) -> bool:
    """Whether the rest of the photo is to follow the points."""
    return guidance is not None and guidance.rest_follows


def with_reference(guidance: Guidance | None, reference: Reference | None) -> Guidance | None:
    """The same points with another reference photo, or none."""
    changed = Guidance.by(reference) if guidance is None else replace(guidance, reference=reference)
    return changed if len(changed.ab) or reference is not None or changed.rest_follows else None


def _all_of(guidance: Guidance) -> list[npt.NDArray[np.generic]]:
    none = np.zeros(len(guidance.ab), dtype=np.float32)
    strokes = none if guidance.strokes is None else guidance.strokes
    return [guidance.positions, guidance.ab, strokes, none if guidance.reach is None else guidance.reach]


def model_of(colorizer: Colorizer) -> ModelIdentity:
    """Whose predictions a colorizer gives; one that does not say, as in tests, goes by its class."""
    model = getattr(colorizer, "model", None)
    return model if isinstance(model, ModelIdentity) else ModelIdentity(type(colorizer).__name__, "")
