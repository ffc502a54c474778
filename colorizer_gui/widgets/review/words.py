"""Words and signs for what was decided about a photo."""

from enum import Enum
from typing import Final

from PySide6.QtCore import QCoreApplication

from colorizer_gui.core.batch import Job, JobState, kept_gray
from colorizer_gui.core.rendering.adjustments import Adjustments, restrained

#: Under this name, called like this, the tool that gathers texts finds them.
translate: Final = QCoreApplication.translate


class Decision(Enum):
    """Where a photo stands in the review; each value is the name of its icon."""

    OPEN = "review"
    ACCEPTED = "accepted"
    KEPT_GRAY = "gray"
    WAITING = "waiting"
    WORKING = "colorizing"
    SAVED = "save"
    FAILED = "failed"
    LEFT = "stopped"


def decision_of(job: Job) -> Decision:
    """Where a job stands."""
    if kept_gray(job):
        return Decision.KEPT_GRAY
    return _BY_STATE[job.state]


def decision_text(decision: Decision) -> str:
    """A decision in a word or two."""
    match decision:
        case Decision.OPEN:
            return translate("Review", "To review")
        case Decision.ACCEPTED:
            return translate("Review", "Accepted")
        case Decision.KEPT_GRAY:
            return translate("Review", "Stays black-and-white")
        case Decision.WAITING:
            return translate("Review", "Waiting")
        case Decision.WORKING:
            return translate("Review", "In work…")
        case Decision.SAVED:
            return translate("Review", "Saved")
        case Decision.FAILED:
            return translate("Review", "Failed")
        case Decision.LEFT:
            return translate("Review", "Left out")


def settings_text(adjustments: Adjustments) -> str:
    """Colour settings in a few words; empty where they are those of the prediction."""
    if adjustments == Adjustments():
        return ""
    for steps in range(1, _MOST_STEPS + 1):
        if adjustments == restrained(Adjustments(), steps):
            return translate("Review", "{0} × quieter").format(steps)
        if adjustments == restrained(Adjustments(), -steps):
            return translate("Review", "{0} × livelier").format(steps)
    return translate("Review", "Adjusted")


#: After so many steps there is no chroma left to take away.
_MOST_STEPS: Final = 10
_BY_STATE: Final = {
    JobState.QUEUED: Decision.WAITING,
    JobState.RUNNING: Decision.WORKING,
    JobState.TO_REVIEW: Decision.OPEN,
    JobState.ACCEPTED: Decision.ACCEPTED,
    JobState.DONE: Decision.SAVED,
    JobState.SKIPPED: Decision.LEFT,
    JobState.FAILED: Decision.FAILED,
    JobState.CANCELLED: Decision.LEFT,
}
