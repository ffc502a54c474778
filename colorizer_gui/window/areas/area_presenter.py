"""Areas between the photo, the tools in the panel, and the controller."""

from typing import Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QColor

from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.rendering.adjustments import Keep
from colorizer_gui.core.rendering.area_marks import AreaMark, MarkKind
from colorizer_gui.core.rendering.touches import Touch
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.areas.brush import Brush
from colorizer_gui.widgets.compare.viewer import Viewer
from colorizer_gui.widgets.panel.adjust_panel import AdjustPanel
from colorizer_gui.window.actions import WindowActions
from colorizer_gui.window.areas.brushes import Brushes

_COLORS: Final = {
    MarkKind.REGION: QColor(235, 70, 150),
    MarkKind.GRAY: QColor(215, 60, 50),
    MarkKind.AS_IT_IS: QColor(40, 160, 90),
}
_KINDS: Final = {Keep.GRAY: MarkKind.GRAY, Keep.AS_IT_IS: MarkKind.AS_IT_IS}


class AreaPresenter(QObject):
    """Marks regions and protects places, with one brush; what is marked is seen until a slider moves.

    Attributes
    ----------
    brushes
        What takes gestures over the photo.
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
        self._session, self._areas = workspace.session, workspace.areas
        self._adjusting, self._previewing = workspace.adjusting, workspace.previewing
        self._settings = settings
        self._panel = panel
        self._regions, self._protect = panel.regions, panel.protect
        self._actions = actions
        self.brushes = Brushes(viewer.comparison, self)
        self._paints = self._protects_by_brush = self._begins_another = False
        self._shows = True
        self._protect.gray_button.setChecked(settings.protects_gray)
        self._connect()
        self._refresh()

    def _connect(self) -> None:
        regions, protect, actions, brushes = self._regions, self._protect, self._actions, self.brushes
        actions.region.toggled.connect(self._on_region_toggled)
        actions.protect.toggled.connect(self._on_protect_toggled)
        for tool in (actions.points, actions.candidates, actions.original):
            tool.toggled.connect(self._on_other_tool_toggled)
        regions.marking_requested.connect(actions.region.setChecked)
        regions.brush_requested.connect(self._on_brush_requested)
        regions.reach.reach_requested.connect(self._on_reach_requested)
        regions.reach.slider.sliderReleased.connect(self._adjusting.end_gesture)
        rows = regions.regions
        rows.chosen.connect(self._on_chosen)
        rows.on_requested.connect(self._on_on_requested)
        rows.renaming_requested.connect(self._on_renaming_requested)
        rows.move_requested.connect(self._areas.move)
        rows.removal_requested.connect(self._areas.remove_region)
        protect.protecting_requested.connect(actions.protect.setChecked)
        protect.removal_requested.connect(self._areas.remove_protections)
        protect.brush_requested.connect(self._on_protecting_brush_requested)
        protect.reach.reach_requested.connect(self._on_protected_reach_requested)
        protect.reach.slider.sliderReleased.connect(self._adjusting.end_gesture)
        protect.gray_button.toggled.connect(self._on_gray_toggled)
        for tools in (regions, protect):
            tools.size_row.size_requested.connect(brushes.set_size)
            tools.erasing.erasing_requested.connect(brushes.set_erasing)
            tools.erasing.showing_requested.connect(self._on_showing_requested)
        brushes.touched.connect(self._on_touched)
        brushes.state_changed.connect(self._show_brush)
        self._panel.adjustments_requested.connect(self._on_slider_moved)
        self._areas.areas_changed.connect(self._refresh)
        self._adjusting.target_changed.connect(self._on_target_changed)

    @Slot(bool)
    def _on_region_toggled(self, marking: bool) -> None:
        if marking:
            for other in (self._actions.protect, self._actions.points, self._actions.candidates):
                other.setChecked(False)
            self._begins_another = True
            self._adjusting.set_target(None)
            self._panel.bring_into_view("areas")
        self._begin(marking)

    @Slot(bool)
    def _on_protect_toggled(self, protecting: bool) -> None:
        if protecting:
            for other in (self._actions.region, self._actions.points, self._actions.candidates):
                other.setChecked(False)
            self._panel.bring_into_view("protect")
        self._begin(protecting)

    @Slot(bool)
    def _on_other_tool_toggled(self, used: bool) -> None:
        if used and self.sender() is not self._actions.original:
            self._actions.region.setChecked(False)
            self._actions.protect.setChecked(False)
        self._mark()

    def _begin(self, begins: bool) -> None:
        if begins:
            self._shows = True
        self._take_brush()
        self._refresh()

    @Slot()
    def _take_brush(self) -> None:
        look = None
        if self._actions.region.isChecked():
            look = Brush(1.0 if self._paints else None, erases=False, color=_COLORS[MarkKind.REGION])
        elif self._actions.protect.isChecked():
            radius = 1.0 if self._protects_by_brush else None
            look = Brush(radius, erases=False, color=_COLORS[_KINDS[self._protect.keep]])
        self.brushes.take(look)

    @Slot(bool)
    def _on_gray_toggled(self, gray: bool) -> None:
        self._settings.protects_gray = gray
        self._take_brush()

    @Slot()
    def _show_brush(self) -> None:
        for tools in (self._regions, self._protect):
            tools.size_row.show_size(self.brushes.size)
            tools.erasing.show_state(erasing=self.brushes.erases, showing=self._shows)

    @Slot(bool)
    def _on_brush_requested(self, paints: bool) -> None:
        if paints != self._paints:
            self._paints = paints
            self._take_brush()
            self._refresh()

    @Slot(bool)
    def _on_protecting_brush_requested(self, paints: bool) -> None:
        if paints != self._protects_by_brush:
            self._protects_by_brush = paints
            self._take_brush()
            self._refresh()

    @Slot(float)
    def _on_protected_reach_requested(self, reach: float) -> None:
        self._shows = True
        self._areas.set_protected_reach(reach)

    @Slot(object)
    def _on_touched(self, touch: Touch) -> None:
        entry = self._session.current
        if entry is None or entry.prediction is None:
            return
        self._shows = True
        if self._actions.protect.isChecked():
            self._areas.protect(touch, self._protect.keep)
        elif self._adjusting.target is not None:
            self._areas.touch_region(self._adjusting.target, touch)
        elif not touch.erases:
            self._areas.add_region(touch)
        self._refresh()

    @Slot(float)
    def _on_reach_requested(self, reach: float) -> None:
        if self._adjusting.target is not None:
            self._shows = True
            self._areas.set_reach(self._adjusting.target, reach)

    @Slot(int)
    def _on_chosen(self, index: int) -> None:
        self._adjusting.set_target(None if index < 0 else index)

    @Slot(int, bool)
    def _on_on_requested(self, index: int, on: bool) -> None:
        if self._areas.areas.regions[index].is_on != on:
            self._areas.set_on(index, on)

    @Slot(int, str)
    def _on_renaming_requested(self, index: int, name: str) -> None:
        if name and self._areas.areas.regions[index].name != name:
            self._areas.rename(index, name)
        self._refresh()

    @Slot(bool)
    def _on_showing_requested(self, shows: bool) -> None:
        self._shows = shows
        self._refresh()

    @Slot()
    def _on_slider_moved(self) -> None:
        """Stripes would hide what the slider does."""
        if self._shows:
            self._shows = False
            self._refresh()

    @Slot()
    def _on_target_changed(self) -> None:
        entry = self._session.current
        if self._adjusting.target is not None:
            self._shows = True
        if entry is not None:
            self._panel.set_target(self._adjusting.target)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        areas, target = self._areas.areas, self._adjusting.target
        regions = [(region.name, region.is_on) for region in areas.regions]
        self._panel.set_target(target)
        self._regions.show_marking(marking=self._actions.region.isChecked(), brush=self._paints)
        self._regions.show_regions(regions, target)
        touches = () if target is None or self._paints else areas.regions[target].touches
        self._regions.show_reach(_last_reach(touches))
        brush = self._protects_by_brush
        self._protect.show_protecting(protecting=self._actions.protect.isChecked(), brush=brush)
        touches = () if brush or not areas.protections else areas.protections[-1].touches
        self._protect.show_protected(protected=bool(areas.protections), reach=_last_reach(touches))
        self._panel.sections["areas"].show_count(sum(region.is_on for region in areas.regions))
        self._panel.sections["protect"].show_used(bool(areas.protections))
        self._show_brush()
        self._mark()

    @Slot()
    def _mark(self) -> None:
        """Stripes where the tool in the hand has marked something."""
        areas, target = self._areas.areas, self._adjusting.target
        marks: list[AreaMark] = []
        if self._shows and not self._actions.original.isChecked():
            if self._actions.protect.isChecked():
                marks = [AreaMark(_KINDS[each.keep], each.touches) for each in areas.protections]
            elif self._actions.region.isChecked() and target is not None:
                marks = [AreaMark(MarkKind.REGION, areas.regions[target].touches)]
        self._previewing.mark(*marks)


def _last_reach(touches: tuple[Touch, ...]) -> float | None:
    """How far the object reaches that was marked last; None where none was."""
    return next((touch.reach for touch in reversed(touches) if touch.is_object), None)
