"""What `tintype colorize` prints while it works: a bar and lines on a terminal, JSON lines elsewhere."""

import json
import shutil
import sys
from typing import Any, Final, Protocol, TextIO

from colorizer_gui.cli.printing import printable
from colorizer_gui.core.batch import (
    BatchEvent,
    Job,
    JobChanged,
    JobState,
    Noticed,
    Progressed,
    RunFinished,
    RunStarted,
    Scan,
    StopReason,
    Summary,
)
from colorizer_gui.core.batch.jobs.states import RESTING, UNDER_REVIEW
from colorizer_gui.core.batch.planning.scanning import LeftOut
from colorizer_gui.core.batch.queue.report import left_out_rows, row

_BAR_CELLS: Final = 24
_LEFT_OUT: Final = {
    LeftOut.HIDDEN: "hidden",
    LeftOut.SYSTEM: "of the system",
    LeftOut.NO_PHOTO: "no photo",
    LeftOut.RESULT: "earlier result",
    LeftOut.REPEATED: "met twice",
}


class Display(Protocol):
    """What tells the user how a batch goes."""

    def scanned(self, scan: Scan) -> None:
        """What was found, before the work begins."""
        ...

    def problem(self, text: str) -> None:
        """A sentence about something that is wrong with the whole."""
        ...

    def on_event(self, event: BatchEvent) -> None:
        """See `BatchEngine`."""
        ...

    def finished(self, summary: Summary, problems: int) -> None:
        """Tell how the batch ended."""
        ...


def choose_display(*, as_json: bool = False, as_text: bool = False, lists_left_out: bool = False) -> Display:
    """A bar where somebody is looking, JSON lines where a program is, unless something else is asked for."""
    if as_json or not (as_text or sys.stdout.isatty()):
        return JsonDisplay()
    if sys.stdout.isatty() and sys.stderr.isatty():
        return BarDisplay(lists_left_out=lists_left_out)
    return LineDisplay(lists_left_out=lists_left_out)


class LineDisplay:
    """One line for each photo: results to standard output, what is wrong to standard error.

    Parameters
    ----------
    lists_left_out
        Whether files that are not taken are named, and not only counted.
    """

    def __init__(self, *, lists_left_out: bool = False) -> None:
        self._lists_left_out = lists_left_out
        self._noticed: dict[int, str] = {}

    def scanned(self, scan: Scan) -> None:
        """Say what was left out."""
        parts = [f"{len(paths)} {_LEFT_OUT[reason]}" for reason, paths in scan.left_out.items()]
        if parts:
            self._print(f"Left out: {', '.join(parts)}.")
        if self._lists_left_out:
            for reason, paths in scan.left_out.items():
                for path in paths:
                    self._print(f"{path}: left out, {_LEFT_OUT[reason]}.")
        for text in scan.problems:
            self.problem(text)

    def problem(self, text: str) -> None:
        """Print an error."""
        self._print(f"error: {text}", sys.stderr)

    def on_event(self, event: BatchEvent) -> None:
        """Print what became of a photo."""
        if isinstance(event, Noticed):
            self._noticed[event.job_id] = event.text
            self._print(f"note: {event.text}", sys.stderr)
        elif isinstance(event, JobChanged):
            self._job(event.job)

    def finished(self, summary: Summary, problems: int) -> None:
        """Print how many photos came to which end."""
        counts = summary.counts
        done = counts.get(JobState.DONE, 0)
        if summary.reason is not None:
            if summary.reason is not StopReason.ASKED:
                self.problem(summary.message)
            text = f"Stopped: {done} of {_photos(sum(counts.values()))} colorized."
            self._print(f"{text} The same command with --resume goes on.", sys.stderr)
            return
        skipped = counts.get(JobState.SKIPPED, 0)
        failed = counts.get(JobState.FAILED, 0) + problems
        parts = [f"{_photos(done)} colorized"]
        to_review = sum(summary.counts.get(state, 0) for state in UNDER_REVIEW)
        parts += [f"{to_review} to review"] if to_review else []
        parts += [f"{skipped} skipped"] if skipped else []
        parts += [f"{failed} failed"] if failed else []
        self._print(f"{', '.join(parts)}.")

    def _job(self, job: Job) -> None:
        source = job.request.source
        if job.state is JobState.DONE:
            self._print(f"{source} -> {job.output}")
            message = job.message.replace(self._noticed.pop(job.id, ""), "").strip()
            if message:
                self._print(f"note: {source}: {message}", sys.stderr)
        elif job.state is JobState.SKIPPED:
            self._print(f"{source}: skipped. {job.message}")
        elif job.state is JobState.TO_REVIEW:
            self._print(f"{source}: to review.")
        elif job.state is JobState.FAILED:
            self.problem(job.message)

    def _print(self, text: str, stream: TextIO | None = None) -> None:
        print(printable(text), file=stream or sys.stdout, flush=True)


class BarDisplay(LineDisplay):
    """The same lines above a bar that shows how far the whole is."""

    def __init__(self, *, lists_left_out: bool = False) -> None:
        super().__init__(lists_left_out=lists_left_out)
        self._bar = ""

    def on_event(self, event: BatchEvent) -> None:
        """Print a line, or draw the bar."""
        super().on_event(event)
        if isinstance(event, Progressed):
            self._draw(_bar(event))
        elif isinstance(event, RunFinished):
            self._draw("")

    def _print(self, text: str, stream: TextIO | None = None) -> None:
        bar = self._bar
        self._draw("")
        super()._print(text, stream)
        self._draw(bar)

    def _draw(self, bar: str) -> None:
        # Spaces instead of escape sequences, which old consoles of Windows print.
        bar = bar[: shutil.get_terminal_size().columns - 1]
        sys.stderr.write(f"\r{' ' * len(self._bar)}\r{bar}" if self._bar else bar)
        sys.stderr.flush()
        self._bar = bar


class JsonDisplay:
    """One JSON object on each line of standard output, for other programs."""

    def scanned(self, scan: Scan) -> None:
        """Print what was found."""
        left_out = {reason.value: len(paths) for reason, paths in scan.left_out.items()}
        self._print("scanned", photos=len(scan.photos), left_out=left_out, problems=list(scan.problems))
        for each in left_out_rows(scan.left_out):
            self._print("left out", **each)

    def problem(self, text: str) -> None:
        """Print an error, also for whoever redirected the lines."""
        self._print("problem", message=text)
        _complain(text)

    def on_event(self, event: BatchEvent) -> None:
        """Print what other programs want to know."""
        if isinstance(event, RunStarted):
            facts = {"space_needed": event.space_needed, "space_free": event.space_free}
            self._print("started", photos=event.waiting, **facts)
        elif isinstance(event, Noticed):
            self._print("notice", message=event.text)
        elif isinstance(event, JobChanged) and event.job.state in RESTING:
            self._print("photo", **row(event.job))
        elif isinstance(event, Progressed):
            left = None if event.seconds_left is None else round(event.seconds_left, 1)
            self._print("progress", ended=event.ended, total=event.total, seconds_left=left)

    def finished(self, summary: Summary, problems: int) -> None:
        """Print the counts."""
        self._print(
            "finished",
            counts={state.value: count for state, count in summary.counts.items()},
            problems=problems,
            stopped=None if summary.reason is None else summary.reason.value,
            message=summary.message,
        )
        if summary.reason not in {None, StopReason.ASKED}:
            _complain(summary.message)

    def _print(self, event: str, **facts: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
        print(json.dumps({"event": event, **facts}), flush=True)


def _complain(text: str) -> None:
    print(printable(f"error: {text}"), file=sys.stderr, flush=True)


def _photos(count: int) -> str:
    return "1 photo" if count == 1 else f"{count} photos"


def _bar(event: Progressed) -> str:
    share = event.ended / max(event.total, 1)
    filled = round(share * _BAR_CELLS)
    parts = [f"[{'#' * filled}{'.' * (_BAR_CELLS - filled)}] {event.ended}/{event.total}"]
    if event.seconds_left is not None and event.ended < event.total:
        parts.append(f"{_duration(event.seconds_left)} left")
    return "  ".join(parts)


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
