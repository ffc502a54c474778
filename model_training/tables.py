"""The evaluation's table as text, Markdown or CSV."""

import csv
import io
from collections.abc import Mapping

from model_training.evaluate import COLUMNS, Cell

_DECIMALS = {"AuC": 4, "AuC rebalanced": 4, "kernel distance": 4, "top-1 agreement %": 1, "of truth %": 1}

Table = Mapping[str, Mapping[str, Cell]]


def as_markdown(table: Table) -> str:
    """A Markdown table; each cell is value [low, high]."""
    lines = ["| method | " + " | ".join(COLUMNS) + " |", "|---" * (len(COLUMNS) + 1) + "|"]
    for name, cells in table.items():
        lines.append(
            f"| {name.replace('|', '/')} | "
            + " | ".join(_text(column, cells[column]) for column in COLUMNS)
            + " |"
        )
    return "\n".join(lines) + "\n"


def as_text(table: Table) -> str:
    """Aligned columns for a terminal: values without intervals first, intervals below."""
    rows = [["method", *COLUMNS]]
    for name, cells in table.items():
        rows.append([name, *(f"{cells[column].value:.{_DECIMALS.get(column, 2)}f}" for column in COLUMNS)])
        rows.append(["", *(_interval(column, cells[column]) for column in COLUMNS)])
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return "\n".join(
        "  ".join(value.rjust(width) for value, width in zip(row, widths, strict=True)) for row in rows
    )


def as_csv(table: Table) -> str:
    """One row a method, three columns a figure."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["method", *(f"{column}{part}" for column in COLUMNS for part in ("", " low", " high"))])
    for name, cells in table.items():
        values = [(cells[column].value, cells[column].low, cells[column].high) for column in COLUMNS]
        writer.writerow([name, *(f"{value:.6g}" for triple in values for value in triple)])
    return out.getvalue()


def _text(column: str, cell: Cell) -> str:
    return f"{cell.value:.{_DECIMALS.get(column, 2)}f} {_interval(column, cell)}"


def _interval(column: str, cell: Cell) -> str:
    decimals = _DECIMALS.get(column, 2)
    return f"[{cell.low:.{decimals}f}, {cell.high:.{decimals}f}]"
