"""The menu of colours that are known by name: those that come with Tintype, and the user's own."""

from collections.abc import Sequence
from functools import partial
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QSizePolicy

from colorizer_gui.core.guidance.known_colours import SUFFIX, KnownColour, built_in_colours
from colorizer_gui.widgets.common.screen_fit import open_dialog
from colorizer_gui.widgets.points.keep_colour_dialog import KeepColourDialog

_SIDE: Final = 16


class KnownButton(QPushButton):
    """Opens a menu of known colours.

    Signals
    -------
    colour_requested(KnownColour)
        The user chose one.
    keeping_requested(str, str)
        The colour that is chosen is to be kept under this name, with this source.
    removal_requested(str)
        The user's own colour of this name is to go.
    import_requested(Path), export_requested(Path)
        The user's own colours are to come from a file, or go to one.
    """

    colour_requested = Signal(object)
    keeping_requested = Signal(str, str)
    removal_requested = Signal(str)
    import_requested = Signal(Path)
    export_requested = Signal(Path)

    def __init__(self) -> None:
        super().__init__(self.tr("Known Colours"))
        self.setToolTip(
            self.tr(
                "Skin, hair, uniforms and flags with sources, and your own, such as “Grandmother’s dress”"
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._own: tuple[KnownColour, ...] = ()
        self._has_colour = False
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)

    def show_own(self, own: Sequence[KnownColour]) -> None:
        """Offer these colours of the user."""
        self._own = tuple(own)

    def show_can_keep(self, can_keep: bool) -> None:
        """Whether a colour is chosen that could be kept."""
        self._has_colour = can_keep

    @Slot()
    def _fill(self) -> None:
        self._menu.clear()
        for colour in self._own:
            self._menu.addAction(self._action(colour, self._menu))
        if self._own:
            self._menu.addSeparator()
        for group, colours in groupby(built_in_colours(_language()), key=attrgetter("group")):
            part = self._submenu(group)
            part.addActions([self._action(colour, part) for colour in colours])
        self._menu.addSeparator()
        self._add(self.tr("Keep This Colour…"), self._has_colour).triggered.connect(self._on_keeping)
        if self._own:
            removal = self._submenu(self.tr("Remove"))
            for colour in self._own:
                action = QAction(_icon(colour.code), _plain(colour.name), removal)
                action.triggered.connect(partial(self.removal_requested.emit, colour.name))
                removal.addAction(action)
        self._menu.addSeparator()
        self._add(self.tr("Import Colours…")).triggered.connect(self._on_import)
        self._add(self.tr("Export My Colours…"), bool(self._own)).triggered.connect(self._on_export)

    def _submenu(self, title: str) -> QMenu:
        menu = self._menu.addMenu(title)
        menu.setToolTipsVisible(True)
        return menu

    def _add(self, text: str, enabled: bool = True) -> QAction:
        action = self._menu.addAction(text)
        action.setEnabled(enabled)
        return action

    def _action(self, colour: KnownColour, parent: QMenu) -> QAction:
        action = QAction(_icon(colour.code), _plain(colour.name), parent)
        action.setToolTip(colour.source or colour.name)
        action.triggered.connect(partial(self.colour_requested.emit, colour))
        return action

    @Slot()
    def _on_keeping(self) -> None:
        dialog = KeepColourDialog(frozenset(colour.name for colour in self._own), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.named.connect(self.keeping_requested)
        open_dialog(dialog)

    @Slot()
    def _on_import(self) -> None:
        kinds = self.tr("Colours of Tintype (*{0})").format(SUFFIX)
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import Colours"), "", kinds)
        if name:
            self.import_requested.emit(Path(name))

    @Slot()
    def _on_export(self) -> None:
        kinds = self.tr("Colours of Tintype (*{0})").format(SUFFIX)
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export My Colours"), "my" + SUFFIX, kinds)
        if name:
            self.export_requested.emit(Path(name if name.endswith(".json") else name + SUFFIX))


def _language() -> str:
    """That of the window, whose numbers are written by it too."""
    return QLocale().name()[:2]


def _plain(name: str) -> str:
    return name.replace("&", "&&")


def _icon(code: str) -> QIcon:
    picture = QPixmap(QSize(_SIDE, _SIDE))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(128, 128, 128))
    painter.setBrush(QColor(code))
    painter.drawEllipse(1, 1, _SIDE - 3, _SIDE - 3)
    painter.end()
    return QIcon(picture)
