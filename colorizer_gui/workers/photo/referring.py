"""A file as a reference photo: read as any photo, and made small."""

from dataclasses import dataclass, field
from pathlib import Path

from colorizer_gui.core.guidance.reference.picture import reference_of
from colorizer_gui.core.photo_io import ReadOptions, read_photo
from colorizer_gui.core.prediction.reference import Reference
from colorizer_gui.workers.requests import Request


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ReferenceRequest(Request):
    """Read a photo in colour that others are to look like; answered by a `Reference`.

    The key is that of the photo that is to look like it; 0 for a batch.
    """

    path: Path
    reading: ReadOptions = field(default_factory=ReadOptions)


def read_reference(request: ReferenceRequest) -> Reference:
    """Carry the request out.

    Raises
    ------
    PhotoReadError, InferenceError
        When the file is no photo, or has no colour.
    """
    photo = read_photo(request.path, request.reading)
    request.token.raise_if_cancelled()
    return reference_of(photo)
