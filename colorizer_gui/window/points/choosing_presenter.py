"""The colour that is chosen first and stays, between the chooser in the panel and the controllers."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from colorizer_gui.controllers.photo.pointing import Suggestion
from colorizer_gui.controllers.session.session import Entry
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.guidance.colour_points import ColourPoint, cell_at, lightness_of
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.compare.viewer import Viewer
from colorizer_gui.widgets.panel.adjust_panel import AdjustPanel
from colorizer_gui.widgets.points.marker import Mark
from colorizer_gui.widgets.points.swatch_row import Ab, within
from colorizer_gui.window.points.eyedropper import Eyedropper
from colorizer_gui.window.points.paint import (
    USUAL,
    Paint,
    is_on_mount,
    painted,
    place_of,
    unfilled,
    without_points,
)
from colorizer_gui.window.points.sampling import Sample

_GRAY: Final = (0.0, 0.0)


class ChoosingPresenter(QObject):
    """Puts points and strokes in the chosen colour, and gives another one to a point that is opened.

    While no colour is chosen, a place that is clicked becomes a point with the first one that is chosen for
    it. That stays for the next place: the point is let go as soon as it has its colour.

    Signals
    -------
    changed()
        Another point is opened, or none.

    Attributes
    ----------
    index
        The point that is opened; None for none.
    paint
        What is chosen for what comes; None for nothing yet.
    eyedropper
        Takes a colour out of a photo.
    """

    changed = Signal()

    def __init__(
        self, workspace: Workspace, settings: Settings, viewer: Viewer, panel: AdjustPanel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = workspace.session
        self._pointing = workspace.pointing
        self._settings = settings
        self._viewer = viewer
        self._comparison = viewer.comparison
        self._chooser = panel.points.chooser
        self._draft = ColourPoint(0.0, 0.0, _GRAY)
        self.index: int | None = None
        self.paint: Paint | None = None
        self.eyedropper = Eyedropper(self._session, self._comparison, self._chooser.brush, self)
        self._reach, self._lightness = 0.0, USUAL
        self._asks = self._is_choosing = False
        self._last: int | None = None
        self._given: Ab | None = None
        self._connect(workspace)
        self._show_next()

    def _connect(self, workspace: Workspace) -> None:
        session, chooser = self._session, self._chooser
        self.eyedropper.passed.connect(self._begin)
        self.eyedropper.taken.connect(self._on_taken)
        chooser.ab_requested.connect(self._on_ab_requested)
        chooser.leaving_requested.connect(self._on_leaving_requested)
        chooser.other_requested.connect(self._on_other_requested)
        chooser.chosen.connect(self._on_chosen)
        chooser.gesture_ended.connect(self._pointing.end_gesture)
        chooser.reach_requested.connect(self.set_reach)
        chooser.removal_requested.connect(self._on_removal_requested)
        chooser.closed.connect(self._on_closed)
        chooser.brush.clearing_requested.connect(self._on_clearing_requested)
        self._pointing.suggested.connect(self._on_suggested)
        session.current_changed.connect(self._on_current_changed)
        for changed in (session.guidance_changed, session.treatment_changed, workspace.loading.photo_loaded):
            changed.connect(self._on_entry_changed)

    def open(self, index: int) -> None:
        """Choose the colour of a point of the photo; one that is open already is closed."""
        if index == self.index and not self._asks:
            self.leave()
        else:
            self._open(self._pointing.points[index], index)

    @Slot()
    def leave(self) -> None:
        """Choose the colour of clicks and strokes that come next."""
        self._chooser.leave_place()

    @Slot(float)
    def set_reach(self, reach: float) -> None:
        """Let the point that is opened, or those that come, reach so far."""
        self._draft = replace(self._draft, reach=reach)
        if self.index is None or self._asks:
            self._reach = reach
        if self.index is not None:
            self._is_choosing = True
            self._pointing.set_reach(self.index, reach)
            held = self._chooser.reach.slider.isSliderDown()
            (self._pointing.hold if held else self._pointing.pause)()
            self._is_choosing = False

    @Slot(object)
    def _on_taken(self, found: Sample) -> None:
        self.choose(found.ab, found.lightness)

    def choose(self, ab: Ab, lightness: float, name: str = "") -> None:
        """Take a colour from elsewhere: for the place that is opened, or for what comes.

        Parameters
        ----------
        lightness
            L* that it was seen at.
        name
            What is known of it.
        """
        if self._chooser.is_for_place():
            possible = within(self._lightness, ab)
            self._take(possible, name, held=False)
            self._chooser.show_ab(possible, name)
            self._on_chosen()
        else:
            level = min(max(lightness, 5.0), 95.0)
            self.paint = Paint(within(level, ab), name, level)
            self._show_next()

    @Slot(object)
    def _begin(self, point: ColourPoint) -> None:
        """Put a point or stroke in the chosen colour; while there is none, offer colours for it."""
        self.leave()
        point = replace(point, reach=self._reach)
        entry, paint = self._session.current, self.paint
        if entry is None or entry.photo is None or entry.prediction is None:
            return
        if all(is_on_mount(entry, *place) for place in point.places):
            self._viewer.message_bar.show_notice(self.tr("The mount around the photo stays without colour."))
            return
        if paint is None:
            self._open(point, None)
            return
        self._pointing.put(painted(point, paint, entry))
        self._pointing.end_gesture()
        if paint.ab is not None:
            self._settings.add_recent_colour(paint.ab)

    def _open(self, point: ColourPoint, index: int | None) -> None:
        entry = self._session.current
        self.leave()
        if entry is None or entry.photo is None:
            return
        self._draft, self.index, self._asks = point, index, index is None
        self._last = self._given = None
        self._lightness = lightness_of(entry.photo.lightness, point.places)
        self._pointing.end_gesture()
        self._show_pending(unfilled(point) if index is None else None)
        chosen, recent = None if index is None else point.ab, self._settings.recent_colours
        self._chooser.show_for_place(self._lightness, chosen, recent, point.reach, name=point.name)
        self._pointing.suggest(place_of(point), index)
        self.changed.emit()

    @Slot(object)
    def _on_suggested(self, suggestion: Suggestion) -> None:
        entry, is_last = self._session.current, self._last is not None
        if not (self._chooser.is_for_place() or is_last) or suggestion.place != place_of(self._draft):
            return
        if entry is not None and entry.prediction is not None:
            ab = (entry.prediction.plain if is_last else entry.prediction).ab
            a, b = ab[cell_at(ab.shape, self._draft.x, self._draft.y)]
            self._chooser.show_suggestions((float(a), float(b)), suggestion.colours)

    @Slot(object, bool)
    def _on_ab_requested(self, ab: Ab, held: bool) -> None:
        self._take(ab, "", held=held)

    @Slot()
    def _on_leaving_requested(self) -> None:
        entry = self._session.current
        if self._chooser.is_for_place() and entry is not None and entry.prediction is not None:
            ab = without_points(entry, self._draft)
            self._take(ab, "", held=False)
            self._chooser.show_ab(ab)
        if not self._chooser.is_for_place() or self._asks:
            self.paint = Paint(None, lightness=self._chooser.lightness)
        if not self._chooser.is_for_place():
            self._show_next()

    @Slot(object)
    def _on_other_requested(self, ab: Ab) -> None:
        """Another of the colours that were suggested for the point that was put last."""
        if self._last is None:
            return
        self._is_choosing = True
        self._pointing.recolour(self._last, ab)
        self._pointing.pause()
        self._is_choosing = False
        self.paint = Paint(ab, lightness=self._chooser.lightness)
        self._settings.add_recent_colour(ab)
        self._show_next()

    def _take(self, ab: Ab, name: str, *, held: bool) -> None:
        if not self._chooser.is_for_place():
            self.paint = Paint(ab, name, self._chooser.lightness)
            return
        self._given = ab
        if self._asks:
            self.paint = Paint(ab, name, self._lightness)
        self._is_choosing = True
        if self.index is None:
            self.index = self._pointing.put(replace(self._draft, ab=ab, name=name))
            self._show_pending(None)
            self._chooser.remove_button.show()
            self.changed.emit()
        else:
            self._pointing.recolour(self.index, ab, name)
        (self._pointing.hold if held else self._pointing.pause)()
        self._is_choosing = False

    @Slot()
    def _on_chosen(self) -> None:
        """The place that asked has its colour; the next choice is for the next place."""
        if self._asks and self.index is not None:
            self.leave()

    @Slot()
    def _on_clearing_requested(self) -> None:
        self.paint = None
        self.leave()
        self._show_next()

    @Slot()
    def _on_removal_requested(self) -> None:
        index = self.index
        self.leave()
        if index is not None:
            self._pointing.remove(index)

    @Slot(bool)
    def _on_closed(self, had_focus: bool) -> None:
        """The last colour was the one that was wanted."""
        index, self.index = self.index, None
        self._last, self._asks = (index if self._asks else None), False
        if self._last is None:
            self._pointing.forget_suggestions()
        self._pointing.end_gesture()
        self._show_pending(None)
        if self._given is not None:
            self._settings.add_recent_colour(self._given)
        self._show_next()
        if had_focus:
            layer = self._comparison.points[0]
            there = index is not None and index < len(layer.markers)
            (layer.markers[index or 0] if there else layer.pane).setFocus()
        self.changed.emit()

    @Slot(object)
    def _on_entry_changed(self, entry: Entry) -> None:
        """Undo may have taken its point; the lightness that colours are offered for may be another one."""
        if entry is self._session.current and not self._is_choosing:
            self._on_current_changed()

    @Slot()
    def _on_current_changed(self) -> None:
        self.leave()
        if self._last is not None:
            self._last = None
            self._pointing.forget_suggestions()
            self._show_next()

    def _show_next(self) -> None:
        paint, recent = self.paint or Paint(None), self._settings.recent_colours
        self._chooser.show_for_next(
            paint.ab,
            paint.lightness,
            recent,
            self._reach,
            name=paint.name,
            leaves=self.paint is not None and paint.ab is None,
            others=self._last is not None,
        )

    def _show_pending(self, mark: Mark | None) -> None:
        for layer in self._comparison.points:
            layer.show_pending(mark)
