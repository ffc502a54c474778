"""Pairs of rectangles, in the photo and in its reference: what lies in one gets its colour from the other."""

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from colorizer_gui.core.prediction.reference import MOST_SWATCHES, Rectangle, Swatch
from colorizer_gui.widgets.reference.swatch_canvas import SwatchCanvas
from colorizer_gui.widgets.style.theme import SPACE


class SwatchDialog(QDialog):
    """Lies beside the window, in which each pair is seen at once.

    Signals
    -------
    swatches_requested(tuple[Swatch, ...])
        The pairs as they are to be.

    Attributes
    ----------
    photo_canvas, reference_canvas, remove_button, remove_all_button, hint
        What it is made of.
    """

    swatches_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Pair Places by Rectangles"))
        self._swatches: tuple[Swatch, ...] = ()
        self._pending: dict[SwatchCanvas, Rectangle] = {}
        self._chosen = -1
        self.photo_canvas = SwatchCanvas(self.tr("The photo"))
        self.reference_canvas = SwatchCanvas(self.tr("The reference photo"))
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.remove_button = QPushButton(self.tr("&Remove Pair"))
        self.remove_all_button = QPushButton(self.tr("Remove &All"))
        for button in (self.remove_button, self.remove_all_button):
            button.setAutoDefault(False)
        self._lay_out()
        for canvas in (self.photo_canvas, self.reference_canvas):
            canvas.chosen.connect(self._on_chosen)
            canvas.removal_requested.connect(self._remove_chosen)
        self.photo_canvas.drawn.connect(self._on_drawn_in_photo)
        self.reference_canvas.drawn.connect(self._on_drawn_in_reference)
        self.photo_canvas.changed.connect(self._on_changed_in_photo)
        self.reference_canvas.changed.connect(self._on_changed_in_reference)
        self.remove_button.clicked.connect(self._remove_chosen)
        self.remove_all_button.clicked.connect(self._remove_all)
        self._refresh()

    def _lay_out(self) -> None:
        canvases = QHBoxLayout()
        canvases.setSpacing(SPACE)
        for canvas in (self.photo_canvas, self.reference_canvas):
            side = QVBoxLayout()
            title = QLabel(canvas.accessibleName())
            title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            side.addWidget(title)
            side.addWidget(canvas, 1)
            canvases.addLayout(side, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Close"))
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.remove_button)
        row.addWidget(self.remove_all_button)
        row.addStretch()
        row.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.addWidget(self.hint)
        layout.addLayout(canvases, 1)
        layout.addLayout(row)

    def show_pictures(self, photo: QImage, reference: QImage) -> None:
        """Show both photos."""
        self.photo_canvas.set_image(photo)
        self.reference_canvas.set_image(reference)

    def show_swatches(self, swatches: tuple[Swatch, ...]) -> None:
        """Show pairs without asking for them."""
        if swatches != self._swatches:
            self._swatches = swatches
            self._chosen = min(self._chosen, len(swatches) - 1)
        self._refresh()

    def lie_over(self, area: QRect) -> None:
        """Take the left half of an area of the screen, or a little more, so that the result is seen."""
        least = self.minimumSizeHint()
        self.resize(max(least.width(), area.width() // 2), max(least.height(), area.height() * 2 // 3))
        self.move(area.left(), area.top() + (area.height() - self.height()) // 2)

    @Slot(object)
    def _on_drawn_in_photo(self, rectangle: Rectangle) -> None:
        self._take(self.photo_canvas, rectangle)

    @Slot(object)
    def _on_drawn_in_reference(self, rectangle: Rectangle) -> None:
        self._take(self.reference_canvas, rectangle)

    def _take(self, canvas: SwatchCanvas, rectangle: Rectangle) -> None:
        if len(self._swatches) >= MOST_SWATCHES:
            return
        self._pending[canvas] = rectangle
        self._chosen = -1
        if len(self._pending) == 2:
            pair = Swatch(self._pending[self.photo_canvas], self._pending[self.reference_canvas])
            self._pending.clear()
            self._request((*self._swatches, pair), len(self._swatches))
        self._refresh()

    @Slot(int, object)
    def _on_changed_in_photo(self, number: int, rectangle: Rectangle) -> None:
        self._change(number, Swatch(rectangle, self._swatches[number].reference))

    @Slot(int, object)
    def _on_changed_in_reference(self, number: int, rectangle: Rectangle) -> None:
        self._change(number, Swatch(self._swatches[number].photo, rectangle))

    def _change(self, number: int, pair: Swatch) -> None:
        self._request((*self._swatches[:number], pair, *self._swatches[number + 1 :]), number)

    @Slot(int)
    def _on_chosen(self, number: int) -> None:
        self._chosen = number
        self._refresh()

    @Slot()
    def _remove_chosen(self) -> None:
        if self._pending:
            self._pending.clear()
            self._refresh()
        elif 0 <= self._chosen < len(self._swatches):
            rest = self._swatches[: self._chosen] + self._swatches[self._chosen + 1 :]
            self._request(rest, len(rest) - 1)

    @Slot()
    def _remove_all(self) -> None:
        self._pending.clear()
        self._request((), -1)

    def _request(self, swatches: tuple[Swatch, ...], chosen: int) -> None:
        self._chosen = chosen
        self._swatches = swatches
        self._refresh()
        self.swatches_requested.emit(swatches)

    def _refresh(self) -> None:
        rows = {
            self.photo_canvas: [swatch.photo for swatch in self._swatches],
            self.reference_canvas: [swatch.reference for swatch in self._swatches],
        }
        for canvas, rectangles in rows.items():
            canvas.show_rectangles(rectangles, self._pending.get(canvas), self._chosen)
        self.remove_button.setEnabled(bool(self._pending) or self._chosen >= 0)
        self.remove_all_button.setEnabled(bool(self._pending) or bool(self._swatches))
        if self.photo_canvas in self._pending:
            text = self.tr("Now draw a rectangle in the reference photo, where the colour is to come from.")
        elif self.reference_canvas in self._pending:
            text = self.tr("Now draw a rectangle in the photo, where the colour belongs.")
        elif len(self._swatches) >= MOST_SWATCHES:
            text = self.tr("There are as many pairs as can be kept.")
        else:
            text = self.tr("Draw a rectangle in one photo, then the one in the other that it belongs to.")
        self.hint.setText(text)
