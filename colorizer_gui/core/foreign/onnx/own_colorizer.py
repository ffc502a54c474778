"""`OnnxColorizer`: a network that was trained here, computed by onnxruntime instead of PyTorch."""

from collections.abc import Sequence
from typing import Final, Protocol

import cv2
import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.geometry.area_means import area_means
from colorizer_gui.core.inference.array_smoothing import log_softmax, smoothed
from colorizer_gui.core.inference.augmentation import AugmentedInput
from colorizer_gui.core.inference.own_colorizer import Described, OwnColorizer, no_usable_colours
from colorizer_gui.core.inference.picture_memory import PictureMemory
from colorizer_gui.core.inference.turned_views import Sight
from colorizer_gui.core.prediction.prediction import Guidance

#: The smallest probability that an average keeps a logarithm of.
_TINY: Final = 1e-30
#: What an encoder saw: one array or several.
Seen = Sequence[FloatArray]


class Halves(Protocol):
    """A network in two halves, of which the first need not be asked again for a colour point."""

    @property
    def takes_hints(self) -> bool: ...

    def encode(self, gray: FloatArray) -> Seen:
        """What is seen of (H, W) float32 gray sRGB in [0, 1]."""
        ...

    def decode(self, seen: Seen, hints: FloatArray | None) -> FloatArray:
        """(h, w, Q) float32 logits; hints are planes as `InputGeometry.hint_planes` makes them."""
        ...

    def patches(self, seen: Seen) -> npt.NDArray[np.float16] | None:
        """See `Prediction.features`."""
        ...

    def sight(self, gray: FloatArray) -> Sight | None:
        """What is seen of a view, see `OwnColorizer.quarter_turns`; None where nobody can look inside."""
        ...

    def take_notice(self) -> str:
        """See `Engine.take_notice`."""
        ...


class OnnxColorizer(OwnColorizer):
    """See `OwnColorizer`.

    Parameters
    ----------
    described
        The weights that the halves compute with.
    """

    def __init__(self, described: Described, halves: Halves) -> None:
        super().__init__(described)
        self._halves = halves
        self._seen: PictureMemory[Seen] = PictureMemory()

    @property
    def takes_hints(self) -> bool:
        """Whether the network can be told colours at points."""
        return self._halves.takes_hints

    def _log_probabilities(
        self, inputs: Sequence[AugmentedInput], lightness: FloatArray, hints: Guidance | None
    ) -> npt.NDArray[np.float16] | None:
        try:
            with np.errstate(all="ignore"):  # what is not finite is looked for at the end
                logits = [self._logits(given, lightness, hints) for given in inputs]
                scores = logits[0] if len(logits) == 1 else _log_of_mean(logits)
                log_p = smoothed(scores, area_means(lightness, *scores.shape[:2]))
                if not np.isfinite(log_p.sum()):
                    raise no_usable_colours()
                return log_p.astype(np.float16)
        except MemoryError:
            return None
        finally:
            self._notice = self._halves.take_notice() or self._notice

    def _logits(self, given: AugmentedInput, lightness: FloatArray, hints: Guidance | None) -> FloatArray:
        """(h, w, Q) of one input, without the padding, mirrored back."""
        gray = given.gray(lightness)
        planes = None if hints is None else given.hint_planes(hints)
        seen = self._seen.answer(gray, lambda: self._halves.encode(gray))
        logits = self._halves.decode(seen, planes)
        stride = self._described.config.output_stride
        inside = logits[: given.geometry.height // stride, : given.geometry.width // stride]
        return np.ascontiguousarray(inside[:, ::-1] if given.mirrored else inside)

    def _sight(self, gray: FloatArray) -> Sight | None:
        try:
            return self._halves.sight(gray)
        except MemoryError:
            return None
        finally:
            self._notice = self._halves.take_notice() or self._notice

    def _patches(self) -> npt.NDArray[np.float16] | None:
        return None if self._seen.latest is None else self._halves.patches(self._seen.latest)


def _log_of_mean(logits: Sequence[FloatArray]) -> FloatArray:
    """The logarithm of the mean distribution, at the size of the first."""
    mean = np.zeros_like(logits[0])
    height, width = mean.shape[:2]
    for each in logits:
        p = np.exp(log_softmax(each))
        if p.shape != mean.shape:
            planes = [cv2.resize(plane, (width, height)) for plane in p.transpose(2, 0, 1)]
            p = np.stack(planes, axis=2)
        mean += p / np.float32(len(logits))
    logarithm: FloatArray = np.log(np.maximum(mean, np.float32(_TINY)))
    return logarithm
