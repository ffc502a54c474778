"""Judge colorizers on photos with truth, in the way that the application would colorize them.

Every method gives chroma, the application's own `Recomposition` makes the picture, and the figures
compare it with truth recomposed from the same lightness. Photos keep their size and aspect ratio.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import cv2
import numpy as np
import torch

from colorizer_gui.core.color.ab_bins import AbBins, class_rebalancing_weights
from colorizer_gui.core.color.conversion import FloatArray, rgb_to_lab
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.core.rendering.rendering import Recomposition
from model_training.data.photo_source import DataError
from model_training.evaluation.hint_trials import HintTrials
from model_training.evaluation.kept_figures import KeptFigures, PhotoFigures
from model_training.evaluation.metrics import (
    DoubleArray,
    area_under_ab_error,
    ciede2000,
    colorfulness,
    psnr,
)
from model_training.evaluation.true_photos import TruePhoto
from model_training.models.baselines import AbMethod, gray
from model_training.models.imagenet import ImageNetJudge

TRUTH = "truth"
GRAY = "gray"
_JUDGE_SIDE = 224
#: lambda of the half rebalanced AuC; the paper's is 0, where the rarest colours decide.
_HALF = 0.5


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
    auc_rebalanced, auc_half_rebalanced
        With lambda 0 as in Zhang et al. 2016, and with 0.5.
    rarity, half_rarity
        (N,) the sums over the pixels of what those two weigh them with; None weighs photos alike. The first
        are not numbers where no training photos say how common colours are.
    """

    name: str
    psnr: DoubleArray
    ciede2000: DoubleArray
    auc: DoubleArray
    auc_half_rebalanced: DoubleArray
    auc_rebalanced: DoubleArray
    colorfulness: DoubleArray
    features: DoubleArray
    classes: DoubleArray
    hinted_psnr: Mapping[int, DoubleArray] = field(default_factory=dict)
    rarity: DoubleArray | None = None
    half_rarity: DoubleArray | None = None


def evaluate(
    photos: Iterable[TruePhoto],
    methods: Mapping[str, AbMethod],
    prior: FloatArray | None,
    judge: ImageNetJudge,
    progress: Callable[[int], None] = lambda _done: None,
    *,
    trials: HintTrials | None = None,
    kept: KeptFigures | None = None,
) -> list[MethodScores]:
    """Score gray, every method, and truth itself, on the same photos.

    Parameters
    ----------
    methods
        Named functions from lightness to chroma.
    prior
        (313,) empirical prior of the training photos, for the rebalanced AuC; None where there are none.
    progress
        Called with the number of photos done.
    trials
        Which methods are tried with hints as well.
    kept
        Figures of photos that were judged before, which are not judged again.

    Raises
    ------
    DataError
        When there is no photo.
    """
    trials = trials or HintTrials()
    judging = _Judging(methods, _Rarity(prior), judge, trials)
    figures: dict[str, list[PhotoFigures]] = {name: [] for name in [GRAY, *methods, TRUTH]}
    rarities: list[DoubleArray] = []
    for done, photo in enumerate(photos, start=1):
        found = kept.read(done, photo.name) if kept else None
        rarity, of_photo = found or judging.judged(photo, seed=done)
        if kept and not found:
            kept.write(done, photo.name, rarity, of_photo)
        rarities.append(rarity)
        for name, noted in figures.items():
            noted.append(of_photo[name])
        progress(done)
    if not rarities:
        raise DataError("There is no colour photo to judge by; name a folder or a shard of photos.")
    weighed = np.array(rarities)
    if prior is None:
        weighed[:, 1] = np.nan  # nothing is known of how common colours are
    return [_scores(name, noted, trials.counts, weighed) for name, noted in figures.items()]


@dataclass(frozen=True, slots=True)
class _Judging:
    """All that a photo is judged with."""

    methods: Mapping[str, AbMethod]
    weighing: "_Rarity"
    judge: ImageNetJudge
    trials: HintTrials

    def judged(self, photo: TruePhoto, seed: int) -> tuple[DoubleArray, dict[str, PhotoFigures]]:
        """How rare the photo's colours are, half and wholly, and the figures of each method."""
        half, whole = self.weighing.weights(photo.ab)
        truth = render(photo.lightness, photo.ab)
        hinted = _hinted(photo, truth, self.trials, seed)
        figures = {}
        for name in [GRAY, *self.methods, TRUTH]:
            image = truth if name == TRUTH else render(photo.lightness, _chroma(name, photo, self.methods))
            lab = rgb_to_lab(image)
            row = (
                psnr(image, truth),
                ciede2000(lab, photo.lab),
                area_under_ab_error(lab[..., 1:], photo.ab),
                area_under_ab_error(lab[..., 1:], photo.ab, half),
                area_under_ab_error(lab[..., 1:], photo.ab, whole),
                colorfulness(image),
            )
            seen = _judged(self.judge, image)
            figures[name] = PhotoFigures(
                np.array(row, dtype=np.float64), seen, np.array(hinted.get(name, []), dtype=np.float64)
            )
        return np.array([half.sum(dtype=np.float64), whole.sum(dtype=np.float64)]), figures


class _Rarity:
    """What the rebalanced AuC weighs pixels with: how rare their true colour is (Zhang et al. 2016, eq. 4).

    A bin that no training photo has is as rare as the rarest that one has.
    """

    def __init__(self, prior: FloatArray | None) -> None:
        bins = AbBins.derive()
        self._encoding = bins.soft_encoding()
        common = np.full(len(bins), 1 / len(bins), np.float32) if prior is None else prior
        floor = common[common > 0].min()
        self._half = class_rebalancing_weights(common, _HALF)
        self._whole = class_rebalancing_weights(np.maximum(common, floor), 0.0)

    def weights(self, ab: FloatArray) -> tuple[FloatArray, FloatArray]:
        """(H, W) of (H, W, 2) true chroma, with lambda 0.5 and 0."""
        index = np.rint(ab).astype(np.int64) + self._encoding.offset
        nearest = self._encoding.indices[index[..., 0], index[..., 1], 0]
        return self._half[nearest], self._whole[nearest]


def _scores(
    name: str, figures: Sequence[PhotoFigures], hints: Sequence[int], rarity: DoubleArray
) -> MethodScores:
    """The figures of all photos."""
    psnrs, differences, areas, half, rebalanced, colors = np.array([each.row for each in figures]).T
    judged = np.array([each.judged for each in figures])
    hinted = np.array([each.hinted for each in figures])
    return MethodScores(
        name,
        psnr=psnrs,
        ciede2000=differences,
        auc=areas,
        auc_half_rebalanced=half,
        auc_rebalanced=rebalanced,
        colorfulness=colors,
        features=judged[:, 1:],
        classes=judged[:, 0],
        hinted_psnr=dict(zip(hints, hinted.T, strict=True)) if hinted.size else {},
        rarity=rarity[:, 1],
        half_rarity=rarity[:, 0],
    )


def _hinted(photo: TruePhoto, truth: FloatArray, trials: HintTrials, seed: int) -> dict[str, list[float]]:
    """PSNR of each method that is tried with hints, by their number."""
    scores: dict[str, list[float]] = {name: [] for name in trials.methods}
    for hints in trials.guidance(photo.ab, seed=seed).values():
        for name, method in trials.methods.items():
            scores[name].append(psnr(render(photo.lightness, method(photo.lightness, hints)), truth))
    return scores


def render(lightness: FloatArray, ab: FloatArray) -> FloatArray:
    """(H, W, 3) sRGB in [0, 1] of chroma of any size, in 8 bits, as the application saves it."""
    image = Recomposition(lightness, ab).image(Adjustments(), depth=8)
    return np.asarray(image / np.float32(255), dtype=np.float32)


def _chroma(name: str, photo: TruePhoto, methods: Mapping[str, AbMethod]) -> FloatArray:
    return gray(photo.lightness) if name == GRAY else methods[name](photo.lightness)


def _judged(judge: ImageNetJudge, rgb: FloatArray) -> DoubleArray:
    """(1281,) the judge's first class and its features, of the centre square at 224 px."""
    side = min(rgb.shape[:2])
    top, left = (rgb.shape[0] - side) // 2, (rgb.shape[1] - side) // 2
    square = cv2.resize(rgb[top : top + side, left : left + side], (_JUDGE_SIDE, _JUDGE_SIDE))
    with torch.inference_mode():
        features, logits = judge(torch.from_numpy(square).permute(2, 0, 1)[None])
    return np.concatenate([[float(logits.argmax())], features[0].numpy()]).astype(np.float64)
