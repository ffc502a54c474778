"""Colour points and strokes of the photo that is shown: each gesture one step of undo."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QPointF, QTimer, Signal, Slot

from colorizer_gui.controllers.colorizing.request_builder import RequestBuilder
from colorizer_gui.controllers.photo.adjusting import GESTURE_PAUSE_MS
from colorizer_gui.controllers.photo.entry_command import GuidanceCommand
from colorizer_gui.controllers.session.session import Session
from colorizer_gui.core.guidance.colour_points import (
    ColourPoint,
    guidance_of,
    points_of,
    with_points,
    with_rest,
)
from colorizer_gui.core.prediction.prediction import rest_follows_in
from colorizer_gui.workers.photo.answers import ColoursSuggested
from colorizer_gui.workers.photo.requests import SuggestColoursRequest
from colorizer_gui.workers.requests import Failed, Finished
from colorizer_gui.workers.shared_network import SharedNetwork
from colorizer_gui.workers.work_queue import WorkQueue


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Colours for a place, the likeliest first; none where the network has none to suggest."""

    place: QPointF
    colours: tuple[tuple[float, float], ...]


class PointingController(QObject):
    """Turns the user's colour points into guidance, and asks the network which colours fit a place.

    Signals
    -------
    suggested(Suggestion)
        The answer to `suggest`.
    """

    suggested = Signal(object)

    def __init__(
        self, session: Session, queue: WorkQueue, network: SharedNetwork, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._network = network
        self._requests = RequestBuilder(session)
        self._queue = queue
        self._last: GuidanceCommand | None = None
        self._last_index = -1
        self._pause = QTimer(self, singleShot=True, interval=GESTURE_PAUSE_MS)
        self._pause.timeout.connect(self.end_gesture)
        queue.finished.connect(self._on_finished)
        queue.failed.connect(self._on_failed)
        session.current_changed.connect(self.end_gesture)

    @property
    def points(self) -> tuple[ColourPoint, ...]:
        """Those of the photo that is shown."""
        entry = self._session.current
        return points_of(entry.guidance) if entry is not None else ()

    @property
    def rest_follows(self) -> bool:
        """Whether the rest of the photo that is shown follows its points."""
        entry = self._session.current
        return entry is not None and rest_follows_in(entry.guidance)

    @property
    def takes_hints(self) -> bool:
        """Whether the network can be told points, so that there is something to follow."""
        return self._network.takes_hints

    def set_rest_follows(self, follows: bool) -> None:
        """Let the rest of the photo follow its points, those that are put later too, or stay."""
        entry = self._session.current
        if entry is not None and follows != self.rest_follows:
            self.end_gesture()
            text = self.tr("Rest Follows") if follows else self.tr("Rest Stays")
            after = with_rest(entry.guidance, follows=follows)
            entry.undo_stack.push(GuidanceCommand(text, self._session, entry, after))

    def put(self, point: ColourPoint) -> int:
        """Put a point or a stroke; the answer is its index."""
        self.end_gesture()
        points = self.points
        text = self.tr("Colour Stroke") if point.path else self.tr("Colour Point")
        self._change(text, len(points), (*points, point))
        return len(points)

    def recolour(self, index: int, ab: tuple[float, float], name: str = "") -> None:
        """Give a point another colour, and what is known of it; goes on with the gesture that put it."""
        self._change_one(self.tr("Colour of Point"), index, replace(self.points[index], ab=ab, name=name))

    def set_reach(self, index: int, reach: float, *, by_step: bool = False) -> None:
        """Let a point reach farther, or less far; steps are one gesture as long as they follow closely."""
        self._change_one(self.tr("Reach of Point"), index, replace(self.points[index], reach=reach))
        if by_step:
            self._pause.start()

    def move(self, index: int, place: QPointF, *, by_key: bool = False) -> None:
        """Move a point; steps by key are one gesture as long as they follow one another closely."""
        point = self.points[index].moved_to(place.x(), place.y())
        self._change_one(self.tr("Move Point"), index, point)
        if by_key:
            self._pause.start()

    def remove(self, index: int) -> None:
        """Take a point away."""
        points = self.points
        self.end_gesture()
        self._change(self.tr("Remove Point"), index, points[:index] + points[index + 1 :])
        self.end_gesture()

    @Slot()
    def remove_all(self) -> None:
        """Take all points away."""
        self.end_gesture()
        self._change(self.tr("Remove All Points"), -1, ())
        self.end_gesture()

    @Slot()
    def end_gesture(self) -> None:
        """The next change is another step of undo."""
        self._pause.stop()
        self._last = None

    def hold(self) -> None:
        """A button is held: however long it rests, the gesture goes on until it is ended."""
        self._pause.stop()

    def pause(self) -> None:
        """What follows closely goes on with the gesture, and nothing later does."""
        self._pause.start()

    def suggest(self, place: QPointF, index: int | None) -> None:
        """Ask which colours fit a place; the point there, if there is one, has no say in it."""
        entry = self._session.current
        self.forget_suggestions()
        if entry is None:
            return
        others = tuple(point for number, point in enumerate(self.points) if number != index)
        request = SuggestColoursRequest(
            key=entry.key,
            subject=replace(self._requests.subject(entry), guidance=guidance_of(others)),
            x=place.x(),
            y=place.y(),
        )
        self._queue.submit(request)

    def forget_suggestions(self) -> None:
        """Nobody waits for colours any more."""
        self._queue.cancel(lambda request: isinstance(request, SuggestColoursRequest))

    def _change_one(self, text: str, index: int, point: ColourPoint) -> None:
        points = self.points
        self._change(text, index, (*points[:index], point, *points[index + 1 :]))

    def _change(self, text: str, index: int, points: tuple[ColourPoint, ...]) -> None:
        entry = self._session.current
        if entry is None or points == self.points:
            return
        after, last = with_points(entry.guidance, points), self._last
        if last is not None and self._last_index == index and last.goes_on(entry):
            last.after = after
            last.redo()
        else:
            self._last, self._last_index = GuidanceCommand(text, self._session, entry, after), index
            entry.undo_stack.push(self._last)

    @Slot(object)
    def _on_finished(self, finished: Finished) -> None:
        request, result = finished.request, finished.result
        if isinstance(request, SuggestColoursRequest) and isinstance(result, ColoursSuggested):
            self._tell(request, tuple((float(a), float(b)) for a, b in result.colours))

    @Slot(object)
    def _on_failed(self, failed: Failed) -> None:
        if isinstance(failed.request, SuggestColoursRequest):
            self._tell(failed.request, ())

    def _tell(self, request: SuggestColoursRequest, colours: tuple[tuple[float, float], ...]) -> None:
        current = self._session.current
        if current is not None and current.key == request.key and not request.token.cancelled:
            self.suggested.emit(Suggestion(QPointF(request.x, request.y), colours))
