"""The part of the panel in which the colour of points and strokes is chosen, before or after they are put."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from colorizer_gui.core.guidance.possible_colors import within_gamut
from colorizer_gui.widgets.points.brush_row import BrushRow
from colorizer_gui.widgets.points.chroma_plane import ChromaPlane
from colorizer_gui.widgets.points.hex_edit import HexEdit
from colorizer_gui.widgets.points.known_button import KnownButton
from colorizer_gui.widgets.points.reach_row import ReachRow
from colorizer_gui.widgets.points.swatch_row import Ab, SwatchRow, shown_color

_GRAY: Final = (0.0, 0.0)
_CLOSING: Final = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
#: L* below and above which so few colours are possible that it has to be said.
_DARK: Final = 25.0
_LIGHT: Final = 88.0


class ColourChooser(QFrame):
    """Offers colours to paint with, for a place that was clicked, or for a point that was chosen.

    Signals
    -------
    ab_requested(tuple, bool)
        The user chose this a*b*; whether the button is held and others may follow.
    gesture_ended()
        What was held is let go.
    reach_requested(float)
        How far the colour is to reach; it may be followed by others.
    removal_requested()
        The point is to go.
    closed(bool)
        Nothing more is asked for this place or point; whether the keys went here, and have to go elsewhere.

    Attributes
    ----------
    brush
        The colour that clicks and strokes have.
    known
        The menu of colours that have a name.
    suggested, recent
        Rows of discs: what the network holds plausible, and what the user took lately.
    plane
        All colours of the lightness.
    code
        The colour as #rrggbb.
    reach
        How far the colour reaches.
    """

    ab_requested = Signal(object, bool)
    gesture_ended = Signal()
    reach_requested = Signal(float)
    removal_requested = Signal()
    closed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Colour of points"))
        self._lightness = 50.0
        self._is_for_place = False
        self.title = _wrapped("")
        self.brush = BrushRow()
        self.known = KnownButton()
        self.suggested = SwatchRow(self.tr("Suggested here"))
        self.recent = SwatchRow(self.tr("Lately used"))
        self.plane = ChromaPlane()
        self.why_small = _wrapped("")
        for chooser in (self.suggested, self.recent):
            chooser.ab_requested.connect(self._choose)
        self.plane.ab_requested.connect(self._on_plane_dragged)
        self.plane.gesture_ended.connect(self.gesture_ended)
        self.code = HexEdit()
        self.code.colour_requested.connect(self._on_code_typed)
        self.reach = ReachRow()
        self.reach.reach_requested.connect(self.reach_requested)
        self.reach.slider.sliderReleased.connect(self.gesture_ended)
        self.gray_button = _link(self.tr("No Colour"))
        self.gray_button.setToolTip(self.tr("Gray, as it is in the original"))
        self.gray_button.clicked.connect(self._on_gray_clicked)
        self.remove_button = _link(self.tr("Remove Point"))
        self.remove_button.clicked.connect(self.removal_requested)
        self._lay_out()
        self.show_for_next(None, 60.0, ())

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (
            self.title,
            self.brush,
            self.known,
            self.suggested,
            self.recent,
            self.plane,
            _wrapped(self.tr("Light and dark come from the photo.")),
            self.why_small,
        ):
            layout.addWidget(part)
        code_label = QLabel(self.tr("Code"))
        code_label.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        code_label.setBuddy(self.code)
        typed = QHBoxLayout()
        typed.addWidget(code_label)
        typed.addStretch()
        typed.addWidget(self.code)
        layout.addLayout(typed)
        layout.addWidget(self.reach)
        buttons = QHBoxLayout()
        buttons.addWidget(self.gray_button)
        buttons.addStretch()
        buttons.addWidget(self.remove_button)
        layout.addLayout(buttons)

    def is_for_place(self) -> bool:
        """Whether it is about one place or point, and not about what comes next."""
        return self._is_for_place

    def show_for_next(
        self, ab: Ab | None, lightness: float, recent: Iterable[Ab], reach: float = 0.0
    ) -> None:
        """Be about the clicks and strokes that come, in that colour; None for none chosen yet."""
        self._is_for_place = False
        self.show_for_next_title(ab)
        self.suggested.show_waiting()
        self.suggested.hide()
        self.remove_button.hide()
        self._show(lightness, ab, recent, reach)

    def show_for_next_title(self, ab: Ab | None) -> None:
        """Say what to do with the colour that is chosen, or that none is."""
        if ab is None:
            self.title.setText(self.tr("Choose a colour, then click or draw in the photo."))
        else:
            self.title.setText(
                self.tr("Click or draw in the photo: it gets this colour. To change one, click its ring.")
            )

    def show_for_place(
        self, lightness: float, chosen: Ab | None, recent: Iterable[Ab], reach: float = 0.0
    ) -> None:
        """Be about one place.

        Parameters
        ----------
        chosen
            The colour that the point has; None for a place without a point.
        reach
            How far it reaches.
        """
        self._is_for_place = True
        if chosen is None:
            self.title.setText(self.tr("Which colour has this place?"))
        else:
            self.title.setText(self.tr("The colour of the marked point"))
        self.suggested.show_waiting()
        self.suggested.show()
        self.remove_button.setVisible(chosen is not None)
        self._show(lightness, chosen, recent, reach)
        self.plane.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, lightness: float, ab: Ab | None, recent: Iterable[Ab], reach: float) -> None:
        self._lightness = lightness
        self.recent.show_colours(lightness, recent)
        self.recent.setVisible(bool(self.recent.swatches))
        self.plane.show_lightness(lightness)
        why = ""
        if lightness < _DARK:
            why = self.tr("The photo is dark there: few colours are that dark, so the choice is small.")
        elif lightness > _LIGHT:
            why = self.tr("The photo is bright there: few colours are that bright, so the choice is small.")
        self.why_small.setText(why)
        self.why_small.setVisible(bool(why))
        self.show_ab(ab)
        self.reach.show_reach(reach)
        self._set_tab_order()

    def show_suggestions(self, now: Ab, colours: Iterable[Ab]) -> None:
        """Offer the colour that the photo has there now, and what the network holds plausible."""
        self.suggested.show_colours(self._lightness, (now, *colours), first=self.tr("As it is now: {0}"))
        self.show_ab(self.plane.ab)
        self._set_tab_order()

    def show_ab(self, ab: Ab | None) -> None:
        """Show which colour is chosen."""
        self.plane.show_ab(ab)
        self.known.show_can_keep(ab is not None)
        self.brush.show_brush(self._lightness, ab, clearable=not self.is_for_place())
        self.code.show_color(None if ab is None else shown_color(self._lightness, ab))
        for row in (self.suggested, self.recent):
            row.mark(ab)

    @Slot()
    def leave_place(self) -> None:
        """Be no longer about one place."""
        if self.is_for_place():
            focused = QApplication.focusWidget()
            self._is_for_place = False
            self.closed.emit(focused is not None and (focused is self or self.isAncestorOf(focused)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in _CLOSING and self.is_for_place():
            self.leave_place()
        elif event.key() == Qt.Key.Key_Delete and self.remove_button.isVisible():
            self.removal_requested.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if event.type() == QEvent.Type.ShortcutOverride and is_escape and self.is_for_place():
            event.accept()  # it leaves the place, and stops nothing
            return True
        return super().event(event)

    def _set_tab_order(self) -> None:
        first = self.brush.clear_button, self.brush.eyedropper, self.known
        discs = (*self.suggested.swatches, *self.recent.swatches)
        others = (self.plane, self.code, self.reach.slider, self.gray_button, self.remove_button)
        for before, after in pairwise((*first, *discs, *others)):
            QWidget.setTabOrder(before, after)

    @Slot(object, bool)
    def _on_plane_dragged(self, ab: Ab, held: bool) -> None:
        self._take(ab, held=held)

    @Slot(object)
    def _choose(self, ab: Ab) -> None:
        self._take(ab, held=False)

    @Slot(object, float)
    def _on_code_typed(self, ab: Ab, lightness: float) -> None:
        if not self.is_for_place():
            self._lightness = min(max(lightness, 5.0), 95.0)
            self.plane.show_lightness(self._lightness)
        self._take(within(self._lightness, ab), held=False)

    @Slot()
    def _on_gray_clicked(self) -> None:
        self._take(_GRAY, held=False)

    def _take(self, ab: Ab, *, held: bool) -> None:
        self.show_ab(ab)
        self.ab_requested.emit(ab, held)


def within(lightness: float, ab: Ab) -> Ab:
    """The nearest colour that an L* can have."""
    a, b = (float(value) for value in within_gamut(lightness, ab))
    return a, b


def _wrapped(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
    return label


def _link(text: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName("noteAction")
    button.setText(text)
    return button
