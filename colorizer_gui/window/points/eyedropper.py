"""The eyedropper between the chooser and the photo: the next click takes a colour instead of putting one."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication

from colorizer_gui.controllers.session.session import Session
from colorizer_gui.core.guidance.colour_points import ColourPoint, path_through
from colorizer_gui.widgets.compare.comparison_view import ComparisonView
from colorizer_gui.widgets.points.brush_row import BrushRow
from colorizer_gui.window.points.sampling import sample

_GRAY: Final = (0.0, 0.0)


class Eyedropper(QObject):
    """Takes one colour, and is put down.

    Signals
    -------
    taken(Sample)
        It was in the hand, and a place was clicked.
    passed(ColourPoint)
        It was not: what was clicked, or drawn over, gray as yet.

    Attributes
    ----------
    is_held
        Whether the next click takes a colour.
    """

    taken = Signal(object)
    passed = Signal(object)

    def __init__(self, session: Session, comparison: ComparisonView, row: BrushRow, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._comparison, self._row = session, comparison, row
        self.is_held = False
        row.sampling_requested.connect(self.hold)
        comparison.pointed.connect(self._on_pointed)
        comparison.drawn.connect(self._on_drawn)

    @Slot(bool)
    def hold(self, held: bool) -> None:
        """Take it into the hand, or put it down."""
        self.is_held = held
        self._row.show_sampling(held)
        if held:
            self._comparison.colorized_pane.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QPointF)
    def _on_pointed(self, place: QPointF) -> None:
        if self.is_held:
            self._take(place)
        else:
            self.passed.emit(ColourPoint(place.x(), place.y(), _GRAY))

    @Slot(object)
    def _on_drawn(self, trail: Sequence[QPointF]) -> None:
        entry = self._session.current
        if self.is_held:
            self._take(trail[-1])
        elif entry is not None and entry.photo is not None:
            path = path_through([(place.x(), place.y()) for place in trail], *entry.photo.size)
            self.passed.emit(ColourPoint.along(path, _GRAY))

    def _take(self, place: QPointF) -> None:
        """With Shift, as the screen shows it."""
        entry = self._session.current
        as_shown = bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
        image = self._comparison.colorized_pane.image
        if entry is None or image is None:
            return
        found = sample(None if as_shown else entry.prediction, image, place)
        self.hold(False)
        self.taken.emit(found)
