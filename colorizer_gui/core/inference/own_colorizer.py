"""`OwnColorizer`: what every network that was trained here shares behind the seam, whatever computes it."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.color.conversion import ColorSpace, FloatArray, convert_chroma
from colorizer_gui.core.common.errors import DeviceMemoryError, InferenceError, WeightsError
from colorizer_gui.core.geometry.area_means import area_means
from colorizer_gui.core.inference.augmentation import PLAIN, Augmentation, AugmentedInput
from colorizer_gui.core.inference.turn_head import TurnHead
from colorizer_gui.core.inference.turned_views import Sight, TurnedViews, is_looked_at
from colorizer_gui.core.model.input_format import input_format
from colorizer_gui.core.model.network_config import NetworkConfig
from colorizer_gui.core.prediction.distribution import Distribution
from colorizer_gui.core.prediction.prediction import (
    DEFAULT_ANNEALING,
    Colorizer,
    Guidance,
    ModelIdentity,
    Prediction,
)
from colorizer_gui.core.prediction.vividness import Annealing

#: What `closer` averages, chosen in docs/experiments.md.
_CLOSE: Final = Augmentation(mirror=True)


class Described(Protocol):
    """What is known of weights without their values; see `StoredWeights`."""

    @property
    def path(self) -> Path: ...

    @property
    def config(self) -> NetworkConfig: ...

    @property
    def sha256(self) -> str: ...

    @property
    def class_weights(self) -> FloatArray | None: ...

    @property
    def encoder_sha256(self) -> str: ...


class OwnColorizer(ABC):
    """Predicts a*b* with a network that was trained here; one instance belongs to one thread.

    A network that was trained in L*u*v* answers in a*b* as well.
    """

    def __init__(
        self,
        described: Described,
        *,
        annealing: Annealing = DEFAULT_ANNEALING,
        short_side: int | None = None,
        augmentation: Augmentation = PLAIN,
    ) -> None:
        self._described = described
        self._augmentation = augmentation
        self._annealing = annealing
        self._form = input_format(described.config.architecture)
        self._short_side = self._form.short_side if short_side is None else short_side
        self._bins = AbBins.derive(described.config.color_space)
        self._notice = ""
        self._head: TurnHead | None = None
        if len(self._bins) != described.config.bins:
            raise WeightsError(
                "{path} has {bins} chroma bins, not {wanted}.",
                path=described.path,
                bins=described.config.bins,
                wanted=len(self._bins),
            )

    @property
    def model(self) -> ModelIdentity:
        """The weights by name and hash."""
        return ModelIdentity(self._described.path.stem, self._described.sha256)

    @property
    @abstractmethod
    def takes_hints(self) -> bool:
        """Whether the network can be told colours at points."""

    def closer(self) -> Colorizer:
        """The same network, shared, with a larger input and its mirror image."""
        return _Closer(self)

    def predict_ab(
        self, lightness: FloatArray, guidance: Guidance | None = None, *, closely: bool = False
    ) -> Prediction:
        """See `Colorizer.predict_ab`, and `closer` for `closely`.

        Raises
        ------
        DeviceMemoryError
            When the network does not even fit into main memory.
        InferenceError
            When the photo is empty or the result is not finite.
        """
        if lightness.ndim != 2 or not lightness.size:
            raise InferenceError("There is no picture to colorize; open another photo.")
        hints = None
        if guidance is not None and len(guidance.positions):
            if not self.takes_hints:
                raise InferenceError(
                    "The network of {path} takes no hints; choose other weights.", path=self._described.path
                )
            hints = self._in_own_space(guidance, lightness)
        height, width = lightness.shape
        side, augmentation = (
            (self._form.close_side, _CLOSE) if closely else (self._short_side, self._augmentation)
        )
        inputs = augmentation.inputs(height, width, side, self._form)
        log_p = self._log_probabilities(inputs, lightness, hints)
        if log_p is None and self._falls_back():
            log_p = self._log_probabilities(inputs, lightness, hints)
        if log_p is None:
            raise DeviceMemoryError(
                "There is too little memory to colorize this photo; close other programs and try again."
            )
        notice, self._notice = self._notice, ""
        small = None
        if self._bins.space is not ColorSpace.LAB:
            small = area_means(lightness, *log_p.shape[:2])
        distribution = Distribution(self._bins, log_p, small, self._described.class_weights)
        prediction = Prediction.of(distribution, self._annealing, notice)
        features = self._patches() if hints is None and len(inputs) == 1 else None
        return replace(prediction, model=self.model, features=features)

    def quarter_turns(self, lightness: FloatArray) -> int:
        """See `uprightness.turns_of`; 0 for weights whose encoder is another one than the release's.

        Raises
        ------
        WeightsError
            When what tells how photos lie is missing or damaged.
        InferenceError
            When the network fails.
        """
        if not is_looked_at(lightness):
            return 0
        if self._head is None:
            self._head = TurnHead.load()
        if self._described.encoder_sha256 != self._head.encoder_sha256:
            return 0
        views = TurnedViews(lightness)
        return self._head.turns(lambda turns, again: self._sight(views.view(turns, again)))

    @abstractmethod
    def _sight(self, gray: FloatArray) -> Sight | None:
        """What is seen of (H, W) gray sRGB in [0, 1]; None where memory or a second encoder is missing."""

    @abstractmethod
    def _log_probabilities(
        self, inputs: Sequence[AugmentedInput], lightness: FloatArray, hints: Guidance | None
    ) -> npt.NDArray[np.float16] | None:
        """(h, w, Q) of a photo, smoothed, or None when there is too little memory where it is computed."""

    def _falls_back(self) -> bool:
        """Go on where there is more memory; whether there is such a place."""
        return False

    @abstractmethod
    def _patches(self) -> npt.NDArray[np.float16] | None:
        """See `Prediction.features`."""

    def _in_own_space(self, guidance: Guidance, lightness: FloatArray) -> Guidance:
        """The user's a*b* in the axes that the network was trained with."""
        last = np.array(lightness.shape[::-1]) - 1
        x, y = np.clip(guidance.positions * lightness.shape[::-1], 0, last).astype(np.int64).T
        there = np.ascontiguousarray(lightness[y, x])[:, None]
        chroma = convert_chroma(guidance.ab[:, None], there, ColorSpace.LAB, self._bins.space)
        return replace(guidance, ab=chroma[:, 0])


class _Closer:
    """Sees a larger input and its mirror image, for three times the time (docs/experiments.md)."""

    def __init__(self, colorizer: OwnColorizer) -> None:
        self._colorizer = colorizer

    def predict_ab(self, lightness: FloatArray, guidance: Guidance | None = None) -> Prediction:
        return self._colorizer.predict_ab(lightness, guidance, closely=True)


def no_usable_colours() -> InferenceError:
    """What the user reads when a network answers with numbers that are not finite."""
    return InferenceError("The network gave no usable colours for this photo; check the weights file.")
