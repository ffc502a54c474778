"""What a colorizer answers: chroma, how sure it is, and which other colours it thought of."""

from dataclasses import dataclass
from typing import Final, Protocol, Self

import numpy as np
import numpy.typing as npt

from colorizer_gui.core.ab_bins import STEP, AbBins, probabilities
from colorizer_gui.core.color import ColorSpace, FloatArray, convert_chroma
from colorizer_gui.core.vividness import PREDICTED, STATIONS, Annealing, annealing_of

#: Chosen in docs/experiments.md.
DEFAULT_ANNEALING: Final = Annealing(temperature=0.3, rebalancing=0.7)
#: `candidates.Reading` of a prediction as the network gives it.
FIRST_READING: Final = "predicted"


@dataclass(frozen=True, slots=True, eq=False)
class Distribution:
    """Log-probabilities over the chroma bins at network resolution.

    Attributes
    ----------
    bins
        What the last axis stands for.
    log_probabilities
        (h, w, Q) float16, at temperature 1; about 1 MB, so that it can be read otherwise
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
        """(h, w, 2) float32 a*b* of one reading."""
        logits = self._scores(annealing.rebalancing)
        return self._as_ab(self.bins.annealed_mean(logits, annealing.temperature), self.lightness)

    def confidence(self) -> FloatArray:
        """(h, w) float32 in [0, 1]: one minus the entropy relative to the uniform distribution.

        Of the distribution without the training's class weights, which is what photos are like.
        """
        scores = self._scores(rebalancing=0.0)
        scores -= scores.max(axis=-1, keepdims=True)
        shares = np.exp(scores)
        total = shares.sum(axis=-1)
        entropy = np.log(total) - (shares * scores).sum(axis=-1) / total
        share = entropy / np.float32(np.log(len(self.bins)))
        return np.asarray(np.clip(1.0 - share, 0.0, 1.0), dtype=np.float32)

    def suggestions(self, row: int, column: int, count: int = 5) -> FloatArray:
        """Likely colours of one cell: local modes of its distribution, the most likely first.

        Returns
        -------
        (n, 2) float32 a*b*, 1 <= n <= `count`.
        """
        p = probabilities(self.log_probabilities[row, column].astype(np.float32))
        centers = self.bins.centers
        distance = np.abs(centers[:, None, :] - centers[None, :, :]).max(axis=-1)
        neighbour_best = np.where(distance <= STEP, p[None, :], 0.0).max(axis=1)
        modes = np.flatnonzero(p >= neighbour_best)
        order = modes[np.argsort(-p[modes], kind="stable")]
        chroma = centers[order[:count]]
        if self.lightness is None:
            return chroma
        cell = np.full((len(chroma), 1), self.lightness[row, column], dtype=np.float32)
        return self._as_ab(chroma[:, None], cell)[:, 0]

    def _scores(self, rebalancing: float) -> FloatArray:
        """(h, w, Q) log-probabilities, up to a constant, with a share of the class weights left in."""
        log_p = self.log_probabilities.astype(np.float32)
        if self.class_weights is not None and rebalancing != 1.0:
            log_p -= np.float32(1.0 - rebalancing) * np.log(self.class_weights)
        return log_p

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
        (h, w) float32 in [0, 1].
    distribution
        The whole answer, or None from a colorizer that has none.
    notice
        A sentence for the user, for example that the GPU was out of memory; usually empty.
    stations
        (S, h, w, 2) float16 chroma from restrained to vivid, at the stations of `vividness`; what is
        needed of the distribution to read it otherwise later, in a hundredth of its size.
    model
        Who predicted, or None when that is not known.
    candidate
        Which of several colorizations it is, by the value of `candidates.Reading`.
    """

    ab: FloatArray
    confidence: FloatArray
    distribution: Distribution | None = None
    notice: str = ""
    stations: npt.NDArray[np.float16] | None = None
    model: ModelIdentity | None = None
    candidate: str = FIRST_READING

    @classmethod
    def of(
        cls, distribution: Distribution, annealing: Annealing = DEFAULT_ANNEALING, notice: str = ""
    ) -> Self:
        """The prediction that one reading of a distribution gives."""
        means = [distribution.annealed_mean(annealing_of(station, annealing)) for station in STATIONS]
        stations = np.stack(means).astype(np.float16)
        return cls(means[PREDICTED], distribution.confidence(), distribution, notice, stations)


@dataclass(frozen=True, slots=True, eq=False)
class Guidance:
    """Colours that the user asks for at points.

    Attributes
    ----------
    positions
        (n, 2) float32 x and y in [0, 1], relative to the photo's width and height.
    ab
        (n, 2) float32 CIE a*b*.
    """

    positions: FloatArray
    ab: FloatArray


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


def model_of(colorizer: Colorizer) -> ModelIdentity:
    """Whose predictions a colorizer gives; one that does not say, as in tests, goes by its class."""
    model = getattr(colorizer, "model", None)
    return model if isinstance(model, ModelIdentity) else ModelIdentity(type(colorizer).__name__, "")
