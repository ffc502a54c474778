"""Runs side by side: which knobs differ, which figures they reached, and their curves in one picture."""

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any, Final

from model_training.report.curves import svg_curve
from model_training.runs.figures import read_figures
from model_training.runs.run_folder import RECIPE_FILE, read_json

#: Figures that have a best value: others are not better for being higher or lower.
_BEST: Final = {
    "validation/psnr": max,
    "validation/cross_entropy": min,
    "validation/squared_error": min,
}


def compare_runs(runs: Sequence[Path]) -> list[list[str]]:
    """Rows of a table: what differs in the recipes, then the last and the best value of each figure.

    Raises
    ------
    DataError
        When a folder holds no run.
    """
    recipes = [_flat(read_json(run / RECIPE_FILE)) for run in runs]
    rows = [["", *_names(runs)]]
    for key in sorted({key for recipe in recipes for key in recipe}):
        values = [str(recipe.get(key, "–")) for recipe in recipes]
        if len(set(values)) > 1:
            rows.append([key, *values])
    figures = [read_figures(run) for run in runs]
    for name in sorted({name for each in figures for name in each}):
        points = [each.get(name, []) for each in figures]
        rows.append([f"{name}, last", *(_said(line[-1:]) for line in points)])
        if best := _BEST.get(name):
            rows.append(
                [f"{name}, best", *(_said([best(line, key=_value)] if line else []) for line in points)]
            )
    return rows


def comparison_page(runs: Sequence[Path]) -> str:
    """The table and the curves as one HTML page that needs nothing else."""
    rows = compare_runs(runs)
    cells = ["".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows]
    parts = ['<!doctype html><html lang="en"><meta charset="utf-8"><title>Runs</title><table>']
    parts += [f"<tr>{row}</tr>" for row in cells] + ["</table>"]
    names, figures = _names(runs), [read_figures(run) for run in runs]
    for figure in sorted({name for each in figures for name in each}):
        lines = {name: each[figure] for name, each in zip(names, figures, strict=True) if figure in each}
        parts.append(svg_curve(figure, lines))
    return "\n".join(parts)


def as_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """Aligned columns for a terminal."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]


def _names(runs: Sequence[Path]) -> list[str]:
    """The folders' names, or their paths where two have the same name."""
    names = [run.resolve().name for run in runs]
    return [name if names.count(name) == 1 else str(run) for name, run in zip(names, runs, strict=True)]


def _value(point: tuple[int, float]) -> float:
    return point[1]


def _said(points: Sequence[tuple[int, float]]) -> str:
    return f"{points[0][1]:.6g} at {points[0][0]}" if points else "–"


def _flat(values: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, value in values.items():
        flat |= _flat(value, f"{prefix}{key}.") if isinstance(value, dict) else {f"{prefix}{key}": value}
    return flat
