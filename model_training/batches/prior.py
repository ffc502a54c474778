"""How common each chroma bin is among photos, and what the loss makes of it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.ab_bins import AbBins, class_rebalancing_weights
from colorizer_gui.core.color.conversion import FloatArray
from model_training.data.kaggle import KaggleArrays
from model_training.data.photo_source import DataError
from model_training.recipe.recipe import Recipe
from model_training.recipe.sections import Model

#: The prior of a run, in its folder.
PRIOR_FILE: Final = "prior.npy"
_PHOTOS = 4096
#: Every 8th pixel in each direction is counted.
_GRID = np.s_[4::8, 4::8]


def empirical_prior(data: KaggleArrays, indices: npt.NDArray[np.int64], bins: AbBins) -> FloatArray:
    """(Q,) float32 mean soft encoding over a spread of the given photos; sums to 1."""
    chosen = indices[:: max(1, len(indices) // _PHOTOS)]
    return prior_of((data.chroma(int(index), bins.space)[_GRID].reshape(-1, 2) for index in chosen), bins)


def prior_of(chromas: Iterable[FloatArray], bins: AbBins) -> FloatArray:
    """(Q,) float32 mean soft encoding of (N, 2) chroma; sums to 1."""
    encoding = bins.soft_encoding()
    prior = np.zeros(len(bins), dtype=np.float64)
    for pixels in chromas:
        chroma = np.rint(pixels).astype(np.int64)
        chroma = np.clip(chroma + encoding.offset, 0, 2 * encoding.offset - 1)
        nearest = encoding.indices[chroma[:, 0], chroma[:, 1]].ravel()
        weights = encoding.weights[chroma[:, 0], chroma[:, 1]].ravel()
        prior += np.bincount(nearest, weights, len(bins))
    return np.asarray(prior / prior.sum(), dtype=np.float32)


def kept_class_weights(run: Path, recipe: Recipe) -> FloatArray | None:
    """(Q,) what a run weighs the loss of each bin with; None when its folder does not say.

    A checkpoint that was copied elsewhere has no prior beside it, and `simple_cnn` has no bins.

    Raises
    ------
    DataError
        When the prior is of another run.
    """
    file = run / PRIOR_FILE
    if recipe.model is Model.SIMPLE_CNN or not file.exists():
        return None
    prior = np.load(file, allow_pickle=False)
    if prior.shape != (recipe.network.bins,):
        raise DataError(f"{file} is not the prior of this run; it belongs to other chroma bins.")
    return class_rebalancing_weights(prior, recipe.loss.rebalancing)
