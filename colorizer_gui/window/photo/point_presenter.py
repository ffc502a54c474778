"""Colour points between the photo, the panel of colours that opens on it, and the controllers."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QPoint, QPointF, Slot

from colorizer_gui.controllers.photo.pointing import Suggestion
from colorizer_gui.controllers.session.session import Entry
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.guidance.colour_points import ColourPoint, cell_at, lightness_of, path_through
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.compare.stage import Stage
from colorizer_gui.widgets.panel.adjust_panel import AdjustPanel
from colorizer_gui.widgets.points.colour_popover import ColourPopover, shown_color
from colorizer_gui.widgets.points.colour_words import colour_text, place_text
from colorizer_gui.widgets.points.point_marker import Mark
from colorizer_gui.widgets.points.reach_row import REACH_STEPS, reach_text
from colorizer_gui.window.actions import WindowActions

_GRAY: Final = (0.0, 0.0)


class PointPresenter(QObject):
    """Puts, shows, moves and removes colour points.

    A place that was clicked becomes a point with the first colour that is chosen for it. All that is
    done while the panel of colours is open is one step of undo.

    Attributes
    ----------
    popover
        The panel of colours.
    """

    def __init__(
        self,
        workspace: Workspace,
        settings: Settings,
        stage: Stage,
        panel: AdjustPanel,
        actions: WindowActions,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = workspace.session
        self._pointing = workspace.pointing
        self._settings = settings
        self._stage = stage
        self._comparison = stage.comparison
        self._tools = panel.points
        self._section = panel.sections["points"]
        self._actions = actions
        self.popover = ColourPopover(stage.comparison)
        self._layer = self._comparison.points[0]
        self._draft = ColourPoint(0.0, 0.0, _GRAY)
        self._index: int | None = None
        self._chosen: tuple[float, float] | None = None
        self._is_choosing = False
        self._connect(workspace)
        self._refresh()

    def _connect(self, workspace: Workspace) -> None:
        session, popover, actions = self._session, self.popover, self._actions
        actions.points.toggled.connect(self._on_toggled)
        actions.original.toggled.connect(self._update_visibility)
        actions.remove_points.triggered.connect(self._pointing.remove_all)
        self._tools.pointing_requested.connect(actions.points.setChecked)
        self._tools.removal_requested.connect(self._pointing.remove_all)
        self._comparison.pointed.connect(self._on_pointed)
        self._comparison.drawn.connect(self._on_drawn)
        self._comparison.view.changed.connect(self._on_view_changed)
        for layer in self._comparison.points:
            layer.chosen.connect(self._on_chosen)
            layer.moved.connect(self._on_moved)
            layer.move_ended.connect(self._pointing.end_gesture)
            layer.reach_requested.connect(self._on_steps_requested)
            layer.removal_requested.connect(self._on_removal_requested)
            layer.removal_of_all_requested.connect(self._pointing.remove_all)
        popover.ab_requested.connect(self._on_ab_requested)
        popover.reach_requested.connect(self._on_reach_requested)
        popover.removal_requested.connect(self._on_popover_removal_requested)
        popover.closed.connect(self._on_closed)
        self._pointing.suggested.connect(self._on_suggested)
        session.current_changed.connect(self._on_current_changed)
        session.guidance_changed.connect(self._on_guidance_changed)
        session.treatment_changed.connect(self._on_treatment_changed)
        workspace.loading.photo_loaded.connect(self._on_photo_loaded)

    @Slot(bool)
    def _on_toggled(self, pointing: bool) -> None:
        if pointing:
            self._actions.candidates.setChecked(False)
            self._section.set_opened(True)
        else:
            self.popover.close_popover()
        self._tools.show_pointing(pointing)
        self._comparison.set_pointing(pointing)
        self._update_visibility()

    @Slot(QPointF)
    def _on_pointed(self, place: QPointF) -> None:
        self._begin(ColourPoint(place.x(), place.y(), _GRAY))

    @Slot(object)
    def _on_drawn(self, trail: Sequence[QPointF]) -> None:
        entry = self._session.current
        if entry is not None and entry.photo is not None:
            path = path_through([(place.x(), place.y()) for place in trail], *entry.photo.size)
            self._begin(ColourPoint.along(path, _GRAY))

    def _begin(self, point: ColourPoint) -> None:
        """Offer colours for a point, or a stroke, that is still without."""
        self.popover.close_popover()
        entry = self._session.current
        if entry is None or entry.photo is None or entry.prediction is None:
            return
        if all(_is_on_mount(entry, *place) for place in point.places):
            self._stage.message_bar.show_notice(self.tr("The mount around the photo stays without colour."))
            return
        self._open(point, None)

    @Slot(int)
    def _on_chosen(self, index: int) -> None:
        self._open(self._pointing.points[index], index)

    def _open(self, point: ColourPoint, index: int | None) -> None:
        entry = self._session.current
        self.popover.close_popover()
        if entry is None or entry.photo is None:
            return
        self._draft, self._index, self._chosen = point, index, None
        lightness = lightness_of(entry.photo.lightness, point.places)
        self._pointing.end_gesture()
        self._show_pending(_unfilled(point) if index is None else None)
        chosen = None if index is None else point.ab
        recent = self._settings.recent_colours
        self.popover.open(self._anchor(), lightness, chosen, recent, point.reach)
        self._pointing.suggest(_place(point), index)

    @Slot(object)
    def _on_suggested(self, suggestion: Suggestion) -> None:
        entry = self._session.current
        if self.popover.isHidden() or suggestion.place != _place(self._draft) or entry is None:
            return
        if entry.prediction is not None:
            ab = entry.prediction.ab
            a, b = ab[cell_at(ab.shape, self._draft.x, self._draft.y)]
            self.popover.show_suggestions((float(a), float(b)), suggestion.colours)

    @Slot(object)
    def _on_ab_requested(self, ab: tuple[float, float]) -> None:
        self._chosen, self._is_choosing = ab, True
        if self._index is None:
            self._index = self._pointing.put(replace(self._draft, ab=ab))
            self._show_pending(None)
        else:
            self._pointing.recolour(self._index, ab)
        self._is_choosing = False

    @Slot(float)
    def _on_reach_requested(self, reach: float) -> None:
        self._is_choosing = True
        self._draft = replace(self._draft, reach=reach)
        if self._index is not None:
            self._pointing.set_reach(self._index, reach)
        self._is_choosing = False

    @Slot(int, int)
    def _on_steps_requested(self, index: int, steps: int) -> None:
        """A turn of the wheel over a ring, or a key on it."""
        point = self._pointing.points[index]
        reach = min(max(round(point.reach * REACH_STEPS) + steps, -REACH_STEPS), REACH_STEPS) / REACH_STEPS
        if self.popover.isHidden() or index != self._index:
            self.popover.close_popover()
            self._pointing.set_reach(index, reach, by_step=True)
        else:
            self.popover.reach.show_reach(reach)
            self._on_reach_requested(reach)

    @Slot()
    def _on_popover_removal_requested(self) -> None:
        index = self._index
        self.popover.close_popover()
        if index is not None:
            self._pointing.remove(index)

    @Slot(bool)
    def _on_closed(self, had_focus: bool) -> None:
        """All that was chosen is one step of undo, and the last colour was the one that was wanted."""
        self._pointing.forget_suggestions()
        self._pointing.end_gesture()
        self._show_pending(None)
        if self._chosen is not None:
            self._settings.add_recent_colour(self._chosen)
        markers = self._layer.markers
        if had_focus:
            there = self._index is not None and self._index < len(markers)
            (markers[self._index or 0] if there else self._layer.pane).setFocus()
        self._index = self._chosen = None

    @Slot(int, QPointF, bool)
    def _on_moved(self, index: int, place: QPointF, by_key: bool) -> None:
        self.popover.close_popover()
        self._pointing.move(index, place, by_key=by_key)

    @Slot(int)
    def _on_removal_requested(self, index: int) -> None:
        self.popover.close_popover()
        self._pointing.remove(index)

    @Slot(object)
    def _on_current_changed(self, _entry: Entry | None) -> None:
        self.popover.close_popover()
        self._refresh()

    @Slot(object)
    def _on_photo_loaded(self, entry: Entry) -> None:
        if entry is self._session.current:
            self._refresh()

    @Slot(object)
    def _on_guidance_changed(self, entry: Entry) -> None:
        if entry is not self._session.current:
            return
        if not self._is_choosing:
            self.popover.close_popover()  # undo may have taken its point
        self._refresh()

    @Slot(object)
    def _on_treatment_changed(self, entry: Entry) -> None:
        """The lightness that colours are offered for may be another one."""
        if entry is self._session.current:
            self.popover.close_popover()

    @Slot()
    def _on_view_changed(self) -> None:
        if not self.popover.isHidden():
            self.popover.place(self._anchor())

    def _anchor(self) -> QPoint:
        layer = self._layer
        return layer.pane.mapTo(self._comparison, layer.position_of(_place(self._draft)).toPoint())

    def _show_pending(self, mark: Mark | None) -> None:
        for layer in self._comparison.points:
            layer.show_pending(mark)

    def _refresh(self) -> None:
        entry, points = self._session.current, self._pointing.points
        shown = entry is not None and entry.photo is not None
        marks = (
            [self._mark(entry, number, points) for number in range(len(points))] if shown and entry else []
        )
        for layer in self._comparison.points:
            layer.show_marks(marks)
        self._tools.show_count(len(points))
        self._actions.remove_points.setEnabled(bool(points))
        self._update_visibility()

    def _mark(self, entry: Entry, number: int, points: tuple[ColourPoint, ...]) -> Mark:
        assert entry.photo is not None
        point = points[number]
        lightness = lightness_of(entry.photo.lightness, point.places)
        text = self.tr("Colour point {0} of {1}: {2}; {3}")
        if point.path:
            text = self.tr("Colour stroke {0} of {1}: {2}; {3}")
        colour, place = colour_text(lightness, point.ab), place_text(_place(point))
        name = text.format(number + 1, len(points), colour, place)
        if point.reach:
            name = self.tr("{0}; reach: {1}").format(name, reach_text(point.reach))
        return replace(_unfilled(point), color=shown_color(lightness, point.ab), name=name)

    @Slot()
    def _update_visibility(self) -> None:
        """Rings are there while the tool is in use, but not over the original that is held up."""
        shown = self._actions.points.isChecked() and not self._actions.original.isChecked()
        for layer in self._comparison.points:
            layer.set_shown(shown)


def _place(point: ColourPoint) -> QPointF:
    return QPointF(point.x, point.y)


def _unfilled(point: ColourPoint) -> Mark:
    return Mark(_place(point), None, "", tuple(QPointF(x, y) for x, y in point.path))


def _is_on_mount(entry: Entry, x: float, y: float) -> bool:
    """Whether a place is one that the network does not see."""
    photo = entry.photo
    if photo is None or photo.notice.mount is None or not entry.treatment.ignore_mount:
        return False
    width, height = photo.size
    top, bottom, left, right = photo.notice.mount
    return not (left <= x * width <= right and top <= y * height <= bottom)
