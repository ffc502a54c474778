"""What colour is made of beside the points: whether the network has a say, or the photo keeps its own."""

from PySide6.QtCore import QObject, QSignalBlocker, Slot

from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.prediction.prediction import OWN_COLOURS
from colorizer_gui.widgets.panel.adjust_panel import AdjustPanel


class ScribblingPresenter(QObject):
    """Joins the box in the panel with the photo that is shown."""

    def __init__(self, workspace: Workspace, panel: AdjustPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._scribbling = workspace.scribbling
        self._session, self._panel = workspace.session, panel
        self._tools = panel.points
        self._tools.alone_box.setVisible(self._scribbling.is_offered)
        self._tools.alone_box.toggled.connect(self._scribbling.set_alone)
        session = workspace.session
        for changed in (session.current_changed, session.candidate_changed, session.entry_changed):
            changed.connect(self._refresh)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        alone, entry = self._scribbling.is_alone, self._session.current
        self._panel.show_own_colours(entry is not None and entry.candidate == OWN_COLOURS)
        with QSignalBlocker(self._tools.alone_box):
            self._tools.alone_box.setChecked(alone)
        self._tools.chooser.reach.setEnabled(not alone)  # how far it goes is up to the edges then
