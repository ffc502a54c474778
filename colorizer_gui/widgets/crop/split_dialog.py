"""Split a scan: all of it, with a frame around each photo that becomes one of its own."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from colorizer_gui.widgets.common.setting_scroll import PageScroll
from colorizer_gui.widgets.crop.split_canvas import SplitCanvas
from colorizer_gui.widgets.style.theme import SPACE


class SplitDialog(QDialog):
    """Asks which parts of a scan are photos; nothing happens before it is accepted.

    Signals
    -------
    split_accepted(list[Outline])
    search_requested()
        The frames are to be found again.

    Attributes
    ----------
    canvas, add_button, remove_button, again_button, buttons
        What it is made of.
    """

    split_accepted = Signal(object)
    search_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Split Scan"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.canvas = SplitCanvas()
        self._state = QLabel(self.tr("Looking for photos…"))
        self._state.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._state.setWordWrap(True)
        self.add_button = QPushButton(self.tr("&Add Frame"))
        self.remove_button = QPushButton(self.tr("&Remove Frame"))
        self.again_button = QPushButton(self.tr("&Find Again"))
        self.add_button.setToolTip(self.tr("Put a frame into the middle, to be dragged around a photo"))
        self.remove_button.setToolTip(self.tr("Take the chosen frame away; the scan stays as it is"))
        self.again_button.setToolTip(self.tr("Put frames around the photos that are found by themselves"))
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        self.buttons.button(standard.Cancel).setText(self.tr("Cancel"))
        self._split = self.buttons.button(standard.Ok)
        self._split.setProperty("primary", True)
        self._split.setDefault(True)
        self._split.setToolTip(self.tr("Make a photo of what is in each frame; the file stays as it is"))
        layout = QVBoxLayout(self)
        layout.addWidget(PageScroll(self._page()), 1)  # large letters may need more than the screen has
        layout.addWidget(self.buttons)
        self.add_button.clicked.connect(self.canvas.add_frame)
        self.remove_button.clicked.connect(self.canvas.remove_frame)
        self.again_button.clicked.connect(self.search_requested)
        self.canvas.frames_changed.connect(self._update)
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        self._update()
        self._state.setText(self.tr("Looking for photos…"))
        self.canvas.setFocus()

    def _page(self) -> QWidget:
        """All but the buttons that end it."""
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for button in (self.add_button, self.remove_button, self.again_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch()
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.canvas, 1)
        inside.addLayout(row)
        inside.addWidget(self._state)
        return page

    @Slot()
    def _update(self) -> None:
        count = len(self.canvas.frames)
        self._split.setText(self.tr("Split (photos: {0})").format(count))
        self._split.setEnabled(count > 0)
        self.remove_button.setEnabled(self.canvas.chosen is not None)
        several = self.tr("Drag frames, their corners or the knob; an empty place makes a new one.")
        none = self.tr("No photos were found by themselves; drag a frame around each.")
        self._state.setText(several if count else none)

    @Slot()
    def _on_accepted(self) -> None:
        self.split_accepted.emit(list(self.canvas.frames))
        self.accept()
