"""The part of the panel in which the colour of points and strokes is chosen, before or after they are put."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from colorizer_gui.widgets.points.brush_row import BrushRow
from colorizer_gui.widgets.points.chooser_words import (
    About,
    SteadyLabel,
    light_note,
    light_notes,
    title_of,
    titles,
)
from colorizer_gui.widgets.points.chroma_plane import ChromaPlane
from colorizer_gui.widgets.points.hex_edit import HexEdit
from colorizer_gui.widgets.points.known_button import KnownButton
from colorizer_gui.widgets.points.plain_row import PlainRow, link
from colorizer_gui.widgets.points.reach_row import ReachRow
from colorizer_gui.widgets.points.swatch_row import Ab, SwatchRow, shown_color, within

_GRAY: Final = (0.0, 0.0)
_CLOSING: Final = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ColourChooser(QFrame):
    """Offers colours to paint with, for a place that was clicked, or for a point that was chosen.

    Signals
    -------
    ab_requested(tuple, bool)
        The user chose this a*b*; whether the button is held and others may follow.
    leaving_requested()
        What is clicked is to keep the colour that it has without points.
    other_requested(tuple)
        The point that was put last is to have this a*b*, which was suggested for it.
    chosen()
        A colour was taken and not only tried: a disc was clicked, the plane let go.
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
    plain
        What there is in the place of a colour.
    """

    ab_requested = Signal(object, bool)
    leaving_requested = Signal()
    other_requested = Signal(object)
    chosen = Signal()
    gesture_ended = Signal()
    reach_requested = Signal(float)
    removal_requested = Signal()
    closed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Colour of points"))
        self._lightness = 50.0
        self._is_for_place = False
        self.title = SteadyLabel(titles())
        self.brush = BrushRow()
        self.known = KnownButton()
        self.suggested = SwatchRow(self.tr("Suggested here"))
        self.recent = SwatchRow(self.tr("Lately used"))
        self.plane = ChromaPlane()
        self.light_note = SteadyLabel(light_notes())
        self.suggested.ab_requested.connect(self._on_suggested_clicked)
        self.recent.ab_requested.connect(self._choose)
        self.plane.ab_requested.connect(self._on_plane_dragged)
        self.plane.gesture_ended.connect(self._on_plane_let_go)
        self.code = HexEdit()
        self.code.colour_requested.connect(self._on_code_typed)
        self.reach = ReachRow()
        self.reach.reach_requested.connect(self.reach_requested)
        self.reach.slider.sliderReleased.connect(self.gesture_ended)
        self.plain = PlainRow()
        self.plain.gray_requested.connect(self._on_gray_clicked)
        self.plain.leaving_requested.connect(self._on_leave_clicked)
        self.remove_button = link(self.tr("Remove Point"))
        self.remove_button.clicked.connect(self.removal_requested)
        self._lay_out()
        self.show_for_next(None, 60.0, ())

    def _lay_out(self) -> None:
        """Each part keeps its room while it has nothing to show: what is aimed at does not move."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        named = QHBoxLayout()
        named.addWidget(self.known, 1)
        named.addWidget(self.code)
        layout.addWidget(self.title)
        layout.addWidget(self.brush)
        layout.addWidget(self.plain)
        layout.addLayout(named)
        for part in (self.suggested, self.recent, self.plane, self.light_note, self.reach):
            layout.addWidget(part)
        layout.addWidget(self.remove_button)
        keeps = self.remove_button.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self.remove_button.setSizePolicy(keeps)

    @property
    def lightness(self) -> float:
        """L* that colours are shown at."""
        return self._lightness

    def is_for_place(self) -> bool:
        """Whether it is about one place or point, and not about what comes next."""
        return self._is_for_place

    def show_for_next(
        self,
        ab: Ab | None,
        lightness: float,
        recent: Iterable[Ab],
        reach: float = 0.0,
        *,
        name: str = "",
        leaves: bool = False,
        others: bool = False,
    ) -> None:
        """Be about the clicks and strokes that come, in that colour; None for none chosen yet.

        Parameters
        ----------
        name
            What is known of the colour.
        leaves
            Whether what is clicked is to stay as it is, in place of a colour.
        others
            Whether what was suggested for the last point is still to be had for that.
        """
        self._is_for_place = False
        if not others:
            self.suggested.show_waiting()
        self.suggested.show_title(self.tr("Others for the last point") if others else "")
        self.remove_button.hide()
        self._show(lightness, ab, recent, reach, name)
        if leaves:
            self.title.setText(title_of(About.NEXT))
            self.brush.show_leaving()

    def show_for_place(
        self,
        lightness: float,
        chosen: Ab | None,
        recent: Iterable[Ab],
        reach: float = 0.0,
        *,
        name: str = "",
    ) -> None:
        """Be about one place.

        Parameters
        ----------
        chosen
            The colour that the point has; None for a place without a point.
        reach
            How far it reaches.
        name
            What is known of the colour.
        """
        self._is_for_place = True
        self.title.setText(title_of(About.PLACE if chosen is None else About.POINT))
        self.suggested.show_waiting()
        self.suggested.show_title()
        self.remove_button.setVisible(chosen is not None)
        self._show(lightness, chosen, recent, reach, name)
        self.plane.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, lightness: float, ab: Ab | None, recent: Iterable[Ab], reach: float, name: str) -> None:
        self._lightness = lightness
        self.recent.show_colours(lightness, recent)
        self.recent.show_title(None if self.recent.swatches else "")
        self.plane.show_lightness(lightness)
        self.light_note.setText(light_note(lightness))
        self.show_ab(ab, name)
        self.reach.show_reach(reach)
        self._set_tab_order()

    def show_suggestions(self, now: Ab, colours: Iterable[Ab]) -> None:
        """Offer the colour that the photo has there now, and what the network holds plausible."""
        self.suggested.show_colours(self._lightness, (now, *colours), first=self.tr("As it is now: {0}"))
        self.suggested.mark(self.plane.ab)
        self._set_tab_order()

    def show_ab(self, ab: Ab | None, name: str = "") -> None:
        """Show which colour is chosen, and what is known of it."""
        if not self._is_for_place:
            self.title.setText(title_of(About.FIRST if ab is None else About.NEXT))
        self.plane.show_ab(ab)
        self.known.show_can_keep(ab is not None)
        self.brush.show_brush(self._lightness, ab, name, clearable=not self.is_for_place())
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
        first = (
            self.brush.clear_button,
            self.brush.eyedropper,
            self.plain.gray_button,
            self.plain.leave_button,
            self.known,
        )
        discs = (*self.suggested.swatches, *self.recent.swatches)
        others = (self.plane, self.code, self.reach.slider, *self.reach.buttons, self.remove_button)
        for before, after in pairwise((*first, *discs, *others)):
            QWidget.setTabOrder(before, after)

    @Slot(object, bool)
    def _on_plane_dragged(self, ab: Ab, held: bool) -> None:
        self._take(ab, held=held)

    @Slot()
    def _on_plane_let_go(self) -> None:
        self.gesture_ended.emit()
        self.chosen.emit()

    @Slot(object)
    def _on_suggested_clicked(self, ab: Ab) -> None:
        if self.is_for_place():
            self._choose(ab)
        else:
            self.suggested.mark(ab)
            self.other_requested.emit(ab)

    @Slot(object)
    def _choose(self, ab: Ab) -> None:
        self._take(ab, held=False)
        self.chosen.emit()

    @Slot(object, float)
    def _on_code_typed(self, ab: Ab, lightness: float) -> None:
        if not self.is_for_place():
            self._lightness = min(max(lightness, 5.0), 95.0)
            self.plane.show_lightness(self._lightness)
        self._take(within(self._lightness, ab), held=False)

    @Slot()
    def _on_gray_clicked(self) -> None:
        self._choose(_GRAY)

    @Slot()
    def _on_leave_clicked(self) -> None:
        self.leaving_requested.emit()
        self.chosen.emit()

    def _take(self, ab: Ab, *, held: bool) -> None:
        self.show_ab(ab)
        self.ab_requested.emit(ab, held)
