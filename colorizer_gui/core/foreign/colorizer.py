"""`ForeignColorizer`: a network of another program behind the `Colorizer` seam.

It is asked for chroma only: lightness, size, depth, profile and metadata stay with Tintype.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.color.conversion import ColorSpace, FloatArray
from colorizer_gui.core.common.errors import DeviceMemoryError, InferenceError
from colorizer_gui.core.foreign.conventions import Convention, Gives, Hints, decode, encode
from colorizer_gui.core.foreign.engine import Engine
from colorizer_gui.core.foreign.hints import hint_arrays
from colorizer_gui.core.geometry.area_means import scaled
from colorizer_gui.core.prediction.distribution import Distribution
from colorizer_gui.core.prediction.prediction import Guidance, ModelIdentity, Prediction
from colorizer_gui.core.prediction.vividness import Annealing

#: Zhang et al. 2016, section 2.3: T = 0.38, and no class weights to be undone.
ZHANG_ANNEALING: Final = Annealing(temperature=0.38, rebalancing=1.0)
_MAX_ASPECT: Final = 4
_TINY: Final = 1e-7


class ForeignColorizer:
    """See `Colorizer`; one instance belongs to one thread.

    Parameters
    ----------
    model
        As results name it: its name, and the SHA-256 of its file.

    Attributes
    ----------
    engine, convention, model
        What it was made of.
    """

    def __init__(self, engine: Engine, convention: Convention, model: ModelIdentity) -> None:
        self.engine = engine
        self.convention = convention
        self.model = model
        self._only_squares = convention.square

    @property
    def takes_hints(self) -> bool:
        """Whether the network can be told colours at points."""
        return self.convention.hints is not Hints.NONE

    def predict_ab(self, lightness: FloatArray, guidance: Guidance | None = None) -> Prediction:
        """See `Colorizer.predict_ab`.

        Raises
        ------
        DeviceMemoryError
            When memory is short.
        InferenceError
            When the photo is empty, or the network fails or gives no usable colours.
        """
        if lightness.ndim != 2 or not lightness.size:
            raise InferenceError("There is no picture to colorize; open another photo.")
        if guidance is not None and len(guidance.positions) and not self.takes_hints:
            raise InferenceError(
                "The network of {path} takes no hints; choose other weights.", path=self.model.name
            )
        planes = checked(self._answer(lightness, guidance), self.convention)
        prediction = self._prediction(planes)
        return replace(prediction, model=self.model, notice=self.engine.take_notice())

    def _answer(self, lightness: FloatArray, guidance: Guidance | None) -> FloatArray:
        convention = replace(self.convention, square=self._only_squares)
        height, width = input_size(self.engine, convention, *lightness.shape)
        small = resized(lightness, height, width)
        try:
            return self.engine.run(input_arrays(self.engine, convention, small, guidance))[0]
        except DeviceMemoryError:
            raise
        except InferenceError:
            if self._only_squares or self.engine.inputs[0].size is not None:
                raise
            # Some files say that their axes are free, and work at the size at which they were exported.
            self._only_squares = True
            try:
                return self._answer(lightness, guidance)
            except InferenceError:
                self._only_squares = False
                raise

    def _prediction(self, planes: FloatArray) -> Prediction:
        gives = self.convention.gives
        if gives not in (Gives.SCORES, Gives.SHARES):
            return Prediction(decode(planes, gives), confidence=None)
        logs = np.log(np.maximum(planes, _TINY)) if gives is Gives.SHARES else planes
        logs = logs.transpose(1, 2, 0)
        logs = logs - logs.max(axis=2, keepdims=True)
        logs -= np.log(np.exp(logs).sum(axis=2, keepdims=True))
        distribution = Distribution(AbBins.derive(ColorSpace.LAB), logs.astype(np.float16))
        return Prediction.of(distribution, ZHANG_ANNEALING)


def input_arrays(
    engine: Engine, convention: Convention, small: FloatArray, guidance: Guidance | None
) -> Sequence[FloatArray]:
    """What a network is given for lightness (h, w) of its input's size: the picture, and planes of hints."""
    joined = convention.hints in (Hints.JOINED, Hints.JOINED_SIGNED)
    planes = 1 if joined else engine.inputs[0].channels or 3
    picture = encode(small, convention.takes, planes)
    hints = hint_arrays(convention.hints, guidance, *small.shape)
    return [np.concatenate([picture, *hints], axis=1)] if joined else [picture, *hints]


def input_size(engine: Engine, convention: Convention, height: int, width: int) -> tuple[int, int]:
    """Height and width of the input for a photo.

    A network of a fixed size gets the photo stretched, as all of their authors do. Where the axes are
    free the aspect ratio is kept to within half of a grain, unless its authors found a square better.
    """
    fixed = engine.inputs[0].size
    if fixed is not None:
        return fixed
    if convention.square:
        return convention.side, convention.side
    short, long = sorted((height, width))
    scale = min(convention.side / short, _MAX_ASPECT * convention.side / long)
    grain = convention.grain
    sides = [max(grain, round(side * scale / grain) * grain) for side in (height, width)]
    return sides[0], sides[1]


def resized(lightness: FloatArray, height: int, width: int) -> FloatArray:
    """(height, width) float32 L* in [0, 100]."""
    return np.clip(scaled(lightness, height, width), 0.0, 100.0)


def checked(answer: FloatArray, convention: Convention) -> FloatArray:
    """The (C, h, w) planes of an answer.

    Raises
    ------
    InferenceError
        When they are not the planes that the network should give, or not finite.
    """
    wanted = convention.gives.planes
    if answer.ndim != 4 or answer.shape[0] != 1 or answer.shape[1] != wanted or not answer.size:
        raise InferenceError(
            "The network answers with the shape {shape}, not with {wanted} planes of a picture.",
            shape=" x ".join(map(str, answer.shape)),
            wanted=wanted,
        )
    if not np.isfinite(answer).all():
        raise InferenceError("The network gave no usable colours for this photo; check the weights file.")
    planes: FloatArray = answer[0]
    return planes
