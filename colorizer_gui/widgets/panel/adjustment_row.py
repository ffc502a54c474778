"""One setting: its name, its number and its slider."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QSpinBox, QWidget

from colorizer_gui.core.rendering.adjustments import LIMITS, Adjustments
from colorizer_gui.widgets.common.adjustment_slider import AdjustmentSlider
from colorizer_gui.widgets.panel.setting_tips import setting_tip

#: Steps of a slider to the unit of a setting; degrees are counted one by one.
_STEPS: Final = 100
_DEFAULTS: Final = Adjustments().to_dict()


class AdjustmentRow(QWidget):
    """Shows one field of `Adjustments` in whole numbers.

    Signals
    -------
    value_requested(str, float)
        The field and its new value, with every move.
    gesture_begun(), gesture_ended()
        The slider was taken hold of, and let go.

    Attributes
    ----------
    field
        The name of the field.
    slider, spin_box
        Two faces of the value.
    """

    value_requested = Signal(str, float)
    gesture_begun = Signal()
    gesture_ended = Signal()

    def __init__(self, field: str, title: str, suffix: str, colors: Sequence[str]) -> None:
        super().__init__()
        self.field = field
        low, high = LIMITS[field]
        self._steps = 1 if high > 2.0 else _STEPS
        limits = round(low * self._steps), round(high * self._steps)
        self.slider = AdjustmentSlider(limits, round(_DEFAULTS[field] * self._steps), tuple(colors))
        name = title.replace("&", "")
        self.slider.setAccessibleName(name)
        tip = setting_tip(field)
        reset = self.tr("A double click sets it back.")
        self.slider.setToolTip(f"{tip}. {reset}" if tip else reset)
        self.slider.setWhatsThis(self.slider.toolTip())
        self.spin_box = _plain_spin_box(limits, self.slider.neutral, suffix)
        self.spin_box.setAccessibleName(name)
        label = QLabel(title)
        label.setBuddy(self.slider)
        label.setWordWrap(True)
        for widget in (label, self.spin_box):
            widget.setToolTip(tip)
            widget.setWhatsThis(tip)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(0)
        layout.addWidget(label, 0, 0)
        layout.addWidget(self.spin_box, 0, 1)
        layout.addWidget(self.slider, 1, 0, 1, 2)
        layout.setColumnStretch(0, 1)
        self.slider.valueChanged.connect(self._on_value_changed)
        self.slider.sliderPressed.connect(self.gesture_begun)
        self.slider.sliderReleased.connect(self.gesture_ended)
        self.slider.reset_requested.connect(self._on_reset_requested)
        self.spin_box.valueChanged.connect(self._on_value_changed)

    def show_value(self, value: float) -> None:
        """Show a value without asking for it."""
        steps = round(value * self._steps)
        with QSignalBlocker(self.slider), QSignalBlocker(self.spin_box):
            self.slider.setValue(steps)
            self.spin_box.setValue(steps)
        self.slider.update()

    @Slot(int)
    def _on_value_changed(self, steps: int) -> None:
        self.show_value(steps / self._steps)
        self.value_requested.emit(self.field, steps / self._steps)

    @Slot()
    def _on_reset_requested(self) -> None:
        self.gesture_ended.emit()
        self._on_value_changed(self.slider.neutral)
        self.gesture_ended.emit()


def _plain_spin_box(limits: tuple[int, int], value: int, suffix: str) -> QSpinBox:
    """A number without a frame, as wide as the longest one."""
    box = QSpinBox()
    box.setRange(*limits)
    box.setValue(value)
    box.setSuffix(suffix)
    box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
    box.setAlignment(Qt.AlignmentFlag.AlignRight)
    box.setKeyboardTracking(False)
    box.setFrame(False)
    palette = box.palette()
    palette.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
    box.setPalette(palette)
    box.setFixedWidth(box.fontMetrics().horizontalAdvance(f"−200{suffix}") + 14)
    return box
