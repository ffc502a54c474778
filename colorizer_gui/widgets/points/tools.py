"""The tool that puts colour points, and how many there are."""

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from colorizer_gui.widgets.points.colour_chooser import ColourChooser
from colorizer_gui.widgets.style.icons import themed_icon
from colorizer_gui.widgets.style.theme import SPACE


class PointTools(QWidget):
    """A button that begins and ends putting points, and one that removes them all.

    Signals
    -------
    pointing_requested(bool)
        Clicks into the photo are to put points; or no longer.
    removal_requested()
        All points are to go.

    Attributes
    ----------
    button, remove_button
        Pressed while pointing; shown while there are points.
    rest_box
        Whether the rest of the photo follows the points.
    alone_box
        Whether colour comes from points and strokes alone.
    chooser
        The colour that is put; shown while pointing.
    """

    pointing_requested = Signal(bool)
    removal_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.button = QPushButton(self.tr("Put Colour Points"))
        self.button.setCheckable(True)
        self.button.setToolTip(
            self.tr(
                "Choose a colour, then click into the photo where you know it, or draw a line over it; "
                "by keys, move the cross with the arrow keys and press Enter. "
                "Turn the wheel over a ring to change how far its colour reaches."
            )
        )
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self.pointing_requested)
        self._count = QLabel()
        self._count.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.remove_button = QToolButton()
        self.remove_button.setObjectName("noteAction")
        self.remove_button.setText(self.tr("Remove All"))
        self.remove_button.setAccessibleName(self.tr("Remove all colour points"))
        self.remove_button.setToolTip(self.tr("The colour is guessed again without any points"))
        self.remove_button.clicked.connect(self.removal_requested)
        self.chooser = ColourChooser()
        self.rest_box = QCheckBox(self.tr("Let the rest of the photo follow"))
        self.rest_box.setAccessibleName(self.tr("Let the rest of the photo follow your points"))
        self.alone_box = QCheckBox(self.tr("Guess no colours"))
        self.alone_box.setToolTip(
            self.tr(
                "The photo has only the colours of your points and strokes: they spread over "
                "what is as light, and stop at edges. Draw at least one line over each thing."
            )
        )
        self._lay_out()
        self.show_rest(follows=False)
        self.show_count(0)
        self.show_pointing(False)
        self._draw_icon()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._count)
        row.addStretch()
        row.addWidget(self.remove_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE - 2)
        layout.addWidget(self.button)
        layout.addWidget(self.chooser)
        layout.addWidget(self.rest_box)
        layout.addLayout(row)
        layout.addWidget(self.alone_box)

    def show_rest(self, *, follows: bool, why_not: str = "") -> None:
        """Show whether the rest of the photo follows the points, or why it cannot, without asking for it."""
        with QSignalBlocker(self.rest_box):
            self.rest_box.setChecked(follows)
        self.rest_box.setEnabled(not why_not)
        self.rest_box.setToolTip(
            why_not
            or self.tr(
                "For colours that you know to be true, as of a thing that still exists: the whole photo is "
                "guessed anew with them. Otherwise nothing changes but what you point at."
            )
        )

    def show_count(self, count: int) -> None:
        """Say how many points the photo has."""
        self._count.setText(self.tr("Points: {0}").format(count))
        self._count.setVisible(count > 0)
        self.remove_button.setVisible(count > 0)

    def show_pointing(self, pointing: bool) -> None:
        """Show that clicks put points, or no longer."""
        self.button.setChecked(pointing)
        self.chooser.setVisible(pointing)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()
        super().changeEvent(event)

    def _draw_icon(self) -> None:
        self.button.setIcon(themed_icon("points", self.palette()))
