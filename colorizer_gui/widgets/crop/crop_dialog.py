"""Straighten and crop: the whole photo, an angle, and a frame around what is kept."""

from typing import Final

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from colorizer_gui.core.geometry.geometry import MOST_ANGLE, WHOLE, Geometry, Size
from colorizer_gui.widgets.common.choices import indent
from colorizer_gui.widgets.crop.crop_canvas import CropCanvas
from colorizer_gui.widgets.style.theme import SPACE

#: The slider's ends in degrees, and its steps in each; the box beside it goes further.
_SLIDER: Final = 15
_FINE: Final = 10


class CropDialog(QDialog):
    """Asks for an angle and a part of the photo; nothing happens to it before it is accepted.

    Signals
    -------
    frame_accepted(float, Crop)
        See `Geometry`.

    Attributes
    ----------
    canvas, slider, angle_box, buttons
        What it is made of.
    """

    frame_accepted = Signal(float, object)

    def __init__(self, geometry: Geometry, size: Size, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Straighten and Crop"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._geometry = geometry
        self._size = size
        self.canvas = CropCanvas()
        self._make_angle()
        self._make_buttons()
        self._result = QLabel()
        self._result.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._lay_out()
        self._connect()
        self.angle_box.setValue(geometry.angle)
        self.canvas.set_crop(geometry.crop)
        self._on_angle_changed(geometry.angle)
        self.canvas.setFocus()

    def _make_angle(self) -> None:
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(-_SLIDER * _FINE, _SLIDER * _FINE)
        self.slider.setAccessibleName(self.tr("Angle"))
        tip = self.tr("Turn the photo until what should be level is level")
        self.slider.setToolTip(tip)
        self.angle_box = QDoubleSpinBox()
        indent(self.angle_box)
        self.angle_box.setRange(-MOST_ANGLE, MOST_ANGLE)
        self.angle_box.setDecimals(1)
        self.angle_box.setSingleStep(0.1)
        self.angle_box.setSuffix("°")
        self.angle_box.setToolTip(tip)

    def _make_buttons(self) -> None:
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel | standard.Reset)
        self.buttons.button(standard.Ok).setText(self.tr("Apply"))
        self.buttons.button(standard.Ok).setProperty("primary", True)
        self.buttons.button(standard.Cancel).setText(self.tr("Cancel"))
        self.buttons.button(standard.Reset).setText(self.tr("Show All of It"))
        self.buttons.button(standard.Reset).setToolTip(
            self.tr("Keep the whole photo, as it lies in the file")
        )
        self.buttons.button(standard.Reset).setAutoDefault(False)  # Enter applies what it left
        self.buttons.button(standard.Ok).setDefault(True)

    def _lay_out(self) -> None:
        label = QLabel(self.tr("&Angle"))
        label.setBuddy(self.angle_box)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(label)
        row.addWidget(self.slider, 1)
        row.addWidget(self.angle_box)
        row.addSpacing(2 * SPACE)
        row.addWidget(self._result)
        layout = QVBoxLayout(self)
        layout.addWidget(self.canvas, 1)
        layout.addLayout(row)
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        self.slider.valueChanged.connect(self._on_slider_moved)
        self.angle_box.valueChanged.connect(self._on_angle_changed)
        self.canvas.crop_changed.connect(self._show_result)
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        self.buttons.button(QDialogButtonBox.StandardButton.Reset).clicked.connect(self._on_reset)

    @Slot(object)
    def show_photo(self, image: QImage) -> None:
        """The photo, turned but neither straightened nor cropped."""
        self.canvas.set_image(image)

    @property
    def chosen(self) -> Geometry:
        """The geometry that is shown."""
        return self._geometry.framed(round(self.angle_box.value(), 1), self.canvas.crop)

    @Slot(int)
    def _on_slider_moved(self, value: int) -> None:
        self.angle_box.setValue(value / _FINE)

    @Slot(float)
    def _on_angle_changed(self, angle: float) -> None:
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(angle * _FINE))
        self.canvas.set_angle(angle)
        self._show_result()

    @Slot()
    def _show_result(self) -> None:
        width, height = self.chosen.result_size(self._size)
        sides = [QLocale().toString(side) for side in (width, height)]
        self._result.setText(self.tr("{0} × {1} pixels").format(*sides))

    @Slot()
    def _on_reset(self) -> None:
        self.angle_box.setValue(0.0)
        self.canvas.set_crop(WHOLE)

    @Slot()
    def _on_accepted(self) -> None:
        chosen = self.chosen
        self.frame_accepted.emit(chosen.angle, chosen.crop)
        self.accept()
