"""How large a brush is: a slider, and the number."""

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QSlider, QWidget

from colorizer_gui.widgets.areas.brush import SIZE_STEPS, radius_of


class SizeRow(QWidget):
    """The size of a brush.

    Signals
    -------
    size_requested(int)
        In steps, with every move.

    Attributes
    ----------
    slider
        The size in steps.
    """

    size_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, SIZE_STEPS)
        self.slider.setPageStep(5)
        self.slider.setToolTip(self.tr("How wide the brush draws; over the photo, [ and ] do the same"))
        title = QLabel(self.tr("Brush size"))
        title.setBuddy(self.slider)
        self._number = QLabel()
        for label in (title, self._number):
            label.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(0)
        layout.addWidget(title, 0, 0)
        layout.addWidget(self._number, 0, 1, Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self.slider, 1, 0, 1, 2)
        self.slider.valueChanged.connect(self._on_value_changed)

    def show_size(self, step: int) -> None:
        """Show a size without asking for it."""
        with QSignalBlocker(self.slider):
            self.slider.setValue(step)
        text = self.tr("{0} % of the photo").format(QLocale().toString(200 * radius_of(step), "f", 1))
        self._number.setText(text)
        self.slider.setAccessibleName(self.tr("Brush size: {0}").format(text))

    @Slot(int)
    def _on_value_changed(self, step: int) -> None:
        self.show_size(step)
        self.size_requested.emit(step)
