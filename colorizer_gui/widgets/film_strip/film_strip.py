"""The row of open photos: a thumbnail, a name, and in words and a sign how far each one is."""

from dataclasses import replace

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QWidget,
)

from colorizer_gui.widgets.film_strip.delegate import PhotoDelegate, cell_size
from colorizer_gui.widgets.film_strip.item import ITEM_ROLE, StripItem
from colorizer_gui.widgets.film_strip.strip_menu import StripMenu

__all__ = ["ITEM_ROLE", "FilmStrip", "FilmStripModel", "StripItem"]

_AnyIndex = QModelIndex | QPersistentModelIndex


class FilmStripModel(QAbstractListModel):
    """The photos of the row, in order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[StripItem] = []

    def rowCount(self, parent: _AnyIndex | None = None) -> int:  # noqa: N802 - Qt's name
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def flags(self, index: _AnyIndex) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item = self._items[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return item.name
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{item.name}: {item.note or item.state}"
            case _ if role == ITEM_ROLE:
                return item
        return None

    def insert(self, row: int, item: StripItem) -> None:
        """Add a photo at a place."""
        self.beginInsertRows(QModelIndex(), row, row)
        self._items.insert(row, item)
        self.endInsertRows()

    def update(self, item: StripItem) -> None:
        """Show the new state of a photo."""
        row = self.row_of(item.key)
        if row is not None:
            old = self._items[row]
            self._items[row] = item if item.thumbnail is not None else replace(item, thumbnail=old.thumbnail)
            self.dataChanged.emit(self.index(row), self.index(row))

    def remove(self, key: int) -> None:
        """Take a photo out of the row."""
        row = self.row_of(key)
        if row is not None:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._items[row]
            self.endRemoveRows()

    def row_of(self, key: int) -> int | None:
        """The place of a photo."""
        return next((row for row, item in enumerate(self._items) if item.key == key), None)

    def item(self, row: int) -> StripItem:
        """The photo at a place."""
        return self._items[row]


class FilmStrip(QListView):
    """Shows the row and lets the user choose.

    Signals
    -------
    photo_requested(int)
        The key of the photo that the user wants to see.
    drag_requested(int)
        The user drags the photo of that key out.
    menu_opening()
        The menu is about to be shown.

    Attributes
    ----------
    photos
        The model.
    menu
        What can be done with the photos that are chosen.
    """

    photo_requested = Signal(object)
    drag_requested = Signal(object)
    menu_opening = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.photos = FilmStripModel(self)
        self.setModel(self.photos)
        self.setObjectName("filmStrip")
        self.setAccessibleName(self.tr("Film strip"))
        self.setItemDelegate(PhotoDelegate(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setSpacing(2)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFixedHeight(cell_size(self.fontMetrics()).height() + 18)
        self.setMouseTracking(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._is_asking = False
        self.menu = StripMenu(self)
        self.menu.aboutToHide.connect(self._select_shown, Qt.ConnectionType.QueuedConnection)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    @property
    def chosen(self) -> list[int]:
        """The keys of the photos that are selected."""
        return [self.photos.item(index.row()).key for index in self.selectedIndexes()]

    def select(self, key: int) -> None:
        """Mark a photo without asking for it."""
        row = self.photos.row_of(key)
        index = self.photos.index(-1 if row is None else row)
        model = self.selectionModel()
        if not index.isValid() or (self._is_asking and model.hasSelection()):
            return  # the view selects what the user pressed by itself, one photo or some more
        # With the focus Qt makes the first photo the current one, and does not select it.
        flags = QItemSelectionModel.SelectionFlag
        model.setCurrentIndex(index, flags.NoUpdate if model.isSelected(index) else flags.ClearAndSelect)
        self.scrollTo(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() != Qt.MouseButton.RightButton:
            super().mousePressEvent(event)
            return
        index = self.indexAt(event.position().toPoint())  # chosen for the menu, and not shown
        if index.isValid() and not self.selectionModel().isSelected(index):
            self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        if not self.selectedIndexes():
            return
        self.menu_opening.emit()
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.menu.popup(place)

    def startDrag(self, _actions: Qt.DropAction) -> None:  # noqa: N802 - Qt's name
        index = self.currentIndex()
        if index.isValid():
            self.drag_requested.emit(self.photos.item(index.row()).key)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Space:
            event.ignore()  # held, it shows the original
        else:
            super().keyPressEvent(event)

    @Slot()
    def _select_shown(self) -> None:
        """What was chosen for the menu alone is not chosen any more."""
        index = self.currentIndex()
        if index.isValid() and not self.selectionModel().isSelected(index):
            self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self._is_asking = True
            self.photo_requested.emit(self.photos.item(current.row()).key)
            self._is_asking = False
