"""Whether what a worker was asked for is still what the user wants."""

from colorizer_gui.controllers.session.session import Entry
from colorizer_gui.core.prediction.prediction import same_guidance
from colorizer_gui.workers.photo.requests import (
    CandidatesRequest,
    ColorizeRequest,
    ReviseRequest,
    SaveRequest,
)
from colorizer_gui.workers.requests import Request


def is_stale(request: Request, entry: Entry) -> bool:
    """Whether a photo is to be colorized in another way than it was.

    By other points it is stale only as one of several to choose from: while points change, their
    earlier colours are shown.
    """
    if isinstance(request, ReviseRequest) and request.subject.candidate != entry.candidate:
        return True
    if isinstance(request, CandidatesRequest) and not same_guidance(request.subject.guidance, entry.guidance):
        return True
    if isinstance(request, ColorizeRequest | CandidatesRequest):
        return request.subject.treatment != entry.treatment
    return False


def is_first(request: Request) -> bool:
    """Whether a photo gets its first colour, and has none until then."""
    return isinstance(request, ColorizeRequest) and not isinstance(request, ReviseRequest)


def purpose_of(request: Request) -> object:
    """Equal for requests of which a later one makes good what an earlier one could not do."""
    return type(request), getattr(request, "export", None)


def is_as_saved(entry: Entry, request: SaveRequest) -> bool:
    """Whether nothing was changed since saving was asked for."""
    saved = request.subject
    then = saved.adjustments, saved.treatment, saved.candidate
    now = entry.adjustments, entry.treatment, entry.candidate
    return then == now and same_guidance(saved.guidance, entry.guidance)
