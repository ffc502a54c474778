"""The worker that draws what the panes show, apart from the network so that sliders stay live."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject

from colorizer_gui.core.guidance.guide import sketched
from colorizer_gui.core.guidance.known_photo import KnownPhoto
from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.core.pipeline.pipeline import recomposition_of
from colorizer_gui.core.prediction.prediction import Prediction
from colorizer_gui.core.rendering.adjustments import looks_of
from colorizer_gui.core.rendering.area_marks import mark_area
from colorizer_gui.core.rendering.confidence import mark_guesses
from colorizer_gui.core.rendering.rendering import Recomposition
from colorizer_gui.desktop.display_profile import for_display
from colorizer_gui.desktop.qimage import image_from_rgb
from colorizer_gui.workers.photo.originals import original_image
from colorizer_gui.workers.photo.requests import Layer, RenderRequest, SketchRequest
from colorizer_gui.workers.requests import Request
from colorizer_gui.workers.worker import Worker

#: L* of the colour alone: room for every hue.
FLAT_LIGHTNESS: Final = 65.0
#: The whole photo, the size of a live slider and the size at rest.
_KEPT_SIZES: Final = 3


class RenderWorker(Worker):
    """Answers `RenderRequest`, and `SketchRequest`.

    Recompositions of the last photo are kept, so that moving a slider costs only the arithmetic on
    colour, and another prediction of it no more than its chroma.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photo: Photo | None = None
        self._prediction: Prediction | None = None
        self._kept: dict[int | None, Recomposition] = {}
        self._known: tuple[Photo, Prediction, KnownPhoto] | None = None

    def _work(self, request: Request) -> object:
        match request:
            case SketchRequest():
                return self._sketch(request)
            case RenderRequest():
                return self._draw(request)
        raise TypeError(request)

    def _draw(self, request: RenderRequest) -> object:
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
        for mark in request.marked:
            image = mark_area(image, recomposition.mask(mark.touches), mark.kind)
        return for_display(image_from_rgb(image, None), request.display)

    def _recomposition(self, request: RenderRequest, prediction: Prediction) -> Recomposition:
        if self._photo is not request.photo:
            self._photo, self._prediction, self._kept = request.photo, None, {}
        if self._prediction is not prediction:
            before = self._kept.get(None)
            whole = recomposition_of(request.photo.lightness, prediction, before, request.photo.own_ab)
            sizes = {side: each for side, each in self._kept.items() if side is not None}
            self._kept = {None: whole} | {side: each.coloured_as(whole) for side, each in sizes.items()}
            self._prediction = prediction
        whole, side = self._kept[None], request.long_side
        if side is None or side >= max(request.photo.size):
            return whole
        if side not in self._kept:
            while len(self._kept) >= _KEPT_SIZES:
                del self._kept[next(key for key in self._kept if key is not None)]
            self._kept[side] = whole.scaled(side)
        return self._kept[side]

    def _sketch(self, request: SketchRequest) -> Prediction:
        """What is protected keeps the prediction that it has been shown by."""
        shown = request.prediction
        if self._known is None or self._known[0] is not request.photo or self._known[1] is not shown.plain:
            mount = request.photo.notice.mount if request.treatment.ignore_mount else None
            known = KnownPhoto.shown(request.photo.lightness, mount, shown)
            self._known = (request.photo, shown.plain, known)
        self._known[2].learn_from(shown)
        made = sketched(self._known[2], request.photo.lightness, request.guidance)
        looks = ((look.guidance, look.candidate) for look in looks_of(request.adjustments))
        found = dict.fromkeys(each for look in looks if (each := shown.as_it_was(*look)) is not None)
        kept = tuple(replace(each, kept=()) for each in found)
        return replace(made, guidance=request.guidance, kept=kept) if made.is_sketch or kept else made
