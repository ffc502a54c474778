"""Joins the panel of colour settings, and a colour picked out of the photo, with what they change."""

from typing import Final

from PySide6.QtCore import QObject, QPointF, Slot
from PySide6.QtWidgets import QWidget

from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.rendering.adjustments import Areas, areas_of, settings_of
from colorizer_gui.settings.settings import Settings
from colorizer_gui.widgets.compare.viewer import Viewer
from colorizer_gui.widgets.panel.adjust_panel import AdjustPanel
from colorizer_gui.window.actions import WindowActions

_REMOVE_POINTS: Final = "remove points"


class ColourPresenter(QObject):
    """Hands what the panel and its actions ask for to the controller of adjustments."""

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        settings: Settings,
        panel: AdjustPanel,
        viewer: Viewer,
        actions: WindowActions,
    ) -> None:
        super().__init__(window)
        self._session, self._adjusting = workspace.session, workspace.adjusting
        self._settings = settings
        self._panel = panel
        self._pointing, self._bar = workspace.pointing, viewer.message_bar
        panel.adjustments_requested.connect(self._adjusting.request)
        panel.gesture_begun.connect(self._adjusting.hold_gesture)
        panel.gesture_ended.connect(self._adjusting.end_gesture)
        panel.presets.preset_requested.connect(self._adjusting.apply)
        panel.presets.saving_requested.connect(self._on_preset_saving_requested)
        panel.presets.removal_requested.connect(settings.remove_preset)
        panel.picking_requested.connect(viewer.comparison.set_picking)
        viewer.comparison.picked.connect(self._on_picked)
        actions.reset.triggered.connect(self._on_reset)
        self._bar.action_requested.connect(self._on_action_requested)
        actions.copy_settings.triggered.connect(self._adjusting.copy)
        actions.paste_settings.triggered.connect(self._adjusting.paste)

    @Slot()
    def _on_reset(self) -> None:
        """Sliders are set back; what else gives the photo its colour stays, and it is said that it does."""
        entry = self._session.current
        self._adjusting.reset()
        if entry is None or self._adjusting.target is not None:
            return
        if self._pointing.points:
            text = self.tr("The sliders are set back. Your colour points stay.")
            self._bar.show_notice(text, self.tr("Remove Points"), _REMOVE_POINTS)
        elif areas_of(entry.adjustments) != Areas():
            self._bar.show_notice(self.tr("The sliders are set back. Areas and protected places stay."))

    @Slot(str)
    def _on_action_requested(self, key: str) -> None:
        if key == _REMOVE_POINTS:
            self._pointing.remove_all()

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
