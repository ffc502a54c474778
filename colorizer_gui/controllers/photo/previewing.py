"""Keeps the panes drawn at the size that is visible, with the newest settings."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QColorSpace, QImage

from colorizer_gui.controllers.session.session import Entry, Session
from colorizer_gui.core.prediction.prediction import Prediction
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.core.rendering.area_marks import AreaMark
from colorizer_gui.workers.photo.requests import Layer, RenderRequest
from colorizer_gui.workers.requests import Failed, Finished, Request
from colorizer_gui.workers.work_queue import WorkQueue

#: Pixels of the longer side while a slider moves; the full detail follows when it rests.
LIVE_SIDE: Final = 1100
REST_MS: Final = 160
_TOO_LARGE: Final = 1.5


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """What was asked for when a picture was drawn."""

    generation: int
    photo: object
    prediction: Prediction | None
    adjustments: Adjustments
    side: int
    layer: Layer
    display: QColorSpace | None
    marked: tuple[AreaMark, ...] = ()


class PreviewController(QObject):
    """Asks for pictures of the photo that is shown; the latest request wins and is always answered.

    At most one request is on its way. While it is, newer requests only replace each other.

    Signals
    -------
    original_drawn(QImage), colorized_drawn(QImage)
        Pictures of the photo that is shown, not necessarily at full size.
    display_changed()
        Small pictures are to be drawn for another display, too.
    failed(str)
        A sentence for the user.

    Attributes
    ----------
    display
        What photos are drawn for; None for sRGB.
    """

    display_changed = Signal()
    original_drawn = Signal(object)
    colorized_drawn = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, queue: WorkQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._queue = queue
        self._visible_side = LIVE_SIDE
        self._layer = Layer.PICTURE
        self._marked: tuple[AreaMark, ...] = ()
        self.display: QColorSpace | None = None
        self._generation = 0
        self._original: Drawn | None = None
        self._colorized: Drawn | None = None
        self._on_its_way: RenderRequest | None = None
        self._tried: Prediction | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._on_rested)
        queue.finished.connect(self._on_finished)
        queue.failed.connect(self._on_failed)
        queue.cancelled.connect(self._on_cancelled)
        session.current_changed.connect(self._on_current_changed)
        session.adjustments_changed.connect(self._on_adjustments_changed)

    @property
    def is_settled(self) -> bool:
        """Whether the last picture in colour is the photo that is shown, with the settings it has now."""
        drawn, entry = self._colorized, self._session.current
        return (
            drawn is not None
            and self._tried is None
            and entry is not None
            and drawn.layer is Layer.PICTURE
            and not drawn.marked
            and not self._is_missing(drawn, entry, entry.adjustments, 0)
        )

    def set_layer(self, layer: Layer) -> None:
        """Show the colorized photo as something else."""
        if layer is not self._layer:
            self._layer = layer
            self._draw(resting=False)

    def mark(self, *areas: AreaMark) -> None:
        """Show where areas of the photo that is shown are; none hides them."""
        if areas != self._marked:
            self._marked = areas
            self.make_room()
            self._draw(resting=False)

    def try_prediction(self, prediction: Prediction | None) -> None:
        """Draw the photo in another colour for a while; None draws it in its own again."""
        if prediction is not self._tried:
            self._tried = prediction
            self.make_room()
            self._draw(resting=False)

    def _prediction(self, entry: Entry) -> Prediction | None:
        return entry.prediction if self._tried is None else self._tried

    def make_room(self) -> None:
        """A big picture would make something newer wait."""
        request = self._on_its_way
        if request is not None and (request.long_side is None or request.long_side > LIVE_SIDE):
            request.token.cancel()

    def set_display(self, display: QColorSpace | None) -> None:
        """Draw for the colours of a display; None for sRGB."""
        self.display = display
        self.display_changed.emit()
        self._draw(resting=False)

    def set_visible_side(self, side: int) -> None:
        """Tell how many physical pixels the longer side of the whole photo takes on the screen."""
        if side != self._visible_side:
            self._visible_side = side
            self._rest.start()

    @Slot(object)
    def refresh(self, entry: Entry) -> None:
        """The photo, its colour or its settings may be other ones now."""
        if entry is self._session.current:
            self._draw(resting=False)

    @Slot(object)
    def _on_current_changed(self, _entry: Entry | None) -> None:
        self._original = self._colorized = self._tried = None
        self._queue.cancel()
        self._draw(resting=False)

    @Slot(object)
    def _on_adjustments_changed(self, entry: Entry) -> None:
        self.make_room()
        self.refresh(entry)

    @Slot()
    def _on_rested(self) -> None:
        self._draw(resting=True)

    def _draw(self, *, resting: bool) -> None:
        """Ask for the most urgent picture that is missing, if none is on its way."""
        entry = self._session.current
        if self._queue.stopped or self._on_its_way is not None or entry is None or entry.photo is None:
            return
        full = max(entry.photo.size)
        wanted = min(full, self._visible_side)
        if wanted * 2 > full:
            wanted = full if wanted > LIVE_SIDE else wanted
        live = min(wanted, LIVE_SIDE)
        newest, prediction = entry.adjustments, self._prediction(entry)
        if prediction is not None and self._is_missing(self._colorized, entry, newest, live):
            self._ask(entry, prediction, live)
        elif self._is_missing(self._original, entry, None, live):
            self._ask(entry, None, live)
        elif not resting:
            self._rest.start()
        elif prediction is not None and self._is_unfit(self._colorized, entry, newest, wanted):
            self._ask(entry, prediction, wanted)
        elif self._is_unfit(self._original, entry, None, wanted):
            self._ask(entry, None, wanted)

    def _is_missing(
        self, drawn: Drawn | None, entry: Entry, adjustments: Adjustments | None, side: int
    ) -> bool:
        if drawn is None or drawn.photo is not entry.photo or drawn.side < side:
            return True
        if drawn.display is not self.display:
            return True
        if adjustments is None:
            return False
        wanted = (adjustments, self._layer, self._marked)
        shown = (drawn.adjustments, drawn.layer, drawn.marked)
        return drawn.prediction is not self._prediction(entry) or shown != wanted

    def _is_unfit(
        self, drawn: Drawn | None, entry: Entry, adjustments: Adjustments | None, side: int
    ) -> bool:
        """Missing, or so large that drawing it smaller would show jagged lines."""
        if drawn is None or self._is_missing(drawn, entry, adjustments, side):
            return True
        return drawn.side > _TOO_LARGE * side

    def _ask(self, entry: Entry, prediction: Prediction | None, side: int) -> None:
        assert entry.photo is not None
        self._generation += 1
        self._on_its_way = RenderRequest(
            key=entry.key,
            photo=entry.photo,
            prediction=prediction,
            adjustments=entry.adjustments,
            long_side=None if side >= max(entry.photo.size) else side,
            generation=self._generation,
            layer=self._layer,
            display=self.display,
            marked=self._marked,
        )
        self._queue.submit(self._on_its_way)

    @Slot(object)
    def _on_finished(self, finished: Finished) -> None:
        request, image = self._on_its_way, finished.result
        if request is None or finished.request is not request:
            return  # others have pictures drawn as well
        self._on_its_way = None
        entry = self._session.current
        if not isinstance(image, QImage):
            return
        if entry is not None and entry.key == request.key:
            side = request.long_side or max(request.photo.size)
            drawn = Drawn(
                request.generation,
                request.photo,
                request.prediction,
                request.adjustments,
                side,
                request.layer,
                request.display,
                request.marked,
            )
            if request.prediction is None:
                self._original = drawn
                self.original_drawn.emit(image)
            elif entry.prediction is not None and request.photo is entry.photo:  # perhaps not yet the newest
                self._colorized = drawn
                self.colorized_drawn.emit(image)
        self._draw(resting=False)

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        if failed.request is self._on_its_way:
            self._on_its_way = None
            self.failed.emit(failed.message)

    @Slot(object)
    def _on_cancelled(self, request: Request) -> None:
        if request is self._on_its_way:
            self._on_its_way = None
            self._draw(resting=False)
