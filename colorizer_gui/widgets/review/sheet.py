"""The contact sheet: photos before and after in a grid that fills the width."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from colorizer_gui.widgets.review.delegate import ReviewDelegate, tile_height
from colorizer_gui.widgets.review.item import ReviewItem
from colorizer_gui.widgets.review.model import ReviewModel
from colorizer_gui.widgets.review.words import Decision

_NARROWEST: Final = 270
#: Rows of tiles that are drawn before they are scrolled to.
_AHEAD: Final = 1
_MOVING: Final = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)


class ReviewSheet(QListView):
    """Shows the photos and lets the user choose.

    Signals
    -------
    pictures_wanted(list[int])
        These photos are seen, and no others; those without pictures need some.
    current_changed(int | None)
        The photo that keys are meant for.

    Attributes
    ----------
    photos
        The model.
    """

    pictures_wanted = Signal(object)
    current_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.photos = ReviewModel(self)
        self.setModel(self.photos)
        self.setObjectName("reviewSheet")
        self.setAccessibleName(self.tr("Contact sheet"))
        self._delegate = ReviewDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._seen = QTimer(self, singleShot=True, interval=0)
        self._seen.timeout.connect(self._tell_seen)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._on_scrolled)
        bar.rangeChanged.connect(self._on_range_changed)
        self._on_range_changed(bar.minimum(), bar.maximum())
        self.photos.modelReset.connect(self._on_reset)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self._lay_out_grid()

    @property
    def current(self) -> int | None:
        """The photo that has the focus."""
        index = self.currentIndex()
        return self.photos.item(index.row()).key if index.isValid() else None

    @property
    def chosen(self) -> list[int]:
        """The photos that are selected, in order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.photos.item(row).key for row in rows]

    def show_items(self, items: Sequence[ReviewItem]) -> None:
        """Show another list; the photo that keys are meant for stays so."""
        current = self.current
        self.photos.set_items(items)
        if current is not None and self.current != current:
            self.choose(current)
        if self.current is None and items:
            self.choose(items[0].key)
        self.look()

    def choose(self, key: int) -> None:
        """Select a photo, and no other."""
        row = self.photos.row_of(key)
        if row is not None:
            index = self.photos.index(row)
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flag)
            self.scrollTo(index)

    def choose_all(self, keys: Sequence[int]) -> None:
        """Select these photos; keys are meant for the first of them."""
        rows = sorted(row for row in map(self.photos.row_of, keys) if row is not None)
        if rows:
            self.choose(self.photos.item(rows[0]).key)
            selection = QItemSelection()
            for row in rows:
                selection.select(self.photos.index(row), self.photos.index(row))
            self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.Select)

    def step(self, offset: int) -> None:
        """Select the photo before (-1) or after (+1)."""
        row = self.currentIndex().row() + offset
        if 0 <= row < self.photos.rowCount():
            self.choose(self.photos.item(row).key)

    def choose_next_open(self) -> None:
        """Select the next photo that is not decided, or else the next one."""
        start = self.currentIndex().row()
        items = self.photos.items
        later = (item.key for item in items[start + 1 :] if item.decision is Decision.OPEN)
        key = next(later, None)
        if key is not None:
            self.choose(key)
        else:
            self.step(1)

    def look(self) -> None:
        """Tell which photos are seen, as soon as the layout is done."""
        self._seen.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Letters are for deciding, not for finding names."""
        if event.key() in _MOVING or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self._lay_out_grid()
        super().resizeEvent(event)
        self.look()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.look()

    def _lay_out_grid(self) -> None:
        room = max(_NARROWEST, self.viewport().width() - 1)
        width = room // max(1, room // _NARROWEST)
        size = QSize(width, tile_height(width, self.fontMetrics().height()))
        if size != self.gridSize():
            self._delegate.tile = size
            self.setGridSize(size)

    def _visible_rows(self) -> range:
        grid = self.gridSize()
        columns = max(1, (self.viewport().width() - 1) // grid.width())
        top = self.verticalScrollBar().value()
        first = max(0, top // grid.height() - _AHEAD)
        last = (top + self.viewport().height()) // grid.height() + _AHEAD
        count = self.photos.rowCount()
        return range(min(count, first * columns), min(count, (last + 1) * columns))

    @Slot()
    def _tell_seen(self) -> None:
        if self.isVisible():
            self.pictures_wanted.emit([self.photos.item(row).key for row in self._visible_rows()])

    @Slot(int, int)
    def _on_range_changed(self, least: int, most: int) -> None:
        """The bar keeps its room, and shows no handle where there is nothing to scroll."""
        self.verticalScrollBar().setEnabled(most > least)

    @Slot(int)
    def _on_scrolled(self, _value: int) -> None:
        self.look()

    @Slot()
    def _on_reset(self) -> None:
        self.look()

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self.current_changed.emit(self.current)
