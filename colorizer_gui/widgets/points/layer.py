"""Colour points over the panes: each pane has its own rings, all emit the same requests."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from colorizer_gui.widgets.pane.photo_pane import PhotoPane
from colorizer_gui.widgets.pane.picking_cross import paint_line
from colorizer_gui.widgets.points.marker import Mark, PointMarker


class PointLayer(QObject):
    """The rings of one pane; they stay in their places of the photo when the view moves.

    Signals
    -------
    chosen(int)
        The user wants to see the colours for this point.
    moved(int, QPointF, bool)
        A point is to be there, x and y in [0, 1]; whether by a key.
    reach_requested(int, int)
        A point is to reach so many steps farther.
    move_ended(), removal_requested(int), removal_of_all_requested()

    Attributes
    ----------
    pane
        What they lie over.
    markers
        One for each point, in their order.
    pending
        A ring without colour, where a point may come.
    """

    chosen = Signal(int)
    moved = Signal(int, QPointF, bool)
    reach_requested = Signal(int, int)
    move_ended = Signal()
    removal_requested = Signal(int)
    removal_of_all_requested = Signal()

    def __init__(self, pane: PhotoPane, *, by_keys: bool) -> None:
        super().__init__(pane)
        self.pane = pane
        self._focus = Qt.FocusPolicy.StrongFocus if by_keys else Qt.FocusPolicy.ClickFocus
        self._marks: tuple[Mark, ...] = ()
        self._pending: Mark | None = None
        self._is_shown = False
        self._sheet = _StrokeSheet(pane)
        self.markers: list[PointMarker] = []
        self.pending = PointMarker(pane)
        self.pending.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pending.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.pending.hide()
        pane.view.changed.connect(self._lay_out)
        pane.installEventFilter(self)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show other points."""
        self._marks = tuple(marks)
        while len(self.markers) > len(marks):
            marker = self.markers.pop()
            if marker.hasFocus():
                (self.markers[-1] if self.markers else self.pane).setFocus()
            marker.hide()
            marker.deleteLater()
        while len(self.markers) < len(marks):
            self._add()
        for marker, mark in zip(self.markers, marks, strict=True):
            marker.show_mark(mark)
        self._lay_out()

    def show_pending(self, mark: Mark | None) -> None:
        """Show where a point may come, or that none is to come."""
        self._pending = mark
        self._lay_out()

    def set_shown(self, shown: bool) -> None:
        """Show the rings, or hide them all."""
        self._is_shown = shown
        self._lay_out()

    def position_of(self, place: QPointF) -> QPointF:
        """Where a place of the photo is, in logical pixels of the pane."""
        photo = self.pane.photo_rect
        return QPointF(photo.x() + place.x() * photo.width(), photo.y() + place.y() * photo.height())

    def eventFilter(self, watched: object, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if watched is self.pane and event.type() == QEvent.Type.Resize:
            self._lay_out()
        return False

    def _add(self) -> None:
        marker = PointMarker(self.pane)
        marker.setFocusPolicy(self._focus)
        marker.clicked.connect(self._on_clicked)
        marker.moved.connect(self._on_moved)
        marker.move_ended.connect(self.move_ended)
        marker.reach_requested.connect(self._on_reach_requested)
        marker.removal_requested.connect(self._on_removal_requested)
        marker.removal_of_all_requested.connect(self.removal_of_all_requested)
        QWidget.setTabOrder(self.markers[-1] if self.markers else self.pane, marker)
        self.markers.append(marker)

    @Slot()
    def _lay_out(self) -> None:
        for marker, mark in zip(self.markers, self._marks, strict=True):
            marker.set_point(self.position_of(mark.place))
            marker.setVisible(self._is_shown)
        pending = self._pending
        self.pending.setVisible(self._is_shown and pending is not None)
        if pending is not None:
            self.pending.set_point(self.position_of(pending.place))
            self.pending.raise_()
        marks = (*self._marks, pending) if pending is not None else self._marks
        self._sheet.show_lines(
            [
                ([self.position_of(place) for place in mark.path], mark.color or QColor("#ffffff"))
                for mark in marks
                if mark.path and self._is_shown
            ]
        )

    def _index(self) -> int:
        marker = self.sender()
        assert isinstance(marker, PointMarker)
        return self.markers.index(marker)

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self._index())

    @Slot(QPointF, bool)
    def _on_moved(self, point: QPointF, by_key: bool) -> None:
        photo = self.pane.photo_rect
        x, y = (point.x() - photo.x()) / photo.width(), (point.y() - photo.y()) / photo.height()
        place = QPointF(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0))
        self.moved.emit(self._index(), place, by_key)

    @Slot(int)
    def _on_reach_requested(self, steps: int) -> None:
        self.reach_requested.emit(self._index(), steps)

    @Slot()
    def _on_removal_requested(self) -> None:
        self.removal_requested.emit(self._index())


class _StrokeSheet(QWidget):
    """Lies over the pane, under the rings, with the lines of strokes."""

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self._pane = pane
        self._lines: list[tuple[list[QPointF], QColor]] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_lines(self, lines: list[tuple[list[QPointF], QColor]]) -> None:
        """Draw these, in logical pixels of the pane."""
        self._lines = lines
        self.setGeometry(self._pane.rect())
        self.setVisible(bool(lines))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        for points, color in self._lines:
            paint_line(painter, points, color)
