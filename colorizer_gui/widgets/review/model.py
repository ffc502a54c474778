"""The photos of a contact sheet, with the pictures of those that were lately seen."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QImage

from colorizer_gui.widgets.review.item import ReviewItem

ITEM_ROLE: Final = Qt.ItemDataRole.UserRole
BEFORE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
AFTER_ROLE: Final = Qt.ItemDataRole.UserRole + 2
#: Two pictures take up to 400 kB.
_MOST_KEPT: Final = 200
#: Rows that come or go one by one; for more the list is shown anew.
_MOST_SINGLY: Final = 100
_AnyIndex = QModelIndex | QPersistentModelIndex


class ReviewModel(QAbstractListModel):
    """One row for each photo, in the order of the batch."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[ReviewItem] = []
        self._rows: dict[int, int] = {}
        self._pictures: OrderedDict[int, tuple[QImage, QImage | None]] = OrderedDict()

    def rowCount(self, parent: _AnyIndex | None = None) -> int:  # noqa: N802 - Qt's name
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item = self._items[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return item.name
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return item.text
            case _ if role == ITEM_ROLE:
                return item
            case _ if role in {BEFORE_ROLE, AFTER_ROLE}:
                pictures = self._pictures.get(item.key)
                return None if pictures is None else pictures[role - BEFORE_ROLE]
        return None

    @property
    def items(self) -> tuple[ReviewItem, ...]:
        """All photos in order."""
        return tuple(self._items)

    def item(self, row: int) -> ReviewItem:
        """The photo at a place."""
        return self._items[row]

    def row_of(self, key: int) -> int | None:
        """The place of a photo."""
        return self._rows.get(key)

    def set_items(self, items: Sequence[ReviewItem]) -> None:
        """Show another list; where photos come or go and the others keep their order, the view stays."""
        wanted = {item.key: item for item in items}
        gone = [row for row, item in enumerate(self._items) if item.key not in wanted]
        if len(gone) > _MOST_SINGLY:
            self._reset(items)
            return
        for row in reversed(gone):
            self.beginRemoveRows(QModelIndex(), row, row)
            self._pictures.pop(self._items.pop(row).key, None)
            self._number()
            self.endRemoveRows()
        kept = [item.key for item in items if item.key in self._rows]
        new = len(items) - len(kept)
        if new > _MOST_SINGLY or kept != [item.key for item in self._items]:
            self._reset(items)
            return
        for row, item in enumerate(items):
            if item.key not in self._rows:
                self.beginInsertRows(QModelIndex(), row, row)
                self._items.insert(row, item)
                self._number()
                self.endInsertRows()
        self.update(items)

    def _reset(self, items: Sequence[ReviewItem]) -> None:
        self.beginResetModel()
        self._items = list(items)
        self._number()
        self.endResetModel()

    def _number(self) -> None:
        self._rows = {item.key: row for row, item in enumerate(self._items)}

    def update(self, items: Iterable[ReviewItem]) -> None:
        """Show photos as they are now; unknown ones are left out."""
        for item in items:
            row = self._rows.get(item.key)
            if row is not None and self._items[row] != item:
                self._items[row] = item
                self.dataChanged.emit(self.index(row), self.index(row))

    def has_pictures(self, key: int) -> bool:
        """Whether a photo can be drawn."""
        return key in self._pictures

    def set_pictures(self, key: int, before: QImage, after: QImage | None) -> None:
        """Draw a photo so; those that were not drawn for the longest time make room."""
        row = self._rows.get(key)
        if row is None:
            return
        self._pictures[key] = (before, after)
        self._pictures.move_to_end(key)
        while len(self._pictures) > _MOST_KEPT:
            self._pictures.popitem(last=False)
        self.dataChanged.emit(self.index(row), self.index(row), [BEFORE_ROLE, AFTER_ROLE])

    @Slot(object)
    def forget_pictures(self, key: int) -> None:
        """A photo looks otherwise now; how, is not known yet."""
        self._pictures.pop(key, None)
