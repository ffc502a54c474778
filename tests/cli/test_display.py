"""What is printed while a batch runs."""

import sys
from pathlib import Path

import pytest

from colorizer_gui.cli.display import BarDisplay, JsonDisplay, LineDisplay, choose_display
from colorizer_gui.core.batch import (
    Job,
    JobChanged,
    JobRequest,
    JobState,
    Noticed,
    Progressed,
    RunFinished,
    StopReason,
    Summary,
)

DONE = Job(1, JobRequest(Path("a.jpg"), Path("x")), JobState.DONE, output=Path("b.jpg"))


def test_a_bar_where_somebody_looks_and_json_where_a_program_does(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(choose_display(), JsonDisplay)
    assert type(choose_display(as_text=True)) is LineDisplay
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert type(choose_display()) is LineDisplay, "a bar would go into the file of the errors"
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert isinstance(choose_display(), BarDisplay)
    assert isinstance(choose_display(as_json=True), JsonDisplay)


def test_a_problem_is_seen_by_whoever_redirected_the_lines(capsys: pytest.CaptureFixture[str]) -> None:
    JsonDisplay().problem("The disk is full.")
    printed = capsys.readouterr()
    assert printed.out == '{"event": "problem", "message": "The disk is full."}\n'
    assert printed.err == "error: The disk is full.\n"
    JsonDisplay().finished(Summary({}, StopReason.DISK_FULL, "It is full."), 0)
    assert capsys.readouterr().err == "error: It is full.\n"
    JsonDisplay().finished(Summary({}, StopReason.ASKED, "The run was stopped."), 0)
    assert capsys.readouterr().err == ""


def test_lines_stand_above_the_bar(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    bar = BarDisplay()
    bar.on_event(Progressed(1, 4, 3725.0))
    drawn = capsys.readouterr().err
    assert drawn == "[######..................] 1/4  1:02:05 left"
    bar.on_event(JobChanged(DONE))
    printed = capsys.readouterr()
    assert printed.out == "a.jpg -> b.jpg\n"
    assert printed.err == f"\r{' ' * len(drawn)}\r{drawn}"
    bar.on_event(Progressed(4, 4, 0.0))
    assert capsys.readouterr().err.endswith("\r[########################] 4/4")
    bar.on_event(RunFinished(Summary({})))
    assert capsys.readouterr().err.endswith(" \r")


def test_a_bar_fits_into_a_narrow_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    BarDisplay().on_event(Progressed(1, 4, None))
    assert len(capsys.readouterr().err) == 19


def test_how_a_run_ended(capsys: pytest.CaptureFixture[str]) -> None:
    display = LineDisplay()
    display.finished(Summary({JobState.DONE: 1, JobState.SKIPPED: 2, JobState.FAILED: 3}), 1)
    assert capsys.readouterr().out == "1 photo colorized, 2 skipped, 4 failed.\n"
    display.finished(Summary({JobState.TO_REVIEW: 2, JobState.ACCEPTED: 1}), 0)
    assert capsys.readouterr().out == "0 photos colorized, 3 to review.\n"
    counts = {JobState.DONE: 1, JobState.QUEUED: 4}
    display.finished(Summary(counts, StopReason.DISK_FULL, "The disk is full."), 0)
    assert capsys.readouterr().err == (
        "error: The disk is full.\n"
        "Stopped: 1 of 5 photos colorized. The same command with --resume goes on.\n"
    )


def test_notices_go_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    LineDisplay().on_event(Noticed(1, "The card was full."))
    assert capsys.readouterr().err == "note: The card was full.\n"
