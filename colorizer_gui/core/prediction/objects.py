"""Things in a photo, as far as lightness and the network tell them, and other colours of them.

Where each cell decides alone between two colours that are about as likely, one leg of a pair of trousers
comes out in another colour than the other. So cells that are alike are one object, wherever they lie; the
object has an opinion of its own, and only cells that are sure of themselves do not follow it.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.geometry.area_means import area_means
from colorizer_gui.core.prediction.distribution import Distribution
from colorizer_gui.core.prediction.prediction import DEFAULT_ANNEALING, Prediction
from colorizer_gui.core.prediction.vividness import Annealing

#: Objects that are told apart at most; cells whose features lie a unit apart are of two of them.
_OBJECTS: Final = 8
_L_UNIT: Final = 16.0
_AB_UNIT: Final = 9.0
#: Of the photo: an object of this share gets the whole noise, a smaller one less.
_LARGE: Final = 0.08
#: Cells around one whose median it is taken for: what is thinner belongs to what is beside it.
_THIN: Final = 5
#: How far an object reaches beyond its own cells, in units.
_SOFTNESS: Final = 0.6
#: Of the noise: its strength in nats, its reach in chroma, and how many draws are compared.
_NOISE: Final = 1.0
_REACH: Final = 22.0
_DRAWS: Final = 8
_SEED: Final = 313
#: How much a cell's own opinion counts, and that of its object.
_OWN: Final = 0.6
_OBJECT: Final = 0.6
#: Reads the network without sharpening: nearly tied cells are alike then.
_UNDECIDED: Final = Annealing(temperature=1.0, rebalancing=DEFAULT_ANNEALING.rebalancing)


def other_readings(distribution: Distribution, lightness: FloatArray, count: int) -> list[Prediction]:
    """Colorizations that give whole objects other plausible colours.

    The opinion of an object is the mean of its cells' log-probabilities, a product of opinions. It gets
    noise that is smooth over chroma, of its own for each object (perturb-and-MAP, Papandreou and Yuille
    2011), and is multiplied with each cell's. Of several draws those are taken whose objects differ most
    from the prediction and from one another.

    Parameters
    ----------
    lightness
        (H, W) float32 L* in [0, 100] of the photo.
    """
    shares = objects_of(distribution.annealed_mean(_UNDECIDED), lightness)
    cells = distribution.log_probabilities.astype(np.float32).reshape(-1, len(distribution.bins))
    flat = shares.reshape(len(cells), -1)
    weights = flat / np.maximum(flat.sum(axis=0), np.float32(1e-6))
    opinions = weights.T @ cells
    rng, blur = np.random.default_rng(_SEED), _blur(distribution.bins)
    daring = np.minimum(flat.mean(axis=0) / np.float32(_LARGE), 1.0)[:, None]
    drawn = [opinions] + [
        opinions + daring * (rng.normal(size=opinions.shape).astype(np.float32) @ blur) for _ in range(_DRAWS)
    ]
    level = None if distribution.lightness is None else distribution.lightness.reshape(1, -1) @ weights
    colours = [
        replace(distribution, log_probabilities=_normalized(each)[None], lightness=level).annealed_mean(
            DEFAULT_ANNEALING
        )[0]
        for each in drawn
    ]
    chosen = _most_different(colours, flat.mean(axis=0), count)
    shape = distribution.log_probabilities.shape
    return [
        Prediction.of(
            replace(
                distribution,
                log_probabilities=_normalized(
                    _OWN * cells + flat @ (_OBJECT * opinions + drawn[index] - opinions)
                ).reshape(shape),
            )
        )
        for index in chosen
    ]


def objects_of(ab: FloatArray, lightness: FloatArray) -> FloatArray:
    """(h, w, k) float32 shares of each cell in each object, which add up to 1.

    Cells are clustered by lightness and chroma (k-means), and clusters that are alike are one; a cell
    between two belongs to both.

    Parameters
    ----------
    ab
        (h, w, 2) float32 a*b* of the cells.
    lightness
        (H, W) float32 L* of the photo.
    """
    height, width = ab.shape[:2]
    small = area_means(lightness, height, width)
    planes = (small / _L_UNIT, ab[..., 0] / _AB_UNIT, ab[..., 1] / _AB_UNIT)
    calm = [cv2.medianBlur(np.ascontiguousarray(plane, dtype=np.float32), _THIN) for plane in planes]
    cells = np.stack(calm, axis=-1).reshape(height * width, 3)
    count = min(_OBJECTS, len(cells))
    cv2.setRNGSeed(_SEED)  # of this thread: the same photo has the same objects
    ends = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 30, 1e-3)
    labels = np.empty((len(cells), 1), dtype=np.int32)
    _, _, found = cv2.kmeans(cells, count, labels, ends, 2, cv2.KMEANS_PP_CENTERS)
    centers = np.asarray(found, dtype=np.float32)
    squares = np.square(cells[:, None] - centers).sum(axis=-1)
    squares -= squares.min(axis=1, keepdims=True)
    shares = np.exp(squares / np.float32(-2 * _SOFTNESS**2))
    shares /= shares.sum(axis=1, keepdims=True)
    return np.asarray((shares @ _merged(centers)).reshape(height, width, -1), dtype=np.float32)


def _merged(centers: FloatArray) -> FloatArray:
    """(n, k): which object each cluster belongs to; those less than a unit apart are one."""
    near = np.square(centers[:, None] - centers).sum(axis=-1) < 1.0
    for _ in centers:
        near = near @ near  # of booleans: whoever is reached over others
    objects = np.unique(near, axis=0)
    return np.asarray(objects.T, dtype=np.float32)


def _normalized(scores: FloatArray) -> npt.NDArray[np.float16]:
    scores = scores - scores.max(axis=-1, keepdims=True)
    scores -= np.log(np.exp(scores).sum(axis=-1, keepdims=True))
    return scores.astype(np.float16)


def _most_different(colours: Sequence[FloatArray], sizes: FloatArray, count: int) -> list[int]:
    """Places of those that differ most from the first and from one another; each is (k, 2) a*b*."""
    chosen = [0]
    for _ in range(count):
        distances = [
            min(float(sizes @ np.square(ab - colours[taken]).sum(axis=1)) for taken in chosen)
            for ab in colours
        ]
        chosen.append(int(np.argmax(distances)))
    return chosen[1:]


def _blur(bins: AbBins) -> FloatArray:
    """(Q, Q) matrix that turns white noise into smooth noise over chroma, of standard deviation `_NOISE`."""
    difference = bins.centers[:, None, :] - bins.centers[None, :, :]
    kernel = np.exp(-np.square(difference).sum(axis=-1) / np.float32(2 * _REACH**2))
    kernel *= _NOISE / np.sqrt(np.square(kernel).sum(axis=0, keepdims=True))
    return np.asarray(kernel, dtype=np.float32)
