"""A menu of colour settings: presets, those of the photo that is shown, those that were copied."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.widgets.panel.preset_button import built_in_presets


class ColourMenu(QMenu):
    """Lets the user choose settings.

    Signals
    -------
    chosen(Adjustments | None)
        None means those of the batch.
    recipe_requested()
        Those of a result that is still to be named.

    Parameters
    ----------
    for_single
        Whether it is for single photos of a batch, which may go back to the settings of the batch.
    """

    chosen = Signal(object)
    recipe_requested = Signal()

    def __init__(self, title: str, parent: QWidget | None = None, *, for_single: bool = False) -> None:
        super().__init__(title, parent)
        self._for_single = for_single
        self._own: Mapping[str, Adjustments] = {}
        self._shown: Adjustments | None = None
        self._copied: Adjustments | None = None
        self._fill()

    def show_presets(self, own: Mapping[str, Adjustments]) -> None:
        """Offer other presets of the user."""
        self._own = own
        self._fill()

    def show_sources(self, shown: Adjustments | None, copied: Adjustments | None) -> None:
        """Offer the settings of the photo that is shown, and those that were copied, if there are any."""
        if (shown, copied) != (self._shown, self._copied):
            self._shown, self._copied = shown, copied
            self._fill()

    def name_of(self, adjustments: Adjustments) -> str:
        """The preset that has these settings, or that they are own ones."""
        presets = {**built_in_presets(), **self._own}
        return next(
            (name for name, value in presets.items() if value == adjustments), self.tr("Own settings")
        )

    def _fill(self) -> None:
        self.clear()
        if self._for_single:
            self.addAction(self.tr("As the Whole Batch")).triggered.connect(partial(self.chosen.emit, None))
            self.addSeparator()
        for text, adjustments in (
            (self.tr("As the Photo in the Photo View"), self._shown),
            (self.tr("As Copied"), self._copied),
        ):
            action = self.addAction(text)
            action.setEnabled(adjustments is not None)
            action.triggered.connect(partial(self.chosen.emit, adjustments))
        self.addAction(self.tr("As an Earlier Result…")).triggered.connect(self.recipe_requested)
        for presets in (built_in_presets(), self._own):
            if presets:
                self.addSeparator()
            for name, adjustments in presets.items():
                action = self.addAction(name.replace("&", "&&"))
                action.triggered.connect(partial(self.chosen.emit, adjustments))
