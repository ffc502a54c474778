"""What the rest of a photo gets its colour from: the network, its own colours, the points, or nothing."""

from PySide6.QtCore import QObject, QSignalBlocker, Slot

from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.prediction.prediction import OWN_COLOURS
from colorizer_gui.widgets.panel.adjust_panel import AdjustPanel


class ScribblingPresenter(QObject):
    """Joins the boxes in the panel with the photo that is shown."""

    def __init__(self, workspace: Workspace, panel: AdjustPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._scribbling, self._pointing = workspace.scribbling, workspace.pointing
        self._session, self._panel = workspace.session, panel
        self._tools = panel.points
        self._tools.alone_box.setVisible(self._scribbling.is_offered)
        self._tools.alone_box.toggled.connect(self._scribbling.set_alone)
        self._tools.rest_box.toggled.connect(self._pointing.set_rest_follows)
        session = workspace.session
        for changed in (
            session.current_changed,
            session.candidate_changed,
            session.guidance_changed,
            session.entry_changed,
        ):
            changed.connect(self._refresh)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        alone, entry = self._scribbling.is_alone, self._session.current
        keeps = entry is not None and entry.candidate == OWN_COLOURS
        self._panel.show_own_colours(keeps)
        with QSignalBlocker(self._tools.alone_box):
            self._tools.alone_box.setChecked(alone)
        self._tools.chooser.reach.setEnabled(not alone)  # how far it goes is up to the edges then
        why_not = ""
        if alone or keeps:
            why_not = self.tr("No colours are guessed here that could follow your points")
        elif not self._pointing.takes_hints:
            why_not = self.tr("This model cannot be told colours, so only what you point at can change")
        self._tools.show_rest(follows=self._pointing.rest_follows, why_not=why_not)
