"""From the figures of single photos to tables: means, with 95 % intervals."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from model_training.evaluation.evaluate import GRAY, TRUTH, MethodScores
from model_training.evaluation.hint_trials import hint_column
from model_training.evaluation.metrics import (
    FEWEST_FOR_INTERVAL,
    DoubleArray,
    bootstrap_interval,
    kernel_distance,
)

#: Random halves of the photos behind the interval of the kernel distance.
_HALVES = 50
#: Half of them are two, and one photo has no distance.
_FEWEST_FOR_DISTANCE = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure with its 95 % interval."""

    value: float
    low: float
    high: float


#: Rows by name, of cells by column; every row has the same columns.
Table = Mapping[str, Mapping[str, Cell]]

NO_CELL: Final = Cell(float("nan"), float("nan"), float("nan"))

#: Column titles of the table of all photos, in order.
COLUMNS: Final = (
    "PSNR dB",
    "gain dB",
    "CIEDE2000",
    "of gray's %",
    "AuC",
    "AuC rebalanced",
    "AuC half rebalanced",
    "AuC half rebalanced, pooled",
    "colourfulness",
    "of truth %",
    "kernel distance",
    "top-1 agreement %",
)


def summarize(scores: list[MethodScores]) -> Table:
    """The table: a cell for each method and each of `COLUMNS`, and for each number of hints tried."""
    by_name = {score.name: score for score in scores}
    gray, truth = by_name[GRAY], by_name[TRUTH]
    table: dict[str, dict[str, Cell]] = {}
    for score in scores:
        table[score.name] = {
            # Truth is as near to itself as eight bits are, which is no figure of anything.
            "PSNR dB": NO_CELL if score is truth else mean_cell(score.psnr),
            "gain dB": NO_CELL if score is truth else mean_cell(score.psnr - gray.psnr),
            "CIEDE2000": mean_cell(score.ciede2000),
            "of gray's %": _ratio_cell(score.ciede2000, gray.ciede2000),
            "AuC": mean_cell(score.auc),
            "AuC rebalanced": _pooled_cell(score.auc_rebalanced, score.rarity),
            "AuC half rebalanced": mean_cell(score.auc_half_rebalanced),
            "AuC half rebalanced, pooled": _pooled_cell(score.auc_half_rebalanced, score.half_rarity),
            "colourfulness": mean_cell(score.colorfulness),
            "of truth %": _ratio_cell(score.colorfulness, truth.colorfulness),
            "kernel distance": _kernel_cell(score.features, truth.features),
            "top-1 agreement %": mean_cell(100.0 * (score.classes == truth.classes)),
        }
        for count in sorted({count for other in scores for count in other.hinted_psnr}):
            values = score.hinted_psnr.get(count)
            table[score.name][hint_column(count)] = NO_CELL if values is None else mean_cell(values)
    return table


def by_category(scores: Sequence[MethodScores], categories: Sequence[str]) -> Table:
    """Where colours are good and bad: a row for each category and each method between gray and truth.

    Parameters
    ----------
    categories
        Of each photo, in the order of the scores.
    """
    by_name = {score.name: score for score in scores}
    gray, truth = by_name[GRAY], by_name[TRUTH]
    table: dict[str, dict[str, Cell]] = {}
    for category in sorted(set(categories)):
        rows = np.flatnonzero(np.array(categories) == category)
        for score in scores:
            if score.name in (GRAY, TRUTH):
                continue
            table[f"{category} ({len(rows)}): {score.name}"] = {
                "gain dB": mean_cell((score.psnr - gray.psnr)[rows]),
                "CIEDE2000": mean_cell(score.ciede2000[rows]),
                "of gray's %": _ratio_cell(score.ciede2000[rows], gray.ciede2000[rows]),
                "AuC": mean_cell(score.auc[rows]),
                "colourfulness": mean_cell(score.colorfulness[rows]),
                "of truth %": _ratio_cell(score.colorfulness[rows], truth.colorfulness[rows]),
            }
    return table


def mean_cell(values: DoubleArray) -> Cell:
    """The mean over the photos."""
    return Cell(float(values.mean()), *bootstrap_interval(values))


def _ratio_cell(values: DoubleArray, truth: DoubleArray) -> Cell:
    def ratio(pairs: DoubleArray) -> float:
        return float(100.0 * pairs[:, 0].mean() / pairs[:, 1].mean())

    pairs = np.stack([values, truth], axis=1)
    return Cell(ratio(pairs), *bootstrap_interval(pairs, ratio))


def differences(scores: Sequence[MethodScores]) -> Table:
    """Each two sets of weights on the same photos, the later less the earlier, in pairs.

    A row for each pair; a figure whose interval leaves out zero tells the two apart.
    """
    by_name = {score.name: score for score in scores}
    methods = [score for score in scores if score.name not in (GRAY, TRUTH)]
    gray = by_name[GRAY]
    return {
        f"{later.name} less {earlier.name}": {
            "gain dB": mean_cell(later.psnr - earlier.psnr),
            "CIEDE2000": mean_cell(later.ciede2000 - earlier.ciede2000),
            "of gray's %": _ratio_cell(later.ciede2000 - earlier.ciede2000, gray.ciede2000),
            "AuC": mean_cell(later.auc - earlier.auc),
            "colourfulness": mean_cell(later.colorfulness - earlier.colorfulness),
        }
        for earlier, later in itertools.combinations(methods, 2)
    }


def _pooled_cell(areas: DoubleArray, rarity: DoubleArray | None) -> Cell:
    """Over the pixels of all photos together, as Zhang et al. 2016 have it."""
    weights = np.ones_like(areas) if rarity is None else rarity
    if np.isnan(weights).any():
        return NO_CELL

    def pooled(pairs: DoubleArray) -> float:
        return float(pairs[:, 0].sum() / pairs[:, 1].sum())

    pairs = np.stack([areas * weights, weights], axis=1)
    return Cell(pooled(pairs), *bootstrap_interval(pairs, pooled))


def _kernel_cell(features: DoubleArray, truth: DoubleArray) -> Cell:
    def distance(pairs: DoubleArray) -> float:
        return kernel_distance(pairs[:, 0], pairs[:, 1])

    if len(features) < _FEWEST_FOR_DISTANCE:
        return NO_CELL
    # Photos drawn twice would bias the unbiased estimate, so the interval comes from random halves.
    pairs = np.stack([features, truth], axis=1)
    if len(pairs) < FEWEST_FOR_INTERVAL:
        return Cell(distance(pairs), float("nan"), float("nan"))
    generator = np.random.default_rng(0)
    halves = [generator.permutation(len(pairs))[: len(pairs) // 2] for _ in range(_HALVES)]
    low, high = np.percentile([distance(pairs[half]) for half in halves], [2.5, 97.5])
    return Cell(distance(pairs), float(low), float(high))
