"""Whether what a worker was asked for is still what the user wants."""

from colorizer_gui.controllers.session.session import Entry
from colorizer_gui.core.prediction.prediction import same_guidance
from colorizer_gui.core.rendering.adjustments import looks_of
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


def is_overtaken(request: Request, entry: Entry) -> bool:
    """Whether a photo shows what newer points come to, and an answer to older ones would be a step back."""
    shown = entry.prediction
    if not isinstance(request, ReviseRequest) or shown is None or not shown.is_sketch:
        return False
    return not same_guidance(request.subject.guidance, shown.guidance)


def is_asked_for(request: ReviseRequest, entry: Entry) -> bool:
    """Whether a photo is being colorized by the points that it has now, and what is protected with it."""
    looks = [tuple(looks_of(each)) for each in (request.subject.adjustments, entry.adjustments)]
    return looks[0] == looks[1] and same_guidance(request.subject.guidance, entry.guidance)


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
