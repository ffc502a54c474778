"""The colour that clicks and strokes have, and the eyedropper that takes another one out of a photo."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from colorizer_gui.widgets.points.colour_words import colour_text
from colorizer_gui.widgets.points.swatch_row import Ab, shown_color
from colorizer_gui.widgets.style.icons import themed_icon

_SIDE: Final = 30


class BrushRow(QWidget):
    """A disc, the colour in words, and two buttons.

    Signals
    -------
    sampling_requested(bool)
        The next click into a photo is to take the colour that is there; or no longer.
    clearing_requested()
        No colour is to be chosen.

    Attributes
    ----------
    word
        The colour in words.
    eyedropper, clear_button
        Pressed while sampling; there while a colour is chosen.
    """

    sampling_requested = Signal(bool)
    clearing_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._disc = QLabel()
        self._disc.setFixedSize(QSize(_SIDE, _SIDE))
        self.word = QLabel()
        self.word.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.eyedropper = QToolButton()
        self.eyedropper.setCheckable(True)
        self.eyedropper.setAccessibleName(self.tr("Take a colour from a photo"))
        self.eyedropper.setToolTip(
            self.tr(
                "Click a colour in this photo, or choose another photo and click there. "
                "With Shift, it is taken as the screen shows it, with all settings."
            )
        )
        self.eyedropper.toggled.connect(self.sampling_requested)
        self.clear_button = QToolButton()
        self.clear_button.setAutoRaise(True)
        self.clear_button.setAccessibleName(self.tr("Ask each time"))
        self.clear_button.setToolTip(
            self.tr("No colour stays chosen; each place that you click offers colours of its own")
        )
        self.clear_button.clicked.connect(self.clearing_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._disc)
        row.addWidget(self.word, 1)
        row.addWidget(self.clear_button)
        row.addWidget(self.eyedropper)
        self.show_brush(50.0, None)
        self._draw_icon()

    def show_brush(self, lightness: float, ab: Ab | None, name: str = "", *, clearable: bool = True) -> None:
        """Show the colour as it looks at an L*; None for none yet.

        Parameters
        ----------
        name
            Under which it is known, in place of a word; what stands in brackets there is in the tip.
        """
        word = self.tr("None yet") if ab is None else colour_text(lightness, ab)
        self._say(name.partition(" (")[0] or word, name or word)
        self.clear_button.setVisible(ab is not None and clearable)
        self._disc.setPixmap(self._picture(None if ab is None else shown_color(lightness, ab)))

    def show_leaving(self) -> None:
        """Show that what is clicked stays as it is."""
        word = self.tr("As without points")
        self._say(word, word)
        self.clear_button.show()
        self._disc.setPixmap(self._picture(None))

    def _say(self, word: str, tip: str) -> None:
        self.word.setText(word)
        self.word.setToolTip(tip)

    def show_sampling(self, sampling: bool) -> None:
        """Show that the next click takes a colour, or no longer."""
        self.eyedropper.setChecked(sampling)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()
        super().changeEvent(event)

    def _picture(self, color: QColor | None) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(QSize(_SIDE, _SIDE) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style = Qt.PenStyle.SolidLine if color is not None else Qt.PenStyle.DashLine
        painter.setPen(QPen(self.palette().mid().color(), 1.5, style))
        painter.setBrush(color if color is not None else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(2, 2, _SIDE - 4, _SIDE - 4)
        painter.end()
        return picture

    def _draw_icon(self) -> None:
        self.eyedropper.setIcon(themed_icon("picker", self.palette()))
        self.clear_button.setIcon(themed_icon("close", self.palette()))
