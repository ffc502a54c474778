"""The question about a network of no known family: each guess in words, with a picture of what it makes."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from colorizer_gui.core.foreign.conventions import Convention
from colorizer_gui.desktop.translation import in_own_language
from colorizer_gui.widgets.common.close_button import close_row
from colorizer_gui.widgets.style.theme import SPACE

_COLUMNS: Final = 3
_PICTURE: Final = QSize(240, 180)


class UnknownDialog(QDialog):
    """Asks which of several pictures looks right.

    Signals
    -------
    answered(Convention)

    Attributes
    ----------
    tiles
        One button for each guess, in their order.
    """

    answered = Signal(object)

    def __init__(self, name: str, guesses: tuple[Convention, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What Does This Model Take and Give?"))
        self._guesses = guesses
        self.tiles: list[QToolButton] = []
        question = QLabel(
            self.tr(
                "“{0}” is of no known family. Choose the picture whose colours look right; "
                "the answer is remembered."
            ).format(name)
        )
        question.setWordWrap(True)
        question.setTextFormat(Qt.TextFormat.PlainText)
        grid = QGridLayout()
        grid.setSpacing(SPACE)
        for index, guess in enumerate(guesses):
            tile = _tile(_capital(in_own_language(guess.words)))
            tile.clicked.connect(self._on_tile_clicked)
            grid.addWidget(tile, index // _COLUMNS, index % _COLUMNS)
            self.tiles.append(tile)
        content = QWidget()
        content.setLayout(grid)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(question)
        layout.addWidget(scroll, 1)
        layout.addWidget(close_row(self, self.tr("None of These")))
        rows = -(-len(guesses) // _COLUMNS)
        height = min(rows * (content.sizeHint().height() // max(1, rows)) + 140, 760)
        self.resize(content.sizeHint().width() + 60, height)

    def show_picture(self, index: int, image: QImage | None) -> None:
        """The picture of a guess is there; None where the network gives nothing with it."""
        tile = self.tiles[index]
        if image is None:
            tile.setEnabled(False)
            tile.setToolTip(self.tr("The model gives nothing this way"))
            return
        ratio = self.devicePixelRatioF()
        scaled = image.scaled(
            _PICTURE * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        scaled.setDevicePixelRatio(ratio)
        tile.setIcon(QIcon(QPixmap.fromImage(scaled)))

    @Slot()
    def _on_tile_clicked(self) -> None:
        tile = self.sender()
        if isinstance(tile, QToolButton):
            self.answered.emit(self._guesses[self.tiles.index(tile)])
            self.accept()


def _tile(text: str) -> QToolButton:
    tile = QToolButton()
    tile.setObjectName("modelGuess")
    tile.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
    tile.setIconSize(_PICTURE)
    blank = QPixmap(_PICTURE)
    blank.fill(Qt.GlobalColor.transparent)
    tile.setIcon(QIcon(blank))
    tile.setText(text.replace(", ", ",\n", 1))
    tile.setAccessibleName(text)
    tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return tile


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
