"""Figures that compare a colorized photo with the truth.

SSIM is left out on purpose: a gray photo scores .92.
"""

import warnings
from collections.abc import Callable
from typing import Final

import numpy as np
import numpy.typing as npt
from skimage.color import deltaE_ciede2000

from colorizer_gui.core.color.conversion import FloatArray

DoubleArray = npt.NDArray[np.float64]

#: Upper end of the thresholds of `area_under_ab_error` (Zhang et al. 2016, section 3.1).
AB_ERROR_LIMIT = 150.0
#: CIEDE2000 is averaged over every second pixel in each direction; it is by far the slowest figure.
_CIEDE_STEP = 2
#: Photos that an interval needs.
FEWEST_FOR_INTERVAL: Final = 8


def psnr(result_rgb: FloatArray, truth_rgb: FloatArray) -> float:
    """Peak signal-to-noise ratio in dB over all channels of two sRGB images in [0, 1]."""
    error = float(np.mean((result_rgb.astype(np.float64) - truth_rgb) ** 2))
    return 10.0 * float(np.log10(1.0 / max(error, 1e-10)))


def colorfulness(image_rgb: FloatArray) -> float:
    """Colourfulness of an sRGB image in [0, 1] (Hasler and Suesstrunk 2003, M-hat-3)."""
    scaled = image_rgb.astype(np.float64) * 255
    rg = scaled[..., 0] - scaled[..., 1]
    yb = (scaled[..., 0] + scaled[..., 1]) / 2 - scaled[..., 2]
    return float(np.hypot(rg.std(), yb.std()) + 0.3 * np.hypot(rg.mean(), yb.mean()))


def ciede2000(result_lab: FloatArray, truth_lab: FloatArray) -> float:
    """Mean CIEDE2000 colour difference of two (H, W, 3) L*a*b* images."""
    window = np.s_[::_CIEDE_STEP, ::_CIEDE_STEP]
    return float(np.mean(deltaE_ciede2000(result_lab[window], truth_lab[window])))


def area_under_ab_error(
    result_ab: FloatArray, truth_ab: FloatArray, weights: FloatArray | None = None
) -> float:
    """AuC of the cumulative histogram of the a*b* error over 0 to 150 (Zhang et al. 2016, 3.1).

    Parameters
    ----------
    weights
        (H, W) weight of each pixel; the rebalanced figure weighs by the rarity of the true colour.

    Returns
    -------
    A value in [0, 1], higher is better.
    """
    error = np.hypot(*(result_ab - truth_ab).transpose(2, 0, 1))
    # The area under the share of pixels with an error below t, over t in [0, limit], is
    # the mean of (limit - error) / limit, errors cut off at the limit.
    below = 1.0 - np.minimum(error, AB_ERROR_LIMIT) / AB_ERROR_LIMIT
    return float(np.average(below, weights=weights))


def kernel_distance(features: DoubleArray, truth_features: DoubleArray) -> float:
    """Unbiased squared maximum mean discrepancy with the cubic kernel (Binkowski et al. 2018).

    The kernel is (x y / d + 1)^3, as in the Kernel Inception Distance, on features of another
    network; never to be compared with a published FID or KID.

    Parameters
    ----------
    features, truth_features
        (N, D) of results and of truth, N > 1.
    """
    count, dimension = features.shape

    def kernel(a: DoubleArray, b: DoubleArray) -> DoubleArray:
        cubic: DoubleArray = (a @ b.T / dimension + 1.0) ** 3
        return cubic

    own, true = kernel(features, features), kernel(truth_features, truth_features)
    pairs = count * (count - 1)
    across = kernel(features, truth_features)
    # A result and its own truth are no independent pair; counted, they would lower the distance, and
    # the more so the fewer photos there are (Gretton et al. 2012, eq. 4).
    own, true, across = (matrix - np.diag(np.diag(matrix)) for matrix in (own, true, across))
    return float((own.sum() + true.sum() - 2.0 * across.sum()) / pairs)


def bootstrap_interval(
    values: DoubleArray,
    statistic: Callable[[DoubleArray], float] = lambda sample: float(np.mean(sample)),
    *,
    resamples: int = 1000,
    seed: int = 0,
) -> tuple[float, float]:
    """95 % interval of a statistic over resampled photos: BCa (Efron 1987), right for skewed small groups.

    Parameters
    ----------
    values
        One row for each photo.

    Returns
    -------
    Not numbers for fewer than eight photos, of which no interval is worth anything.
    """
    if len(values) < FEWEST_FOR_INTERVAL:
        return float("nan"), float("nan")
    from scipy.stats import DegenerateDataWarning, bootstrap  # a second that a training need not wait for

    with warnings.catch_warnings(), np.errstate(invalid="ignore"):
        warnings.simplefilter("ignore", DegenerateDataWarning)
        found = bootstrap(
            (np.arange(len(values)),),
            lambda rows: statistic(values[rows]),
            vectorized=False,
            method="BCa",
            n_resamples=resamples,
            rng=np.random.default_rng(seed),
        )
    low, high = found.confidence_interval
    if not np.isfinite([low, high]).all():  # as of values that are all the same
        low, high = np.percentile(found.bootstrap_distribution, (2.5, 97.5))
    return float(low), float(high)
