"""The panel beside the photo: what it is, its colour, and what can be done with the result."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from colorizer_gui.core.adjustments import Adjustments
from colorizer_gui.widgets.saturation_slider import NEUTRAL, SaturationSlider
from colorizer_gui.widgets.theme import PANEL_WIDTH, SPACE

_MARGIN: Final = 2 * SPACE


class AdjustPanel(QWidget):
    """Colour settings of the photo that is shown.

    Signals
    -------
    adjustments_requested(Adjustments)
        With every move of a slider.
    gesture_ended()
        The slider was let go.
    """

    adjustments_requested = Signal(object)
    gesture_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("adjustPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(PANEL_WIDTH)
        self._adjustments = Adjustments()
        self.name_label = QLabel()
        self.name_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.name_label.setFont(_scaled(self.font(), 1.1, bold=True))
        self.name_label.setWordWrap(True)
        self.details_label = QLabel()
        self.details_label.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.details_label.setWordWrap(True)
        self.slider = SaturationSlider()
        self.slider.setAccessibleName(self.tr("Saturation"))
        self.slider.setToolTip(self.tr("Double-click to go back to 100 %"))
        self.spin_box = QSpinBox()
        self.spin_box.setRange(self.slider.minimum(), self.slider.maximum())
        self.spin_box.setValue(NEUTRAL)
        self.spin_box.setSuffix(self.tr(" %"))
        self.spin_box.setAccessibleName(self.tr("Saturation in percent"))
        self.spin_box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.spin_box.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.spin_box.setFixedWidth(68)
        self.spin_box.setKeyboardTracking(False)
        self._lay_out()
        self.slider.valueChanged.connect(self._on_value_changed)
        self.slider.sliderReleased.connect(self.gesture_ended)
        self.slider.reset_requested.connect(self._on_reset_requested)
        self.spin_box.valueChanged.connect(self._on_value_changed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(PANEL_WIDTH, 320)

    def add_action_button(self, action: QAction, *, primary: bool = False) -> QPushButton:
        """Put a button for an action at the bottom."""
        button = _ActionButton(action)
        button.setProperty("primary", primary)
        self._buttons.addWidget(button)
        return button

    def show_photo(self, name: str, details: str) -> None:
        """Say which photo it is."""
        self.name_label.setText(name)
        self.details_label.setText(details)

    def set_adjustments(self, adjustments: Adjustments) -> None:
        """Show settings without asking for them."""
        self._adjustments = adjustments
        percent = round(adjustments.saturation * 100)
        with QSignalBlocker(self.slider), QSignalBlocker(self.spin_box):
            self.slider.setValue(percent)
            self.spin_box.setValue(percent)
        self.slider.update()

    def set_adjustable(self, adjustable: bool) -> None:
        """Whether there is colour to adjust."""
        self.slider.setEnabled(adjustable)
        self.spin_box.setEnabled(adjustable)

    def _lay_out(self) -> None:
        title = QLabel(self.tr("&Saturation"))
        title.setBuddy(self.slider)
        row = QHBoxLayout()
        row.addWidget(title)
        row.addStretch()
        row.addWidget(self.spin_box)
        rule = QFrame()
        rule.setFrameShape(QFrame.Shape.NoFrame)
        rule.setFixedHeight(1)
        rule.setBackgroundRole(self.palette().ColorRole.Mid)
        rule.setAutoFillBackground(True)
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(SPACE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(SPACE)
        layout.addWidget(self.name_label)
        layout.addWidget(self.details_label)
        layout.addSpacing(SPACE)
        layout.addWidget(rule)
        layout.addSpacing(SPACE)
        layout.addLayout(row)
        layout.addWidget(self.slider)
        layout.addStretch()
        layout.addLayout(self._buttons)

    @Slot(int)
    def _on_value_changed(self, percent: int) -> None:
        self._adjustments = replace(self._adjustments, saturation=percent / 100)
        self.set_adjustments(self._adjustments)
        self.adjustments_requested.emit(self._adjustments)

    @Slot()
    def _on_reset_requested(self) -> None:
        self.gesture_ended.emit()
        self._on_value_changed(NEUTRAL)
        self.gesture_ended.emit()


class _ActionButton(QPushButton):
    """A push button that is its action: text, state and trigger."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self._action = action
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._on_changed)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        self.setText(self._action.text().replace("&", ""))
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())


def _scaled(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    scaled = QFont(font)
    scaled.setPointSizeF(font.pointSizeF() * factor)
    if bold:
        scaled.setWeight(QFont.Weight.DemiBold)
    return scaled
