"""How much a reference photo counts: a slider, and the number."""

from typing import Final

from PySide6.QtCore import QLocale, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from colorizer_gui.widgets.common.adjustment_slider import AdjustmentSlider

_STEPS: Final = 100
_COLORS: Final = ("#8c8c8c", "#9a8a72", "#c0853f")


class StrengthRow(QWidget):
    """From nothing to all of it.

    Signals
    -------
    strength_requested(float)
        With every move, in [0, 1].
    gesture_begun(), gesture_ended()
        The slider was taken hold of, and let go.

    Attributes
    ----------
    slider
        In percent.
    """

    strength_requested = Signal(float)
    gesture_begun = Signal()
    gesture_ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.slider = AdjustmentSlider((0, _STEPS), _STEPS, _COLORS)
        self.slider.setToolTip(
            self.tr("How much the reference photo counts. A double click lets it count fully.")
        )
        title = QLabel(self.tr("Stren&gth"))
        title.setBuddy(self.slider)
        self._number = QLabel()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(0)
        layout.setColumnStretch(0, 1)
        layout.addWidget(title, 0, 0)
        layout.addWidget(self._number, 0, 1)
        layout.addWidget(self.slider, 1, 0, 1, 2)
        self.slider.valueChanged.connect(self._on_value_changed)
        self.slider.sliderPressed.connect(self.gesture_begun)
        self.slider.sliderReleased.connect(self.gesture_ended)
        self.slider.reset_requested.connect(self._on_reset_requested)
        self.show_strength(1.0)

    def show_strength(self, strength: float) -> None:
        """Show a strength without asking for it."""
        steps = round(strength * _STEPS)
        with QSignalBlocker(self.slider):
            self.slider.setValue(steps)
        self.slider.update()
        text = self.tr("{0} %").format(QLocale().toString(steps))
        self._number.setText(text)
        self.slider.setAccessibleName(self.tr("Strength: {0}").format(text))

    @Slot(int)
    def _on_value_changed(self, steps: int) -> None:
        self.show_strength(steps / _STEPS)
        self.strength_requested.emit(steps / _STEPS)

    @Slot()
    def _on_reset_requested(self) -> None:
        self.gesture_ended.emit()
        self._on_value_changed(_STEPS)
        self.gesture_ended.emit()
