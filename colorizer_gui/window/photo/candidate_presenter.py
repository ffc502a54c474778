"""Shows other colorizations of the photo that is shown, and takes the one that is chosen."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from colorizer_gui.controllers.colorizing.activity import Activity
from colorizer_gui.controllers.photo import presentation
from colorizer_gui.controllers.session.session import Entry
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.desktop.display_profile import for_display
from colorizer_gui.widgets.compare.candidate_bar import CandidateBar
from colorizer_gui.workers.photo.answers import CandidatesMade


class CandidatePresenter(QObject):
    """Between the action, the row of pictures and the controllers.

    What was made is kept only while the row is open.
    """

    def __init__(
        self, workspace: Workspace, bar: CandidateBar, action: QAction, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._bar = bar
        self._action = action
        self._made: CandidatesMade | None = None
        action.toggled.connect(self._on_toggled)
        bar.dismissed.connect(self._close)
        bar.candidate_requested.connect(self._on_candidate_requested)
        bar.candidate_looked_at.connect(self._on_candidate_looked_at)
        workspace.session.current_changed.connect(self._on_current_changed)
        workspace.session.adjustments_changed.connect(self._on_adjustments_changed)
        workspace.session.guidance_changed.connect(self._on_guidance_changed)
        workspace.colorization.candidates_made.connect(self._on_candidates_made)
        workspace.colorization.activity_changed.connect(self._on_activity_changed)

    @Slot(bool)
    def _on_toggled(self, shown: bool) -> None:
        entry = self._workspace.session.current
        self._made = None
        self._bar.setVisible(shown)
        if shown and entry is not None:
            self._bar.show_waiting()
            self._workspace.colorization.suggest(entry)
        elif not shown:
            self._workspace.previewing.try_prediction(None)
            self._workspace.colorization.cancel_suggestions()

    @Slot()
    def _close(self) -> None:
        self._action.setChecked(False)

    @Slot(object)
    def _on_current_changed(self, _entry: Entry | None) -> None:
        self._close()

    @Slot(object)
    def _on_activity_changed(self, activity: Activity | None) -> None:
        """Nothing is done any more: what was not made has failed or was stopped."""
        if activity is None and self._made is None:
            self._close()

    @Slot(object, object)
    def _on_candidates_made(self, entry: Entry, made: CandidatesMade) -> None:
        if entry is self._workspace.session.current and self._action.isChecked():
            self._made = made
            names = [presentation.reading_text(candidate.reading) for candidate in made.candidates]
            display = self._workspace.previewing.display
            thumbnails = [for_display(thumbnail, display) for thumbnail in made.thumbnails]
            self._bar.show_candidates(list(zip(names, thumbnails, strict=True)))
            self._mark()

    @Slot(int)
    def _on_candidate_requested(self, index: int) -> None:
        if self._made is not None:
            candidate = self._made.candidates[index]
            self._workspace.adjusting.take(candidate.prediction, self._made.thumbnails[index])
            self._mark()

    @Slot(object)
    def _on_candidate_looked_at(self, index: int | None) -> None:
        """Large, in the place of the colour that the photo has, under the zoom that it has."""
        made = self._made
        tried = None if made is None or index is None else made.candidates[index].prediction
        self._workspace.previewing.try_prediction(tried)

    @Slot(object)
    def _on_adjustments_changed(self, entry: Entry) -> None:
        if entry is self._workspace.session.current:
            self._mark()

    @Slot(object)
    def _on_guidance_changed(self, entry: Entry) -> None:
        """What was made follows other points than the photo does now."""
        if entry is self._workspace.session.current:
            self._close()

    def _mark(self) -> None:
        entry = self._workspace.session.current
        if self._made is not None and entry is not None and entry.prediction is not None:
            readings = [candidate.reading.value for candidate in self._made.candidates]
            taken = entry.prediction.candidate
            self._bar.mark(readings.index(taken) if taken in readings else None)
