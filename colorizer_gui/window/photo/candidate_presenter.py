"""Shows other colorizations of the photo that is shown, and takes the one that is chosen."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QImage

from colorizer_gui.controllers.colorizing.activity import Activity
from colorizer_gui.controllers.photo import presentation
from colorizer_gui.controllers.session.session import Entry
from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.desktop.display_profile import for_display
from colorizer_gui.widgets.compare.candidate_bar import CandidateBar
from colorizer_gui.workers.photo.answers import CandidatesMade


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """What the row shows.

    Attributes
    ----------
    pictures
        The name of each and a small picture, for the display.
    """

    made: CandidatesMade
    pictures: list[tuple[str, QImage]]


class CandidatePresenter(QObject):
    """Between the action, the row of pictures and the controllers.

    Signals
    -------
    changed(Row | None)
        The row shows other pictures, or none.
    marked(int | None)
        The colour that the photo has is the one at this place.

    Attributes
    ----------
    row
        What is shown; None while it is being made, and when the row is closed.
    """

    changed = Signal(object)
    marked = Signal(object)

    def __init__(
        self, workspace: Workspace, bar: CandidateBar, action: QAction, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._bar = bar
        self._action = action
        self.row: Row | None = None
        action.toggled.connect(self._on_toggled)
        bar.dismissed.connect(self._close)
        bar.candidate_requested.connect(self.take)
        bar.candidate_looked_at.connect(self._on_candidate_looked_at)
        workspace.session.current_changed.connect(self._on_current_changed)
        workspace.session.adjustments_changed.connect(self._on_adjustments_changed)
        workspace.session.guidance_changed.connect(self._on_guidance_changed)
        workspace.colorization.candidates_made.connect(self._on_candidates_made)
        workspace.colorization.activity_changed.connect(self._on_activity_changed)

    @Slot(bool)
    def _on_toggled(self, shown: bool) -> None:
        entry = self._workspace.session.current
        self._bar.setVisible(shown)
        if shown and entry is not None:
            self._bar.show_waiting()
            self._workspace.colorization.suggest(entry)
        elif not shown:
            self._workspace.previewing.try_prediction(None)
            self._workspace.colorization.cancel_suggestions()
        self._set_row(None)

    def _set_row(self, row: Row | None) -> None:
        self.row = row
        self.changed.emit(row)

    @Slot()
    def _close(self) -> None:
        self._action.setChecked(False)

    @Slot(object)
    def _on_current_changed(self, _entry: Entry | None) -> None:
        self._close()

    @Slot(object)
    def _on_activity_changed(self, activity: Activity | None) -> None:
        """Nothing is done any more: what was not made has failed or was stopped."""
        if activity is None and self.row is None:
            self._close()

    @Slot(object, object)
    def _on_candidates_made(self, entry: Entry, made: CandidatesMade) -> None:
        if entry is self._workspace.session.current and self._action.isChecked():
            names = [presentation.reading_text(candidate.reading) for candidate in made.candidates]
            display = self._workspace.previewing.display
            thumbnails = [for_display(thumbnail, display) for thumbnail in made.thumbnails]
            pictures = list(zip(names, thumbnails, strict=True))
            self._bar.show_candidates(pictures)
            self._set_row(Row(made, pictures))
            self.mark()

    @Slot(int)
    def take(self, index: int) -> None:
        """Give the photo the colours at this place of the row."""
        if self.row is not None:
            made = self.row.made
            self._workspace.adjusting.take(made.candidates[index].prediction, made.thumbnails[index])
            self.mark()

    @Slot(object)
    def _on_candidate_looked_at(self, index: int | None) -> None:
        """Large, in the place of the colour that the photo has, under the zoom that it has."""
        row = self.row
        tried = None if row is None or index is None else row.made.candidates[index].prediction
        self._workspace.previewing.try_prediction(tried)

    @Slot(object)
    def _on_adjustments_changed(self, entry: Entry) -> None:
        if entry is self._workspace.session.current:
            self.mark()

    @Slot(object)
    def _on_guidance_changed(self, entry: Entry) -> None:
        """What was made follows other points than the photo does now."""
        if entry is self._workspace.session.current:
            self._close()

    def mark(self) -> None:
        """Tell which of them the photo has."""
        entry = self._workspace.session.current
        if self.row is not None and entry is not None and entry.prediction is not None:
            readings = [candidate.reading.value for candidate in self.row.made.candidates]
            taken = entry.prediction.candidate
            index = readings.index(taken) if taken in readings else None
            self._bar.mark(index)
            self.marked.emit(index)
