"""Another colour point is seen at once, as far as it is known what it means; the network's answer follows."""

from PySide6.QtCore import QObject, Slot

from colorizer_gui.controllers.photo.previewing import PreviewController
from colorizer_gui.controllers.session.session import Entry, Session
from colorizer_gui.core.pipeline.pipeline import is_up_to_date
from colorizer_gui.core.prediction.prediction import ONLY_MINE, Guidance, Prediction, same_guidance
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.workers.photo.requests import SketchRequest
from colorizer_gui.workers.requests import Finished
from colorizer_gui.workers.work_queue import WorkQueue


class SketchingController(QObject):
    """Asks the worker that draws, which never waits for a network, for predictions in the meantime.

    The newest points win; a sketch that comes after the network's answer is dropped.
    """

    def __init__(
        self, session: Session, queue: WorkQueue, previewing: PreviewController, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._queue = queue
        self._previewing = previewing
        queue.finished.connect(self._on_finished)
        session.guidance_changed.connect(self._on_guidance_changed)

    @Slot(object)
    def _on_guidance_changed(self, entry: Entry) -> None:
        prediction = entry.prediction
        if entry is not self._session.current or entry.photo is None or prediction is None:
            return
        if prediction.candidate != entry.candidate or entry.candidate == ONLY_MINE:
            return  # there is no prediction, or none yet, that points could be laid over
        if is_up_to_date(prediction, *_wanted(entry)):
            return
        self._queue.cancel(lambda each: isinstance(each, SketchRequest) and each is not self._queue.running)
        self._previewing.make_room()
        self._queue.submit(
            SketchRequest(
                key=entry.key,
                photo=entry.photo,
                prediction=prediction,
                guidance=entry.guidance,
                treatment=entry.treatment,
                adjustments=entry.adjustments,
            )
        )

    @Slot(object)
    def _on_finished(self, finished: Finished) -> None:
        request, sketch = finished.request, finished.result
        if not isinstance(request, SketchRequest) or not isinstance(sketch, Prediction):
            return
        entry = self._session.find(request.key)
        if entry is None or entry.prediction is None or entry.photo is not request.photo:
            return
        if request.treatment != entry.treatment or sketch.candidate != entry.candidate:
            return
        wanted = _wanted(entry)
        if not is_up_to_date(entry.prediction, *wanted) and same_guidance(request.guidance, entry.guidance):
            entry.prediction = sketch
            self._previewing.refresh(entry)


def _wanted(entry: Entry) -> tuple[Guidance | None, str, Adjustments]:
    return entry.guidance, entry.candidate, entry.adjustments
