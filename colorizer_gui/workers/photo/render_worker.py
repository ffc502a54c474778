"""The worker that draws what the panes show, apart from the network so that sliders stay live."""

from typing import Final

from PySide6.QtCore import QObject

from colorizer_gui.core.pipeline.pipeline import ColorizedPhoto
from colorizer_gui.core.prediction.prediction import Prediction
from colorizer_gui.core.rendering.confidence import mark_guesses
from colorizer_gui.core.rendering.rendering import Recomposition
from colorizer_gui.desktop.display_profile import for_display
from colorizer_gui.desktop.qimage import image_from_rgb
from colorizer_gui.workers.photo.originals import original_image
from colorizer_gui.workers.photo.requests import Layer, RenderRequest
from colorizer_gui.workers.requests import Request
from colorizer_gui.workers.worker import Worker

#: L* of the colour alone: room for every hue.
FLAT_LIGHTNESS: Final = 65.0
#: The whole photo, the size of a live slider and the size at rest.
_KEPT_SIZES: Final = 3


class RenderWorker(Worker):
    """Answers `RenderRequest`.

    Recompositions of the last photo are kept, so that moving a slider costs only the arithmetic on
    colour.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._last: RenderRequest | None = None
        self._kept: dict[int | None, Recomposition] = {}

    def _work(self, request: Request) -> object:
        if not isinstance(request, RenderRequest):
            raise TypeError(request)
        if request.prediction is None:
            original = original_image(request.photo, request.long_side)
            return for_display(original, request.display)
        recomposition = self._recomposition(request, request.prediction)
        request.token.raise_if_cancelled()
        flat = FLAT_LIGHTNESS if request.layer is Layer.COLOUR else None
        token = request.token
        image = recomposition.image(request.adjustments, depth=8, token=token, shown_lightness=flat)
        if request.layer is Layer.CONFIDENCE and request.prediction.confidence is not None:
            image = mark_guesses(image, request.prediction.confidence)
        return for_display(image_from_rgb(image, None), request.display)

    def _recomposition(self, request: RenderRequest, prediction: Prediction) -> Recomposition:
        last = self._last
        if last is None or last.photo is not request.photo or last.prediction is not prediction:
            self._kept = {None: ColorizedPhoto(request.photo, prediction).recomposition()}
            self._last = request
        whole, side = self._kept[None], request.long_side
        if side is None or side >= max(request.photo.size):
            return whole
        if side not in self._kept:
            while len(self._kept) >= _KEPT_SIZES:
                del self._kept[next(key for key in self._kept if key is not None)]
            self._kept[side] = whole.scaled(side)
        return self._kept[side]
