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
from colorizer_gui.widgets.style.icons import themed_icon


class ProtectTools(QWidget):
    """A button that begins protecting, what becomes of protected places, and the brush.

    Signals
    -------
    protecting_requested(bool)
        Gestures in the photo are to protect; or no longer.
    removal_requested()
        Nothing is to be protected any more.

    Attributes
    ----------
    button, remove_button
        Pressed while protecting; shown while something is protected.
    gray_button, as_it_is_button
        What becomes of a place.
    erasing, size_row
        How gestures mark.
    """

    protecting_requested = Signal(bool)
    removal_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.button = QPushButton(self.tr("Protect with a Brush"))
        self.button.setCheckable(True)
        self.button.setToolTip(
            self.tr(
                "Paint over what no slider and no colour point may change, for example a wall. "
                "By keys, move the cross with the arrow keys and press Enter."
            )
        )
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self.protecting_requested)
        self.as_it_is_button = QRadioButton(self.tr("Keep as it is"))
        self.as_it_is_button.setToolTip(self.tr("What you paint over keeps the colour that it has now"))
        self.gray_button = QRadioButton(self.tr("Keep gray"))
        self.gray_button.setToolTip(self.tr("What you paint over has no colour"))
        self.as_it_is_button.setChecked(True)
        self.erasing = EraseRow(self.tr("Stripes in the photo show what is protected"))
        self.size_row = SizeRow()
        self._count = QLabel()
        self._count.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.remove_button = QToolButton()
        self.remove_button.setObjectName("noteAction")
        self.remove_button.setText(self.tr("Remove All"))
        self.remove_button.setAccessibleName(self.tr("Protect nothing any more"))
        self.remove_button.clicked.connect(self.removal_requested)
        self._lay_out()
        self.show_protecting(False)
        self.show_protected(False)
        self._draw_icon()

    def _lay_out(self) -> None:
        kinds = QHBoxLayout()
        kinds.addWidget(self.as_it_is_button)
        kinds.addWidget(self.gray_button)
        kinds.addStretch()
        self._options = QWidget()
        options = QVBoxLayout(self._options)
        options.setContentsMargins(0, 0, 0, 0)
        options.setSpacing(4)
        options.addLayout(kinds)
        options.addWidget(self.erasing)
        options.addWidget(self.size_row)
        row = QHBoxLayout()
        row.addWidget(self._count)
        row.addStretch()
        row.addWidget(self.remove_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.button)
        layout.addWidget(self._options)
        layout.addLayout(row)

    @property
    def keep(self) -> Keep:
        """What becomes of a place."""
        return Keep.GRAY if self.gray_button.isChecked() else Keep.AS_IT_IS

    def show_protecting(self, protecting: bool) -> None:
        """Show that gestures protect, or no longer."""
        self.button.setChecked(protecting)
        self._options.setVisible(protecting)

    def show_protected(self, protected: bool) -> None:
        """Say whether something is protected."""
        self._count.setText(self.tr("Something is protected"))
        self._count.setVisible(protected)
        self.remove_button.setVisible(protected)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()
        super().changeEvent(event)

    def _draw_icon(self) -> None:
        self.button.setIcon(themed_icon("protect", self.palette(), 18))
