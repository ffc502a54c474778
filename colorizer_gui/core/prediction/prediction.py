"""What a colorizer answers: chroma, how sure it is, and which other colours it thought of."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol, Self

import cv2
import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.ab_bins import STEP, AbBins
from colorizer_gui.core.color.conversion import ColorSpace, FloatArray, convert_chroma
from colorizer_gui.core.common.plain_data import ONLY_IF_SET
from colorizer_gui.core.common.strips import for_each_strip
from colorizer_gui.core.prediction.vividness import PREDICTED, READINGS, Annealing, annealing_of, vibrant

#: Chosen in docs/experiments.md.
DEFAULT_ANNEALING: Final = Annealing(temperature=0.5, rebalancing=0.0, vibrance=0.065)
#: `candidates.Reading` of a prediction as the network gives it.
FIRST_READING: Final = "predicted"
#: A distribution as it is, but without the class weights of its training.
_AS_PHOTOS_ARE: Final = Annealing(temperature=1.0, rebalancing=0.0)
#: What is suggested for a place may be rare.
_SUGGESTED: Final = Annealing(temperature=1.0, rebalancing=0.65)
#: Suggested colours differ by so much chroma, and each is at least so likely beside the likeliest.
_APART: Final = 2 * STEP
_LIKELY: Final = 1e-3


@dataclass(frozen=True, slots=True, eq=False)
class Distribution:
    """Log-probabilities over the chroma bins at network resolution.

    Attributes
    ----------
    bins
        What the last axis stands for.
    log_probabilities
        (h, w, Q) float16, at temperature 1; about 4 MB, so that it can be read otherwise
        without the network.
    lightness
        (h, w) float32 L*, which bins of another space than L*a*b* need to become a*b*.
    class_weights
        (Q,) float32, what the training weighed the loss of each bin with; None when that is not known.
    """

    bins: AbBins
    log_probabilities: npt.NDArray[np.float16]
    lightness: FloatArray | None = None
    class_weights: FloatArray | None = None

    def annealed_mean(self, annealing: Annealing) -> FloatArray:
        """(h, w, 2) float32 a*b*: the expected chroma of softmax(scores / T) (Zhang et al. 2016, eq. 5).

        T = 1 is the mean, towards 0 it becomes the mode; see `vividness.vibrant` for what may follow.
        """
        return self.read([annealing])[0]

    def confidence(self) -> FloatArray:
        """(h, w) float32 in [0, 1]: one minus the entropy relative to the uniform distribution.

        Of the distribution without the training's class weights, which is what photos are like.
        """
        confidence = np.empty(self.log_probabilities.shape[:2], dtype=np.float32)
        self.read([], confidence)
        return confidence

    def read(self, annealings: Sequence[Annealing], confidence: FloatArray | None = None) -> list[FloatArray]:
        """Several annealed means at once, a strip of cells after the other.

        Parameters
        ----------
        confidence
            (h, w) float32 to be filled with what the method of that name answers.
        """
        shape, count = self.log_probabilities.shape[:2], len(self.bins)
        cells = self.log_probabilities.reshape(-1, count)
        means = np.empty((len(annealings), len(cells), 2), dtype=np.float32)
        # One product gives both halves of the mean, the mean square and the sum of the shares.
        squares = np.square(self.bins.centers).sum(axis=1)
        centers = np.column_stack([self.bins.centers, squares, np.ones(count, dtype=np.float32)])

        def read_some(some: slice) -> None:
            scores = cells[some].astype(np.float32)
            for mean, annealing in zip(means, annealings, strict=True):
                sums = self._shares(scores, annealing)[0] @ centers
                moments = sums[:, :3] / sums[:, 3:]
                variance = moments[:, 2] - np.square(moments[:, :2]).sum(axis=1)
                mean[some] = vibrant(moments[:, :2], variance, annealing.vibrance)
            if confidence is not None:
                shares, logs = self._shares(scores, _AS_PHOTOS_ARE)
                total = shares.sum(axis=1)
                entropy = np.log(total) - np.einsum("ij,ij->i", shares, logs) / total
                confidence.reshape(-1)[some] = np.clip(1.0 - entropy / np.log(count), 0.0, 1.0)

        for_each_strip(len(cells), count, read_some)
        return [self._as_ab(mean.reshape(*shape, 2), self.lightness) for mean in means]

    def suggestions(self, row: int, column: int, count: int = 5) -> FloatArray:
        """Likely colours of one cell and those around it, clearly different, the most likely first.

        Local modes alone are too few and too odd: a distribution is mostly one hill, and what stands
        apart from it are bins of next to no probability. So each colour is the likeliest one that is
        far enough from those before it, as a cluster's centre would be (Zhang et al. 2017, section 3.2).

        Returns
        -------
        (n, 2) float32 a*b*, 1 <= n <= `count`.
        """
        around = np.s_[max(0, row - 1) : row + 2, max(0, column - 1) : column + 2]
        scores = self.log_probabilities[around].astype(np.float32).reshape(-1, len(self.bins))
        shares = self._shares(scores, _SUGGESTED)[0]
        p = (shares / shares.sum(axis=1, keepdims=True)).mean(axis=0)
        centers, chosen = self.bins.centers, [int(p.argmax())]
        for index in np.argsort(-p, kind="stable"):
            if len(chosen) == count or p[index] < _LIKELY * p[chosen[0]]:
                break
            if np.hypot(*(centers[chosen] - centers[index]).T).min() >= _APART:
                chosen.append(int(index))
        chroma = centers[chosen]
        if self.lightness is None:
            return chroma
        cell = np.full((len(chroma), 1), self.lightness[row, column], dtype=np.float32)
        return self._as_ab(chroma[:, None], cell)[:, 0]

    def _shares(self, scores: FloatArray, annealing: Annealing) -> tuple[FloatArray, FloatArray]:
        """What is proportional to the probabilities of a reading, at most 1, and its logarithm.

        `scores` are (n, Q) float32 log-probabilities.
        """
        coldness = np.float32(1.0 / annealing.temperature)
        logs = scores * coldness
        if self.class_weights is not None and annealing.rebalancing != 1.0:
            logs -= (coldness * np.float32(1.0 - annealing.rebalancing)) * np.log(self.class_weights)
        logs -= logs.max(axis=1, keepdims=True)
        return np.asarray(cv2.exp(logs), dtype=np.float32), logs

    def _as_ab(self, chroma: FloatArray, lightness: FloatArray | None) -> FloatArray:
        if lightness is None:
            return chroma
        return convert_chroma(chroma, lightness, self.bins.space, ColorSpace.LAB)


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
        (rows, columns, C) float16, what the encoder saw in each patch, of the same extent; None from a
        network without such an encoder.
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

    def is_as_wanted(self, guidance: "Guidance | None", candidate: str) -> bool:
        """Whether it follows these points, and is the predicted one where that is wanted.

        Another one may be wanted that the network cannot make.
        """
        is_other = self.candidate != FIRST_READING == candidate
        return not is_other and same_guidance(self.guidance, guidance)

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
class Guidance:
    """Colours that the user asks for at points.

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

    Raises
    ------
    ValueError
        When it is not that, as a damaged recipe may have it.
    """

    positions: FloatArray
    ab: FloatArray
    strokes: npt.NDArray[np.int32] | None = None
    reach: FloatArray | None = field(default=None, metadata=ONLY_IF_SET)

    def __post_init__(self) -> None:
        if self.reach is not None and (self.reach.shape != (len(self.ab),) or (abs(self.reach) > 1).any()):
            raise ValueError("each point has a reach from -1 to 1")
        if self.strokes is not None and self.strokes.shape != (len(self.ab),):
            raise ValueError("each point is a part of a stroke, or of none")
        if self.positions.shape != (len(self.ab), 2) or self.ab.shape != self.positions.shape:
            raise ValueError("each point has two coordinates and two of colour")
        within = (self.positions >= 0).all() and (self.positions <= 1).all()
        if not within or not np.isfinite(self.ab).all():
            raise ValueError("points lie within the photo and have a colour")

    def at(self, positions: FloatArray, stays: npt.NDArray[np.bool_]) -> "Guidance":
        """The same at other places, without those that do not stay."""
        strokes = None if self.strokes is None else self.strokes[stays]
        reach = None if self.reach is None else self.reach[stays]
        return Guidance(positions[stays].astype(np.float32), self.ab[stays], strokes, reach)


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
    """Whether two guidances ask for the same; none asks for as much as one without points."""
    if one is None or other is None:
        return all(guidance is None or not len(guidance.ab) for guidance in (one, other))
    mine, theirs = _all_of(one), _all_of(other)
    return all(map(np.array_equal, mine, theirs))


def _all_of(guidance: Guidance) -> list[npt.NDArray[np.generic]]:
    none = np.zeros(len(guidance.ab), dtype=np.float32)
    strokes = none if guidance.strokes is None else guidance.strokes
    return [guidance.positions, guidance.ab, strokes, none if guidance.reach is None else guidance.reach]


def model_of(colorizer: Colorizer) -> ModelIdentity:
    """Whose predictions a colorizer gives; one that does not say, as in tests, goes by its class."""
    model = getattr(colorizer, "model", None)
    return model if isinstance(model, ModelIdentity) else ModelIdentity(type(colorizer).__name__, "")
