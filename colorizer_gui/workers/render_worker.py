"""The worker that draws what the panes show, apart from the network so that sliders stay live."""

from PySide6.QtCore import QObject

from colorizer_gui.core.pipeline import ColorizedPhoto
from colorizer_gui.core.rendering import Recomposition
from colorizer_gui.qimage import image_from_lightness, image_from_rgb
from colorizer_gui.workers.requests import RenderRequest, Request
from colorizer_gui.workers.worker import Worker


class RenderWorker(Worker):
    """Answers `RenderRequest`.

    The last recomposition is kept, so that moving a slider costs only the arithmetic on colour.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: tuple[RenderRequest, Recomposition] | None = None

    def _work(self, request: Request) -> object:
        if not isinstance(request, RenderRequest):
            raise TypeError(request)
        if request.prediction is None:
            return image_from_lightness(request.photo.lightness, request.long_side)
        recomposition = self._recomposition(request)
        request.token.raise_if_cancelled()
        return image_from_rgb(recomposition.image(request.adjustments, depth=8, token=request.token))

    def _recomposition(self, request: RenderRequest) -> Recomposition:
        if self._kept is not None:
            last, recomposition = self._kept
            same_photo = last.photo is request.photo and last.prediction is request.prediction
            if same_photo and last.long_side == request.long_side:
                return recomposition
        assert request.prediction is not None
        self._kept = None
        recomposition = ColorizedPhoto(request.photo, request.prediction).recomposition()
        if request.long_side is not None and request.long_side < max(request.photo.size):
            recomposition = recomposition.scaled(request.long_side)
        self._kept = request, recomposition
        return recomposition
