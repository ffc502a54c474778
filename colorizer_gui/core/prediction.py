"""What a colorizer answers: chroma, how sure it is, and which other colours it thought of."""

from dataclasses import dataclass
from typing import Protocol, Self

import numpy as np
import numpy.typing as npt

from colorizer_gui.core.ab_bins import STEP, AbBins, probabilities
from colorizer_gui.core.color import ColorSpace, FloatArray, convert_chroma
from colorizer_gui.core.vividness import PREDICTED, STATIONS, temperature_of

#: Of the annealed mean; chosen in docs/experiments.md.
DEFAULT_TEMPERATURE = 0.38


@dataclass(frozen=True, slots=True, eq=False)
class Distribution:
    """Log-probabilities over the chroma bins at network resolution.

    Attributes
    ----------
    bins
        What the last axis stands for.
    log_probabilities
        (h, w, Q) float16, at temperature 1; about 1 MB, so that the temperature can be
        changed without the network.
    lightness
        (h, w) float32 L*, which bins of another space than L*a*b* need to become a*b*.
    """

    bins: AbBins
    log_probabilities: npt.NDArray[np.float16]
    lightness: FloatArray | None = None

    def annealed_mean(self, temperature: float) -> FloatArray:
        """(h, w, 2) float32 a*b* at temperature T."""
        chroma = self.bins.annealed_mean(self.log_probabilities.astype(np.float32), temperature)
        return self._as_ab(chroma, self.lightness)

    def confidence(self) -> FloatArray:
        """(h, w) float32 in [0, 1]: one minus the entropy relative to the uniform distribution."""
        log_p = self.log_probabilities.astype(np.float32)
        entropy = -(np.exp(log_p) * log_p).sum(axis=-1)
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
        needed of the distribution to change the temperature later, in a hundredth of its size.
    model
        Who predicted, or None when that is not known.
    """

    ab: FloatArray
    confidence: FloatArray
    distribution: Distribution | None = None
    notice: str = ""
    stations: npt.NDArray[np.float16] | None = None
    model: ModelIdentity | None = None

    @classmethod
    def of(cls, distribution: Distribution, temperature: float, notice: str = "") -> Self:
        """The prediction that a distribution gives at temperature T."""
        temperatures = [temperature_of(station, temperature) for station in STATIONS]
        means = [distribution.annealed_mean(t) for t in temperatures]
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
