"""The colour that is chosen first and stays, between the chooser in the panel and the controllers."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication

from colorizer_gui.controllers.photo.pointing import Suggestion
from colorizer_gui.controllers.session.session import Entry
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.guidance.colour_points import ColourPoint, cell_at, lightness_of, path_through
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.compare.viewer import Viewer
from colorizer_gui.widgets.panel.adjust_panel import AdjustPanel
from colorizer_gui.widgets.points.colour_chooser import within
from colorizer_gui.widgets.points.point_marker import Mark
from colorizer_gui.widgets.points.swatch_row import Ab
from colorizer_gui.window.points.sampling import sample

_GRAY: Final = (0.0, 0.0)
#: The L* that colours are shown at before a place has said another one.
_USUAL: Final = 60.0


class ChoosingPresenter(QObject):
    """Puts points and strokes in the chosen colour, and gives another one to a point that is opened.

    While no colour is chosen, a place that is clicked becomes a point with the first one that is chosen
    for it; that one then stays chosen.

    Signals
    -------
    changed()
        Another point is opened, or none.

    Attributes
    ----------
    index
        The point that is opened; None for none.
    brush
        The colour that is chosen; None for none yet.
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
        self.brush: Ab | None = None
        self._name = ""
        self._reach, self._lightness = 0.0, _USUAL
        self._is_sampling = self._is_choosing = False
        self._connect(workspace)
        self._show_next()

    def _connect(self, workspace: Workspace) -> None:
        session, chooser = self._session, self._chooser
        self._comparison.pointed.connect(self._on_pointed)
        self._comparison.drawn.connect(self._on_drawn)
        chooser.ab_requested.connect(self._on_ab_requested)
        chooser.gesture_ended.connect(self._pointing.end_gesture)
        chooser.reach_requested.connect(self.set_reach)
        chooser.removal_requested.connect(self._on_removal_requested)
        chooser.closed.connect(self._on_closed)
        chooser.brush.sampling_requested.connect(self.set_sampling)
        chooser.brush.clearing_requested.connect(self._on_clearing_requested)
        self._pointing.suggested.connect(self._on_suggested)
        session.current_changed.connect(self.leave)
        session.guidance_changed.connect(self._on_guidance_changed)
        session.treatment_changed.connect(self._on_treatment_changed)
        workspace.loading.photo_loaded.connect(self._on_treatment_changed)

    def open(self, index: int) -> None:
        """Be about a point of the photo."""
        self._open(self._pointing.points[index], index)

    @Slot()
    def leave(self) -> None:
        """Be about the clicks and strokes that come."""
        self._chooser.leave_place()

    @Slot(bool)
    def set_sampling(self, sampling: bool) -> None:
        """Whether the next click takes a colour instead of putting one."""
        self._is_sampling = sampling
        self._chooser.brush.show_sampling(sampling)
        if sampling:
            self._comparison.colorized_pane.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_sampling(self) -> bool:
        """Whether the next click takes a colour."""
        return self._is_sampling

    @Slot(float)
    def set_reach(self, reach: float) -> None:
        """Let the point that is opened, or those that come, reach so far."""
        self._reach = reach
        self._draft = replace(self._draft, reach=reach)
        if self.index is not None:
            self._is_choosing = True
            self._pointing.set_reach(self.index, reach)
            held = self._chooser.reach.slider.isSliderDown()
            (self._pointing.hold if held else self._pointing.pause)()
            self._is_choosing = False

    @Slot(QPointF)
    def _on_pointed(self, place: QPointF) -> None:
        if self._is_sampling:
            self._sample(place)
        else:
            self._begin(ColourPoint(place.x(), place.y(), _GRAY, reach=self._reach))

    @Slot(object)
    def _on_drawn(self, trail: Sequence[QPointF]) -> None:
        entry = self._session.current
        if self._is_sampling:
            self._sample(trail[-1])
        elif entry is not None and entry.photo is not None:
            path = path_through([(place.x(), place.y()) for place in trail], *entry.photo.size)
            self._begin(ColourPoint.along(path, _GRAY, self._reach))

    def _sample(self, place: QPointF) -> None:
        entry = self._session.current
        as_shown = bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
        image = self._comparison.colorized_pane.image
        if entry is None or image is None:
            return
        found = sample(None if as_shown else entry.prediction, image, place)
        self.set_sampling(False)
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
        if not self._chooser.is_for_place():
            self._lightness = min(max(lightness, 5.0), 95.0)
        self._take(within(self._lightness, ab), name, held=False)
        if self._chooser.is_for_place():
            self._chooser.show_ab(within(self._lightness, ab))
            self._chooser.brush.show_name(name)
        else:
            self._show_next()

    def _begin(self, point: ColourPoint) -> None:
        """Put a point or stroke in the chosen colour; while there is none, offer colours for it."""
        self.leave()
        entry = self._session.current
        if entry is None or entry.photo is None or entry.prediction is None:
            return
        if all(_is_on_mount(entry, *place) for place in point.places):
            self._viewer.message_bar.show_notice(self.tr("The mount around the photo stays without colour."))
            return
        if self.brush is None:
            self._open(point, None)
            return
        lightness = lightness_of(entry.photo.lightness, point.places)
        self._pointing.put(replace(point, ab=within(lightness, self.brush), name=self._name))
        self._pointing.end_gesture()
        self._keep_brush()

    def _open(self, point: ColourPoint, index: int | None) -> None:
        entry = self._session.current
        self.leave()
        if entry is None or entry.photo is None:
            return
        self._draft, self.index = point, index
        self._lightness = lightness_of(entry.photo.lightness, point.places)
        self._pointing.end_gesture()
        self._show_pending(unfilled(point) if index is None else None)
        chosen = None if index is None else point.ab
        self._chooser.show_for_place(self._lightness, chosen, self._settings.recent_colours, point.reach)
        if point.name:
            self._chooser.brush.show_name(point.name)
        self._pointing.suggest(place_of(point), index)
        self.changed.emit()

    @Slot(object)
    def _on_suggested(self, suggestion: Suggestion) -> None:
        entry = self._session.current
        if not self._chooser.is_for_place() or suggestion.place != place_of(self._draft) or entry is None:
            return
        if entry.prediction is not None:
            ab = entry.prediction.ab
            a, b = ab[cell_at(ab.shape, self._draft.x, self._draft.y)]
            self._chooser.show_suggestions((float(a), float(b)), suggestion.colours)

    @Slot(object, bool)
    def _on_ab_requested(self, ab: Ab, held: bool) -> None:
        self._take(ab, "", held=held)

    def _take(self, ab: Ab, name: str, *, held: bool) -> None:
        self.brush, self._name = ab, name
        if not self._chooser.is_for_place():
            self._chooser.show_for_next_title(ab)
            return
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
    def _on_clearing_requested(self) -> None:
        self.brush, self._name = None, ""
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
        self._pointing.forget_suggestions()
        self._pointing.end_gesture()
        self._show_pending(None)
        index, self.index = self.index, None
        if index is not None and self.brush is not None:
            self._keep_brush()
        self._show_next()
        if had_focus:
            layer = self._comparison.points[0]
            there = index is not None and index < len(layer.markers)
            (layer.markers[index or 0] if there else layer.pane).setFocus()
        self.changed.emit()

    @Slot(object)
    def _on_guidance_changed(self, entry: Entry) -> None:
        if entry is self._session.current and not self._is_choosing:
            self.leave()  # undo may have taken its point

    @Slot(object)
    def _on_treatment_changed(self, entry: Entry) -> None:
        """The lightness that colours are offered for may be another one."""
        if entry is self._session.current:
            self.leave()

    def _keep_brush(self) -> None:
        if self.brush is not None:
            self._settings.add_recent_colour(self.brush)

    def _show_next(self) -> None:
        recent = self._settings.recent_colours
        self._chooser.show_for_next(self.brush, self._lightness, recent, self._reach)
        if self.brush is not None and self._name:
            self._chooser.brush.show_name(self._name)

    def _show_pending(self, mark: Mark | None) -> None:
        for layer in self._comparison.points:
            layer.show_pending(mark)


def place_of(point: ColourPoint) -> QPointF:
    """Where a point is, or the ring of a stroke."""
    return QPointF(point.x, point.y)


def unfilled(point: ColourPoint) -> Mark:
    """How it is shown before it has a colour."""
    return Mark(place_of(point), None, "", tuple(QPointF(x, y) for x, y in point.path))


def _is_on_mount(entry: Entry, x: float, y: float) -> bool:
    """Whether a place is one that the network does not see."""
    photo = entry.photo
    if photo is None or photo.notice.mount is None or not entry.treatment.ignore_mount:
        return False
    width, height = photo.size
    top, bottom, left, right = photo.notice.mount
    return not (left <= x * width <= right and top <= y * height <= bottom)
