"""The original and its colorized version, side by side or split, under one zoom."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from colorizer_gui.widgets.compare.split_divider import SplitDivider
from colorizer_gui.widgets.pane.photo_pane import PhotoPane
from colorizer_gui.widgets.pane.view_transform import ViewTransform
from colorizer_gui.widgets.points.layer import PointLayer

#: How much larger a photo has to be, one version above the other, to be shown so.
_MUCH_LARGER: Final = 1.2


class ComparisonView(QWidget):
    """Two panes that zoom and pan together, or one pane with a divider.

    Signals
    -------
    visible_side_changed(int)
        Physical pixels that the longer side of the photo takes now.
    picked(QPointF), pointed(QPointF)
        While picking or pointing, the user chose this point: x and y in [0, 1] of the photo.
    drawn(list[QPointF])
        While pointing, the user drew a line through these points.

    Attributes
    ----------
    view
        What both panes are drawn through.
    original_pane, colorized_pane
        Left and right; split, only the second is shown.
    points
        The colour points over both panes, that of the colorized photo first.
    divider
        Between before and after in the second pane.
    """

    visible_side_changed = Signal(object)
    picked = Signal(QPointF)
    pointed = Signal(QPointF)
    drawn = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = ViewTransform(self)
        self.original_pane = PhotoPane(self.tr("Original"), self.view)
        self.colorized_pane = PhotoPane(self.tr("Colorized"), self.view)
        self._original: QImage | None = None
        self._colorized: QImage | None = None
        self.divider = SplitDivider(self.colorized_pane)
        self.divider.hide()
        self.divider.valueChanged.connect(self._update_panes)
        self.colorized_pane.installEventFilter(self)
        self.points = (
            PointLayer(self.colorized_pane, by_keys=True),
            PointLayer(self.original_pane, by_keys=False),
        )
        self._is_picking = self._is_pointing = False
        self._shows_original = False
        self._layer_title = ""
        self._keeps_colours = False
        self._panes = QHBoxLayout(self)
        self._panes.setContentsMargins(0, 0, 0, 0)
        self._panes.setSpacing(2)
        self._panes.addWidget(self.original_pane, 1)
        self._panes.addWidget(self.colorized_pane, 1)
        self.view.changed.connect(self._on_view_changed)
        for pane in (self.original_pane, self.colorized_pane):
            pane.picked.connect(self._on_picked)
            pane.drawn.connect(self.drawn)

    @property
    def is_split(self) -> bool:
        """Whether before and after share one pane."""
        return self.original_pane.isHidden()

    def clear(self) -> None:
        """Show nothing until there is something of the next photo."""
        self._original = self._colorized = None
        self._update_panes()

    def set_photo_size(self, width: int, height: int) -> None:
        """Another photo comes; it is shown in full."""
        self.view.set_photo_size(width, height)
        self._arrange()
        self.view.fit()

    @Slot(object)
    def set_original(self, image: QImage) -> None:
        """Draw the original; it stands dimmed for the colorized version until that is there."""
        self._original = image
        self._update_panes()

    @Slot(object)
    def set_colorized(self, image: QImage) -> None:
        """Draw the colorized version."""
        self._colorized = image
        self._update_panes()

    @Slot(bool)
    def set_picking(self, picking: bool) -> None:
        """Whether a click, or Enter, picks a point of the photo; it goes before pointing."""
        if picking != self._is_picking:
            self._is_picking = picking
            self._update_picking(begins=picking)

    @Slot(bool)
    def set_pointing(self, pointing: bool) -> None:
        """Whether a click, or Enter, tells a place for a colour point, and a drag draws a stroke."""
        if pointing != self._is_pointing:
            self._is_pointing = pointing
            self._update_picking(begins=pointing)

    @Slot(bool)
    def show_original(self, shown: bool) -> None:
        """Show the original in place of the colorized version, to compare pixel by pixel."""
        if shown != self._shows_original:
            self._shows_original = shown
            self._update_panes()

    @Slot(bool)
    def set_split(self, split: bool) -> None:
        """Show before and after in one pane with a divider, or in two."""
        if split and self.original_pane.hasFocus():
            self.colorized_pane.setFocus(Qt.FocusReason.OtherFocusReason)  # Qt would go on as if by Tab
        self.original_pane.setVisible(not split)
        self.divider.setVisible(split)
        self.divider.place()
        self._update_panes()

    def show_own_colours(self, kept: bool) -> None:
        """Whether what is shown beside the original has the colours that the photo had."""
        if kept is not self._keeps_colours:
            self._keeps_colours = kept
            self._update_panes()

    def set_layer_title(self, title: str) -> None:
        """Say what the colorized version is shown as, if not as a plain picture."""
        self._layer_title = title
        self._update_panes()

    @property
    def is_stacked(self) -> bool:
        """Whether the original is above the colorized version, since the photo is very wide."""
        return self._panes.direction() == QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, _event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self._arrange()

    def eventFilter(self, watched: object, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if watched is self.colorized_pane and event.type() == QEvent.Type.Resize:
            self.divider.place()
        return False

    def _arrange(self) -> None:
        """Put the panes side by side, or one above the other where the photo is much larger then."""
        photo, room = self.view.photo_size, self.size()
        if photo.isEmpty() or room.isEmpty():
            return
        beside = min(room.width() / 2 / photo.width(), room.height() / photo.height())
        above = min(room.width() / photo.width(), room.height() / 2 / photo.height())
        stacked = above > _MUCH_LARGER * beside
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        if way != self._panes.direction():
            self._panes.setDirection(way)

    @Slot()
    def _update_panes(self) -> None:
        original = self.tr("Original")
        result = self.tr("Its own colours") if self._keeps_colours else self.tr("Colorized")
        shown = self._layer_title or result
        self.colorized_pane.set_title(original if self._shows_original else shown)
        left = self._original if self.is_split and not self._shows_original else None
        self.colorized_pane.set_left(left, self.divider.share, original)
        self.original_pane.set_image(self._original)
        if self._colorized is None or self._shows_original:
            self.colorized_pane.set_image(self._original, dimmed=not self._shows_original)
        else:
            self.colorized_pane.set_image(self._colorized)

    def _update_picking(self, *, begins: bool) -> None:
        for pane in (self.original_pane, self.colorized_pane):
            pane.set_picking(self._is_picking or self._is_pointing, draws=not self._is_picking)
        if begins:
            self.colorized_pane.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QPointF)
    def _on_picked(self, place: QPointF) -> None:
        (self.picked if self._is_picking else self.pointed).emit(place)

    @Slot()
    def _on_view_changed(self) -> None:
        self.visible_side_changed.emit(self.view.visible_side)
