"""Requests about an open photo: what the session knows of it, as the workers want it."""

from pathlib import Path
from typing import TypeVar

from colorizer_gui.controllers.session.reading_requests import THUMBNAIL_SIDE
from colorizer_gui.controllers.session.session import Entry, Session
from colorizer_gui.core.photo_io import WriteOptions
from colorizer_gui.core.recipe.result_label import LabelOptions
from colorizer_gui.workers.photo.requests import (
    CandidatesRequest,
    ColorizeRequest,
    CopyRequest,
    Export,
    Subject,
    UprightRequest,
    WriteRequest,
)
from colorizer_gui.workers.requests import Request

_Colorizing = TypeVar("_Colorizing", bound=ColorizeRequest)
_Writing = TypeVar("_Writing", bound=WriteRequest)


class RequestBuilder:
    """Fills requests out; what is written or copied has been colorized before."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def subject(self, entry: Entry) -> Subject:
        """As the user decided about the photo."""
        return Subject(
            source=entry.source,
            reading=self._session.reading(entry),
            treatment=entry.treatment,
            guidance=entry.guidance,
            candidate=entry.candidate,
            adjustments=entry.adjustments,
        )

    def to_colorize(self, entry: Entry, kind: type[_Colorizing] = ColorizeRequest) -> _Colorizing:  # type: ignore[assignment]
        """Predict colour, or with `ReviseRequest` predict it once more."""
        return kind(key=entry.key, subject=self.subject(entry), thumbnail_side=THUMBNAIL_SIDE)

    def to_suggest(self, entry: Entry) -> CandidatesRequest:
        """Predict several colorizations to choose from."""
        return CandidatesRequest(key=entry.key, subject=self.subject(entry), thumbnail_side=THUMBNAIL_SIDE)

    def to_write(
        self,
        kind: type[_Writing],
        entry: Entry,
        target: Path,
        options: WriteOptions,
        label: LabelOptions,
        export: Export = Export.PHOTO,
    ) -> _Writing:
        """Write the photo at full size, as it is shown."""
        assert entry.prediction is not None
        return kind(
            key=entry.key,
            subject=self.subject(entry),
            prediction=entry.prediction,
            target=target,
            options=options,
            label=label,
            export=export,
        )

    def to_copy(self, entry: Entry) -> CopyRequest:
        """Render the photo at full size for the clipboard."""
        assert entry.prediction is not None
        return CopyRequest(key=entry.key, subject=self.subject(entry), prediction=entry.prediction)


def rank_of(request: Request, *, is_shown: bool) -> int:
    """What the user asked for by name first, then the photo that is shown, how that lies, then the others."""
    if isinstance(request, WriteRequest | CopyRequest | CandidatesRequest):
        return 0
    if not is_shown:
        return 3
    return 2 if isinstance(request, UprightRequest) else 1
