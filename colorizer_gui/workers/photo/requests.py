"""What may be asked of the workers of the open photos; `answers` has what they say."""

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from PySide6.QtGui import QColorSpace, QImage

from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.core.photo_io import ReadOptions, WriteOptions
from colorizer_gui.core.pipeline.stored_session import StoredSession
from colorizer_gui.core.pipeline.treatment import Treatment
from colorizer_gui.core.prediction.prediction import FIRST_READING, Guidance, Prediction
from colorizer_gui.core.recipe.result_label import LabelOptions
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.core.rendering.area_marks import AreaMark
from colorizer_gui.workers.requests import Request


class Export(Enum):
    """What of a colorized photo is written.

    `PHOTO` is the photo, `LAYER` its colour as a transparent layer, `PLANES` are L*, a* and b*.
    """

    PHOTO = "photo"
    LAYER = "layer"
    PLANES = "planes"


class Layer(Enum):
    """How a colorized photo is shown.

    `PICTURE` is the photo, `COLOUR` the colour that was added and nothing else, `CONFIDENCE` the
    photo with stripes where the network was unsure.
    """

    PICTURE = "picture"
    COLOUR = "colour"
    CONFIDENCE = "confidence"


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Subject:
    """The photo that a request is about, as the user decided about it.

    Attributes
    ----------
    source
        The photo, or where it is read from.
    reading
        How a path is read.
    candidate
        Which of several colorizations is wanted.
    """

    source: Photo | Path
    reading: ReadOptions = field(default_factory=ReadOptions)
    treatment: Treatment = field(default_factory=Treatment)
    guidance: Guidance | None = None
    candidate: str = FIRST_READING
    adjustments: Adjustments = field(default_factory=Adjustments)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ListRequest(Request):
    """Find the photos among files and folders; answered by `PathsListed`."""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ReopenRequest(Request):
    """Look which photos of a session are still there; answered by `SessionFound`."""

    stored: StoredSession


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class WorkRequest(Request):
    """Look for all that was done before to a photo; answered by `StoredPhoto`s, the latest first."""

    path: Path
    part: int = 0


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ThumbnailRequest(Request):
    """Make a small gray picture of a file; answered by a QImage."""

    path: Path
    long_side: int
    reading: ReadOptions = field(default_factory=ReadOptions)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class GlanceRequest(Request):
    """Make a picture of a large photo before it is read; answered by `Glanced`, or by None."""

    path: Path
    long_side: int
    reading: ReadOptions


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class WholeRequest(Request):
    """Make a picture of a photo for the dialog that crops it; answered by a QImage."""

    source: Path | QImage
    long_side: int
    reading: ReadOptions


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class OutlinesRequest(Request):
    """Look for several photos on a scan; answered by `OutlinesFound`.

    Attributes
    ----------
    source
        The scan without any geometry, or where to read it.
    """

    source: Photo | Path
    long_side: int
    reading: ReadOptions = field(default_factory=ReadOptions)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ReadRequest(Request):
    """Read a photo in full, or take in a picture from the clipboard; answered by `PhotoLoaded`.

    A result of Tintype, or its sidecar, is answered by the original and the recipe.

    Attributes
    ----------
    reading
        The page, whether it is a negative, and the size ceiling.
    follow_recipe
        Whether a recipe that is found is followed back to the original.
    """

    source: Path | QImage
    preview_side: int
    thumbnail_side: int
    reading: ReadOptions = field(default_factory=ReadOptions)
    follow_recipe: bool = True


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class WarmUpRequest(Request):
    """Load the network before it is needed; answered by None.

    Attributes
    ----------
    again
        Another device or other weights were chosen.
    """

    again: bool = False


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ColorizeRequest(Request):
    """Predict colour; answered by `PhotoColorized`, or by `FoundInColor`."""

    subject: Subject
    thumbnail_side: int


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ReviseRequest(ColorizeRequest):
    """Predict colour once more, by other points; until then the photo keeps the colour that it has."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class SuggestColoursRequest(Request):
    """Ask what the network holds plausible at a point; answered by `ColoursSuggested`.

    Attributes
    ----------
    subject
        With the other points.
    x, y
        In [0, 1] of the photo.
    """

    subject: Subject
    x: float
    y: float


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class UprightRequest(Request):
    """Look whether a photo lies on its side; answered by `TurnFound`."""

    subject: Subject


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class CandidatesRequest(Request):
    """Colorize a photo in several ways; answered by `CandidatesMade`."""

    subject: Subject
    thumbnail_side: int


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class WriteRequest(Request):
    """Write a colorized photo at full size; answered by the path that it was written to.

    Attributes
    ----------
    prediction
        Made once more where the subject wants another one.
    export
        What of the photo is written.
    """

    subject: Subject
    prediction: Prediction
    target: Path
    options: WriteOptions = field(default_factory=WriteOptions)
    label: LabelOptions = field(default_factory=LabelOptions)
    export: Export = Export.PHOTO


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class SaveRequest(WriteRequest):
    """Save for the user, who counts on it."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class TemporaryExportRequest(WriteRequest):
    """Write a file for another program, which is not the user's copy."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class CopyRequest(Request):
    """Render a colorized photo at full size for the clipboard; answered by a QImage."""

    subject: Subject
    prediction: Prediction


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class SketchRequest(Request):
    """Have a prediction follow other points as far as that is known; answered by a `Prediction`.

    Attributes
    ----------
    prediction
        That is shown.
    """

    photo: Photo
    prediction: Prediction
    guidance: Guidance | None
    treatment: Treatment
    adjustments: Adjustments


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class RenderRequest(Request):
    """Draw a photo for the screen; answered by a QImage.

    Attributes
    ----------
    prediction
        None draws the original as it is.
    long_side
        Wanted pixels on the longer side; None means all.
    generation
        Grows with every change of what is wanted; a stale answer can be told by it.
    display
        The colours of the display, if not sRGB.
    marked
        Areas that are to be seen over the picture.
    """

    photo: Photo
    prediction: Prediction | None
    adjustments: Adjustments
    long_side: int | None
    generation: int
    layer: Layer = Layer.PICTURE
    display: QColorSpace | None = None
    marked: tuple[AreaMark, ...] = ()
