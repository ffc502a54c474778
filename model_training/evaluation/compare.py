"""`evaluate`'s work: gather methods and photos, score them, make the tables."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common.version import VERSION
from model_training.batches.prior import empirical_prior
from model_training.data.kaggle import LIGHTNESS_FILE, KaggleArrays
from model_training.data.photo_source import count_photos, iterate_photos
from model_training.evaluation.by_photo import ends_by_name, extremes, photos_csv
from model_training.evaluation.evaluate import evaluate
from model_training.evaluation.hint_trials import HintTrials
from model_training.evaluation.kept_figures import KeptFigures
from model_training.evaluation.methods import Variants, hint_takers, network_methods
from model_training.evaluation.near_duplicates import NearDuplicate, found_among
from model_training.evaluation.robustness import crop_fairness, size_consistency
from model_training.evaluation.summary import Table, by_category, differences, summarize
from model_training.evaluation.true_photos import TruePhoto, chosen_photos, load_true_photos
from model_training.models.baselines import AbMethod, constant_mean, nearest_thumbnails
from model_training.models.imagenet import load_imagenet_judge

#: The name of the table of all photos, and of the further ones.
ALL: Final = "evaluation"
CATEGORIES: Final = "categories"
SIZES: Final = "sizes"
CROPS: Final = "crops"
DIFFERENCES: Final = "differences"
EXTREMES: Final = "extremes"
#: All figures of single photos.
PHOTOS_FILE: Final = "photos.csv"


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
    sources
        Only photos of these are judged; empty means all.
    learnt_from
        Folders or shards that were learnt from: photos that are near to one of theirs are not judged.
    """

    hints: tuple[int, ...] = ()
    categories: bool = False
    sizes: bool = False
    crops: bool = False
    sources: tuple[str, ...] = ()
    learnt_from: tuple[Path, ...] = ()


def compare(
    photos: list[Path],
    weights: Mapping[str, Path],
    *,
    variants: Variants | None = None,
    questions: Questions | None = None,
    data_folder: Path | None = None,
    limit: int | None = None,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    device: str = "cpu",
    say: Callable[[str], None] = lambda _line: None,
    out: Path | None = None,
    on_ends: Callable[[str, AbMethod, list[str]], None] = lambda _name, _method, _photos: None,
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
        photos are left out, colours are half rebalanced as if all were equally common, and not wholly.
    progress
        Called with the photos done and the total, over all passes.
    device
        That networks run on.
    say
        Takes sentences that belong to the figures.
    out
        A folder for the files of single photos; a stopped evaluation goes on there when it is asked again.
    on_ends
        Called, when there is such a folder, with each network and its worst and its best photos.

    Returns
    -------
    Tables by name, that of all photos first.

    Raises
    ------
    DataError, WeightsError
        When a file is missing or does not fit.
    """
    questions = questions or Questions()
    duplicates = _near_duplicates(photos, limit, questions, progress, say)
    left_out = {found.judged for found in duplicates}
    total = sum(1 for _ in chosen_photos(photos, limit, questions.sources)) - len(left_out)
    passes = 1 + questions.sizes + questions.crops

    def chosen() -> Iterable[TruePhoto]:
        return load_true_photos(photos, limit, questions.sources, left_out)

    def advanced(number: int) -> Callable[[int], None]:
        return lambda done: progress(number * total + done, passes * total)

    networks = network_methods(weights, variants, device)
    prior, baselines = _of_training_photos(data_folder)
    counts = tuple(sorted(set(questions.hints)))
    trials = HintTrials(counts, hint_takers(networks)) if counts else None
    names: list[str] = []
    categories: list[str] = []
    noted = _noting(chosen(), names, categories)
    judge = load_imagenet_judge()
    asked = [variants, questions, limit, device, VERSION, list(baselines | networks), sorted(left_out)]
    given = [*photos, *weights.values(), *([] if data_folder is None else [data_folder / LIGHTNESS_FILE])]
    kept = None if out is None else KeptFigures.of(out, {"asked": asked}, given)
    scores = evaluate(noted, baselines | networks, prior, judge, advanced(0), trials=trials, kept=kept)
    tables = {ALL: summarize(scores)}
    of_networks = [score for score in scores if score.name not in baselines]
    if len(networks) > 1:
        tables[DIFFERENCES] = differences(of_networks)
    if out is not None:
        (out / PHOTOS_FILE).write_text(photos_csv(scores, names, categories), encoding="utf-8")
        tables[EXTREMES] = extremes(of_networks, names)
        for name, shown in ends_by_name(of_networks, names).items():
            on_ends(name, networks[name], shown)
    if questions.categories:
        tables[CATEGORIES] = by_category(scores, categories)
    if questions.sizes:
        tables[SIZES] = size_consistency(chosen(), networks, advanced(1))
    if questions.crops:
        tables[CROPS] = crop_fairness(chosen(), networks, advanced(passes - 1))
    if kept is not None:
        kept.finish()
    return tables


def _of_training_photos(folder: Path | None) -> tuple[FloatArray | None, dict[str, AbMethod]]:
    """(313,) how common each bin is in the training photos, and baselines that are made from them."""
    if folder is None:
        return None, {}
    data = KaggleArrays.open(folder)
    baselines = {"constant mean ab": constant_mean(data), "16 nearest thumbnails": nearest_thumbnails(data)}
    return empirical_prior(data, np.arange(len(data)), AbBins.derive()), baselines


def _near_duplicates(
    photos: list[Path],
    limit: int | None,
    questions: Questions,
    progress: Callable[[int, int], None],
    say: Callable[[str], None],
) -> list[NearDuplicate]:
    if not questions.learnt_from:
        return []
    total = sum(1 for _ in chosen_photos(photos, limit, questions.sources))
    total += count_photos(list(questions.learnt_from))
    judged = chosen_photos(photos, limit, questions.sources)
    learnt = iterate_photos(list(questions.learnt_from))
    found = found_among(judged, learnt, lambda done: progress(done, total))
    for pair in found:
        near = f"{pair.judged} is near to {pair.learnt}, which was learnt from"
        say(f"left out: {near} ({pair.bits} of 256 bits differ)")
    return found


def _noting(photos: Iterable[TruePhoto], names: list[str], categories: list[str]) -> Iterator[TruePhoto]:
    for photo in photos:
        names.append(photo.name)
        categories.append(photo.category)
        yield photo
