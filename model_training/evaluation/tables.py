"""The evaluation's table as text, Markdown or CSV."""

import csv
import io
import math
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from model_training.evaluation.summary import COLUMNS, Cell, Table

_DECIMALS = {
    "AuC": 4,
    "AuC rebalanced": 4,
    "AuC half rebalanced": 4,
    "AuC half rebalanced, pooled": 4,
    "kernel distance": 4,
    "top-1 agreement %": 1,
    "of truth %": 1,
    "of gray's %": 1,
}


def titled(tables: Mapping[str, Table], render: Callable[[Table], str], mark: str = "") -> Iterator[str]:
    """Each table as text, with its name above it when there are several."""
    for name, table in tables.items():
        yield f"{mark}{name}\n\n{render(table)}" if len(tables) > 1 else render(table)


def write_tables(tables: Mapping[str, Table], folder: Path) -> None:
    """Write all tables to one Markdown file, and each to a CSV file of its name.

    Raises
    ------
    OSError
        When they cannot be written.
    """
    (folder / "evaluation.md").write_text("\n".join(titled(tables, as_markdown, "## ")), encoding="utf-8")
    for name, table in tables.items():
        (folder / f"{name}.csv").write_text(as_csv(table), encoding="utf-8")


def as_markdown(table: Table) -> str:
    """A Markdown table; each cell is value [low, high]."""
    columns = _columns(table)
    lines = ["| method | " + " | ".join(columns) + " |", "|---" * (len(columns) + 1) + "|"]
    for name, cells in table.items():
        lines.append(
            f"| {name.replace('|', '/')} | "
            + " | ".join(_text(column, cells[column]) for column in columns)
            + " |"
        )
    return "\n".join(lines) + "\n"


def as_text(table: Table) -> str:
    """Aligned columns for a terminal: values without intervals first, intervals below."""
    columns = _columns(table)
    rows = [["method", *columns]]
    for name, cells in table.items():
        rows.append([name, *(_value(column, cells[column]) for column in columns)])
        intervals = [_interval(column, cells[column]) for column in columns]
        if any(intervals):
            rows.append(["", *intervals])
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return "\n".join(
        "  ".join(value.rjust(width) for value, width in zip(row, widths, strict=True)) for row in rows
    )


def as_csv(table: Table) -> str:
    """One row a method, three columns a figure."""
    columns = _columns(table)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["method", *(f"{column}{part}" for column in columns for part in ("", " low", " high"))])
    for name, cells in table.items():
        values = [(cells[column].value, cells[column].low, cells[column].high) for column in columns]
        writer.writerow([name, *(f"{value:.6g}" for triple in values for value in triple)])
    return out.getvalue()


def _columns(table: Table) -> list[str]:
    return list(next(iter(table.values()), dict.fromkeys(COLUMNS)))


def _text(column: str, cell: Cell) -> str:
    return f"{_value(column, cell)} {_interval(column, cell)}".rstrip()


def _value(column: str, cell: Cell) -> str:
    return "–" if math.isnan(cell.value) else f"{cell.value:.{_DECIMALS.get(column, 2)}f}"


def _interval(column: str, cell: Cell) -> str:
    if math.isnan(cell.value) or math.isnan(cell.low):
        return ""
    decimals = _DECIMALS.get(column, 2)
    return f"[{cell.low:.{decimals}f}, {cell.high:.{decimals}f}]"
