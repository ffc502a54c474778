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
    WriteRequest,
)

_Colorizing = TypeVar("_Colorizing", bound=ColorizeRequest)
_Writing = TypeVar("_Writing", bound=WriteRequest)


class RequestBuilder:
    """Fills requests out; what is written or copied has been colorized before."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def to_colorize(self, entry: Entry, kind: type[_Colorizing] = ColorizeRequest) -> _Colorizing:  # type: ignore[assignment]
        """As the user decided about the photo."""
        return kind(
            key=entry.key,
            source=entry.source,
            adjustments=entry.adjustments,
            thumbnail_side=THUMBNAIL_SIDE,
            reading=self._session.reading(entry),
            treatment=entry.treatment,
            guidance=entry.guidance,
            candidate=entry.candidate,
        )

    def to_suggest(self, entry: Entry) -> CandidatesRequest:
        """In several ways."""
        return CandidatesRequest(
            key=entry.key,
            source=entry.source,
            adjustments=entry.adjustments,
            thumbnail_side=THUMBNAIL_SIDE,
            reading=self._session.reading(entry),
            treatment=entry.treatment,
            guidance=entry.guidance,
        )

    def to_write(
        self,
        kind: type[_Writing],
        entry: Entry,
        target: Path,
        options: WriteOptions,
        label: LabelOptions,
        export: Export = Export.PHOTO,
    ) -> _Writing:
        """At full size, as it is shown."""
        assert entry.prediction is not None
        return kind(
            key=entry.key,
            source=entry.source,
            prediction=entry.prediction,
            adjustments=entry.adjustments,
            target=target,
            options=options,
            label=label,
            reading=self._session.reading(entry),
            treatment=entry.treatment,
            guidance=entry.guidance,
            candidate=entry.candidate,
            export=export,
        )

    def to_copy(self, entry: Entry) -> CopyRequest:
        """At full size, for the clipboard."""
        assert entry.prediction is not None
        return CopyRequest(
            key=entry.key,
            source=entry.source,
            prediction=entry.prediction,
            adjustments=entry.adjustments,
            reading=self._session.reading(entry),
            treatment=entry.treatment,
            guidance=entry.guidance,
            candidate=entry.candidate,
        )
