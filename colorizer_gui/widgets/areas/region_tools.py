"""The tool that marks areas, and the areas that there are."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from colorizer_gui.widgets.areas.erase_row import EraseRow
from colorizer_gui.widgets.areas.region_list import RegionList
from colorizer_gui.widgets.areas.size_row import SizeRow
from colorizer_gui.widgets.areas.wrapping_row import WrappingRow
from colorizer_gui.widgets.points.reach_row import ReachRow
from colorizer_gui.widgets.style.icons import themed_icon
from colorizer_gui.widgets.style.theme import SPACE


class RegionTools(QWidget):
    """A button that begins another area, what is to be said while marking, and the list of areas.

    Signals
    -------
    marking_requested(bool)
        Clicks into the photo are to mark another area; or no longer.
    brush_requested(bool)
        Gestures draw the area itself; or mean the object there.

    Attributes
    ----------
    button
        Pressed while marking.
    object_button, brush_button
        What gestures mean.
    erasing, size_row, reach
        How they mark.
    regions
        The areas.
    """

    marking_requested = Signal(bool)
    brush_requested = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.button = QPushButton(self.tr("Mark an Area"))
        self.button.setCheckable(True)
        self.button.setToolTip(
            self.tr(
                "Click an object in the photo, for example a dress: the sliders then change only that. "
                "By keys, move the cross with the arrow keys and press Enter."
            )
        )
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self.marking_requested)
        self.object_button = QRadioButton(self.tr("Whole object"))
        self.object_button.setToolTip(self.tr("A click, or a line over it, marks the object up to its edges"))
        self.brush_button = QRadioButton(self.tr("Brush"))
        self.brush_button.setToolTip(self.tr("What you paint over is marked"))
        self.brush_button.toggled.connect(self.brush_requested)
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.hint.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.erasing = EraseRow(self.tr("Stripes in the photo show where the area is"))
        self.size_row = SizeRow()
        self.reach = ReachRow()
        self.regions = RegionList()
        self._has_regions = False
        self._lay_out()
        self.show_marking(marking=False, brush=False)
        self.show_regions((), None)
        self._draw_icon()

    def _lay_out(self) -> None:
        self._options = QWidget()
        options = QVBoxLayout(self._options)
        options.setContentsMargins(0, 0, 0, 0)
        options.setSpacing(SPACE - 2)
        options.addWidget(self.hint)
        options.addWidget(WrappingRow(self.object_button, self.brush_button))
        options.addWidget(self.erasing)
        options.addWidget(self.size_row)
        options.addWidget(self.reach)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE - 2)
        layout.addWidget(self.button)
        layout.addWidget(self._options)
        layout.addWidget(self.regions)

    def show_marking(self, *, marking: bool, brush: bool) -> None:
        """Show that gestures mark an area, or no longer, and how."""
        self.button.setChecked(marking)
        self._name_button()
        self._options.setVisible(marking)
        (self.brush_button if brush else self.object_button).setChecked(True)
        self.size_row.setVisible(brush)

    def show_regions(self, regions: Sequence[tuple[str, bool]], target: int | None) -> None:
        """Show areas, each with its name and whether it is on, and which one the sliders change."""
        self.regions.show_regions(regions, target)
        self.regions.setVisible(bool(regions))
        if target is None:
            self.hint.setText(self.tr("Click an object in the photo: it becomes an area of its own."))
        else:
            name = regions[target][0]
            self.hint.setText(self.tr("The sliders change “{0}”. More clicks add to it.").format(name))
        self._has_regions = bool(regions)
        self._name_button()

    def _name_button(self) -> None:
        if self.button.isChecked():
            text = self.tr("Finish Marking")
        else:
            text = self.tr("Mark Another Area") if self._has_regions else self.tr("Mark an Area")
        self.button.setText(text)

    def show_reach(self, reach: float | None) -> None:
        """Show how far the object that was marked last reaches; None where there is none."""
        self.reach.setVisible(reach is not None)
        if reach is not None:
            self.reach.show_reach(reach)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()
        super().changeEvent(event)

    @Slot()
    def _draw_icon(self) -> None:
        self.button.setIcon(themed_icon("region", self.palette()))
