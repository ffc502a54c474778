"""Shows the other colorizations side by side in the place of the photo, and takes the one that is chosen."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage

from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.widgets.compare.viewer import Viewer
from colorizer_gui.window.actions import WindowActions
from colorizer_gui.window.photo.candidate_presenter import CandidatePresenter, Row


class CandidateGridPresenter(QObject):
    """Between the row of other colours, of which it shows the same, and the grid on the viewer."""

    def __init__(
        self, workspace: Workspace, viewer: Viewer, candidates: CandidatePresenter, actions: WindowActions
    ) -> None:
        super().__init__(candidates)
        self._session = workspace.session
        self._drawing = workspace.candidate_drawing
        self._viewer = viewer
        self._grid = viewer.candidate_grid
        self._candidates = candidates
        self._row_action = actions.candidates
        self._action = actions.candidates_large
        self._action.toggled.connect(self._on_toggled)
        candidates.changed.connect(self._on_row_changed)
        candidates.marked.connect(self._grid.mark)
        viewer.comparison.view.changed.connect(self._on_view_changed)
        self._drawing.drawn.connect(self._on_drawn)
        self._grid.candidate_requested.connect(self._on_candidate_requested)
        self._grid.dismissed.connect(self._close)

    @Slot(bool)
    def _on_toggled(self, shown: bool) -> None:
        if shown:
            self._row_action.setChecked(True)
        self._on_row_changed(self._candidates.row)

    @Slot(object)
    def _on_row_changed(self, row: Row | None) -> None:
        """Until the colours are made the row says that they are on their way."""
        entry = self._session.current
        if not self._row_action.isChecked():
            self._close()
        if row is None or entry is None or not self._action.isChecked():
            self._drawing.end()
            self._viewer.show_candidates_large(False)
            self._grid.clear()
            return
        self._viewer.show_candidates_large(True)
        self._grid.show_candidates(row.pictures)
        self._drawing.begin(entry, [candidate.prediction for candidate in row.made.candidates])
        self._on_view_changed()
        self._candidates.mark()
        self._grid.panes[0].setFocus()

    @Slot()
    def _on_view_changed(self) -> None:
        self._drawing.set_side(self._viewer.comparison.view.visible_side)

    @Slot(int, object)
    def _on_drawn(self, index: int, image: QImage) -> None:
        if index < len(self._grid.panes):
            self._grid.set_image(index, image)

    @Slot(int)
    def _on_candidate_requested(self, index: int) -> None:
        self._candidates.take(index)
        self._close()

    @Slot()
    def _close(self) -> None:
        self._action.setChecked(False)
