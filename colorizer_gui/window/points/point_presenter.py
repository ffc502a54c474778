"""Rings of colour points between the photo and the controllers."""

from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, Slot

from colorizer_gui.controllers.session.session import Entry
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.guidance.colour_points import ColourPoint, lightness_of, points_of
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.compare.viewer import Viewer
from colorizer_gui.widgets.panel.adjust_panel import AdjustPanel
from colorizer_gui.widgets.points.colour_words import colour_text, place_text
from colorizer_gui.widgets.points.marker import Mark
from colorizer_gui.widgets.points.reach_row import REACH_STEPS, reach_text
from colorizer_gui.widgets.points.swatch_row import shown_color
from colorizer_gui.window.actions import WindowActions
from colorizer_gui.window.points.choosing_presenter import ChoosingPresenter
from colorizer_gui.window.points.known_presenter import KnownPresenter
from colorizer_gui.window.points.paint import place_of, unfilled
from colorizer_gui.window.points.scribbling_presenter import ScribblingPresenter


class PointPresenter(QObject):
    """Shows, moves and removes colour points.

    Attributes
    ----------
    choosing
        Puts them, and gives them colours.
    """

    def __init__(
        self,
        workspace: Workspace,
        settings: Settings,
        viewer: Viewer,
        panel: AdjustPanel,
        actions: WindowActions,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = workspace.session
        self._pointing = workspace.pointing
        self._comparison = viewer.comparison
        self._tools = panel.points
        self._panel = panel
        self._actions = actions
        self._settled: tuple[ColourPoint, ...] = ()
        self._is_busy = False
        self.choosing = ChoosingPresenter(workspace, settings, viewer, panel, self)
        self._known = KnownPresenter(workspace, self.choosing, viewer, panel, self)
        ScribblingPresenter(workspace, panel, self)
        self._connect(workspace)
        self._refresh()

    def _connect(self, workspace: Workspace) -> None:
        session, actions = self._session, self._actions
        actions.points.toggled.connect(self._on_toggled)
        actions.original.toggled.connect(self._update_visibility)
        actions.remove_points.triggered.connect(self._pointing.remove_all)
        self._tools.pointing_requested.connect(actions.points.setChecked)
        self._tools.removal_requested.connect(self._pointing.remove_all)
        for layer in self._comparison.points:
            layer.chosen.connect(self.choosing.open)
            layer.moved.connect(self._on_moved)
            layer.move_ended.connect(self._pointing.end_gesture)
            layer.reach_requested.connect(self._on_steps_requested)
            layer.removal_requested.connect(self._on_removal_requested)
            layer.removal_of_all_requested.connect(self._pointing.remove_all)
        self.choosing.changed.connect(self._refresh)
        session.current_changed.connect(self._on_current_changed)
        session.guidance_changed.connect(self._on_guidance_changed)
        workspace.loading.photo_loaded.connect(self._on_photo_loaded)
        workspace.revising.busy_changed.connect(self._on_busy_changed)

    @Slot(bool)
    def _on_toggled(self, pointing: bool) -> None:
        if pointing:
            self._actions.candidates.setChecked(False)
            self._known.load()
            self._panel.bring_into_view("points")
        else:
            self.choosing.leave()
            self.choosing.eyedropper.hold(False)
        self._tools.show_pointing(pointing)
        self._comparison.set_pointing(pointing)
        self._update_visibility()

    @Slot(int, int)
    def _on_steps_requested(self, index: int, steps: int) -> None:
        """A turn of the wheel over a ring, or a key on it."""
        point = self._pointing.points[index]
        reach = min(max(round(point.reach * REACH_STEPS) + steps, -REACH_STEPS), REACH_STEPS) / REACH_STEPS
        if index == self.choosing.index:
            self._tools.chooser.reach.show_reach(reach)
            self.choosing.set_reach(reach)
        else:
            self.choosing.leave()
            self._pointing.set_reach(index, reach, by_step=True)

    @Slot(int, QPointF, bool)
    def _on_moved(self, index: int, place: QPointF, by_key: bool) -> None:
        self.choosing.leave()
        self._pointing.move(index, place, by_key=by_key)

    @Slot(int)
    def _on_removal_requested(self, index: int) -> None:
        self.choosing.leave()
        self._pointing.remove(index)

    @Slot(object)
    def _on_current_changed(self, _entry: Entry | None) -> None:
        self._refresh()

    @Slot(bool)
    def _on_busy_changed(self, busy: bool) -> None:
        """An arc goes round the points that the network still thinks about: one looks there."""
        self._is_busy = busy
        self._refresh()

    @Slot(object)
    def _on_photo_loaded(self, entry: Entry) -> None:
        if entry is self._session.current:
            self._refresh()

    @Slot(object)
    def _on_guidance_changed(self, entry: Entry) -> None:
        if entry is self._session.current:
            self._refresh()

    def _refresh(self) -> None:
        entry, points = self._session.current, self._pointing.points
        shown = entry is not None and entry.photo is not None
        prediction = None if entry is None else entry.prediction
        if prediction is not None and not prediction.is_sketch:
            self._settled = points_of(prediction.guidance)
        marks = (
            [self._mark(entry, number, points) for number in range(len(points))] if shown and entry else []
        )
        for layer in self._comparison.points:
            layer.show_marks(marks)
        self._tools.show_count(len(points))
        self._panel.sections["points"].show_count(len(points))
        self._actions.remove_points.setEnabled(bool(points))
        self._update_visibility()

    def _mark(self, entry: Entry, number: int, points: tuple[ColourPoint, ...]) -> Mark:
        assert entry.photo is not None
        point = points[number]
        lightness = lightness_of(entry.photo.lightness, point.places)
        text = self.tr("Colour point {0} of {1}: {2}; {3}")
        if point.path:
            text = self.tr("Colour stroke {0} of {1}: {2}; {3}")
        colour, place = point.name or colour_text(lightness, point.ab), place_text(place_of(point))
        name = text.format(number + 1, len(points), colour, place)
        if point.reach:
            name = self.tr("{0}; reach: {1}").format(name, reach_text(point.reach))
        return replace(
            unfilled(point),
            color=shown_color(lightness, point.ab),
            name=name,
            opened=number == self.choosing.index,
            settling=self._is_busy and point not in self._settled,
        )

    @Slot()
    def _update_visibility(self) -> None:
        """Rings are there while the tool is in use, but not over the original that is held up."""
        shown = self._actions.points.isChecked() and not self._actions.original.isChecked()
        for layer in self._comparison.points:
            layer.set_shown(shown)
