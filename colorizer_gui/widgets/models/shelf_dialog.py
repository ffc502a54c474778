"""The models shelf: which networks there are, which one is used, and how to get others in."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from colorizer_gui.core.foreign.card import ModelCard
from colorizer_gui.widgets.common.close_button import close_row
from colorizer_gui.widgets.common.drop_frame import DropFrame
from colorizer_gui.widgets.common.setting_scroll import SettingScroll
from colorizer_gui.widgets.common.slim_bar import SlimBar
from colorizer_gui.widgets.models.card_view import CardView
from colorizer_gui.widgets.style.theme import SPACE

#: Height of a row of the list in heights of a line.
_ROW: Final = 1.6
#: What the file dialog offers.
MODEL_FILES: Final = "*.onnx *.pth *.pt *.ckpt *.safetensors"


class ShelfDialog(QDialog):
    """Lists networks; Tintype's own is always the first.

    Signals
    -------
    addition_requested(Path), removal_requested(ModelCard), check_requested(ModelCard)
    use_requested(ModelCard | None)
        Colorize with this network from now on; None is Tintype's own.

    Attributes
    ----------
    list
        The names.
    card_view
        The card of the one that is chosen.
    use_button, check_button, remove_button, add_button
        What can be done.
    """

    addition_requested = Signal(object)
    removal_requested = Signal(object)
    check_requested = Signal(object)
    use_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Models"))
        self.setAcceptDrops(True)
        self._cards: tuple[ModelCard, ...] = ()
        self._used: Path | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(self.windowTitle())
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumWidth(20 * self.fontMetrics().averageCharWidth())
        self.card_view = CardView()
        self.use_button = QPushButton(self.tr("&Use This Model"))
        self.use_button.setProperty("primary", True)
        self.use_button.setToolTip(self.tr("Let it guess the colours of all photos from now on"))
        self.check_button = QPushButton(self.tr("&Check"))
        self.check_button.setToolTip(self.tr("Look whether its file is unchanged and works, and how fast"))
        self.remove_button = QPushButton(self.tr("&Remove"))
        self.remove_button.setToolTip(self.tr("Take it from the shelf; its file stays where it is"))
        self._message = QLabel()
        self._message.setWordWrap(True)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = SlimBar()
        self._bar.setRange(0, 0)
        self._lay_out()
        self._drop_frame = DropFrame(self)
        self._drop_frame.hide()
        self.show_message("")
        self.show_busy(False)
        self.resize(820, 520)
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.use_button.clicked.connect(self._on_use_clicked)
        self.check_button.clicked.connect(self._on_check_clicked)
        self.remove_button.clicked.connect(self._on_remove_clicked)
        self.add_button.clicked.connect(self._on_add_clicked)

    def _lay_out(self) -> None:
        # In two rows: large letters on a small screen leave no room for three buttons side by side.
        row = QGridLayout()
        row.addWidget(self.use_button, 0, 0, 1, 2)
        row.addWidget(self.check_button, 1, 0)
        row.addWidget(self.remove_button, 1, 1)
        row.setColumnStretch(2, 1)
        right = QVBoxLayout()
        right.setSpacing(2 * SPACE)
        right.addWidget(SettingScroll(self.card_view), 1)
        right.addLayout(row)
        upper = QHBoxLayout()
        upper.setSpacing(2 * SPACE)
        upper.addWidget(self.list, 2)
        upper.addLayout(right, 5)
        hint = QLabel(
            self.tr(
                "Drop files here: DDColor, DeOldify or SIGGRAPH17 as ONNX, checkpoints of DDColor, models "
                "that you trained. They stay where they are; nothing is downloaded."
            )
        )
        hint.setWordWrap(True)
        hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        box = close_row(self, self.tr("Close"))
        self.add_button = box.addButton(self.tr("&Add…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.add_button.setToolTip(self.tr("Choose the files of other models; they stay where they are"))
        layout = QVBoxLayout(self)
        layout.setSpacing(2 * SPACE)
        layout.addLayout(upper, 1)
        layout.addWidget(hint)
        layout.addWidget(self._message)
        layout.addWidget(self._bar)
        layout.addWidget(box)

    @property
    def current(self) -> ModelCard | None:
        """The network that is chosen; None is Tintype's own."""
        row = self.list.currentRow()
        return self._cards[row - 1] if 0 < row <= len(self._cards) else None

    def show_cards(self, cards: tuple[ModelCard, ...], used: Path | None) -> None:
        """List the networks, and mark the one that is used."""
        chosen = self.current.sha256 if self.current is not None else ""
        self._cards, self._used = cards, used
        self.list.blockSignals(True)
        self.list.clear()
        for card in (None, *cards):
            name = self.tr("Tintype's own") if card is None else card.name
            in_use = used == (None if card is None else card.path)
            item = QListWidgetItem(self.tr("{0} – in use").format(name) if in_use else name)
            item.setToolTip(name)
            item.setSizeHint(QSize(0, round(_ROW * self.fontMetrics().height())))
            font = item.font()
            font.setBold(in_use)
            item.setFont(font)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.choose(chosen)

    def choose(self, sha256: str) -> None:
        """Show the card of that network, or Tintype's own."""
        hashes = ["", *(card.sha256 for card in self._cards)]
        self.list.setCurrentRow(hashes.index(sha256) if sha256 in hashes else 0)
        self._on_row_changed()

    def show_message(self, text: str, *, problem: bool = False) -> None:
        """Say what has happened, or what was wrong."""
        role = QPalette.ColorRole.BrightText if problem else QPalette.ColorRole.WindowText
        self._message.setForegroundRole(role)
        self._message.setText(text)
        self._message.setVisible(bool(text))

    @property
    def message(self) -> str:
        """What is said now."""
        return self._message.text()

    def show_busy(self, busy: bool) -> None:
        """Whether something is being done."""
        self._bar.setVisible(busy)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._drop_frame.show()
            self._drop_frame.raise_()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        self._drop_frame.hide()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        self._drop_frame.hide()
        event.acceptProposedAction()
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.addition_requested.emit(Path(url.toLocalFile()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._drop_frame.setGeometry(self.rect())

    @Slot()
    def _on_row_changed(self) -> None:
        card = self.current
        self.card_view.show_card(card)
        self.check_button.setEnabled(card is not None)
        self.remove_button.setEnabled(card is not None)
        self.use_button.setEnabled(self._used != (None if card is None else card.path))

    @Slot()
    def _on_use_clicked(self) -> None:
        self.use_requested.emit(self.current)

    @Slot()
    def _on_check_clicked(self) -> None:
        self.check_requested.emit(self.current)

    @Slot()
    def _on_remove_clicked(self) -> None:
        self.removal_requested.emit(self.current)

    @Slot()
    def _on_add_clicked(self) -> None:
        name_filter = f"{self.tr('Models')} ({MODEL_FILES})"
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Add Models"), "", name_filter)
        for name in names:
            self.addition_requested.emit(Path(name))
