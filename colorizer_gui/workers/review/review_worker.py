"""The worker that draws photos under review: small ones from what is stored, a large one from the photo."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QImage, QImageReader

from colorizer_gui.core.batch.journal.stored_predictions import StoredPrediction, load_stored
from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.core.photo_io import ReadOptions, read_photo
from colorizer_gui.core.pipeline.pipeline import recomposition_of
from colorizer_gui.core.rendering.rendering import Recomposition
from colorizer_gui.desktop.display_profile import for_display
from colorizer_gui.desktop.qimage import image_from_lightness, image_from_rgb
from colorizer_gui.workers.photo.photo_worker import thumbnail_of
from colorizer_gui.workers.requests import Request
from colorizer_gui.workers.review.requests import BeforeAfter, ReviewRequest
from colorizer_gui.workers.worker import Worker


class ReviewWorker(Worker):
    """Answers `ReviewRequest`.

    What was drawn last is kept, small and large, so that a key or a slider costs only the arithmetic on
    colour.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photo: tuple[Path, ReadOptions, Photo] | None = None
        self._small: tuple[bytes, Recomposition] | None = None
        self._large: tuple[Photo, bytes, int, Recomposition] | None = None

    def _work(self, request: Request) -> object:
        if not isinstance(request, ReviewRequest):
            raise TypeError(request)
        stored = load_stored(request.stored)
        drawn = self._draw_large(request, stored) if request.large else self._draw_small(request, stored)
        after = drawn.after
        return BeforeAfter(
            for_display(drawn.before, request.display),
            None if after is None else for_display(after, request.display),
        )

    def _draw_small(self, request: ReviewRequest, stored: StoredPrediction | None) -> BeforeAfter:
        side = request.long_side
        if stored is None:
            before = thumbnail_of(request.source, side, request.reading)
            request.token.raise_if_cancelled()
            return BeforeAfter(before, _result(request.output, side))
        mark = stored.mark
        if self._small is None or self._small[0] != mark:
            self._small = (mark, stored.picture())
        picture = self._small[1].image(request.adjustments, depth=8, token=request.token)
        return BeforeAfter(image_from_lightness(stored.lightness, side), image_from_rgb(picture))

    def _draw_large(self, request: ReviewRequest, stored: StoredPrediction | None) -> BeforeAfter:
        photo = self._read(request)
        request.token.raise_if_cancelled()
        before = image_from_lightness(photo.lightness, request.long_side)
        if stored is None:
            return BeforeAfter(before, _result(request.output, request.long_side))
        picture = self._recomposition(photo, stored, request.long_side)
        return BeforeAfter(
            before, image_from_rgb(picture.image(request.adjustments, depth=8, token=request.token))
        )

    def _read(self, request: ReviewRequest) -> Photo:
        if self._photo is None or self._photo[:2] != (request.source, request.reading):
            self._photo = self._large = None
            self._photo = (request.source, request.reading, read_photo(request.source, request.reading))
        return self._photo[2]

    def _recomposition(self, photo: Photo, stored: StoredPrediction, side: int) -> Recomposition:
        kept = self._large
        if kept is None or kept[0] is not photo or kept[1:3] != (stored.mark, side):
            picture = recomposition_of(photo.lightness, stored.prediction, own_ab=photo.own_ab).scaled(side)
            kept = (photo, stored.mark, side, picture)
            self._large = kept
        return kept[3]


def _result(path: Path | None, side: int) -> QImage | None:
    """A result in colour; None when it is gone, or Qt cannot read its format."""
    if path is None:
        return None
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > side:
        reader.setScaledSize(size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image
