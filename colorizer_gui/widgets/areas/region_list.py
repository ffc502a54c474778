"""The areas of a photo by name; the one that is chosen is the one that the sliders change."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from colorizer_gui.widgets.style.theme import SPACE

#: As many rows are seen at once.
_MOST_ROWS: Final = 6
#: Pixels of a row above its letters and below, together.
_PADDING: Final = 10


class RegionList(QWidget):
    """A list with the whole photo at the top, and buttons for the area that is chosen.

    Areas are listed from the topmost to the lowest; numbers count from the lowest.

    Signals
    -------
    chosen(int)
        The sliders are to change this area; -1 for the whole photo.
    on_requested(int, bool), renaming_requested(int, str), move_requested(int, int), removal_requested(int)
        Settings are to be applied or not; another name; so many places up; take it away.

    Attributes
    ----------
    list
        The rows.
    up, down, rename, remove
        Buttons.
    """

    chosen = Signal(int)
    on_requested = Signal(int, bool)
    renaming_requested = Signal(int, str)
    move_requested = Signal(int, int)
    removal_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("What the sliders change"))
        self.list.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.installEventFilter(self)
        self.up = self._button(self.tr("▲"), self.tr("Above the other areas"))
        self.down = self._button(self.tr("▼"), self.tr("Below the other areas"))
        self.rename = self._button(self.tr("Rename"), self.tr("Give the area another name"))
        self.remove = self._button(self.tr("Remove"), self.tr("Take the area and its settings away"))
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.up)
        row.addWidget(self.down)
        row.addStretch()
        row.addWidget(self.rename)
        row.addWidget(self.remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.list)
        layout.addLayout(row)
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.list.itemChanged.connect(self._on_item_changed)
        self.up.clicked.connect(self._on_up_clicked)
        self.down.clicked.connect(self._on_down_clicked)
        self.rename.clicked.connect(self._on_rename_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.show_regions((), None)

    def show_regions(self, regions: Sequence[tuple[str, bool]], target: int | None) -> None:
        """Show areas from the lowest to the topmost, each with whether it is on, and which is chosen."""
        with QSignalBlocker(self.list):
            while self.list.count() > len(regions) + 1:
                self.list.takeItem(self.list.count() - 1)
            while self.list.count() < len(regions) + 1:
                self.list.addItem(QListWidgetItem())
            for row in range(self.list.count()):
                self.list.item(row).setSizeHint(QSize(0, self.fontMetrics().height() + _PADDING))
            whole = self.list.item(0)
            whole.setText(self.tr("Whole photo"))
            for number, (name, on) in enumerate(regions):
                item = self.list.item(len(regions) - number)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable)
                item.setText(name)
                item.setToolTip(self.tr("Checked: its settings are applied. A double click renames it."))
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.list.setCurrentRow(0 if target is None else len(regions) - target)
        rows = min(_MOST_ROWS, self.list.count())
        height = self.list.sizeHintForRow(0) if self.list.count() else self.fontMetrics().height()
        self.list.setFixedHeight(rows * height + 2 * self.list.frameWidth() + 2)
        self._enable(target, len(regions))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self.minimumSizeHint().width(), super().sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if watched is not self.list or event.type() != QEvent.Type.KeyPress or self._chosen < 0:
            return False
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Delete:
            return False
        self.removal_requested.emit(self._chosen)
        return True

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("noteAction")
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button

    @property
    def _chosen(self) -> int:
        return self._number(self.list.currentRow())

    def _number(self, row: int) -> int:
        return self.list.count() - 1 - row if row > 0 else -1

    def _enable(self, target: int | None, count: int) -> None:
        self.up.setEnabled(target is not None and target < count - 1)
        self.down.setEnabled(target is not None and target > 0)
        self.rename.setEnabled(target is not None)
        self.remove.setEnabled(target is not None)

    @Slot(int)
    def _on_row_changed(self, row: int) -> None:
        self.chosen.emit(self._number(row))

    @Slot(QListWidgetItem)
    def _on_item_changed(self, item: QListWidgetItem) -> None:
        number = self._number(self.list.row(item))
        name, on = item.text().strip(), item.checkState() == Qt.CheckState.Checked
        self.on_requested.emit(number, on)
        self.renaming_requested.emit(number, name)

    @Slot()
    def _on_up_clicked(self) -> None:
        self.move_requested.emit(self._chosen, 1)

    @Slot()
    def _on_down_clicked(self) -> None:
        self.move_requested.emit(self._chosen, -1)

    @Slot()
    def _on_rename_clicked(self) -> None:
        self.list.editItem(self.list.currentItem())

    @Slot()
    def _on_remove_clicked(self) -> None:
        self.removal_requested.emit(self._chosen)
