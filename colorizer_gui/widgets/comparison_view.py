"""The original and its colorized version, side by side or split, under one zoom."""

from PySide6.QtCore import QEvent, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QWidget

from colorizer_gui.widgets.photo_pane import PhotoPane
from colorizer_gui.widgets.split_divider import SplitDivider
from colorizer_gui.widgets.view_transform import ViewTransform


class ComparisonView(QWidget):
    """Two panes that zoom and pan together, or one pane with a divider.

    Signals
    -------
    visible_side_changed(int)
        Physical pixels that the longer side of the photo takes now.
    picked(QPointF)
        While picking, the user chose this point: x and y in [0, 1] of the photo.

    Attributes
    ----------
    view
        What both panes are drawn through.
    original_pane, colorized_pane
        Left and right; split, only the second is shown.
    divider
        Between before and after in the second pane.
    """

    visible_side_changed = Signal(object)
    picked = Signal(QPointF)

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
        self._shows_original = False
        self._layer_title = ""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.original_pane, 1)
        layout.addWidget(self.colorized_pane, 1)
        self.view.changed.connect(self._on_view_changed)
        for pane in (self.original_pane, self.colorized_pane):
            pane.picked.connect(self.picked)

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
        """Whether a click, or Enter, picks a point of the photo."""
        for pane in (self.original_pane, self.colorized_pane):
            pane.set_picking(picking)
        if picking:
            self.colorized_pane.setFocus(Qt.FocusReason.OtherFocusReason)

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

    def set_layer_title(self, title: str) -> None:
        """Say what the colorized version is shown as, if not as a plain picture."""
        self._layer_title = title
        self._update_panes()

    def eventFilter(self, watched: object, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if watched is self.colorized_pane and event.type() == QEvent.Type.Resize:
            self.divider.place()
        return False

    @Slot()
    def _update_panes(self) -> None:
        original = self.tr("Original")
        shown = self._layer_title or self.tr("Colorized")
        self.colorized_pane.set_title(original if self._shows_original else shown)
        left = self._original if self.is_split and not self._shows_original else None
        self.colorized_pane.set_left(left, self.divider.share, original)
        self.original_pane.set_image(self._original)
        if self._colorized is None or self._shows_original:
            self.colorized_pane.set_image(self._original, dimmed=not self._shows_original)
        else:
            self.colorized_pane.set_image(self._colorized)

    @Slot()
    def _on_view_changed(self) -> None:
        self.visible_side_changed.emit(self.view.visible_side)
