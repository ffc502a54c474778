"""Colour points over the panes: each pane has its own rings, all tell the same wishes."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from colorizer_gui.widgets.photo_pane import PhotoPane
from colorizer_gui.widgets.point_marker import Mark, PointMarker


class PointLayer(QObject):
    """The rings of one pane; they stay in their places of the photo when the view moves.

    Signals
    -------
    chosen(int)
        The user wants to see the colours for this point.
    moved(int, QPointF, bool)
        A point is to be there, x and y in [0, 1]; whether by a key.
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
    move_ended = Signal()
    removal_requested = Signal(int)
    removal_of_all_requested = Signal()

    def __init__(self, pane: PhotoPane, *, by_keys: bool) -> None:
        super().__init__(pane)
        self.pane = pane
        self._focus = Qt.FocusPolicy.StrongFocus if by_keys else Qt.FocusPolicy.ClickFocus
        self._marks: tuple[Mark, ...] = ()
        self._place: QPointF | None = None
        self._is_shown = False
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

    def show_pending(self, place: QPointF | None) -> None:
        """Show where a point may come, or that none is to come."""
        self._place = place
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
        marker.removal_requested.connect(self._on_removal_requested)
        marker.removal_of_all_requested.connect(self.removal_of_all_requested)
        QWidget.setTabOrder(self.markers[-1] if self.markers else self.pane, marker)
        self.markers.append(marker)

    @Slot()
    def _lay_out(self) -> None:
        for marker, mark in zip(self.markers, self._marks, strict=True):
            marker.set_point(self.position_of(mark.place))
            marker.setVisible(self._is_shown)
        self.pending.setVisible(self._is_shown and self._place is not None)
        if self._place is not None:
            self.pending.set_point(self.position_of(self._place))
            self.pending.raise_()

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

    @Slot()
    def _on_removal_requested(self) -> None:
        self.removal_requested.emit(self._index())
