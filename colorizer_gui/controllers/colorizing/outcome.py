"""What the answers about a photo make of its entry in the session."""

from dataclasses import replace
from pathlib import Path

from colorizer_gui.controllers.colorizing.staleness import is_as_saved, is_first
from colorizer_gui.controllers.session.session import Entry, EntryState, Session
from colorizer_gui.workers.photo.answers import PhotoColorized
from colorizer_gui.workers.photo.requests import Export, SaveRequest
from colorizer_gui.workers.requests import Request


def note_begun(session: Session, entry: Entry, request: Request) -> None:
    """Note that the worker has begun with a photo."""
    if is_first(request):
        _set_state(session, entry, EntryState.COLORIZING)


def note_in_colour(session: Session, entry: Entry) -> None:
    """Note that a photo is in colour already."""
    _set_state(session, entry, EntryState.IN_COLOUR)


def note_colorized(session: Session, entry: Entry, answer: PhotoColorized) -> None:
    """Give a photo its colour, without the distribution, which takes a megabyte for each photo."""
    entry.prediction = replace(answer.prediction, distribution=None)
    entry.thumbnail = answer.thumbnail
    entry.message = ""
    _set_state(session, entry, EntryState.DONE)


def note_saved(session: Session, entry: Entry, request: SaveRequest, target: Path) -> None:
    """Note where a photo was saved; a part of it, such as the colour layer, does not count as the photo."""
    if request.export is not Export.PHOTO:
        return
    entry.state = EntryState.SAVED
    entry.saved_to = target
    if is_as_saved(entry, request):
        entry.undo_stack.setClean()
    session.changed(entry)


def note_stopped(session: Session, entry: Entry) -> None:
    """Note that colorizing a photo was stopped."""
    _set_state(session, entry, EntryState.STOPPED)


def forget_message(session: Session, entry: Entry) -> None:
    """Take back what was said about a failure, since the same thing has been done now."""
    entry.message = ""
    session.changed(entry)


def _set_state(session: Session, entry: Entry, state: EntryState) -> None:
    entry.state = state
    session.changed(entry)
