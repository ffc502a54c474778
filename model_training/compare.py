"""`evaluate`'s work: gather methods and photos, score them, make the table."""

from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import torch

from colorizer_gui.core.ab_bins import AbBins
from colorizer_gui.core.color import FloatArray
from colorizer_gui.core.colorizer import NetworkColorizer
from colorizer_gui.core.network_input import DEFAULT_SHORT_SIDE
from colorizer_gui.core.prediction import DEFAULT_TEMPERATURE, Guidance
from model_training.baselines import AbMethod, constant_mean, nearest_thumbnails
from model_training.evaluate import evaluate, load_true_photos, summarize
from model_training.hint_trials import HintTrials
from model_training.imagenet import load_imagenet_judge
from model_training.kaggle import KaggleArrays
from model_training.prior import empirical_prior
from model_training.simple_cnn import simple_method
from model_training.start import open_simple_cnn, open_weights
from model_training.tables import Table


def compare(
    photos: list[Path],
    weights: Mapping[str, Path],
    *,
    data_folder: Path | None = None,
    temperature: float | None = None,
    short_side: int | None = None,
    limit: int | None = None,
    hints: tuple[int, ...] = (),
    progress: Callable[[int], None] = lambda _done: None,
) -> Table:
    """Judge weights and baselines on the same photos.

    Parameters
    ----------
    photos
        Folders or shards of colour photos.
    weights
        Named weights files or checkpoints; the release weights when empty.
    data_folder
        The training photos in the Kaggle layout; without it, the baselines made from training
        photos are left out, and colours are rebalanced as if all were equally common.
    hints
        Numbers of true colours at random points that networks which take hints are tried with.

    Raises
    ------
    DataError, WeightsError
        When a file is missing or does not fit.
    """
    methods: dict[str, AbMethod] = {}
    bins = AbBins.derive()
    prior: FloatArray = np.full(len(bins), 1 / len(bins), dtype=np.float32)
    if data_folder is not None:
        data = KaggleArrays.open(data_folder)
        prior = empirical_prior(data, np.arange(len(data)), bins)
        methods["constant mean ab"] = constant_mean(data)
        methods["16 nearest thumbnails"] = nearest_thumbnails(data)
    networks = network_methods(weights, temperature=temperature, short_side=short_side)
    takers = {
        name: method.with_hints
        for name, method in networks.items()
        if isinstance(method, NetworkMethod) and method.takes_hints
    }
    trials = HintTrials(tuple(sorted(set(hints))), takers) if hints else None
    chosen, judge = load_true_photos(photos, limit), load_imagenet_judge()
    return summarize(evaluate(chosen, methods | networks, prior, judge, progress, trials=trials))


def network_methods(
    weights: Mapping[str, Path], *, temperature: float | None = None, short_side: int | None = None
) -> dict[str, AbMethod]:
    """Functions from lightness to chroma for weights files or checkpoints, by name.

    Raises
    ------
    DataError, WeightsError
        When a file is missing or does not fit.
    """
    side = short_side or DEFAULT_SHORT_SIDE
    files: Mapping[str, Path | None] = weights or {"tintype": None}
    methods: dict[str, AbMethod] = {}
    for name, path in files.items():
        if path is not None and (simple := open_simple_cnn(path)):
            methods[name] = simple_method(*simple, side)
            continue
        colorizer = NetworkColorizer(
            open_weights(path),
            torch.device("cpu"),
            temperature=temperature or DEFAULT_TEMPERATURE,
            short_side=side,
        )
        methods[name] = NetworkMethod(colorizer)
    return methods


class NetworkMethod:
    """A network as the evaluation wants it: called with lightness alone, or with hints."""

    def __init__(self, colorizer: NetworkColorizer) -> None:
        self._colorizer = colorizer
        self.takes_hints = colorizer.takes_hints

    def __call__(self, lightness: FloatArray) -> FloatArray:
        return self._colorizer.predict_ab(lightness).ab

    def with_hints(self, lightness: FloatArray, hints: Guidance) -> FloatArray:
        """The chroma when colours are given at points."""
        return self._colorizer.predict_ab(lightness, hints).ab
