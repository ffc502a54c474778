"""Colour settings of the photos that are selected in the contact sheet, in a panel that floats over it."""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from colorizer_gui.core.rendering.adjustments import Adjustments, taken_over
from colorizer_gui.widgets.panel.adjustment_row import AdjustmentRow
from colorizer_gui.widgets.panel.preset_button import PresetButton
from colorizer_gui.widgets.style.theme import SPACE

_WIDTH: Final = 280
_COLORFUL: Final = ("#8c8c8c", "#b5835a", "#e0661c")
_WARM: Final = ("#4f7fc0", "#9a9a9a", "#d39a2d")


class ReviewSettings(QFrame):
    """Saturation, vividness, warmth, presets, and whether a scan is a negative.

    Signals
    -------
    adjustments_requested(Adjustments)
        With every move of a slider.
    negative_requested(bool)
        The photo is to be read in another way, and predicted once more.
    again_requested(Adjustments)
        A photo that is saved already is to be colorized once more, with these settings.
    closing_requested()

    Attributes
    ----------
    rows
        The setting rows by field of `Adjustments`.
    presets, negative, again_button, close_button
        The other controls.
    """

    adjustments_requested = Signal(object)
    negative_requested = Signal(bool)
    again_requested = Signal(object)
    closing_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewSettings")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(max(_WIDTH, 16 * self.fontMetrics().height()))
        self._adjustments = Adjustments()
        self._is_saved = False
        self._title = QLabel()
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        self._hint.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.presets = PresetButton()
        self.rows: dict[str, AdjustmentRow] = {}
        self.negative = QCheckBox(self.tr("The scan is a &negative"))
        self.negative.setToolTip(self.tr("The photo is colorized anew"))
        self.again_button = QPushButton(self.tr("Colorize Once More"))
        self.again_button.setProperty("primary", True)
        self.again_button.setToolTip(
            self.tr("Makes a second result with these settings; the first one stays")
        )
        self.close_button = QPushButton(self.tr("Close"))
        self._lay_out()
        self.presets.preset_requested.connect(self._on_preset_requested)
        self.negative.clicked.connect(self.negative_requested)
        self.again_button.clicked.connect(self._on_again_clicked)
        self.close_button.clicked.connect(self.closing_requested)

    @property
    def adjustments(self) -> Adjustments:
        """What is shown."""
        return self._adjustments

    def show_photo(self, title: str, adjustments: Adjustments, *, negative: bool, is_saved: bool) -> None:
        """Show the settings of a photo without asking for them.

        Parameters
        ----------
        is_saved
            Whether there is a result, so that these settings are for a second one.
        """
        self._adjustments = adjustments
        self._is_saved = is_saved
        metrics = self._title.fontMetrics()
        room = self.width() - 4 * SPACE
        self._title.setText(metrics.elidedText(title, Qt.TextElideMode.ElideMiddle, room))
        self._title.setToolTip(title)
        for field, row in self.rows.items():
            row.show_value(adjustments.to_dict()[field])
        self.negative.setChecked(negative)
        self.negative.setVisible(not is_saved)
        self.again_button.setVisible(is_saved)
        self._hint.setVisible(is_saved)
        self.adjustSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Keys of the sheet are none here, except for those that close."""
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_X}:
            self.closing_requested.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._is_saved:
            self._on_again_clicked()
        elif event.matches(QKeySequence.StandardKey.Undo):
            event.ignore()  # the view takes the last decision back, which may be one that was made here

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self._title)
        layout.addWidget(self.presets)
        titles = {
            "saturation": (self.tr("&Saturation"), self.tr(" %"), _COLORFUL),
            "vividness": (self.tr("Safe – &bold guess"), "", _COLORFUL),
            "warmth": (self.tr("&Warmth"), "", _WARM),
        }
        for field, (title, suffix, colors) in titles.items():
            row = AdjustmentRow(field, title, suffix, colors)
            row.value_requested.connect(self._on_value_requested)
            self.rows[field] = row
            layout.addWidget(row)
        layout.addWidget(self.negative)
        self._hint.setText(
            self.tr("The result that is there stays; the new one gets a number and comes with the next run.")
        )
        layout.addWidget(self._hint)
        buttons = QHBoxLayout()
        buttons.addWidget(self.close_button)
        buttons.addStretch()
        buttons.addWidget(self.again_button)
        layout.addLayout(buttons)

    def _request(self, adjustments: Adjustments) -> None:
        self._adjustments = adjustments
        for field, row in self.rows.items():
            row.show_value(adjustments.to_dict()[field])
        if not self._is_saved:
            self.adjustments_requested.emit(adjustments)

    @Slot(str, float)
    def _on_value_requested(self, field: str, value: float) -> None:
        self._request(self._adjustments.with_setting(field, value))

    @Slot(object)
    def _on_preset_requested(self, adjustments: Adjustments) -> None:
        self._request(taken_over(adjustments, self._adjustments))

    @Slot()
    def _on_again_clicked(self) -> None:
        self.again_requested.emit(self._adjustments)
