"""Words for what a batch knows: states, times, sizes and reasons."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from colorizer_gui.core.batch import Job, JobState
from colorizer_gui.core.batch.planning.scanning import LeftOut
from colorizer_gui.core.pipeline.pipeline import Stage

#: Under this name, called like this, the tool that gathers texts finds them.
translate: Final = QCoreApplication.translate

_SIGNS: Final = {
    JobState.QUEUED: "waiting",
    JobState.RUNNING: "colorizing",
    JobState.DONE: "done",
    JobState.SKIPPED: "skipped",
    JobState.FAILED: "failed",
    JobState.CANCELLED: "stopped",
    JobState.TO_REVIEW: "original",
    JobState.ACCEPTED: "accepted",
}
_MINUTE: Final = 60
_HOUR: Final = 3600


def sign_of(state: JobState) -> str:
    """The name of the icon of a state."""
    return _SIGNS.get(state, "info")


def state_text(state: JobState, stage: Stage | None = None) -> str:
    """A state in a word, or what is being done in it."""
    match state:
        case JobState.QUEUED:
            return translate("Batch", "Waiting")
        case JobState.RUNNING:
            return _stage_text(stage)
        case JobState.DONE:
            return translate("Batch", "Done")
        case JobState.SKIPPED:
            return translate("Batch", "Skipped")
        case JobState.FAILED:
            return translate("Batch", "Failed")
        case JobState.CANCELLED:
            return translate("Batch", "Cancelled")
        case JobState.TO_REVIEW:
            return translate("Batch", "To review")
        case JobState.ACCEPTED:
            return translate("Batch", "Accepted")


def all_state_texts() -> list[str]:
    """Every word that `state_text` has, to know how wide they are."""
    return [*(state_text(state) for state in JobState), *(_stage_text(stage) for stage in Stage)]


def _stage_text(stage: Stage | None) -> str:
    match stage:
        case Stage.READING:
            return translate("Batch", "Reading…")
        case Stage.PREDICTING:
            return translate("Batch", "Colorizing…")
        case Stage.RENDERING | Stage.WRITING:
            return translate("Batch", "Saving…")
        case _:
            return translate("Batch", "Begun")


def seconds_text(job: Job) -> str:
    """How long a photo took; empty where nothing was done."""
    if not job.seconds:
        return ""
    return translate("Batch", "{0} s").format(QLocale().toString(job.seconds, "f", 1))


def left_text(seconds: float) -> str:
    """How long it will still take, as roughly as it is known."""
    if seconds < _MINUTE:
        return translate("Batch", "less than a minute left")
    if seconds < 2 * _HOUR:
        return translate("Batch", "about {0} min left").format(round(seconds / _MINUTE))
    return translate("Batch", "about {0} h left").format(round(seconds / _HOUR))


def size_text(size: int) -> str:
    """Bytes for people."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def reason_text(reason: LeftOut) -> str:
    """Why files were not taken."""
    match reason:
        case LeftOut.HIDDEN:
            return translate("Batch", "Hidden files")
        case LeftOut.SYSTEM:
            return translate("Batch", "Files of the system, such as Thumbs.db")
        case LeftOut.NO_PHOTO:
            return translate("Batch", "Files that are no photos")
        case LeftOut.RESULT:
            return translate("Batch", "Photos that Tintype has colorized")
        case LeftOut.REPEATED:
            return translate("Batch", "Photos and folders that were there twice")
