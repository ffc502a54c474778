"""Words for what the controllers know."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from colorizer_gui.controllers.colorization import Activity
from colorizer_gui.controllers.session import Entry, EntryState, Session
from colorizer_gui.core.candidates import Reading
from colorizer_gui.core.pipeline import Stage
from colorizer_gui.widgets.film_strip import StripItem
from colorizer_gui.workers.requests import CandidatesRequest, CopyRequest, SaveRequest

#: What may be tried again.
RETRIABLE: Final = frozenset({EntryState.FAILED, EntryState.STOPPED})


def strip_item(entry: Entry) -> StripItem:
    """How a photo is shown in the film strip."""
    return StripItem(
        entry.key, entry.name, entry.message or state_text(entry.state), _sign(entry), entry.thumbnail
    )


def state_text(state: EntryState) -> str:
    """How far a photo is, in a word."""
    match state:
        case EntryState.WAITING:
            return _tr("Waiting")
        case EntryState.COLORIZING:
            return _tr("Colorizing…")
        case EntryState.DONE:
            return _tr("Colorized")
        case EntryState.SAVED:
            return _tr("Saved")
        case EntryState.FAILED:
            return _tr("Failed")
        case EntryState.STOPPED:
            return _tr("Stopped")


def details_text(entry: Entry) -> str:
    """Size and format of a photo, or what happened to it."""
    if entry.photo is None:
        return entry.message or state_text(entry.state)
    locale = QLocale()
    width, height = entry.photo.size
    size = _tr("{0} × {1} pixels").format(locale.toString(width), locale.toString(height))
    return "\n".join([size, _tr("{0}, {1} bits").format(entry.photo.format.value, entry.photo.depth)])


def reading_text(reading: Reading) -> str:
    """How a candidate came about, in a word or two."""
    match reading:
        case Reading.PREDICTED:
            return _tr("Predicted")
        case Reading.RESTRAINED:
            return _tr("Restrained")
        case Reading.VIVID:
            return _tr("Vivid")
        case Reading.OTHER:
            return _tr("Another guess")
        case Reading.THIRD:
            return _tr("A third guess")
        case Reading.FINE:
            return _tr("Closer look")


def activity_text(activity: Activity, session: Session) -> str:
    """What is being done now."""
    entry = session.find(activity.request.key)
    name = entry.name if entry is not None else ""
    if activity.stage is None or not activity.request.key:
        text = _tr("Loading the colorizer…")
    elif isinstance(activity.request, SaveRequest):
        text = _tr("Saving “{0}”…").format(name)
    elif isinstance(activity.request, CopyRequest):
        text = _tr("Copying “{0}”…").format(name)
    elif isinstance(activity.request, CandidatesRequest):
        text = _tr("Looking for other colours…")
    elif activity.stage is Stage.READING:
        text = _tr("Opening “{0}”…").format(name)
    else:
        text = _tr("Colorizing “{0}”…").format(name)
    if activity.total > 1:
        text += "  " + _tr("({0} of {1})").format(min(activity.done + 1, activity.total), activity.total)
    return text


def _sign(entry: Entry) -> str:
    if entry.message:
        return EntryState.FAILED.value
    return EntryState.DONE.value if entry.state is EntryState.SAVED else entry.state.value


def _tr(text: str) -> str:
    return QCoreApplication.translate("Presentation", text)
