"""Which errors concern one photo, and which concern all of them, so that the run has to stop."""

import errno
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from colorizer_gui.core.batch.jobs.errors import JournalError
from colorizer_gui.core.batch.jobs.job import Job
from colorizer_gui.core.batch.jobs.states import JobState
from colorizer_gui.core.batch.journal.recovery import remove_leftover
from colorizer_gui.core.batch.run.disk_space import Need, Room, readable_size, scarcest
from colorizer_gui.core.batch.run.events import StopReason, Summary
from colorizer_gui.core.common.errors import ColorizationError
from colorizer_gui.core.common.sentences import Sentence, reason_of
from colorizer_gui.core.photo_io.writing.publishing import temporary_file, temporary_name

_PROBE: Final = "probe"
#: The file with which a folder is tried has one name, and several threads may have errors at a time.
_probing: Final = threading.Lock()
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})


@dataclass(frozen=True, slots=True)
class RunFailure:
    """A reason to stop, and the sentence for it."""

    reason: StopReason
    message: str


class RunFailureError(Exception):
    """The run has to stop; the job waits for the next one."""

    def __init__(self, failure: RunFailure) -> None:
        super().__init__(failure)
        self.failure = failure

    def __str__(self) -> str:
        return self.failure.message


def diagnose(exc: Exception, job: Job, output: Path) -> RunFailure | None:
    """Why a run has to stop after an error, or None when only this photo is concerned.

    Parameters
    ----------
    output
        The folder that all results go to or below.
    """
    if isinstance(exc, RunFailureError):
        return exc.failure
    if isinstance(exc, JournalError):
        return journal_failure(exc, output)
    cause = exc.__cause__ if isinstance(exc, ColorizationError) else exc
    if not isinstance(cause, OSError):
        return None
    if cause.errno in _FULL:
        return disk_full(output)
    return source_failure(job.request.root) or output_failure(output)


def failure_sentence(exc: Exception, source: Path) -> str:
    """Why one photo failed."""
    if isinstance(exc, ColorizationError):
        return exc.sentence
    if isinstance(exc, MemoryError):
        return Sentence(
            'The photo "{source}" does not fit into memory; close other programs and try again.',
            source=source,
        )
    if isinstance(exc, OSError):
        return Sentence(
            'The photo "{source}" was not colorized ({reason}); try again.',
            source=source,
            reason=exc.strerror or exc,
        )
    return Sentence(
        'The photo "{source}" was not colorized because of a fault in Tintype ({kind}: {reason}).',
        source=source,
        kind=type(exc).__name__,
        reason=exc,
    )


def summary_of(counts: Mapping[JobState, int], failure: RunFailure | None, *, stopped: bool) -> Summary:
    """How a run ended: by a failure, since it was stopped, or with nothing left to do."""
    known = dict(counts)
    if failure is not None:
        return Summary(known, failure.reason, failure.message)
    if stopped and known.get(JobState.QUEUED):
        return Summary(known, StopReason.ASKED, "The run was stopped.")
    return Summary(known)


def journal_failure(exc: JournalError, output: Path) -> RunFailure:
    """The journal cannot be written, often because its folder is gone."""
    reason = StopReason.DISK_FULL if exc.disk_full else StopReason.JOURNAL
    return output_failure(output) or RunFailure(reason, exc.sentence)


def disk_full(output: Path) -> RunFailure:
    """There is no space left for results."""
    return RunFailure(
        StopReason.DISK_FULL,
        Sentence('The disk of the folder "{output}" is full; free some space and go on.', output=output),
    )


def too_little_space(room: Room, output: Path) -> RunFailure:
    """The results, or the predictions that are kept for a review, will probably not fit."""
    needed, free = readable_size(room.needed), readable_size(room.free)
    text = Sentence(
        'The results need about {needed}, and the disk of the folder "{output}" has {free} free; free '
        "some space or choose another folder.",
        needed=needed,
        output=output,
        free=free,
    )
    if room.folder != output:
        text = Sentence(
            'What is kept for the review needs about {needed}, and the disk of the folder "{folder}" has '
            "{free} free; free some space.",
            needed=needed,
            folder=room.folder.parent,
            free=free,
        )
    return RunFailure(StopReason.DISK_FULL, text)


def check_disks(need: Need, output: Path, stored: Path) -> tuple[RunFailure | None, Room]:
    """Make the output folder and try it; what is wrong with it, and how much room there is."""
    try:
        output.mkdir(parents=True, exist_ok=True)
        return output_failure(output, was_writable=False), scarcest(need, output, stored)
    except OSError as exc:
        text = Sentence(
            'The output folder "{output}" cannot be made ({reason}); choose another one.',
            output=output,
            reason=reason_of(exc),
        )
        return RunFailure(StopReason.OUTPUT_LOST, text), Room(output, need.results + need.predictions, 0)


def output_failure(output: Path, *, was_writable: bool = True) -> RunFailure | None:
    """Whether the output folder is gone, or cannot be written to, which it could while the run lasted."""
    if not output.is_dir():
        return RunFailure(
            StopReason.OUTPUT_LOST,
            Sentence('The output folder "{output}" is gone; bring it back and go on.', output=output),
        )
    try:
        with _probing:
            # A name of its own, so that what a killed process left here is removed by the next one.
            remove_leftover(output, temporary_name(_PROBE))
            with temporary_file(output, _PROBE):
                return None
    except OSError as exc:
        if exc.errno in _FULL:
            return disk_full(output)
        text = Sentence(
            'The output folder "{output}" cannot be written to any more ({reason}); allow it, or choose '
            "another one, and go on.",
            output=output,
            reason=reason_of(exc),
        )
        if not was_writable:
            text = Sentence(
                'The output folder "{output}" cannot be written to ({reason}); allow it, or choose another '
                "one.",
                output=output,
                reason=reason_of(exc),
            )
        return RunFailure(StopReason.OUTPUT_LOST, text)


def source_failure(root: Path | None) -> RunFailure | None:
    """Whether the folder that photos came from is gone, or cannot be read any more."""
    if root is None:
        return None
    try:
        next(root.iterdir(), None)
    except OSError as exc:
        return RunFailure(
            StopReason.SOURCE_LOST,
            Sentence(
                'The folder "{root}" cannot be read any more ({reason}); bring it back and go on.',
                root=root,
                reason=reason_of(exc),
            ),
        )
    return None
