"""A small panel at a point of the photo that offers colours for it."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from colorizer_gui.core.guidance.possible_colors import shown_rgb, within_gamut
from colorizer_gui.widgets.points.chroma_plane import SIZE, ChromaPlane
from colorizer_gui.widgets.points.colour_words import colour_text
from colorizer_gui.widgets.points.hex_edit import HexEdit
from colorizer_gui.widgets.points.reach_row import ReachRow
from colorizer_gui.widgets.points.swatch import SIDE as SWATCH_SIDE
from colorizer_gui.widgets.points.swatch import Swatch

Ab = tuple[float, float]

#: How many discs stand in a row.
ROW: Final = 7
_MARGIN: Final = 12
_GAP: Final = 18
_EDGE: Final = 6
#: Chroma up to which two colours look the same on a disc.
_ALIKE: Final = 3.0
_GRAY: Final = (0.0, 0.0)
_CLOSING: Final = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ColourPopover(QFrame):
    """Floats over the photo until a click elsewhere, Esc, or the focus going elsewhere.

    Signals
    -------
    ab_requested(tuple)
        The user chose this a*b*; it is shown at once and may be followed by others.
    reach_requested(float)
        How far the colour is to reach; it may be followed by others.
    removal_requested()
        The point is to go.
    closed(bool)
        Nothing more is asked for this point; whether the keys went here, and have to go elsewhere now.

    Attributes
    ----------
    suggested, recent
        Rows of discs: what the network holds plausible, and what the user took lately.
    plane
        All colours of the lightness.
    code
        The colour as #rrggbb.
    reach
        How far the colour reaches.
    """

    ab_requested = Signal(object)
    reach_requested = Signal(float)
    removal_requested = Signal()
    closed = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("colourPopover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Colour of the point"))
        self._home = parent
        self._lightness = 50.0
        self.suggested = _Row(self.tr("Suggested"))
        self.recent = _Row(self.tr("Lately used"))
        self.plane = ChromaPlane()
        for chooser in (self.suggested, self.recent, self.plane):
            chooser.ab_requested.connect(self._choose)
        self.code = HexEdit()
        self.code.ab_requested.connect(self._on_code_typed)
        self.reach = ReachRow()
        self.reach.reach_requested.connect(self.reach_requested)
        self.gray_button = _link(self.tr("No Colour"))
        self.gray_button.clicked.connect(self._on_gray_clicked)
        self.remove_button = _link(self.tr("Remove Point"))
        self.remove_button.clicked.connect(self.removal_requested)
        keeping_room = self.remove_button.sizePolicy()
        keeping_room.setRetainSizeWhenHidden(True)
        self.remove_button.setSizePolicy(keeping_room)
        self._lay_out()
        self.hide()
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN - 2, _MARGIN, _MARGIN - 4)
        layout.setSpacing(4)
        layout.addWidget(self.suggested)
        layout.addWidget(self.recent)
        layout.addWidget(self.plane)
        layout.addWidget(self.reach)
        code_label = QLabel(self.tr("Code"))
        code_label.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        code_label.setBuddy(self.code)
        typed = QHBoxLayout()
        typed.addWidget(code_label)
        typed.addStretch()
        typed.addWidget(self.code)
        layout.addLayout(typed)
        buttons = QHBoxLayout()
        buttons.addWidget(self.gray_button)
        buttons.addStretch()
        buttons.addWidget(self.remove_button)
        layout.addLayout(buttons)

    def open(
        self,
        anchor: QPoint,
        lightness: float,
        chosen: Ab | None,
        recent: Iterable[Ab],
        reach: float = 0.0,
    ) -> None:
        """Appear beside a place of the parent.

        Parameters
        ----------
        chosen
            The colour that the point has; None for a place without a point.
        reach
            How far it reaches.
        """
        self._lightness = lightness
        self.suggested.show_waiting()
        self.recent.show_colours(lightness, recent)
        self.recent.setVisible(bool(self.recent.swatches))
        self.plane.show_lightness(lightness)
        self.remove_button.setVisible(chosen is not None)
        self.show_ab(chosen)
        self.reach.show_reach(reach)
        self.adjustSize()
        self.place(anchor)
        self.show()
        self.raise_()
        self.plane.setFocus(Qt.FocusReason.PopupFocusReason)

    def place(self, anchor: QPoint) -> None:
        """Stand beside a place of the parent, within its area."""
        room = self._home.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        area = QRect(QPoint(), self.size())
        area.moveCenter(anchor)
        area.moveLeft(anchor.x() + _GAP)
        if area.right() > room.right():
            area.moveRight(anchor.x() - _GAP)
        area.moveLeft(max(room.left(), min(area.left(), room.right() - area.width())))
        area.moveTop(max(room.top(), min(area.top(), room.bottom() - area.height())))
        self.move(area.topLeft())

    def show_suggestions(self, now: Ab, colours: Iterable[Ab]) -> None:
        """Offer the colour that the photo has there now, and what the network holds plausible."""
        self.suggested.show_colours(self._lightness, (now, *colours), first=self.tr("As it is now: {0}"))
        self.show_ab(self.plane.ab)
        discs = (*self.suggested.swatches, *self.recent.swatches)
        others = (self.plane, self.reach.slider, self.code, self.gray_button, self.remove_button)
        for before, after in pairwise((*discs, *others)):
            QWidget.setTabOrder(before, after)

    def show_ab(self, ab: Ab | None) -> None:
        """Show which colour the point has."""
        self.plane.show_ab(ab)
        self.code.show_color(None if ab is None else shown_color(self._lightness, ab))
        for swatch in (*self.suggested.swatches, *self.recent.swatches):
            swatch.setChecked(ab is not None and _are_alike(swatch.ab, ab))
            swatch.update()

    @Slot()
    def close_popover(self) -> None:
        """Go, if it is there."""
        if not self.isHidden():
            focused = QApplication.focusWidget()
            had_focus = focused is not None and (focused is self or self.isAncestorOf(focused))
            self.hide()
            self.closed.emit(had_focus)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in _CLOSING:
            self.close_popover()
        elif event.key() == Qt.Key.Key_Delete and not self.remove_button.isHidden():
            self.removal_requested.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if event.type() == QEvent.Type.ShortcutOverride and is_escape:
            event.accept()  # it closes this, and stops nothing
            return True
        return super().event(event)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self and not self.isAncestorOf(now):
            self.close_popover()

    @Slot(object)
    def _choose(self, ab: Ab) -> None:
        self.show_ab(ab)
        self.remove_button.show()
        self.ab_requested.emit(ab)

    @Slot(object)
    def _on_code_typed(self, ab: Ab) -> None:
        a, b = (float(value) for value in within_gamut(self._lightness, ab))
        self._choose((a, b))

    @Slot()
    def _on_gray_clicked(self) -> None:
        self._choose(_GRAY)


class _Row(QWidget):
    """Discs under a word.

    Signals
    -------
    ab_requested(tuple)

    Attributes
    ----------
    swatches
        From left to right; colours that look alike are there once.
    """

    ab_requested = Signal(object)

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self.swatches: list[Swatch] = []
        label = QLabel(title)
        label.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._discs = QHBoxLayout()
        self._discs.setSpacing((SIZE.width() - ROW * SWATCH_SIDE) // (ROW - 1))
        self._discs.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 2)
        layout.setSpacing(0)
        layout.addWidget(label)
        layout.addLayout(self._discs)
        layout.addStrut(SIZE.width())
        self._discs.addStrut(SWATCH_SIDE)

    def show_waiting(self) -> None:
        """Keep the room for discs that are on their way."""
        for swatch in self.swatches:
            self._discs.removeWidget(swatch)
            swatch.hide()
            swatch.deleteLater()
        self.swatches = []

    def show_colours(self, lightness: float, colours: Iterable[Ab], first: str = "") -> None:
        """Show discs, as the colours look at that L*; `first` names the first one."""
        self.show_waiting()
        taken: list[Ab] = []
        for ab in colours:
            a, b = (float(value) for value in within_gamut(lightness, ab))
            if len(taken) == ROW or any(_are_alike((a, b), other) for other in taken):
                continue
            name = colour_text(lightness, (a, b))
            name = first.format(name) if first and not taken else f"{self._title}: {name}"
            taken.append((a, b))
            swatch = Swatch(shown_color(lightness, (a, b)), (a, b), name)
            swatch.clicked.connect(self._on_clicked)
            self._discs.insertWidget(len(self.swatches), swatch)
            swatch.show()  # now, to take the focus
            self.swatches.append(swatch)
        for before, after in zip(self.swatches, self.swatches[1:], strict=False):
            QWidget.setTabOrder(before, after)

    @Slot()
    def _on_clicked(self) -> None:
        swatch = self.sender()
        if isinstance(swatch, Swatch):
            self.ab_requested.emit(swatch.ab)


def shown_color(lightness: float, ab: Ab) -> QColor:
    """How a colour looks in the photo where that has such an L*."""
    red, green, blue = (float(value) for value in shown_rgb(lightness, ab))
    return QColor.fromRgbF(red, green, blue)


def _link(text: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName("noteAction")
    button.setText(text)
    return button


def _are_alike(one: Ab, other: Ab) -> bool:
    return abs(one[0] - other[0]) < _ALIKE and abs(one[1] - other[1]) < _ALIKE
