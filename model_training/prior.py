"""How common each chroma bin is among photos."""

import numpy as np
import numpy.typing as npt

from colorizer_gui.core.ab_bins import AbBins
from colorizer_gui.core.color import FloatArray
from model_training.kaggle import KaggleArrays

_PHOTOS = 4096
#: Every 8th pixel in each direction is counted.
_GRID = np.s_[4::8, 4::8]


def empirical_prior(data: KaggleArrays, indices: npt.NDArray[np.int64], bins: AbBins) -> FloatArray:
    """(Q,) float32 mean soft encoding over a spread of the given photos; sums to 1."""
    encoding = bins.soft_encoding()
    prior = np.zeros(len(bins), dtype=np.float64)
    for index in indices[:: max(1, len(indices) // _PHOTOS)]:
        chroma = np.rint(data.chroma(int(index), bins.space)[_GRID].reshape(-1, 2)).astype(np.int64)
        chroma = np.clip(chroma + encoding.offset, 0, 2 * encoding.offset - 1)
        nearest = encoding.indices[chroma[:, 0], chroma[:, 1]]
        np.add.at(prior, nearest, encoding.weights[chroma[:, 0], chroma[:, 1]])
    return np.asarray(prior / prior.sum(), dtype=np.float32)
