"""Weights as functions from lightness to chroma, in each variant that is to be compared."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from pathlib import Path
from typing import Final

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.inference.augmentation import Augmentation
from colorizer_gui.core.inference.colorizer import NetworkColorizer, choose_device
from colorizer_gui.core.prediction.distribution import Distribution
from colorizer_gui.core.prediction.prediction import DEFAULT_ANNEALING, Guidance
from colorizer_gui.core.prediction.vividness import Annealing
from model_training.evaluation.hint_trials import HintedMethod
from model_training.models.baselines import AbMethod
from model_training.models.simple_cnn import simple_method
from model_training.runs.start import open_simple_cnn, open_weights


class Augmenting(StrEnum):
    """Which inputs of a photo a prediction is the average of (test-time augmentation)."""

    PLAIN = "plain"
    MIRROR = "mirror"
    SCALES = "scales"
    BOTH = "both"


#: The second size is half as large again.
_SECOND: Final = (1.5,)
_AUGMENTATIONS: Final = {
    Augmenting.PLAIN: Augmentation(),
    Augmenting.MIRROR: Augmentation(mirror=True),
    Augmenting.SCALES: Augmentation(scales=_SECOND),
    Augmenting.BOTH: Augmentation(mirror=True, scales=_SECOND),
}


#: How names of methods tell temperatures, shares of class weights and vibrances apart.
_READING_WORDS: Final = ("T", "weights", "vibrance")


@dataclass(frozen=True, slots=True)
class Variants:
    """All combinations of these are compared; what there are several of is in a method's name.

    Attributes
    ----------
    temperatures
        Of the annealed mean.
    rebalancings
        Shares of the training's class weights that are left in.
    vibrances
        What is given back of the chroma that a mean loses.
    short_sides
        Of the network's input, in pixels; None stands for the network's own.
    augmentations
        What is averaged.
    """

    temperatures: tuple[float, ...] = (DEFAULT_ANNEALING.temperature,)
    rebalancings: tuple[float, ...] = (DEFAULT_ANNEALING.rebalancing,)
    vibrances: tuple[float, ...] = (DEFAULT_ANNEALING.vibrance,)
    short_sides: tuple[int | None, ...] = (None,)
    augmentations: tuple[Augmenting, ...] = (Augmenting.PLAIN,)


def network_methods(
    weights: Mapping[str, Path], variants: Variants | None = None, device: str = "cpu"
) -> dict[str, AbMethod]:
    """Functions from lightness to chroma for weights files or checkpoints, by name.

    The network runs once for all temperatures, rebalancings and vibrances.

    Parameters
    ----------
    weights
        Named files; the release weights when empty.
    device
        That the networks run on, see `choose_device`.

    Raises
    ------
    InferenceError
        When there is no such device.
    DataError, WeightsError
        When a file is missing or does not fit.
    """
    variants = variants or Variants()
    files: Mapping[str, Path | None] = weights or {"tintype": None}
    methods: dict[str, AbMethod] = {}
    for name, path in files.items():
        simple = None if path is None else open_simple_cnn(path)
        loaded = None if simple else open_weights(path)
        for short_side, augmenting in product(variants.short_sides, variants.augmentations):
            parts = [f"{short_side} px"] if len(variants.short_sides) > 1 else []
            if simple:
                if augmenting is variants.augmentations[0]:  # it has no distribution
                    methods[_named(name, parts)] = simple_method(*simple, short_side)
                continue
            assert loaded is not None
            parts += [str(augmenting)] if len(variants.augmentations) > 1 else []
            colorizer = NetworkColorizer(
                loaded, choose_device(device), short_side=short_side, augmentation=_AUGMENTATIONS[augmenting]
            )
            shared = SharedNetwork(colorizer)
            several = (variants.temperatures, variants.rebalancings, variants.vibrances)
            for reading in product(*several):
                suffix = [
                    f"{word} {value:g}"
                    for word, value, values in zip(_READING_WORDS, reading, several, strict=True)
                    if len(values) > 1
                ]
                methods[_named(name, parts + suffix)] = NetworkMethod(shared, Annealing(*reading))
    return methods


def hint_takers(methods: Mapping[str, AbMethod]) -> dict[str, HintedMethod]:
    """The methods that take hints, as functions of lightness and hints."""
    return {
        name: method.with_hints
        for name, method in methods.items()
        if isinstance(method, NetworkMethod) and method.takes_hints
    }


class SharedNetwork:
    """A network that answers the same question once, however many readings of it are wanted."""

    def __init__(self, colorizer: NetworkColorizer) -> None:
        self._colorizer = colorizer
        self.takes_hints = colorizer.takes_hints
        self._question: tuple[FloatArray, Guidance | None] | None = None
        self._answer: Distribution | None = None

    def distribution(self, lightness: FloatArray, hints: Guidance | None = None) -> Distribution:
        """What the network thinks of this very array; it must not be changed in between."""
        if self._question is None or self._question[0] is not lightness or self._question[1] is not hints:
            self._answer = self._colorizer.predict_ab(lightness, hints).distribution
            self._question = lightness, hints
        assert self._answer is not None
        return self._answer


class NetworkMethod:
    """One reading of a network: called with lightness alone, or with hints."""

    def __init__(self, network: SharedNetwork, annealing: Annealing) -> None:
        self._network = network
        self._annealing = annealing
        self.takes_hints = network.takes_hints

    def __call__(self, lightness: FloatArray) -> FloatArray:
        return self._network.distribution(lightness).annealed_mean(self._annealing)

    def with_hints(self, lightness: FloatArray, hints: Guidance) -> FloatArray:
        """The chroma when colours are given at points."""
        return self._network.distribution(lightness, hints).annealed_mean(self._annealing)


def _named(name: str, parts: list[str]) -> str:
    return f"{name} ({', '.join(parts)})" if parts else name
