"""How likely each chroma bin is in each cell of a photo, and the colours that are read from it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.ab_bins import STEP, AbBins
from colorizer_gui.core.color.conversion import ColorSpace, FloatArray, convert_chroma
from colorizer_gui.core.common.strips import for_each_strip
from colorizer_gui.core.prediction.vividness import Annealing, vibrant

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
            # Readings that differ in vibrance alone, as those of one prediction do, share all of this.
            moments: dict[Annealing, tuple[FloatArray, FloatArray]] = {}
            for mean, annealing in zip(means, annealings, strict=True):
                plain = replace(annealing, vibrance=0.0)
                if plain not in moments:
                    sums = self._shares(scores, plain)[0] @ centers
                    first, second = sums[:, :2] / sums[:, 3:], sums[:, 2] / sums[:, 3]
                    moments[plain] = first, second - np.square(first).sum(axis=1)
                mean[some] = vibrant(*moments[plain], annealing.vibrance)
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
