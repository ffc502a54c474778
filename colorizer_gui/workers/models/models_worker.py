"""The worker that opens networks for the shelf, the question and the comparison."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from colorizer_gui.core.common.errors import ColorizationError
from colorizer_gui.core.common.resource_files import resource
from colorizer_gui.core.foreign.card import ModelCard
from colorizer_gui.core.foreign.recognition import UnknownModelError
from colorizer_gui.core.guidance.guide import Guide
from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.pipeline.pipeline import colorize_photo, recomposition_of
from colorizer_gui.core.prediction.prediction import Prediction
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.core.rendering.chroma import Chroma, shrink_to
from colorizer_gui.core.rendering.rendering import Recomposition
from colorizer_gui.desktop.qimage import image_from_rgb
from colorizer_gui.desktop.translation import in_own_language
from colorizer_gui.workers.models.requests import (
    AddModelRequest,
    CheckModelRequest,
    CompareRequest,
    Drawn,
    ModelDesk,
    ModelUnknown,
    TryModelRequest,
)
from colorizer_gui.workers.requests import Request
from colorizer_gui.workers.worker import Worker

DeskMaker = Callable[[], ModelDesk]
#: Of the photos that come with Tintype, one with skin, sky and cloth.
_SAMPLE = "astronaut.jpg"


class ModelsWorker(Worker):
    """Answers `AddModelRequest`, `CheckModelRequest`, `TryModelRequest` and `CompareRequest`."""

    def __init__(self, make_desk: DeskMaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_desk = make_desk
        self._desk: ModelDesk | None = None

    def _work(self, request: Request) -> object:
        if self._desk is None:
            self._desk = self._make_desk()
        match request:
            case AddModelRequest():
                return self._add(self._desk, request)
            case CheckModelRequest():
                return self._desk.check(request.card)
            case TryModelRequest():
                self._try(self._desk, request)
                return None
            case CompareRequest():
                self._compare(self._desk, request)
                return None
        raise TypeError(request)

    @staticmethod
    def _add(desk: ModelDesk, request: AddModelRequest) -> ModelCard | ModelUnknown:
        try:
            return desk.add(request.path, request.convention)
        except UnknownModelError as exc:
            return ModelUnknown(request.path, exc.guesses)

    def _try(self, desk: ModelDesk, request: TryModelRequest) -> None:
        photo = request.photo or read_photo(resource("samples", _SAMPLE))
        small = shrink_to(photo.lightness, request.long_side)
        for index, prediction in enumerate(desk.tried(request.path, request.guesses, small)):
            request.token.raise_if_cancelled()
            image = None
            if prediction is not None:
                picture = Recomposition(small, Chroma(small, prediction.ab, prediction.readings))
                image = image_from_rgb(picture.image(Adjustments(), depth=8))
            self._report(request, Drawn(index, image))

    def _compare(self, desk: ModelDesk, request: CompareRequest) -> None:
        for index, model in enumerate(request.models):
            request.token.raise_if_cancelled()
            try:
                colorized = colorize_photo(
                    request.photo,
                    desk.open(model),
                    guidance=request.guidance,
                    ignore_mount=request.ignore_mount,
                    adjustments=request.adjustments,
                    guide=Guide(),  # the one that is taken is worked on
                    token=request.token,
                )
            except ColorizationError as exc:
                self._report(request, Drawn(index, problem=in_own_language(exc.sentence)))
                continue
            prediction = replace(colorized.prediction, distribution=None)
            image = _drawn(request.photo, prediction, request.adjustments, request.long_side)
            thumbnail = _drawn(request.photo, prediction, request.adjustments, request.thumbnail_side)
            self._report(request, Drawn(index, image, thumbnail, prediction))


def _drawn(photo: Photo, prediction: Prediction, adjustments: Adjustments, long_side: int) -> QImage:
    small = shrink_to(photo.lightness, long_side)
    picture = recomposition_of(small, prediction)
    return image_from_rgb(picture.image(adjustments, depth=8))
