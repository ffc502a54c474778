"""A file as a reference photo: read as any photo, and made small; or a result, as it is shown."""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from colorizer_gui.core.guidance.reference.picture import SIDE, reference_in_rgb, reference_of
from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.core.photo_io import ReadOptions, read_photo
from colorizer_gui.core.pipeline.pipeline import recomposition_of
from colorizer_gui.core.prediction.prediction import Prediction
from colorizer_gui.core.prediction.reference import Reference
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.core.rendering.chroma import shrink_to
from colorizer_gui.workers.requests import Request


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ReferenceRequest(Request):
    """Read a photo in colour that others are to look like; answered by a `Reference`.

    The key is that of the photo that is to look like it; 0 for a batch.
    """

    path: Path
    reading: ReadOptions = field(default_factory=ReadOptions)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ResultAsReferenceRequest(Request):
    """Make a reference of a colorized photo as it is shown; answered by a `Reference`.

    Attributes
    ----------
    likened
        Keys of the photos that are to look like it.
    """

    photo: Photo
    prediction: Prediction
    adjustments: Adjustments
    name: str
    likened: tuple[int, ...] = ()


def make_reference(request: ResultAsReferenceRequest) -> Reference:
    """Carry the request out."""
    small = shrink_to(request.photo.lightness, SIDE)
    picture = recomposition_of(small, request.prediction, own_ab=request.photo.own_ab)
    image = picture.image(request.adjustments, depth=8, token=request.token)
    return reference_in_rgb(image.astype(np.uint8), request.name, request.photo.sha256)


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
