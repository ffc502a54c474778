"""The reference photo in the panel: which one, how much and by what it counts, and its swatches."""

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from colorizer_gui.core.prediction.reference import Matching, Reference
from colorizer_gui.widgets.areas.wrapping_row import WrappingRow
from colorizer_gui.widgets.reference.reference_well import ReferenceWell
from colorizer_gui.widgets.reference.strength_row import StrengthRow


class ReferenceTools(QWidget):
    """Asks for a reference, and for changes of it.

    Parameters
    ----------
    swatches
        Whether pairs of places are offered: of a single photo, not of many.

    Signals
    -------
    choosing_requested()
        A file is to be chosen.
    matching_requested(Matching)
        Places are to be found otherwise.
    swatches_requested()
        Rectangles are to be drawn.
    removal_requested()
        There is to be no reference any more.

    Attributes
    ----------
    well, strength, likeness_button, brightness_button, swatches_button, remove_button
        What it is made of.
    """

    choosing_requested = Signal()
    matching_requested = Signal(object)
    swatches_requested = Signal()
    removal_requested = Signal()

    def __init__(self, *, swatches: bool = True) -> None:
        super().__init__()
        self.well = ReferenceWell()
        self.well.clicked.connect(self.choosing_requested)
        self.strength = StrengthRow()
        self._name = QLabel()
        self._name.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._name.setWordWrap(True)
        self._make_matching()
        self.swatches_button = QPushButton()
        self.swatches_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.swatches_button.setToolTip(
            self.tr("Say by rectangles which place of the reference photo gives its colour to which place")
        )
        self.swatches_button.clicked.connect(self.swatches_requested)
        self.remove_button = QToolButton()
        self.remove_button.setObjectName("noteAction")
        self.remove_button.setText(self.tr("Remove"))
        self.remove_button.setAccessibleName(self.tr("Remove the reference photo"))
        self.remove_button.setToolTip(self.tr("The colour is guessed again without the reference photo"))
        self.remove_button.clicked.connect(self.removal_requested)
        if not swatches:
            self.swatches_button.hide()  # to show it would open a window: it lies in nothing as yet
        self._lay_out()
        self.show_reference(None, QImage())

    def _make_matching(self) -> None:
        self.likeness_button = QRadioButton(self.tr("By likeness"))
        self.likeness_button.setToolTip(
            self.tr("Things get the colour of like things: grass that of grass, a coat that of a coat")
        )
        self.brightness_button = QRadioButton(self.tr("By brightness"))
        self.brightness_button.setToolTip(
            self.tr("Each place gets the colour of what is as bright and as rough in the reference photo")
        )
        self.likeness_button.setChecked(True)
        self.likeness_button.toggled.connect(self._on_likeness_toggled)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self.remove_button)
        self._options = QWidget()
        options = QVBoxLayout(self._options)
        options.setContentsMargins(0, 0, 0, 0)
        options.setSpacing(6)
        options.addLayout(head)
        options.addWidget(self.strength)
        options.addWidget(WrappingRow(self.likeness_button, self.brightness_button))
        options.addWidget(self.swatches_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.well)
        layout.addWidget(self._options)

    def show_reading(self, name: str) -> None:
        """Show that a file is being read."""
        self.well.show_words(self.tr("Reading “{0}”…").format(name))

    def show_reference(self, reference: Reference | None, picture: QImage) -> None:
        """Show which reference there is, and how it counts."""
        self._options.setVisible(reference is not None)
        if reference is None:
            self.well.show_words(self.tr("Choose a photo in colour,\nor drop one here"))
            return
        self.well.show_picture(picture, reference.name)
        self._name.setText(reference.name)
        self.strength.show_strength(reference.strength)
        is_likeness = reference.matching is Matching.LIKENESS
        with QSignalBlocker(self.likeness_button), QSignalBlocker(self.brightness_button):
            self.likeness_button.setChecked(is_likeness)
            self.brightness_button.setChecked(not is_likeness)
        count = len(reference.swatches)
        self.swatches_button.setText(
            self.tr("Pairs of places: {0}…").format(count) if count else self.tr("Pair Places by Rectangles…")
        )

    @Slot(bool)
    def _on_likeness_toggled(self, likeness: bool) -> None:
        self.matching_requested.emit(Matching.LIKENESS if likeness else Matching.BRIGHTNESS)
