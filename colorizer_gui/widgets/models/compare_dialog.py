"""Two to six networks on the photo at hand, side by side under one zoom, and one key to take one."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from colorizer_gui.widgets.common.close_button import close_row
from colorizer_gui.widgets.common.setting_scroll import PageScroll
from colorizer_gui.widgets.common.slim_bar import SlimBar
from colorizer_gui.widgets.pane.photo_pane import PhotoPane
from colorizer_gui.widgets.pane.view_transform import ViewTransform
from colorizer_gui.widgets.style.theme import SPACE

MOST: Final = 6
FEWEST: Final = 2
_LETTERS: Final = "ABCDEF"
#: Height of a row of the list in heights of a line, so that there is room for its box.
_ROW: Final = 1.6


class CompareDialog(QDialog):
    """Shows one pane for each network that is ticked; wheel, drag and keys move all of them.

    Signals
    -------
    models_requested(tuple[int, ...])
        These networks, by their place in the list, are to colorize the photo.
    taken(int)
        The photo is to have the colour of this network, by its place in the list.

    Attributes
    ----------
    list
        The networks, each with a box to tick.
    view
        What all panes are drawn through.
    panes, buttons
        Of the networks that are ticked, by their place in the list.
    """

    models_requested = Signal(object)
    taken = Signal(int)

    def __init__(self, names: list[str], used: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare Models"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._names = names
        self._pictures: dict[int, QImage] = {}
        self._problems: dict[int, str] = {}
        self.view = ViewTransform(self)
        self.panes: dict[int, PhotoPane] = {}
        self.buttons: dict[int, QPushButton] = {}
        self.list = self._made_list(used)
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._bar = SlimBar()
        self._bar.setRange(0, 0)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        left.addWidget(self._hint)
        left.addWidget(self._bar)
        self._grid = QGridLayout()
        self._grid.setSpacing(2)
        content = QWidget()
        middle = QHBoxLayout(content)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(2 * SPACE)
        middle.addLayout(left, 1)
        middle.addLayout(self._grid, 5)
        layout = QVBoxLayout(self)
        layout.addWidget(PageScroll(content, wraps=False), 1)
        layout.addWidget(close_row(self, self.tr("Close")))
        for number, letter in enumerate(_LETTERS):
            shortcut = QShortcut(QKeySequence(letter), self)
            shortcut.setObjectName(str(number))
            shortcut.activated.connect(self._on_letter)
        self.list.itemChanged.connect(self._on_ticked)
        self.resize(1180, 720)
        self._lay_out()

    def _made_list(self, used: int) -> QListWidget:
        """All networks; as many as can be compared are ticked, the used one among them."""
        names = self._names
        made = QListWidget()
        made.setAccessibleName(self.tr("Models to compare"))
        made.setMaximumWidth(36 * self.fontMetrics().averageCharWidth())
        made.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ticked = {used, *range(len(names))} if len(names) <= MOST else {used, *range(MOST - 1)}
        for index, name in enumerate(names):
            item = QListWidgetItem(name)
            item.setToolTip(name)
            item.setSizeHint(QSize(0, round(_ROW * self.fontMetrics().height())))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if index in ticked else Qt.CheckState.Unchecked)
            made.addItem(item)
        return made

    @property
    def ticked(self) -> tuple[int, ...]:
        """The networks that are compared, by their place in the list."""
        rows = range(self.list.count())
        return tuple(row for row in rows if self.list.item(row).checkState() is Qt.CheckState.Checked)

    def set_photo_size(self, width: int, height: int) -> None:
        """The photo's own size; it is shown in full."""
        self.view.set_photo_size(width, height)

    def start(self) -> None:
        """Ask for the pictures that are missing."""
        missing = tuple(row for row in self.ticked if row not in self._pictures and row not in self._problems)
        if missing and len(self.ticked) >= FEWEST:
            self.models_requested.emit(missing)

    def show_picture(self, row: int, image: QImage | None, problem: str = "") -> None:
        """A network has colorized the photo, or could not."""
        if image is None:
            self._problems[row] = problem
        else:
            self._pictures[row] = image
        self._fill(row)

    def show_busy(self, busy: bool) -> None:
        """Whether something is being done."""
        self._bar.setVisible(busy)

    def _lay_out(self) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            place = None if item is None else item.widget()
            if place is not None:
                place.hide()
                place.deleteLater()
        self.panes, self.buttons = {}, {}
        rows = self.ticked
        columns = len(rows) if len(rows) <= 3 else -(-len(rows) // 2)
        for number, row in enumerate(rows):
            cell = QWidget()
            pane = PhotoPane(f"{_LETTERS[number]}  {self._names[row]}", self.view)
            button = QPushButton(self.tr("Take It ({0})").format(_LETTERS[number]))
            button.setAccessibleName(self.tr("Take the colour of {0}").format(self._names[row]))
            button.setObjectName(str(number))
            button.clicked.connect(self._on_letter)
            column = QVBoxLayout(cell)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(2)
            column.addWidget(pane, 1)
            column.addWidget(button)
            self._grid.addWidget(cell, number // max(1, columns), number % max(1, columns))
            self.panes[row], self.buttons[row] = pane, button
            self._fill(row)
        self.view.fit()
        few = self.tr("Tick at least two models.")
        keys = self.tr("A letter takes the colour of that model. Wheel, drag and + − move all pictures.")
        self._hint.setText(few if len(rows) < FEWEST else keys)

    def _fill(self, row: int) -> None:
        pane, button = self.panes.get(row), self.buttons.get(row)
        if pane is None or button is None:
            return
        pane.set_image(self._pictures.get(row))
        button.setEnabled(row in self._pictures)
        problem = self._problems.get(row, "")
        if problem:
            button.setText(self.tr("Does not work"))
        button.setToolTip(problem or self.tr("Give the photo the colours that this model has guessed"))
        pane.setToolTip(problem)

    @Slot(object)
    def _on_ticked(self, item: QListWidgetItem) -> None:
        if len(self.ticked) > MOST:
            with QSignalBlocker(self.list):
                item.setCheckState(Qt.CheckState.Unchecked)
            self._hint.setText(self.tr("Six are the most that can be compared."))
            return
        self._lay_out()
        self.start()

    @Slot()
    def _on_letter(self) -> None:
        sender = self.sender()
        number = int(sender.objectName())
        rows = self.ticked
        if number < len(rows) and rows[number] in self._pictures:
            self.taken.emit(rows[number])
            self.accept()
