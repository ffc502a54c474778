"""The sheets over the panes that take gestures, for the tool that is in the hand."""

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot

from colorizer_gui.core.rendering.touches import LARGEST, Touch
from colorizer_gui.widgets.areas.brush import SIZE_STEPS, Brush, Gesture, radius_of
from colorizer_gui.widgets.areas.brush_sheet import BrushSheet
from colorizer_gui.widgets.compare.comparison_view import ComparisonView

#: The size that a brush has at first.
_FIRST_SIZE: Final = 24
#: Places of a line that are as close as this share of the radius are one, and numbers have so many digits.
_APART: Final = 0.2
_OBJECT_APART: Final = 0.01
_DIGITS: Final = 5


class Brushes(QObject):
    """One sheet over each pane; both draw with the same brush.

    Signals
    -------
    touched(Touch)
        A gesture was made.
    state_changed()
        Another size, or erasing or no longer.

    Attributes
    ----------
    sheets
        That of the colorized pane first.
    size, erases
        Of the brush; steps of `radius_of`.
    """

    touched = Signal(object)
    state_changed = Signal()

    def __init__(self, comparison: ComparisonView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._comparison = comparison
        self.sheets = BrushSheet(comparison.colorized_pane), BrushSheet(comparison.original_pane)
        self.size, self.erases = _FIRST_SIZE, False
        self._look: Brush | None = None
        for sheet in self.sheets:
            sheet.drawn.connect(self._on_drawn)
            sheet.size_requested.connect(self._on_size_requested)
            sheet.erasing_requested.connect(self._on_erasing_requested)

    def take(self, look: Brush | None) -> None:
        """Draw like this, but for size and erasing; None puts the brush down."""
        begins = self._look is None and look is not None
        if look is None:
            self.erases = False
        self._look = look
        self._tell()
        if begins:
            self.sheets[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def give_up(self) -> bool:
        """Forget a line that is on its way; whether there was one."""
        drawing = [sheet for sheet in self.sheets if sheet.is_drawing]
        for sheet in drawing:
            sheet.give_up()
        return bool(drawing)

    @Slot(int)
    def set_size(self, size: int) -> None:
        """Draw in another size."""
        self.size = min(max(size, 0), SIZE_STEPS)
        self._tell()

    @Slot(bool)
    def set_erasing(self, erases: bool) -> None:
        """Take away, or add."""
        self.erases = erases
        self._tell()

    def _tell(self) -> None:
        brush = self._look
        if brush is not None:
            radius = None if brush.radius is None else radius_of(self.size)
            brush = Brush(radius, self.erases, brush.color)
        for sheet in self.sheets:
            sheet.set_brush(brush)
        self.state_changed.emit()

    @Slot(int)
    def _on_size_requested(self, steps: int) -> None:
        self.set_size(self.size + steps)

    @Slot()
    def _on_erasing_requested(self) -> None:
        self.set_erasing(not self.erases)

    @Slot(object)
    def _on_drawn(self, gesture: Gesture) -> None:
        self.touched.emit(touch_of(gesture, self._comparison.view.photo_size.toTuple(), self.erases))


def touch_of(gesture: Gesture, size: tuple[float, float], erases: bool) -> Touch:
    """A gesture without the places that say nothing, as it is stored.

    Parameters
    ----------
    size
        Width and height of the photo, in any unit.
    """
    scale = size[0] / min(size), size[1] / min(size)
    radii = gesture.radii or (None,) * len(gesture.places)
    path: list[tuple[float, float]] = []
    kept: list[float] = []
    for place, radius in zip(gesture.places, radii, strict=True):
        at = place.x(), place.y()
        last = path[-1] if path else None
        if last is not None:
            way = max(abs((a - b) * s) for a, b, s in zip(at, last, scale, strict=True))
            is_same_size = radius is None or abs(radius - kept[-1]) < _APART * radius
            if is_same_size and way < (_OBJECT_APART if radius is None else _APART * radius):
                continue
        path.append((_within(at[0]), _within(at[1])))
        if radius is not None:
            kept.append(min(max(round(radius, _DIGITS), 10.0**-_DIGITS), LARGEST))
    return Touch(tuple(path), tuple(kept), 0.0, erases or gesture.turned)


def _within(value: float) -> float:
    return round(min(max(value, -1.0), 2.0), _DIGITS)
