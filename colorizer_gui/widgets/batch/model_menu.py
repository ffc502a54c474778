"""A menu of networks for the photos of a folder."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget


class ModelMenu(QMenu):
    """Lets the user choose which network the photos of a folder are given to.

    Signals
    -------
    chosen(str)
        The name of a model on the shelf; empty for that of the whole batch.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Model for This Folder"))
        self._current: set[str] = set()
        self.show_names([])

    def show_names(self, names: Sequence[str]) -> None:
        """Offer the models of the shelf."""
        self.clear()
        for name in ("", *names):
            action = self.addAction(name.replace("&", "&&") or self.tr("As the Whole Batch"))
            action.setData(name)
            action.setCheckable(True)
            action.triggered.connect(self._on_triggered)
            if not name:
                self.addSeparator()
        self.show_current(self._current)

    def show_current(self, names: set[str]) -> None:
        """Tick what the chosen photos are given to."""
        self._current = names
        for action in self.actions():
            action.setChecked(action.data() in names and len(names) == 1)

    @Slot()
    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(action.data())
