"""What is asked of the worker to read photos of a session, and in which order."""

from pathlib import Path
from typing import Final

from PySide6.QtGui import QImage

from colorizer_gui.controllers.session.entry import Entry
from colorizer_gui.core.photo_io import ReadOptions
from colorizer_gui.core.pipeline.treatment import Treatment
from colorizer_gui.workers.photo.requests import (
    GlanceRequest,
    ListRequest,
    ReadRequest,
    ReopenRequest,
    ThumbnailRequest,
    WorkRequest,
)
from colorizer_gui.workers.requests import Request

#: Physical pixels of the longer side.
THUMBNAIL_SIDE: Final = 256
PREVIEW_SIDE: Final = 2048


def read_request(entry: Entry, source: Path | QImage, reading: ReadOptions) -> ReadRequest:
    """Read a photo; a result whose treatment nobody has chosen yet leads to its original."""
    return ReadRequest(
        key=entry.key,
        source=source,
        preview_side=PREVIEW_SIDE,
        thumbnail_side=THUMBNAIL_SIDE,
        reading=reading,
        follow_recipe=entry.treatment == Treatment(),
    )


def thumbnail_request(entry: Entry, path: Path, reading: ReadOptions) -> ThumbnailRequest:
    """A small picture for the film strip."""
    return ThumbnailRequest(key=entry.key, path=path, long_side=THUMBNAIL_SIDE, reading=reading)


def rank(request: Request, current: Entry | None) -> int:
    """Listing and glances first, then the photo that is shown, thumbnails, and last its neighbours."""
    if isinstance(request, ListRequest | ReopenRequest | WorkRequest | GlanceRequest):
        return 0
    if isinstance(request, ReadRequest):
        return 1 if current is not None and request.key == current.key else 3
    return 2
