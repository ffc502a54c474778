"""The tool that protects places, and what it protects them from."""

from PySide6.QtCore import QEvent, Signal
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

from colorizer_gui.core.rendering.adjustments import Keep
from colorizer_gui.widgets.areas.erase_row import EraseRow
from colorizer_gui.widgets.areas.size_row import SizeRow
from colorizer_gui.widgets.areas.wrapping_row import WrappingRow
from colorizer_gui.widgets.points.reach_row import ReachRow
from colorizer_gui.widgets.style.icons import themed_icon
from colorizer_gui.widgets.style.theme import SPACE


class ProtectTools(QWidget):
    """A button that begins protecting, what becomes of protected places, and how they are marked.

    Signals
    -------
    protecting_requested(bool)
        Gestures in the photo are to protect; or no longer.
    brush_requested(bool)
        Gestures protect what they paint over; or the object there.
    removal_requested()
        Nothing is to be protected any more.

    Attributes
    ----------
    button, remove_button
        Pressed while protecting; shown while something is protected.
    gray_button, as_it_is_button
        What becomes of a place.
    object_button, brush_button
        What gestures mean.
    erasing, size_row, reach
        How they mark.
    """

    protecting_requested = Signal(bool)
    brush_requested = Signal(bool)
    removal_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.button = QPushButton(self.tr("Protect Places"))
        self.button.setCheckable(True)
        self.button.setToolTip(
            self.tr(
                "Click what no slider and no colour point may change, for example a wall, or paint over it. "
                "By keys, move the cross with the arrow keys and press Enter."
            )
        )
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self.protecting_requested)
        self.as_it_is_button = QRadioButton(self.tr("Keep as it is"))
        self.as_it_is_button.setToolTip(self.tr("What you mark keeps the colour that it has now"))
        self.gray_button = QRadioButton(self.tr("Keep gray"))
        self.gray_button.setToolTip(self.tr("What you mark has no colour"))
        self.as_it_is_button.setChecked(True)
        self.object_button = QRadioButton(self.tr("Whole object"))
        self.object_button.setToolTip(
            self.tr("A click, or a line over it, protects the object or surface up to its edges")
        )
        self.brush_button = QRadioButton(self.tr("Brush"))
        self.brush_button.setToolTip(self.tr("What you paint over is protected"))
        self.brush_button.toggled.connect(self.brush_requested)
        self.reach = ReachRow()
        self.erasing = EraseRow(self.tr("Stripes in the photo show what is protected"))
        self.size_row = SizeRow()
        self._count = QLabel()
        self._count.setWordWrap(True)
        self._count.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.remove_button = QToolButton()
        self.remove_button.setObjectName("noteAction")
        self.remove_button.setText(self.tr("Remove All"))
        self.remove_button.setAccessibleName(self.tr("Protect nothing any more"))
        self.remove_button.clicked.connect(self.removal_requested)
        self._lay_out()
        self.show_protecting(protecting=False, brush=False)
        self.show_protected(protected=False, reach=None)
        self._draw_icon()

    def _lay_out(self) -> None:
        self._options = QWidget()
        options = QVBoxLayout(self._options)
        options.setContentsMargins(0, 0, 0, 0)
        options.setSpacing(SPACE - 2)
        options.addWidget(WrappingRow(self.as_it_is_button, self.gray_button))
        options.addWidget(WrappingRow(self.object_button, self.brush_button))
        options.addWidget(self.erasing)
        options.addWidget(self.size_row)
        options.addWidget(self.reach)
        row = QHBoxLayout()
        row.addWidget(self._count, 1)
        row.addWidget(self.remove_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE - 2)
        layout.addWidget(self.button)
        layout.addWidget(self._options)
        layout.addLayout(row)

    @property
    def keep(self) -> Keep:
        """What becomes of a place."""
        return Keep.GRAY if self.gray_button.isChecked() else Keep.AS_IT_IS

    def show_protecting(self, *, protecting: bool, brush: bool) -> None:
        """Show that gestures protect, or no longer, and how."""
        self.button.setChecked(protecting)
        self._options.setVisible(protecting)
        (self.brush_button if brush else self.object_button).setChecked(True)
        self.size_row.setVisible(brush)

    def show_protected(self, *, protected: bool, reach: float | None) -> None:
        """Say whether something is protected, and how far the object that was marked last reaches."""
        self.reach.setVisible(reach is not None)
        if reach is not None:
            self.reach.show_reach(reach)
        self._count.setText(self.tr("Something is protected"))
        self._count.setVisible(protected)
        self.remove_button.setVisible(protected)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()
        super().changeEvent(event)

    def _draw_icon(self) -> None:
        self.button.setIcon(themed_icon("protect", self.palette()))
