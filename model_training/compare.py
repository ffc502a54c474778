"""`evaluate`'s work: gather methods and photos, score them, make the table."""

from collections.abc import Callable, Mapping
from pathlib import Path

import cv2
import numpy as np
import torch

from colorizer_gui.core.ab_bins import AbBins
from colorizer_gui.core.color import ColorSpace, FloatArray, lab_to_rgb, rgb_to_lab
from colorizer_gui.core.colorizer import NetworkColorizer
from colorizer_gui.core.network_input import DEFAULT_SHORT_SIDE
from colorizer_gui.core.prediction import DEFAULT_TEMPERATURE
from model_training.baselines import AbMethod, constant_mean, nearest_thumbnails
from model_training.evaluate import evaluate, load_true_photos, summarize
from model_training.imagenet import load_imagenet_judge
from model_training.kaggle import KaggleArrays
from model_training.prior import empirical_prior
from model_training.start import open_weights
from model_training.tables import Table


def compare(
    photos: list[Path],
    weights: Mapping[str, Path],
    *,
    data_folder: Path | None = None,
    temperature: float | None = None,
    short_side: int | None = None,
    limit: int | None = None,
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
    methods |= network_methods(weights, temperature=temperature, short_side=short_side)
    scores = evaluate(load_true_photos(photos, limit), methods, prior, load_imagenet_judge(), progress)
    return summarize(scores)


def network_methods(
    weights: Mapping[str, Path], *, temperature: float | None = None, short_side: int | None = None
) -> dict[str, AbMethod]:
    """Functions from lightness to chroma for weights files or checkpoints, by name.

    Raises
    ------
    DataError, WeightsError
        When a file is missing or does not fit.
    """
    loaded = {name: open_weights(path) for name, path in weights.items()} or {"tintype": open_weights()}
    return {
        name: _method(
            NetworkColorizer(
                opened,
                torch.device("cpu"),
                temperature=temperature or DEFAULT_TEMPERATURE,
                short_side=short_side or DEFAULT_SHORT_SIDE,
            )
        )
        for name, opened in loaded.items()
    }


def _method(colorizer: NetworkColorizer) -> AbMethod:
    space = colorizer.weights.config.color_space

    def method(lightness: FloatArray) -> FloatArray:
        chroma = colorizer.predict_ab(lightness).ab
        if space is ColorSpace.LAB:
            return chroma
        small = cv2.resize(lightness, chroma.shape[1::-1], interpolation=cv2.INTER_AREA)
        return rgb_to_lab(lab_to_rgb(np.dstack([small, chroma]), space))[..., 1:]

    return method
