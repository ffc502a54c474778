"""Joins the panel of colour settings, and a colour picked out of the photo, with what they change."""

from PySide6.QtCore import QObject, QPointF, Slot
from PySide6.QtWidgets import QWidget

from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.rendering.adjustments import settings_of
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.compare.comparison_view import ComparisonView
from colorizer_gui.widgets.panel.adjust_panel import AdjustPanel
from colorizer_gui.window.actions import WindowActions


class ColourPresenter(QObject):
    """Hands what the panel and its actions ask for to the controller of adjustments."""

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        settings: Settings,
        panel: AdjustPanel,
        comparison: ComparisonView,
        actions: WindowActions,
    ) -> None:
        super().__init__(window)
        self._session, self._adjusting = workspace.session, workspace.adjusting
        self._settings = settings
        self._panel = panel
        panel.adjustments_requested.connect(self._adjusting.request)
        panel.gesture_begun.connect(self._adjusting.hold_gesture)
        panel.gesture_ended.connect(self._adjusting.end_gesture)
        panel.presets.preset_requested.connect(self._adjusting.apply)
        panel.presets.saving_requested.connect(self._on_preset_saving_requested)
        panel.presets.removal_requested.connect(settings.remove_preset)
        panel.picking_requested.connect(comparison.set_picking)
        comparison.picked.connect(self._on_picked)
        actions.reset.triggered.connect(self._adjusting.reset)
        actions.copy_settings.triggered.connect(self._adjusting.copy)
        actions.paste_settings.triggered.connect(self._adjusting.paste)

    @Slot(str)
    def _on_preset_saving_requested(self, name: str) -> None:
        entry = self._session.current
        if entry is not None:
            settings = settings_of(entry.adjustments, self._adjusting.target)
            self._settings.add_preset(name, settings)

    @Slot(QPointF)
    def _on_picked(self, position: QPointF) -> None:
        self._panel.set_picking(False)
        self._adjusting.pick(position)
        self._panel.rows["picked_turn"].slider.setFocus()  # to go on by keys
