"""Judge colorizers on photos with truth, in the way that the application would colorize them.

Every method gives chroma, the application's own `Recomposition` makes the picture, and the figures
compare it with truth recomposed from the same lightness. Photos keep their size and aspect ratio.
"""

import itertools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch

from colorizer_gui.core.ab_bins import AbBins, class_rebalancing_weights
from colorizer_gui.core.adjustments import Adjustments
from colorizer_gui.core.color import FloatArray, rgb_to_lab
from colorizer_gui.core.rendering import Recomposition
from model_training.baselines import AbMethod
from model_training.imagenet import ImageNetJudge
from model_training.metrics import (
    DoubleArray,
    area_under_ab_error,
    bootstrap_interval,
    ciede2000,
    colorfulness,
    kernel_distance,
    psnr,
)
from model_training.photo_source import DataError, iterate_photos

TRUTH = "truth"
GRAY = "gray"
_JUDGE_SIDE = 224
#: Random halves of the photos behind the interval of the kernel distance.
_HALVES = 50
#: Half of them are two, and one photo has no distance.
_FEWEST_FOR_DISTANCE = 4
#: lambda of the rebalanced AuC (Zhang et al. 2016).
_REBALANCING = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class TruePhoto:
    """A colour photo taken apart.

    Attributes
    ----------
    lab
        (H, W, 3) float32 L*a*b*.
    """

    name: str
    lab: FloatArray

    @property
    def lightness(self) -> FloatArray:
        """(H, W) L* in [0, 100]."""
        return np.ascontiguousarray(self.lab[..., 0])

    @property
    def ab(self) -> FloatArray:
        """(H, W, 2) a*b*."""
        return np.ascontiguousarray(self.lab[..., 1:])


@dataclass(frozen=True, slots=True, eq=False)
class MethodScores:
    """Figures of one method, a value for each photo.

    Attributes
    ----------
    features
        (N, 1280) of the judge.
    classes
        (N,) the judge's first choice.
    """

    name: str
    psnr: DoubleArray
    ciede2000: DoubleArray
    auc: DoubleArray
    auc_rebalanced: DoubleArray
    colorfulness: DoubleArray
    features: DoubleArray
    classes: DoubleArray


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure with its 95 % interval."""

    value: float
    low: float
    high: float


#: Column titles of the table, in order.
COLUMNS = (
    "PSNR dB",
    "gain dB",
    "CIEDE2000",
    "AuC",
    "AuC rebalanced",
    "colourfulness",
    "of truth %",
    "kernel distance",
    "top-1 agreement %",
)


def load_true_photos(sources: list[Path], limit: int | None = None) -> Iterable[TruePhoto]:
    """Decode colour photos one by one, evenly spread when there is a limit.

    Raises
    ------
    DataError
        When a source is missing or damaged.
    """
    step = max(1, sum(1 for _ in iterate_photos(sources)) // limit) if limit else 1
    stop = limit * step if limit else None
    for photo in itertools.islice(iterate_photos(sources), 0, stop, step):
        image = photo.decode_rgb()
        if image is not None:
            yield TruePhoto(photo.name, rgb_to_lab(image.astype(np.float32) / 255))


def evaluate(
    photos: Iterable[TruePhoto],
    methods: Mapping[str, AbMethod],
    prior: FloatArray,
    judge: ImageNetJudge,
    progress: Callable[[int], None] = lambda _done: None,
) -> list[MethodScores]:
    """Score gray, every method, and truth itself, on the same photos.

    Parameters
    ----------
    methods
        Named functions from lightness to chroma.
    prior
        (313,) empirical prior of the training photos, for the rebalanced AuC.
    progress
        Called with the number of photos done.

    Raises
    ------
    DataError
        When there is no photo.
    """
    bins = AbBins.derive()
    encoding = bins.soft_encoding()
    rarity = class_rebalancing_weights(prior, _REBALANCING)
    names = [GRAY, *methods, TRUTH]
    rows: dict[str, list[tuple[float, ...]]] = {name: [] for name in names}
    images: dict[str, list[DoubleArray]] = {name: [] for name in names}
    for done, photo in enumerate(photos, start=1):
        index = np.rint(photo.ab).astype(np.int64) + encoding.offset
        weights = rarity[encoding.indices[index[..., 0], index[..., 1], 0]]
        truth_rgb = _render(photo.lightness, photo.ab)
        for name in names:
            ab = _chroma(name, photo, methods)
            rgb = truth_rgb if name == TRUTH else _render(photo.lightness, ab)
            lab = rgb_to_lab(rgb)
            rows[name].append(
                (
                    psnr(rgb, truth_rgb),
                    ciede2000(lab, photo.lab),
                    area_under_ab_error(lab[..., 1:], photo.ab),
                    area_under_ab_error(lab[..., 1:], photo.ab, weights),
                    colorfulness(rgb),
                )
            )
            images[name].append(_judged(judge, rgb))
        progress(done)
    if not rows[TRUTH]:
        raise DataError("There is no colour photo to judge by; name a folder or a shard of photos.")
    scores = []
    for name in names:
        figures = np.array(rows[name], dtype=np.float64)
        judged = np.array(images[name])
        psnrs, differences, areas, rebalanced, colors = figures.T
        scores.append(
            MethodScores(name, psnrs, differences, areas, rebalanced, colors, judged[:, 1:], judged[:, 0])
        )
    return scores


def summarize(scores: list[MethodScores]) -> dict[str, dict[str, Cell]]:
    """The table: a cell for each method and each of `COLUMNS`."""
    by_name = {score.name: score for score in scores}
    gray, truth = by_name[GRAY], by_name[TRUTH]
    table = {}
    for score in scores:
        table[score.name] = {
            "PSNR dB": _mean_cell(score.psnr),
            "gain dB": _mean_cell(score.psnr - gray.psnr),
            "CIEDE2000": _mean_cell(score.ciede2000),
            "AuC": _mean_cell(score.auc),
            "AuC rebalanced": _mean_cell(score.auc_rebalanced),
            "colourfulness": _mean_cell(score.colorfulness),
            "of truth %": _ratio_cell(score.colorfulness, truth.colorfulness),
            "kernel distance": _kernel_cell(score.features, truth.features),
            "top-1 agreement %": _mean_cell(100.0 * (score.classes == truth.classes)),
        }
    return table


def _chroma(name: str, photo: TruePhoto, methods: Mapping[str, AbMethod]) -> FloatArray:
    if name == GRAY:
        return np.zeros((1, 1, 2), dtype=np.float32)
    return photo.ab if name == TRUTH else methods[name](photo.lightness)


def _render(lightness: FloatArray, ab: FloatArray) -> FloatArray:
    image = Recomposition(lightness, ab).image(Adjustments(), depth=8)
    return np.asarray(image / np.float32(255), dtype=np.float32)


def _judged(judge: ImageNetJudge, rgb: FloatArray) -> DoubleArray:
    """(1281,) the judge's first class and its features, of the centre square at 224 px."""
    side = min(rgb.shape[:2])
    top, left = (rgb.shape[0] - side) // 2, (rgb.shape[1] - side) // 2
    square = cv2.resize(rgb[top : top + side, left : left + side], (_JUDGE_SIDE, _JUDGE_SIDE))
    with torch.inference_mode():
        features, logits = judge(torch.from_numpy(square).permute(2, 0, 1)[None])
    return np.concatenate([[float(logits.argmax())], features[0].numpy()]).astype(np.float64)


def _mean_cell(values: DoubleArray) -> Cell:
    return Cell(float(values.mean()), *bootstrap_interval(values))


def _ratio_cell(values: DoubleArray, truth: DoubleArray) -> Cell:
    def ratio(pairs: DoubleArray) -> float:
        return float(100.0 * pairs[:, 0].mean() / pairs[:, 1].mean())

    pairs = np.stack([values, truth], axis=1)
    return Cell(ratio(pairs), *bootstrap_interval(pairs, ratio))


def _kernel_cell(features: DoubleArray, truth: DoubleArray) -> Cell:
    def distance(pairs: DoubleArray) -> float:
        return kernel_distance(pairs[:, 0], pairs[:, 1])

    if len(features) < _FEWEST_FOR_DISTANCE:
        return Cell(float("nan"), float("nan"), float("nan"))
    # Photos drawn twice would bias the unbiased estimate, so the interval comes from random halves.
    pairs = np.stack([features, truth], axis=1)
    generator = np.random.default_rng(0)
    halves = [generator.permutation(len(pairs))[: len(pairs) // 2] for _ in range(_HALVES)]
    low, high = np.percentile([distance(pairs[half]) for half in halves], [2.5, 97.5])
    return Cell(distance(pairs), float(low), float(high))
