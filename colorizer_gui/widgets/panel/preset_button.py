"""Named settings: those that come with Tintype, and the user's own."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu, QMessageBox, QPushButton, QWidget

from colorizer_gui.core.rendering.adjustments import Adjustments

#: Under this name, called like this, the tool that gathers texts finds them.
translate: Final = QCoreApplication.translate


class PresetButton(QPushButton):
    """Opens a menu of presets.

    Signals
    -------
    preset_requested(Adjustments)
        The user chose a preset.
    saving_requested(str)
        The settings that are shown are to be kept under this name.
    removal_requested(str)
        The user's own preset of this name is to go.
    """

    preset_requested = Signal(object)
    saving_requested = Signal(str)
    removal_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("Presets"))
        self.setToolTip(
            self.tr("Sets all sliders at once to one of several looks, or keeps yours under a name")
        )
        self._menu = QMenu(self)
        self._removal = QMenu(self.tr("Remove Preset"), self._menu)
        self.setMenu(self._menu)
        self.show_presets({})

    def show_presets(self, own: Mapping[str, Adjustments]) -> None:
        """Fill the menu anew."""
        self._own = frozenset(own)
        self._menu.clear()
        self._removal.clear()
        for name, adjustments in built_in_presets().items():
            self._add(name, adjustments)
        if own:
            self._menu.addSeparator()
        for name, adjustments in own.items():
            self._add(name, adjustments)
            removal = QAction(name.replace("&", "&&"), self._removal)
            removal.triggered.connect(partial(self.removal_requested.emit, name))
            self._removal.addAction(removal)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Save as Preset…")).triggered.connect(self._on_saving_requested)
        if own:
            self._menu.addMenu(self._removal)

    def _add(self, name: str, adjustments: Adjustments) -> None:
        action = QAction(name.replace("&", "&&"), self._menu)
        action.triggered.connect(partial(self.preset_requested.emit, adjustments))
        self._menu.addAction(action)

    @Slot()
    def _on_saving_requested(self) -> None:
        title, label, name = self.tr("Save as Preset"), self.tr("Name:"), ""
        while True:
            name, accepted = QInputDialog.getText(self, title, label, text=name)
            name = name.strip()
            if not accepted or not name:
                return
            if name.casefold() in map(str.casefold, built_in_presets()):
                label = self.tr("Tintype has a preset “{0}” of its own. Another name:").format(name)
            elif name in self._own and not self._replaces(name):
                label = self.tr("Another name:")
            else:
                self.saving_requested.emit(name)
                return

    def _replaces(self, name: str) -> bool:
        """Whether the user wants another preset in the place of one."""
        text = self.tr("There is a preset “{0}”. Replace it?").format(name)
        return QMessageBox.question(self, self.tr("Save as Preset"), text) is QMessageBox.StandardButton.Yes


def built_in_presets() -> dict[str, Adjustments]:
    """The presets that come with Tintype, by their names."""
    return {
        translate("PresetButton", "No changes"): Adjustments(),
        translate("PresetButton", "Quiet"): Adjustments(saturation=0.9, vividness=-0.6, edge_cleanup=0.3),
        translate("PresetButton", "Vivid"): Adjustments(saturation=1.15, vividness=0.6, edge_cleanup=0.3),
        translate("PresetButton", "Warm print"): Adjustments(
            saturation=0.9, warmth=0.3, tint=0.05, highlights=0.9
        ),
        translate("PresetButton", "Hand-tinted"): Adjustments(
            saturation=0.65, vividness=0.3, shadows=0.4, warmth=0.12
        ),
        translate("PresetButton", "Faded slide"): Adjustments(
            saturation=0.7, warmth=0.15, tint=0.2, shadows=0.7
        ),
        translate("PresetButton", "Heal purple and orange"): Adjustments(
            less_purple=0.8, less_orange=0.5, edge_cleanup=0.4
        ),
    }
