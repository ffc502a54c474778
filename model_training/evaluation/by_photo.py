"""Figures of single photos: a CSV file with all of them, and a table of the worst and the best."""

import csv
import io
from collections.abc import Sequence
from typing import Final

import numpy as np

from model_training.evaluation.evaluate import GRAY, TRUTH, MethodScores
from model_training.evaluation.summary import Cell, Table

#: Photos at each end that are named.
_ENDS: Final = 10
_NAN: Final = float("nan")


def photos_csv(scores: Sequence[MethodScores], names: Sequence[str], categories: Sequence[str]) -> str:
    """A row for each photo and each method, truth left out."""
    gray = next(score for score in scores if score.name == GRAY)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(
        [
            "photo",
            "source",
            "method",
            "PSNR dB",
            "gain dB",
            "CIEDE2000",
            "of gray's %",
            "AuC",
            "colourfulness",
        ]
    )
    for score in scores:
        if score.name == TRUTH:
            continue
        figures = (
            score.psnr,
            score.psnr - gray.psnr,
            score.ciede2000,
            100 * score.ciede2000 / np.maximum(gray.ciede2000, 1e-9),
            score.auc,
            score.colorfulness,
        )
        for row, name in enumerate(names):
            values = [f"{figure[row]:.6g}" for figure in figures]
            writer.writerow([name, categories[row], score.name, *values])
    return out.getvalue()


def ends_by_name(scores: Sequence[MethodScores], names: Sequence[str]) -> dict[str, list[str]]:
    """By method, the names of the ten photos of the lowest gain over gray, then of the ten of the highest."""
    gray = next(score for score in scores if score.name == GRAY)
    places = {score.name: _ends(score, gray) for score in scores if score.name not in (GRAY, TRUTH)}
    return {
        name: list(dict.fromkeys(names[place] for place in (*worst, *best)))
        for name, (worst, best) in places.items()
    }


def _ends(score: MethodScores, gray: MethodScores) -> tuple[list[int], list[int]]:
    order = np.argsort(score.psnr - gray.psnr, kind="stable")
    return order[:_ENDS].tolist(), order[::-1][:_ENDS].tolist()


def extremes(scores: Sequence[MethodScores], names: Sequence[str]) -> Table:
    """The ten worst and the ten best photos of each method, by their gain over gray."""
    gray = next(score for score in scores if score.name == GRAY)
    table: dict[str, dict[str, Cell]] = {}
    for score in scores:
        if score.name in (GRAY, TRUTH):
            continue
        gain = score.psnr - gray.psnr
        for end, places in zip(("worst", "best"), _ends(score, gray), strict=True):
            for rank, place in enumerate(places, start=1):
                table[f"{score.name}, {end} {rank}: {names[place]}"] = {
                    "gain dB": Cell(float(gain[place]), _NAN, _NAN),
                    "CIEDE2000": Cell(float(score.ciede2000[place]), _NAN, _NAN),
                    "of gray's %": Cell(
                        float(100 * score.ciede2000[place] / max(gray.ciede2000[place], 1e-9)), _NAN, _NAN
                    ),
                    "colourfulness": Cell(float(score.colorfulness[place]), _NAN, _NAN),
                }
    return table
