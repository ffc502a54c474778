"""The row of open photos: a thumbnail, a name, and in words and a sign how far each one is."""

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QImage, QKeyEvent, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from colorizer_gui.widgets.common.elision import elided_name
from colorizer_gui.widgets.style.icons import drawn_icon
from colorizer_gui.widgets.style.theme import muted_color

ITEM_ROLE: Final = Qt.ItemDataRole.UserRole
#: Without the lines of text.
_CELL: Final = QSize(128, 90)
#: Width in heights of a line, for users of large fonts.
_LINES_WIDE: Final = 8
_THUMBNAIL: Final = QSize(112, 68)
_AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class StripItem:
    """One photo of the row.

    Attributes
    ----------
    state
        In a word.
    sign
        Name of an icon that says the same.
    note
        The sentence of an error, or empty.
    """

    key: int
    name: str
    state: str
    sign: str
    thumbnail: QImage | None = None
    note: str = ""


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

    Attributes
    ----------
    photos
        The model.
    """

    photo_requested = Signal(object)
    drag_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.photos = FilmStripModel(self)
        self.setModel(self.photos)
        self.setObjectName("filmStrip")
        self.setAccessibleName(self.tr("Film strip"))
        self.setItemDelegate(_PhotoDelegate(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setSpacing(2)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFixedHeight(_cell(self.fontMetrics()).height() + 18)
        self.setMouseTracking(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def select(self, key: int) -> None:
        """Mark a photo without asking for it."""
        row = self.photos.row_of(key)
        index = self.photos.index(-1 if row is None else row)
        # With the focus Qt makes the first photo the current one, and does not select it.
        if index.isValid() and not self.selectionModel().isSelected(index):
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flag)
            self.scrollTo(index)

    def startDrag(self, _actions: Qt.DropAction) -> None:  # noqa: N802 - Qt's name
        index = self.currentIndex()
        if index.isValid():
            self.drag_requested.emit(self.photos.item(index.row()).key)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Space:
            event.ignore()  # held, it shows the original
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.photo_requested.emit(self.photos.item(current.row()).key)


class _PhotoDelegate(QStyledItemDelegate):
    """Draws one photo of the row."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: _AnyIndex) -> QSize:  # noqa: N802 - Qt's name
        return _cell(option.fontMetrics)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        item = index.data(ITEM_ROLE)
        rect: QRect = option.rect.adjusted(2, 2, -2, -2)
        palette: QPalette = option.palette
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if state & QStyle.StateFlag.State_Selected:
            # The accent is for the focus alone: else two frames would seem to have it.
            focused = option.widget.hasFocus()
            painter.setPen(
                QPen(palette.color(QPalette.ColorRole.Accent) if focused else muted_color(palette), 2)
            )
            painter.setBrush(palette.color(QPalette.ColorRole.Button))
            painter.drawRoundedRect(rect, 7, 7)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Midlight))
            painter.drawRoundedRect(rect, 7, 7)
        frame = QRect(QPoint(0, 0), _THUMBNAIL)
        frame.moveCenter(QPoint(rect.center().x(), rect.top() + 6 + _THUMBNAIL.height() // 2))
        self._paint_thumbnail(painter, frame, item, palette)
        self._paint_text(painter, rect, frame.bottom(), item, palette)
        painter.restore()

    @staticmethod
    def _paint_thumbnail(painter: QPainter, frame: QRect, item: StripItem, palette: QPalette) -> None:
        if item.thumbnail is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Mid))
            painter.drawRoundedRect(frame.adjusted(14, 0, -14, 0), 4, 4)
            side = 26
            icon = drawn_icon("drop", muted_color(palette), side, painter.device().devicePixelRatioF())
            painter.drawPixmap(frame.center() - QPoint(side // 2, side // 2), icon)
            return
        size = item.thumbnail.size().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(QPoint(0, 0), size)
        target.moveCenter(frame.center())
        clip = QPainterPath()
        clip.addRoundedRect(target, 3, 3)
        painter.setClipPath(clip)
        painter.drawImage(target, item.thumbnail)
        painter.setClipping(False)

    @staticmethod
    def _paint_text(painter: QPainter, rect: QRect, top: int, item: StripItem, palette: QPalette) -> None:
        metrics = painter.fontMetrics()
        line = metrics.height()
        name = QRect(rect.left() + 7, top + 6, rect.width() - 14, line)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        shown = elided_name(item.name, metrics, name.width())
        painter.drawText(name, Qt.AlignmentFlag.AlignCenter, shown)
        font = painter.font()
        font.setPointSizeF(max(7.0, font.pointSizeF() * 0.88))
        painter.setFont(font)
        metrics = painter.fontMetrics()
        failed = item.sign == "failed"
        color = palette.color(QPalette.ColorRole.BrightText) if failed else muted_color(palette)
        sign = max(13, round(metrics.ascent()))
        text = metrics.elidedText(item.state, Qt.TextElideMode.ElideRight, name.width() - sign - 4)
        width = sign + 4 + metrics.horizontalAdvance(text)
        left = rect.center().x() - width // 2
        state = QRect(left + sign + 4, name.bottom() + 1, width, metrics.height())
        icon = drawn_icon(item.sign, color, sign, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPoint(left, state.center().y() - sign // 2), icon)
        painter.setPen(color)
        painter.drawText(state, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def _cell(metrics: QFontMetrics) -> QSize:
    """Room for a thumbnail and two lines of text, the second in smaller letters."""
    line = metrics.height()
    return QSize(max(_CELL.width(), _LINES_WIDE * line), _CELL.height() + round(1.9 * line))
