"""Words for what the controllers know."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QColorSpace

from colorizer_gui.controllers.colorizing.activity import Activity
from colorizer_gui.controllers.session.session import Entry, EntryState, Session
from colorizer_gui.core.photo.notice import ColorKind
from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.core.pipeline.pipeline import Stage
from colorizer_gui.core.prediction.candidates import Reading
from colorizer_gui.core.prediction.prediction import OWN_COLOURS
from colorizer_gui.desktop.display_profile import for_display
from colorizer_gui.desktop.translation import in_own_language
from colorizer_gui.widgets.film_strip.film_strip import StripItem
from colorizer_gui.workers.photo.requests import (
    CandidatesRequest,
    CopyRequest,
    SaveRequest,
    TemporaryExportRequest,
)

#: Under this name, called like this, the tool that gathers texts finds them.
translate: Final = QCoreApplication.translate

#: What may be tried again.
RETRIABLE: Final = frozenset({EntryState.FAILED, EntryState.STOPPED, EntryState.IN_COLOUR, EntryState.LEFT})
#: States whose sign is that of another one.
_SIGNS: Final = {EntryState.SAVED: "done", EntryState.IN_COLOUR: "info", EntryState.LEFT: "original"}


def strip_item(entry: Entry, display: QColorSpace | None = None) -> StripItem:
    """How a photo is shown in the film strip, on that display."""
    failed = bool(entry.message)
    state = state_text(EntryState.FAILED if failed else entry.state)
    if not failed and entry.state is EntryState.DONE and entry.candidate == OWN_COLOURS:
        state = reading_text(Reading.OWN)
    thumbnail = None if entry.thumbnail is None else for_display(entry.thumbnail, display)
    return StripItem(entry.key, entry.name, state, _sign(entry), thumbnail, entry.message)


def state_text(state: EntryState) -> str:
    """How far a photo is, in a word."""
    match state:
        case EntryState.WAITING:
            return translate("Presentation", "Waiting")
        case EntryState.COLORIZING:
            return translate("Presentation", "Colorizing…")
        case EntryState.DONE:
            return translate("Presentation", "Colorized")
        case EntryState.SAVED:
            return translate("Presentation", "Saved")
        case EntryState.FAILED:
            return translate("Presentation", "Failed")
        case EntryState.STOPPED:
            return translate("Presentation", "Stopped")
        case EntryState.IN_COLOUR:
            return translate("Presentation", "In colour already")
        case EntryState.LEFT:
            return translate("Presentation", "Left as it is")


def details_text(entry: Entry) -> str:
    """Size and format of a photo, or how far it is."""
    if entry.photo is None:
        return state_text(EntryState.FAILED if entry.message else entry.state)
    locale = QLocale()
    width, height = entry.photo.size
    size = translate("Presentation", "{0} × {1} pixels").format(
        locale.toString(width), locale.toString(height)
    )
    return "\n".join(
        [size, translate("Presentation", "{0}, {1} bits").format(entry.photo.format.value, entry.photo.depth)]
    )


def is_tinted(photo: Photo) -> bool:
    """Whether a photo is toned or yellowed."""
    return photo.notice.color is ColorKind.TINTED


def warning_text(warning: str) -> str:
    """What of a file could not be used, in the user's language."""
    return in_own_language(warning)


def reading_text(reading: Reading) -> str:
    """How a candidate came about, in a word or two."""
    match reading:
        case Reading.PREDICTED:
            return translate("Presentation", "First guess")
        case Reading.RESTRAINED:
            return translate("Presentation", "Quiet")
        case Reading.VIVID:
            return translate("Presentation", "Vivid")
        case Reading.OTHER:
            return translate("Presentation", "Another guess")
        case Reading.THIRD:
            return translate("Presentation", "A third guess")
        case Reading.FINE:
            return translate("Presentation", "Finer detail")
        case Reading.ALONE:
            return translate("Presentation", "Only mine")
        case Reading.OWN:
            return translate("Presentation", "Its own colours")


def activity_text(activity: Activity, session: Session) -> str:
    """What is being done now."""
    entry = session.find(activity.request.key)
    name = entry.name if entry is not None else ""
    if activity.stage is None or not activity.request.key:
        text = translate("Presentation", "Getting ready to colorize…")
    elif isinstance(activity.request, SaveRequest):
        text = translate("Presentation", "Saving “{0}”…").format(name)
    elif isinstance(activity.request, TemporaryExportRequest):
        text = translate("Presentation", "Passing “{0}” to another program…").format(name)
    elif isinstance(activity.request, CopyRequest):
        text = translate("Presentation", "Copying “{0}”…").format(name)
    elif isinstance(activity.request, CandidatesRequest):
        text = translate("Presentation", "Looking for other colours…")
    elif activity.stage is Stage.READING:
        text = translate("Presentation", "Opening “{0}”…").format(name)
    else:
        text = translate("Presentation", "Colorizing “{0}”…").format(name)
    if activity.total > 1:
        text += "  " + translate("Presentation", "({0} of {1})").format(
            min(activity.done + 1, activity.total), activity.total
        )
    return text


def _sign(entry: Entry) -> str:
    if entry.message:
        return EntryState.FAILED.value
    return _SIGNS.get(entry.state, entry.state.value)
