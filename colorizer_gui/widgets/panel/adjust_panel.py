"""The panel beside the photo: what it is, its colour, and what can be done with the result."""

from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from colorizer_gui.core.rendering.adjustments import NO_HUE, Adjustments, areas_of, settings_of, with_settings
from colorizer_gui.widgets.areas.protect_tools import ProtectTools
from colorizer_gui.widgets.areas.region_tools import RegionTools
from colorizer_gui.widgets.common.setting_scroll import SettingScroll
from colorizer_gui.widgets.panel.adjustment_row import AdjustmentRow
from colorizer_gui.widgets.panel.hue_picker import HuePicker
from colorizer_gui.widgets.panel.photo_notes import PhotoNotes
from colorizer_gui.widgets.panel.preset_button import PresetButton
from colorizer_gui.widgets.panel.section import Section
from colorizer_gui.widgets.points.tools import PointTools
from colorizer_gui.widgets.reference.reference_tools import ReferenceTools
from colorizer_gui.widgets.style.theme import PANEL_WIDTH, SPACE

_MARGIN: Final = 2 * SPACE
#: Width in heights of a line, for users of large fonts.
_LINES_WIDE: Final = 17
_COLORFUL: Final = ("#8c8c8c", "#b5835a", "#e0661c")
_WARM: Final = ("#4f7fc0", "#9a9a9a", "#d39a2d")
_TINT: Final = ("#4d9a52", "#9a9a9a", "#b8559f")
_DARK: Final = ("#5a5a5a", "#6f5340", "#8a4a1e")
_LIGHT: Final = ("#a8a8a8", "#cfae90", "#eeb27c")
_PURPLE: Final = ("#a24fc0", "#8c8c8c")
_ORANGE: Final = ("#e0762a", "#c9a58c")
_GREEN: Final = ("#4f9a4a", "#8c8c8c")
_PLAIN: Final = ("#7d7d7d", "#9d9d9d")
#: Settings that colours have no use for that are a photo's own.
_OF_GUESSES: Final = ("vividness", "edge_cleanup")
_HUES: Final = ("#3a8fb0", "#5a9a4a", "#b08a2d", "#c0504f", "#a050b0", "#5a63c0", "#3a8fb0")


class AdjustPanel(QWidget):
    """Colour settings of the photo that is shown.

    Signals
    -------
    adjustments_requested(Adjustments)
        With every move of a slider.
    gesture_begun(), gesture_ended()
        A slider was taken hold of; it was let go, or another one is moved.
    picking_requested(bool)
        The next click into the photo is to pick a colour; or no longer.

    Attributes
    ----------
    rows
        The setting rows by field of `Adjustments`.
    sections
        The groups of rows by name, from top to bottom.
    picker
        Begins picking, and shows what was picked.
    points
        Begins putting colour points, and says how many there are.
    reference
        The photo that this one is to look like.
    regions, protect
        The tools that mark and protect.
    target_label
        Says what the sliders change, where that is not the whole photo.
    presets
        The menu of named settings.
    notes
        What is noticed about the photo.
    """

    adjustments_requested = Signal(object)
    gesture_begun = Signal()
    gesture_ended = Signal()
    picking_requested = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("adjustPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(max(PANEL_WIDTH, _LINES_WIDE * self.fontMetrics().height()))
        self._adjustments = Adjustments()
        self._target: int | None = None
        self._last_field = ""
        self._keeps_colours = False
        self.rows: dict[str, AdjustmentRow] = {}
        self.sections: dict[str, Section] = {}
        self.name_label = QLabel()
        self.name_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.name_label.setFont(_scaled(self.font(), 1.1, bold=True))
        self.name_label.setWordWrap(True)
        self.details_label = QLabel()
        self.details_label.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.details_label.setWordWrap(True)
        self.notes = PhotoNotes()
        self.picker = HuePicker()
        self.picker.picking_requested.connect(self.picking_requested)
        self.points, self.regions, self.protect = PointTools(), RegionTools(), ProtectTools()
        self.reference = ReferenceTools()
        self.target_label = QLabel()
        self.target_label.setWordWrap(True)
        self.target_label.hide()
        self.presets = PresetButton()
        self._settings = QWidget()
        self._settings_layout = QVBoxLayout(self._settings)
        self._settings_layout.setContentsMargins(0, 0, 0, 0)
        self._settings_layout.setSpacing(4)
        self._add_rows()
        self._lay_out()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(self.width(), 320)

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
        settings = self._settings_shown
        for field, value in settings.to_dict().items():
            if field in self.rows:
                self.rows[field].show_value(value)
        self.picker.show_hue(settings.picked_hue)
        self._enable_picked_rows()

    def set_target(self, region: int | None) -> None:
        """Show and change the settings of a region by its place, or those of the whole photo."""
        self._target = region
        self.set_adjustments(self._adjustments)
        if region is not None and region < len(areas_of(self._adjustments).regions):
            name = areas_of(self._adjustments).regions[region].name
            self.target_label.setText(self.tr("Only “{0}” is changed").format(name))
        self.target_label.setVisible(region is not None)

    @property
    def _settings_shown(self) -> Adjustments:
        """Those of what the sliders are for; while undo goes on, that may be gone already."""
        count = len(areas_of(self._adjustments).regions)
        return settings_of(self._adjustments, self._target if (self._target or 0) < count else None)

    def set_adjustable(self, adjustable: bool) -> None:
        """Whether there is colour to adjust."""
        for row in self.rows.values():
            row.setEnabled(adjustable)
        self.picker.setEnabled(adjustable)
        for tools in (self.points, self.regions, self.protect):
            tools.setEnabled(adjustable)
        self.presets.setEnabled(adjustable)
        self._enable_picked_rows()

    def show_own_colours(self, kept: bool) -> None:
        """Whether the photo keeps its colours: none are guessed, and what is cleaned is their noise."""
        if kept is not self._keeps_colours:
            self._keeps_colours = kept
            for field in _OF_GUESSES:
                self.rows[field].setVisible(not kept)
            self.rows["colour_noise"].setVisible(kept)
            if kept:
                self.bring_into_view("repair")

    def bring_into_view(self, name: str) -> None:
        """Open a section, and scroll to where all of it is seen, once it has its place."""
        self.sections[name].set_opened(True)
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.sections[name], 0, 0))

    def set_picking(self, picking: bool) -> None:
        """Show that the next click picks a colour, or no longer."""
        self.picker.button.setChecked(picking)

    def _add_rows(self) -> None:
        percent = self.tr(" %")
        color = self._section("colour", self.tr("Colour"), opened=True)
        color.add(self.target_label)
        self._row(color, "saturation", self.tr("&Saturation"), percent, _COLORFUL)
        self._row(color, "vividness", self.tr("Safe – &bold guess"), "", _COLORFUL)
        self._row(color, "warmth", self.tr("&Warmth"), "", _WARM)
        self._row(color, "tint", self.tr("Green – &magenta"), "", _TINT)
        points = self._section("points", self.tr("Colour points"))
        points.add(self.points)
        self._section("reference", self.tr("Reference photo")).add(self.reference)
        self._section("areas", self.tr("Only a part of the photo")).add(self.regions)
        self._section("protect", self.tr("Protect")).add(self.protect)
        light = self._section("light", self.tr("Shadows and highlights"))
        self._row(light, "shadows", self.tr("Colour in sh&adows"), percent, _DARK)
        self._row(light, "highlights", self.tr("Colour in hi&ghlights"), percent, _LIGHT)
        repair = self._section("repair", self.tr("Repair"))
        self._row(repair, "less_purple", self.tr("&Purple patches"), percent, _PURPLE)
        self._row(repair, "less_orange", self.tr("&Orange skin"), percent, _ORANGE)
        self._row(repair, "less_green", self.tr("Gree&n casts"), percent, _GREEN)
        self._row(repair, "edge_cleanup", self.tr("Colour over e&dges"), percent, _PLAIN)
        self._row(repair, "colour_noise", self.tr("Colou&r noise"), percent, _PLAIN)
        self.rows["colour_noise"].hide()
        picked = self._section("picked", self.tr("One colour"))
        picked.add(self.picker)
        self._row(picked, "picked_turn", self.tr("Other h&ue"), self.tr("°"), _HUES)
        self._row(picked, "picked_saturation", self.tr("&Its saturation"), percent, _COLORFUL)

    def _section(self, name: str, title: str, *, opened: bool = False) -> Section:
        section = Section(title, opened=opened)
        self.sections[name] = section
        self._settings_layout.addWidget(section)
        return section

    def _row(self, section: Section, field: str, title: str, suffix: str, colors: tuple[str, ...]) -> None:
        row = AdjustmentRow(field, title, suffix, colors)
        row.value_requested.connect(self._on_value_requested)
        row.gesture_begun.connect(self._on_gesture_begun)
        row.gesture_ended.connect(self.gesture_ended)
        self.rows[field] = row
        section.add(row)

    def _lay_out(self) -> None:
        self._settings_layout.addStretch()
        self._settings_layout.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        self._buttons = QVBoxLayout()
        self._buttons.setSpacing(SPACE)
        self._buttons.setContentsMargins(_MARGIN, SPACE, _MARGIN, 0)
        self._head = QVBoxLayout()
        self._head.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        self._head.setSpacing(SPACE)
        self._head.addWidget(self.name_label)
        self._head.addWidget(self.details_label)
        self._head.addWidget(self.notes)
        self._head.addWidget(self.presets)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, _MARGIN, 0, _MARGIN)
        layout.setSpacing(SPACE)
        layout.addLayout(self._head)
        self._scroll = SettingScroll(self._settings)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(self._buttons)

    def _enable_picked_rows(self) -> None:
        picked = self.picker.isEnabled() and self._settings_shown.picked_hue != NO_HUE
        for field in ("picked_turn", "picked_saturation"):
            self.rows[field].setEnabled(picked)

    @Slot()
    def _on_gesture_begun(self) -> None:
        self._last_field = ""
        self.gesture_begun.emit()

    @Slot(str, float)
    def _on_value_requested(self, field: str, value: float) -> None:
        if self._last_field not in ("", field):
            self.gesture_ended.emit()
        self._last_field = field
        settings = self._settings_shown.with_setting(field, value)
        self._adjustments = with_settings(self._adjustments, self._target, settings)
        self.adjustments_requested.emit(self._adjustments)


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
