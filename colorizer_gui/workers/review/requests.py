"""What may be asked of the worker that draws photos under review, and what it answers."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtGui import QColorSpace, QImage

from colorizer_gui.core.photo_io import ReadOptions
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.workers.requests import Request


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ReviewRequest(Request):
    """Draw a photo before and after; answered by `BeforeAfter`.

    Attributes
    ----------
    stored
        The prediction that waits beside the journal, if there is one.
    output
        The result, which is shown where there is no stored prediction.
    large
        Whether the photo itself is read, and not only what is stored of it.
    display
        The colours of the display, if not sRGB.
    """

    source: Path
    stored: Path
    output: Path | None
    reading: ReadOptions
    adjustments: Adjustments
    long_side: int
    large: bool = field(default=False)
    display: QColorSpace | None = None


@dataclass(frozen=True, slots=True, eq=False)
class BeforeAfter:
    """Two pictures of the same photo; `after` is None where there is no colour to show."""

    before: QImage
    after: QImage | None
