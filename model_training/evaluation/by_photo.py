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


def extremes(scores: Sequence[MethodScores], names: Sequence[str]) -> Table:
    """The ten worst and the ten best photos of each method, by their gain over gray."""
    gray = next(score for score in scores if score.name == GRAY)
    table: dict[str, dict[str, Cell]] = {}
    for score in scores:
        if score.name in (GRAY, TRUTH):
            continue
        gain = score.psnr - gray.psnr
        order = np.argsort(gain, kind="stable")
        for end, places in (("worst", order[:_ENDS]), ("best", order[::-1][:_ENDS])):
            for rank, place in enumerate(places.tolist(), start=1):
                table[f"{score.name}, {end} {rank}: {names[place]}"] = {
                    "gain dB": Cell(float(gain[place]), _NAN, _NAN),
                    "CIEDE2000": Cell(float(score.ciede2000[place]), _NAN, _NAN),
                    "of gray's %": Cell(
                        float(100 * score.ciede2000[place] / max(gray.ciede2000[place], 1e-9)), _NAN, _NAN
                    ),
                    "colourfulness": Cell(float(score.colorfulness[place]), _NAN, _NAN),
                }
    return table
