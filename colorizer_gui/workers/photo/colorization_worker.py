"""The worker of the photos that are open: it predicts, saves and renders for the clipboard."""

import logging
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common.errors import ColorizationError
from colorizer_gui.core.common.memory import give_back_memory
from colorizer_gui.core.guidance.colour_points import suggested_colours
from colorizer_gui.core.guidance.guide import Guide
from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.pipeline.layer_export import save_color_layer, save_lab_planes
from colorizer_gui.core.pipeline.pipeline import (
    ColorizedPhoto,
    Stage,
    colorize_photo,
    is_up_to_date,
    recipe_of,
    recomposition_of,
    save_colorized,
)
from colorizer_gui.core.prediction.mounted import Box, inside_mount
from colorizer_gui.core.prediction.prediction import Colorizer, Prediction
from colorizer_gui.core.prediction.uprightness import turns_of
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.core.rendering.chroma import shrink_to
from colorizer_gui.core.rendering.own_colours import HalfArray
from colorizer_gui.desktop.qimage import image_from_rgb
from colorizer_gui.workers.photo.answers import (
    CandidatesMade,
    ColoursSuggested,
    FoundInColor,
    PhotoColorized,
    TurnFound,
)
from colorizer_gui.workers.photo.requests import (
    CandidatesRequest,
    ColorizeRequest,
    CopyRequest,
    Export,
    SuggestColoursRequest,
    UprightRequest,
    WarmUpRequest,
    WriteRequest,
)
from colorizer_gui.workers.requests import Request
from colorizer_gui.workers.shared_network import SharedNetwork
from colorizer_gui.workers.worker import Worker

_log = logging.getLogger(__name__)

_OfNetwork = CandidatesRequest | SuggestColoursRequest | UprightRequest
_OfPhoto = ColorizeRequest | _OfNetwork | WriteRequest | CopyRequest


class ColorizationWorker(Worker):
    """Answers requests to warm up, to colorize, to suggest, to look how a photo lies, to write and to copy.

    The colorizer is made with the first request that needs it. If that fails, the request fails
    with the reason, and the next one tries again.
    """

    def __init__(self, network: SharedNetwork, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._network = network
        self._guide = Guide()

    def _work(self, request: Request) -> object:
        try:
            return self._answer(request)
        finally:
            give_back_memory()  # what a large photo took

    def _answer(self, request: Request) -> object:
        match request:
            case WarmUpRequest():
                if request.again:
                    self._network.renew()
                else:
                    self._colorizer(request)
                return None
            case ColorizeRequest():
                return self._colorize(request)
            case CandidatesRequest():
                return self._suggest(request)
            case SuggestColoursRequest():
                return self._suggest_colours(request)
            case UprightRequest():
                return self._look_how_it_lies(request)
            case WriteRequest():
                return self._write(request)
            case CopyRequest():
                return self._render(request)
        raise TypeError(request)

    def _colorizer(self, request: Request) -> Colorizer:
        if not self._network.is_made:
            self._report(request, None)
        return self._network.get()

    def _photo(self, request: _OfPhoto) -> Photo:
        subject = request.subject
        if isinstance(subject.source, Photo):
            return subject.source
        self._report(request, Stage.READING)
        photo = read_photo(subject.source, subject.reading)
        request.token.raise_if_cancelled()
        return photo

    def _write(self, request: WriteRequest) -> Path:
        photo, adjustments, token = self._photo(request), request.subject.adjustments, request.token
        colorized = self._as_requested(request, photo)
        label = request.label.of(recipe_of(colorized, adjustments))
        if request.export is Export.PHOTO:
            return save_colorized(
                colorized,
                request.target,
                adjustments,
                options=request.options,
                label=label,
                token=token,
                on_stage=partial(self._report, request),
            )
        self._report(request, Stage.WRITING)
        if request.export is Export.LAYER:
            return save_color_layer(colorized, request.target, adjustments, label=label, token=token)
        return save_lab_planes(colorized, request.target, adjustments, label=label, token=token)

    def _as_requested(self, request: WriteRequest | CopyRequest, photo: Photo) -> ColorizedPhoto:
        """With the colour that was predicted, or another one where the points have changed since."""
        prediction, mount = request.prediction, request.subject.treatment.ignore_mount
        wanted = request.subject.guidance, request.subject.candidate, request.subject.adjustments
        if is_up_to_date(prediction, *wanted):
            return ColorizedPhoto(photo, prediction, request.subject.guidance, mount)
        colorizer = self._colorizer(request)
        with self._network.lock.urgent():
            return colorize_photo(
                photo,
                colorizer,
                guidance=request.subject.guidance,
                ignore_mount=mount,
                candidate=request.subject.candidate,
                adjustments=request.subject.adjustments,
                guide=self._guide,
                token=request.token,
            )

    def _colorize(self, request: ColorizeRequest) -> PhotoColorized | FoundInColor:
        photo = self._photo(request)
        if photo.had_color and not request.subject.treatment.anew:
            return FoundInColor()
        colorizer = self._colorizer(request)
        report = partial(self._report, request)
        with self._network.lock.urgent():
            colorized = colorize_photo(
                photo,
                colorizer,
                guidance=request.subject.guidance,
                ignore_mount=request.subject.treatment.ignore_mount,
                candidate=request.subject.candidate,
                adjustments=request.subject.adjustments,
                guide=self._guide,
                token=request.token,
                on_stage=report,
            )
        small = shrink_to(photo.lightness, request.thumbnail_side)
        return PhotoColorized(
            colorized.prediction,
            _picture(small, colorized.prediction, request.subject.adjustments, photo.own_ab),
        )

    def _suggest(self, request: CandidatesRequest) -> CandidatesMade:
        photo = self._photo(request)
        colorizer = self._colorizer(request)
        self._report(request, Stage.PREDICTING)
        made, thumbnails = [], []
        mount, guide = _mount(request, photo), self._guide
        small = shrink_to(photo.lightness, request.thumbnail_side)
        with self._network.lock.urgent():
            for candidate in guide.candidates(
                colorizer, photo.lightness, request.subject.guidance, mount=mount
            ):
                request.token.raise_if_cancelled()
                made.append(candidate)
                thumbnails.append(_picture(small, candidate.prediction, request.subject.adjustments))
        return CandidatesMade(tuple(made), tuple(thumbnails))

    def _suggest_colours(self, request: SuggestColoursRequest) -> ColoursSuggested:
        photo = self._photo(request)
        colorizer = inside_mount(self._colorizer(request), _mount(request, photo))
        with self._network.lock.urgent():
            colours = suggested_colours(
                colorizer, photo.lightness, request.x, request.y, request.subject.guidance
            )
        return ColoursSuggested(colours)

    def _look_how_it_lies(self, request: UprightRequest) -> TurnFound:
        """Nobody has asked and nobody waits, so that other photos go first and a failure is only noted."""
        photo = self._photo(request)
        colorizer = inside_mount(self._colorizer(request), _mount(request, photo))
        try:
            with self._network.lock.patient():
                return TurnFound(turns_of(colorizer, photo.lightness))
        except ColorizationError as exc:
            _log.warning("how a photo lies is not known: %s", exc, exc_info=exc.__cause__)
            return TurnFound(0)

    def _render(self, request: CopyRequest) -> QImage:
        photo = self._photo(request)
        self._report(request, Stage.RENDERING)
        recomposition = self._as_requested(request, photo).recomposition()
        image = recomposition.image(request.subject.adjustments, depth=8, token=request.token)
        return image_from_rgb(image, photo.alpha)


def _mount(request: _OfNetwork, photo: Photo) -> Box | None:
    return photo.notice.mount if request.subject.treatment.ignore_mount else None


def _picture(
    small: FloatArray, prediction: Prediction, adjustments: Adjustments, own_ab: HalfArray | None = None
) -> QImage:
    """A small picture, refined at its own size: at the photo's that takes as long as predicting."""
    picture = recomposition_of(small, prediction, own_ab=own_ab)
    return image_from_rgb(picture.image(adjustments, depth=8))
