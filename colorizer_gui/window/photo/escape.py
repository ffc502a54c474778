"""What Esc ends: what is in the foreground, one thing at a time, and never the work on other photos."""

from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.widgets.panel.adjust_panel import AdjustPanel
from colorizer_gui.window.actions import WindowActions


class Escape:
    """From a tool in the hand to what is done for the photo that is shown, and last the full screen."""

    def __init__(self, workspace: Workspace, panel: AdjustPanel, actions: WindowActions) -> None:
        self._workspace = workspace
        self._picker = panel.picker.button
        self._eyedropper = panel.points.chooser.brush.eyedropper
        self._actions = actions

    def end(self) -> None:
        """End the first of these that there is."""
        actions = self._actions
        tools = (self._picker, self._eyedropper, actions.points, actions.region, actions.protect)
        for tool in (*tools, actions.candidates_large, actions.candidates):
            if tool.isChecked():
                tool.setChecked(False)
                return
        if self._workspace.colorization.can_stop_shown:
            self._workspace.colorization.cancel_shown()
        else:
            actions.full_screen.setChecked(False)
