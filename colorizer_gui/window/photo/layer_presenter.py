"""How the colorized photo is shown: as a picture, as its colour alone, or marked where it was guessed."""

from PySide6.QtCore import QObject, Slot

from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.prediction.prediction import ONLY_MINE, OWN_COLOURS
from colorizer_gui.widgets.compare.comparison_view import ComparisonView
from colorizer_gui.window.actions import WindowActions
from colorizer_gui.workers.photo.requests import Layer


class LayerPresenter(QObject):
    """Follows the two actions, of which one at most is on, and says in the pane what is seen."""

    def __init__(
        self, parent: QObject, workspace: Workspace, comparison: ComparisonView, actions: WindowActions
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._comparison = comparison
        self._actions = actions
        actions.colour_alone.toggled.connect(self._on_colour_alone_toggled)
        actions.confidence.toggled.connect(self._on_confidence_toggled)
        for another in (workspace.session.current_changed, workspace.session.adjustments_changed):
            another.connect(self._show)
        workspace.colorization.colorized.connect(self._show)

    @Slot(bool)
    def _on_colour_alone_toggled(self, shown: bool) -> None:
        if shown:
            self._actions.confidence.setChecked(False)
        self._show()

    @Slot(bool)
    def _on_confidence_toggled(self, shown: bool) -> None:
        if shown:
            self._actions.colour_alone.setChecked(False)
        self._show()

    @Slot()
    def _show(self) -> None:
        layer, title = Layer.PICTURE, ""
        if self._actions.colour_alone.isChecked():
            layer, title = Layer.COLOUR, self.tr("The colour alone")
        elif self._actions.confidence.isChecked():
            layer, title = Layer.CONFIDENCE, self.tr("Striped: this colour is unsure")
            entry = self._workspace.session.current
            prediction = None if entry is None else entry.prediction
            if prediction is not None and prediction.confidence is None:
                title = self.tr("This model does not say where it guesses")
                if prediction.candidate in {ONLY_MINE, OWN_COLOURS}:
                    title = self.tr("None of these colours is a guess")
        self._comparison.set_layer_title(title)
        self._workspace.previewing.set_layer(layer)
