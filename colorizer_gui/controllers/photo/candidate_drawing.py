"""Has several colorizations of one photo drawn, as large as they are seen."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from colorizer_gui.controllers.photo.previewing import LIVE_SIDE, REST_MS, PreviewController
from colorizer_gui.controllers.session.session import Entry, Session
from colorizer_gui.core.prediction.prediction import Prediction
from colorizer_gui.workers.photo.requests import RenderRequest
from colorizer_gui.workers.requests import Failed, Finished, Request
from colorizer_gui.workers.work_queue import WorkQueue

#: Six pictures of this side take 75 MB; closer than that they are soft.
MOST_SIDE: Final = 2048


class CandidateDrawing(QObject):
    """Asks for one picture after the other, first small ones of all; the newest settings win.

    Signals
    -------
    drawn(int, QImage)
        A picture of the colorization at that place.
    """

    drawn = Signal(int, object)

    def __init__(
        self, session: Session, queue: WorkQueue, previewing: PreviewController, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._queue = queue
        self._previewing = previewing
        self._entry: Entry | None = None
        self._predictions: tuple[Prediction, ...] = ()
        self._sides: list[int] = []
        self._side = 1
        self._on_its_way: tuple[int, RenderRequest] | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._draw)
        queue.finished.connect(self._on_finished)
        queue.failed.connect(self._on_ended)
        queue.cancelled.connect(self._on_cancelled)
        session.adjustments_changed.connect(self._on_adjustments_changed)

    def begin(self, entry: Entry, predictions: Sequence[Prediction]) -> None:
        """Draw these colorizations of a photo from now on."""
        self.end()
        self._entry, self._predictions = entry, tuple(predictions)
        self._sides = [0] * len(self._predictions)
        self._rest.start()

    def end(self) -> None:
        """Draw nothing any more."""
        self._rest.stop()
        self._entry, self._predictions = None, ()
        if self._on_its_way is not None:
            self._on_its_way[1].token.cancel()

    def set_side(self, side: int) -> None:
        """Tell how many physical pixels the longer side of the whole photo takes on the screen."""
        if side != self._side:
            self._side = side
            self._rest.start()

    @Slot()
    def _draw(self) -> None:
        entry = self._entry
        if self._queue.stopped or self._on_its_way is not None or entry is None or entry.photo is None:
            return
        most = min(MOST_SIDE, max(entry.photo.size))
        wanted = min(self._side, most)
        for side in (min(wanted, LIVE_SIDE), wanted):
            for index, prediction in enumerate(self._predictions):
                if self._sides[index] < side:
                    self._ask(entry, index, prediction, side)
                    return

    def _ask(self, entry: Entry, index: int, prediction: Prediction, side: int) -> None:
        assert entry.photo is not None
        request = RenderRequest(
            key=entry.key,
            photo=entry.photo,
            prediction=prediction,
            adjustments=entry.adjustments,
            long_side=None if side >= max(entry.photo.size) else side,
            generation=index,
            display=self._previewing.display,
        )
        self._on_its_way = index, request
        self._queue.submit(request)

    @Slot(object)
    def _on_finished(self, finished: Finished) -> None:
        asked, image = self._on_its_way, finished.result
        if asked is None or finished.request is not asked[1] or not isinstance(image, QImage):
            return
        self._on_its_way = None
        index, request = asked
        entry = self._entry
        if entry is not None and request.prediction in self._predictions:
            self.drawn.emit(index, image)
            if request.adjustments == entry.adjustments:
                self._sides[index] = request.long_side or max(request.photo.size)
        self._draw()

    @Slot(object)
    def _on_ended(self, failed: Failed) -> None:
        """What cannot be drawn stays the small picture that it is; the photo itself says why."""
        if self._on_its_way is not None and failed.request is self._on_its_way[1]:
            self._on_its_way = None

    @Slot(object)
    def _on_cancelled(self, request: Request) -> None:
        if self._on_its_way is not None and request is self._on_its_way[1]:
            self._on_its_way = None
            self._draw()

    @Slot(object)
    def _on_adjustments_changed(self, entry: Entry) -> None:
        if entry is self._entry:
            self._sides = [0] * len(self._predictions)
            self._rest.start()
