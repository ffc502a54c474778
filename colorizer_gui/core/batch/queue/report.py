"""What became of each photo, as JSON or CSV, for people and for other programs."""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from colorizer_gui.core.batch.jobs.errors import PlanError
from colorizer_gui.core.batch.jobs.job import Job
from colorizer_gui.core.batch.journal.recovery import remove_leftover
from colorizer_gui.core.batch.planning.omissions import Omissions
from colorizer_gui.core.batch.planning.scanning import LeftOutFiles
from colorizer_gui.core.common.version import VERSION
from colorizer_gui.core.photo_io.writing.publishing import flush_to_disk, temporary_file, temporary_name
from colorizer_gui.core.prediction.prediction import reference_in

COLUMNS: Final = (
    "file",
    "state",
    "output",
    "seconds",
    "message",
    "source_sha256",
    "output_sha256",
    "reference",
)
SUFFIXES: Final = frozenset({".json", ".csv"})


def row(job: Job) -> dict[str, Any]:
    """The facts of one job, by column."""
    reference = reference_in(job.request.recipe.guidance)
    return {
        "file": str(job.request.source),
        "state": job.state.value,
        "output": None if job.output is None else str(job.output),
        "seconds": round(job.seconds, 3),
        "message": job.message,
        "source_sha256": job.source_sha256 or None,
        "output_sha256": job.output_sha256 or None,
        "reference": None if reference is None else reference.name,
    }


def check_report_name(path: Path) -> None:
    """Refuse a name that says neither JSON nor CSV.

    Raises
    ------
    PlanError
    """
    if path.suffix.lower() not in SUFFIXES:
        raise PlanError('The report "{path}" has no known suffix; name it .json or .csv.', path=path)


def left_out_rows(left_out: LeftOutFiles) -> list[dict[str, str]]:
    """Each file that was not taken, and why."""
    return [
        {"file": str(path), "reason": reason.value} for reason, paths in left_out.items() for path in paths
    ]


def write_report(path: Path, jobs: Iterable[Job], omissions: Omissions | None = None) -> None:
    """Write a report in one step; an earlier one of that name is replaced.

    Parameters
    ----------
    path
        Its suffix chooses JSON or CSV.
    omissions
        What was not even a job.

    Raises
    ------
    PlanError
        See `check_report_name`.
    OSError
    """
    check_report_name(path)
    omissions = omissions or Omissions()
    rows, others = [row(job) for job in jobs], left_out_rows(omissions.left_out)
    problems = list(omissions.problems)
    text = _csv(rows, others) if path.suffix.lower() == ".csv" else _json(rows, problems, others)
    # A name of its own, so that what a killed process left is removed by the next one.
    token = f"report-{path.name}"
    remove_leftover(path.parent, temporary_name(token))
    with temporary_file(path.parent, token) as (temporary, stream):
        # File names that are no text come as lone surrogates.
        stream.write(text.encode("utf-8", errors="backslashreplace"))
        flush_to_disk(stream)
        stream.close()
        temporary.replace(path)


def _json(rows: list[dict[str, Any]], problems: list[str], left_out: list[dict[str, str]]) -> str:
    counts = Counter(item["state"] for item in rows)
    report = {
        "program": f"Tintype {VERSION}",
        "counts": dict(counts),
        "problems": problems,
        "photos": rows,
        "left_out": left_out,
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _csv(rows: list[dict[str, Any]], left_out: list[dict[str, str]]) -> str:
    rows = rows + [
        {"file": each["file"], "state": "left out", "message": each["reason"]} for each in left_out
    ]
    stream = io.StringIO(newline="")
    # The mark tells spreadsheets that this is UTF-8.
    stream.write("\ufeff")
    writer = csv.DictWriter(stream, COLUMNS)
    writer.writeheader()
    writer.writerows({name: _harmless(value) for name, value in item.items()} for item in rows)
    return stream.getvalue()


def _harmless(value: object) -> object:
    """A spreadsheet computes what begins like a formula; file names may."""
    text = value if isinstance(value, str) else ""
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else value
