"""Colours that are known by name, between the user's library and the chooser."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QColor

from colorizer_gui.controllers.workspace import Workspace
from colorizer_gui.core.guidance.known_colours import KnownColour
from colorizer_gui.desktop.translation import in_own_language
from colorizer_gui.widgets.compare.viewer import Viewer
from colorizer_gui.widgets.panel.adjust_panel import AdjustPanel
from colorizer_gui.window.points.choosing_presenter import ChoosingPresenter


class KnownPresenter(QObject):
    """Lets known colours be chosen, kept, removed, imported and exported."""

    def __init__(
        self,
        workspace: Workspace,
        choosing: ChoosingPresenter,
        viewer: Viewer,
        panel: AdjustPanel,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._library = workspace.colours
        self._choosing = choosing
        self._messages = viewer.message_bar
        self._chooser = panel.points.chooser
        known = self._chooser.known
        known.colour_requested.connect(self._on_colour_requested)
        known.keeping_requested.connect(self._on_keeping_requested)
        known.removal_requested.connect(self._library.remove)
        known.import_requested.connect(self._on_import_requested)
        known.export_requested.connect(self._on_export_requested)
        self._library.changed.connect(self._on_changed)
        self._library.failed.connect(self._on_failed)

    def load(self) -> None:
        """Read the user's colours, once."""
        self._library.load()

    @Slot(object)
    def _on_colour_requested(self, colour: KnownColour) -> None:
        lightness, a, b = colour.lab
        self._choosing.choose((a, b), lightness, colour.statement)

    @Slot(str, str)
    def _on_keeping_requested(self, name: str, source: str) -> None:
        code = self._chooser.code.shown_code
        if QColor.fromString(code).isValid():
            colour = KnownColour(name, code, source)
            self._library.add((colour,))
            self._on_colour_requested(colour)

    @Slot(Path)
    def _on_import_requested(self, path: Path) -> None:
        count = self._library.take_in(path)
        if count is not None:
            self._messages.show_notice(self.tr("Colours imported: {0}").format(count))

    @Slot(Path)
    def _on_export_requested(self, path: Path) -> None:
        if self._library.give_out(path):
            self._messages.show_notice(self.tr("Your colours are in “{0}”.").format(path.name))

    @Slot()
    def _on_changed(self) -> None:
        self._chooser.known.show_own(self._library.own)

    @Slot(object)
    def _on_failed(self, sentence: str) -> None:
        self._messages.show_error(in_own_language(sentence))
