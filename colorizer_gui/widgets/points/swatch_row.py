"""Discs of colours under a word."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from colorizer_gui.core.guidance.possible_colors import shown_rgb, within_gamut
from colorizer_gui.widgets.points.chroma_plane import SIZE
from colorizer_gui.widgets.points.colour_words import colour_text
from colorizer_gui.widgets.points.swatch import SIDE, Swatch

Ab = tuple[float, float]

#: How many discs stand in a row.
ROW: Final = 7
#: Chroma up to which two colours look the same on a disc.
_ALIKE: Final = 3.0


class SwatchRow(QWidget):
    """Colours to choose by a click.

    Signals
    -------
    ab_requested(tuple)

    Attributes
    ----------
    swatches
        From left to right; colours that look alike are there once.
    """

    ab_requested = Signal(object)

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self.swatches: list[Swatch] = []
        self._label = QLabel(title)
        self._label.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._discs = QHBoxLayout()
        self._discs.setSpacing((SIZE.width() - ROW * SIDE) // (ROW - 1))
        self._discs.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 2)
        layout.setSpacing(0)
        layout.addWidget(self._label)
        layout.addLayout(self._discs)
        layout.addStrut(SIZE.width())
        self._discs.addStrut(SIDE)

    def show_title(self, title: str | None = None) -> None:
        """Show another title in the same room; None for that which it was made with."""
        self._label.setText(self._title if title is None else title)

    def show_waiting(self) -> None:
        """Keep the room for discs that are on their way."""
        for swatch in self.swatches:
            self._discs.removeWidget(swatch)
            swatch.hide()
            swatch.deleteLater()
        self.swatches = []

    def show_colours(self, lightness: float, colours: Iterable[Ab], first: str = "") -> None:
        """Show discs, as the colours look at that L*; `first` names the first one."""
        self.show_waiting()
        taken: list[Ab] = []
        for ab in colours:
            a, b = (float(value) for value in within_gamut(lightness, ab))
            if len(taken) == ROW or any(are_alike((a, b), other) for other in taken):
                continue
            name = colour_text(lightness, (a, b))
            name = first.format(name) if first and not taken else f"{self._title}: {name}"
            taken.append((a, b))
            swatch = Swatch(shown_color(lightness, (a, b)), (a, b), name)
            swatch.clicked.connect(self._on_clicked)
            self._discs.insertWidget(len(self.swatches), swatch)
            swatch.show()  # now, to take the focus
            self.swatches.append(swatch)
        for before, after in zip(self.swatches, self.swatches[1:], strict=False):
            QWidget.setTabOrder(before, after)

    def mark(self, ab: Ab | None) -> None:
        """Mark the disc of a colour."""
        for swatch in self.swatches:
            swatch.setChecked(ab is not None and are_alike(swatch.ab, ab))
            swatch.update()

    @Slot()
    def _on_clicked(self) -> None:
        swatch = self.sender()
        if isinstance(swatch, Swatch):
            self.ab_requested.emit(swatch.ab)


def shown_color(lightness: float, ab: Ab) -> QColor:
    """How a colour looks in the photo where that has such an L*."""
    red, green, blue = (float(value) for value in shown_rgb(lightness, ab))
    return QColor.fromRgbF(red, green, blue)


def within(lightness: float, ab: Ab) -> Ab:
    """The nearest colour that an L* can have."""
    a, b = (float(value) for value in within_gamut(lightness, ab))
    return a, b


def are_alike(one: Ab, other: Ab) -> bool:
    """Whether two colours look the same on a disc."""
    return abs(one[0] - other[0]) < _ALIKE and abs(one[1] - other[1]) < _ALIKE
