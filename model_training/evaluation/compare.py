"""`evaluate`'s work: gather methods and photos, score them, make the tables."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.color.conversion import FloatArray
from model_training.batches.prior import empirical_prior
from model_training.data.kaggle import KaggleArrays
from model_training.data.photo_source import count_photos
from model_training.evaluation.evaluate import TruePhoto, evaluate, load_true_photos
from model_training.evaluation.hint_trials import HintTrials
from model_training.evaluation.methods import Variants, hint_takers, network_methods
from model_training.evaluation.robustness import crop_fairness, size_consistency
from model_training.evaluation.summary import Table, by_category, summarize
from model_training.models.baselines import AbMethod, constant_mean, nearest_thumbnails
from model_training.models.imagenet import load_imagenet_judge

#: The name of the table of all photos, and of the further ones.
ALL: Final = "evaluation"
CATEGORIES: Final = "categories"
SIZES: Final = "sizes"
CROPS: Final = "crops"


@dataclass(frozen=True, slots=True)
class Questions:
    """What is asked besides the figures over all photos.

    Attributes
    ----------
    hints
        Numbers of true colours at random points that networks which take hints are tried with.
    categories
        A table for each of the folders that the photos lie in.
    sizes
        Whether colours stay when the photo has another size.
    crops
        Whether wide and tall photos are as good as square ones.
    """

    hints: tuple[int, ...] = ()
    categories: bool = False
    sizes: bool = False
    crops: bool = False


def compare(
    photos: list[Path],
    weights: Mapping[str, Path],
    *,
    variants: Variants | None = None,
    questions: Questions | None = None,
    data_folder: Path | None = None,
    limit: int | None = None,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> dict[str, Table]:
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
    progress
        Called with the photos done and the total, over all passes.

    Returns
    -------
    Tables by name, that of all photos first.

    Raises
    ------
    DataError, WeightsError
        When a file is missing or does not fit.
    """
    questions = questions or Questions()
    count = count_photos(photos)
    total = min(limit or count, count)
    passes = 1 + questions.sizes + questions.crops
    before = 0

    def advanced(done: int) -> None:
        progress(before + done, passes * total)

    networks = network_methods(weights, variants)
    methods: dict[str, AbMethod] = {}
    bins = AbBins.derive()
    prior: FloatArray = np.full(len(bins), 1 / len(bins), dtype=np.float32)
    if data_folder is not None:
        data = KaggleArrays.open(data_folder)
        prior = empirical_prior(data, np.arange(len(data)), bins)
        methods["constant mean ab"] = constant_mean(data)
        methods["16 nearest thumbnails"] = nearest_thumbnails(data)
    trials = None
    if questions.hints:
        trials = HintTrials(tuple(sorted(set(questions.hints))), hint_takers(networks))
    judge = load_imagenet_judge()
    categories: list[str] = []

    def chosen() -> Iterable[TruePhoto]:
        return load_true_photos(photos, limit)

    noted = _noting(chosen(), categories)
    scores = evaluate(noted, methods | networks, prior, judge, advanced, trials=trials)
    tables = {ALL: summarize(scores)}
    if questions.categories:
        tables[CATEGORIES] = by_category(scores, categories)
    if questions.sizes:
        before += total
        tables[SIZES] = size_consistency(chosen(), networks, advanced)
    if questions.crops:
        before += total
        tables[CROPS] = crop_fairness(chosen(), networks, advanced)
    return tables


def _noting(photos: Iterable[TruePhoto], categories: list[str]) -> Iterator[TruePhoto]:
    for photo in photos:
        categories.append(photo.category)
        yield photo
