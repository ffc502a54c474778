"""A button that puts fields, such as {counter}, into the name of the results."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton, QWidget

from colorizer_gui.core.batch.planning.templates import FIELDS


class FieldButton(QToolButton):
    """Opens a menu of all fields.

    Parameters
    ----------
    edit
        Gets the field that is chosen, and the focus.
    """

    def __init__(self, edit: QLineEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit = edit
        self.setText("{ }")
        self.setObjectName("fieldButton")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAccessibleName(self.tr("Insert a field"))
        self.setToolTip(self.tr("Put a part into the name that differs from photo to photo"))
        texts = {
            "name": self.tr("Name of the photo"),
            "parent": self.tr("Name of its folder"),
            "date": self.tr("Day when it was taken"),
            "model": self.tr("Name of the model"),
            "counter": self.tr("Number in the list"),
        }
        menu = QMenu(self)
        for field in FIELDS:
            menu.addAction(f"{texts[field]}\t{{{field}}}").setData(f"{{{field}}}")
        menu.triggered.connect(self._on_chosen)
        self.setMenu(menu)

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        self._edit.insert(str(action.data()))
        self._edit.setFocus()
