"""Judge colorizers on photos with truth, in the way that the application would colorize them.

Every method gives chroma, the application's own `Recomposition` makes the picture, and the figures
compare it with truth recomposed from the same lightness. Photos keep their size and aspect ratio.
"""

import itertools
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np
import torch

from colorizer_gui.core.color.ab_bins import AbBins, class_rebalancing_weights
from colorizer_gui.core.color.conversion import FloatArray, rgb_to_lab
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.core.rendering.rendering import Recomposition
from model_training.data.photo_source import DataError, SourcePhoto, iterate_photos
from model_training.evaluation.hint_trials import HintTrials
from model_training.evaluation.metrics import (
    DoubleArray,
    area_under_ab_error,
    ciede2000,
    colorfulness,
    psnr,
)
from model_training.models.baselines import AbMethod, gray
from model_training.models.imagenet import ImageNetJudge

TRUTH = "truth"
GRAY = "gray"
_JUDGE_SIDE = 224
#: lambda of the rebalanced AuC (Zhang et al. 2016).
_REBALANCING = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class TruePhoto:
    """A colour photo taken apart.

    Attributes
    ----------
    lab
        (H, W, 3) float32 L*a*b*.
    category
        The folder that it came from.
    """

    name: str
    lab: FloatArray
    category: str = ""

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
    hinted_psnr
        (N,) by number of hints, where hints were tried.
    rarity
        (N,) the sum over the pixels of what the rebalanced AuC weighs them with; None weighs photos alike.
    """

    name: str
    psnr: DoubleArray
    ciede2000: DoubleArray
    auc: DoubleArray
    auc_rebalanced: DoubleArray
    colorfulness: DoubleArray
    features: DoubleArray
    classes: DoubleArray
    hinted_psnr: Mapping[int, DoubleArray] = field(default_factory=dict)
    rarity: DoubleArray | None = None


def load_true_photos(
    sources: list[Path],
    limit: int | None = None,
    categories: Collection[str] = (),
    left_out: Collection[str] = (),
) -> Iterable[TruePhoto]:
    """Decode colour photos one by one, evenly spread when there is a limit.

    Parameters
    ----------
    categories
        Only photos of these; empty means all.
    left_out
        Names of photos that are passed over.

    Raises
    ------
    DataError
        When a source is missing or damaged.
    """
    for photo in chosen_photos(sources, limit, categories):
        image = None if photo.name in left_out else photo.decode_rgb()
        if image is not None:
            yield TruePhoto(photo.name, rgb_to_lab(image.astype(np.float32) / 255), photo.category)


def chosen_photos(
    sources: list[Path], limit: int | None = None, categories: Collection[str] = ()
) -> Iterator[SourcePhoto]:
    """The photos that are judged, not decoded; see `load_true_photos`."""

    def wanted() -> Iterator[SourcePhoto]:
        return (photo for photo in iterate_photos(sources) if not categories or photo.category in categories)

    step = max(1, sum(1 for _ in wanted()) // limit) if limit else 1
    return itertools.islice(wanted(), 0, limit * step if limit else None, step)


def evaluate(
    photos: Iterable[TruePhoto],
    methods: Mapping[str, AbMethod],
    prior: FloatArray,
    judge: ImageNetJudge,
    progress: Callable[[int], None] = lambda _done: None,
    *,
    trials: HintTrials | None = None,
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
    trials
        Which methods are tried with hints as well.

    Raises
    ------
    DataError
        When there is no photo.
    """
    trials = trials or HintTrials()
    hinted: dict[str, list[list[float]]] = {name: [] for name in trials.methods}
    bins = AbBins.derive()
    encoding = bins.soft_encoding()
    rarity = class_rebalancing_weights(prior, _REBALANCING)
    names = [GRAY, *methods, TRUTH]
    rows: dict[str, list[tuple[float, ...]]] = {name: [] for name in names}
    images: dict[str, list[DoubleArray]] = {name: [] for name in names}
    rarities: list[float] = []
    for done, photo in enumerate(photos, start=1):
        index = np.rint(photo.ab).astype(np.int64) + encoding.offset
        weights = rarity[encoding.indices[index[..., 0], index[..., 1], 0]]
        rarities.append(float(weights.sum()))
        lightness = photo.lightness
        truth_rgb = render(lightness, photo.ab)
        for name in names:
            ab = _chroma(name, photo, lightness, methods)
            rgb = truth_rgb if name == TRUTH else render(lightness, ab)
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
        for name in trials.methods:
            hinted[name].append([])
        for hints in trials.guidance(photo.ab, seed=done).values():
            for name, method in trials.methods.items():
                told = render(lightness, method(lightness, hints))
                hinted[name][-1].append(psnr(told, truth_rgb))
        progress(done)
    if not rows[TRUTH]:
        raise DataError("There is no colour photo to judge by; name a folder or a shard of photos.")
    scores = []
    for name in names:
        figures = np.array(rows[name], dtype=np.float64)
        judged = np.array(images[name])
        psnrs, differences, areas, rebalanced, colors = figures.T
        with_hints = np.array(hinted.get(name, []), dtype=np.float64)
        by_count = dict(zip(trials.counts, with_hints.T, strict=True)) if len(with_hints) else {}
        scores.append(
            MethodScores(
                name,
                psnrs,
                differences,
                areas,
                rebalanced,
                colors,
                judged[:, 1:],
                judged[:, 0],
                by_count,
                np.array(rarities),
            )
        )
    return scores


def render(lightness: FloatArray, ab: FloatArray) -> FloatArray:
    """(H, W, 3) sRGB in [0, 1] of chroma of any size, in 8 bits, as the application saves it."""
    image = Recomposition(lightness, ab).image(Adjustments(), depth=8)
    return np.asarray(image / np.float32(255), dtype=np.float32)


def _chroma(
    name: str, photo: TruePhoto, lightness: FloatArray, methods: Mapping[str, AbMethod]
) -> FloatArray:
    if name == GRAY:
        return gray(lightness)
    return photo.ab if name == TRUTH else methods[name](lightness)


def _judged(judge: ImageNetJudge, rgb: FloatArray) -> DoubleArray:
    """(1281,) the judge's first class and its features, of the centre square at 224 px."""
    side = min(rgb.shape[:2])
    top, left = (rgb.shape[0] - side) // 2, (rgb.shape[1] - side) // 2
    square = cv2.resize(rgb[top : top + side, left : left + side], (_JUDGE_SIDE, _JUDGE_SIDE))
    with torch.inference_mode():
        features, logits = judge(torch.from_numpy(square).permute(2, 0, 1)[None])
    return np.concatenate([[float(logits.argmax())], features[0].numpy()]).astype(np.float64)
