"""Where a photo lies on the screen: one zoom and one centre, shared by all panes that show it."""

from typing import Final

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, QSizeF, Signal, Slot

MAXIMUM_ZOOM: Final = 16.0
#: A small photo is enlarged so far, and no further, to fill the pane.
MAXIMUM_FIT: Final = 4.0
STEP: Final = 1.25


class ViewTransform(QObject):
    """Zoom and position in *physical* pixels, so that 100 % is one photo pixel per screen pixel.

    Signals
    -------
    changed()
        Something that is drawn with it has to be drawn again.

    Attributes
    ----------
    zoom
        Physical screen pixels per photo pixel.
    center
        The point of the photo in the middle of the pane, in photo pixels.
    fitted
        Whether the whole photo is kept in view when the pane or the photo changes.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.zoom = 1.0
        self.center = QPointF()
        self.fitted = True
        self._photo = QSizeF()
        self._pane = QSizeF()
        self._margin = 0.0

    @property
    def photo_size(self) -> QSizeF:
        """Width and height of the whole photo in its own pixels; empty for none."""
        return self._photo

    @property
    def visible_side(self) -> int:
        """Physical pixels that the longer side of the whole photo takes."""
        return max(1, round(self.zoom * max(self._photo.width(), self._photo.height())))

    @property
    def can_pan(self) -> bool:
        """Whether the photo is larger than the pane."""
        shown = self._photo * self.zoom
        return shown.width() > self._pane.width() + 1 or shown.height() > self._pane.height() + 1

    def set_photo_size(self, width: int, height: int) -> None:
        """Show a photo of another size, in full; for the same size nothing changes."""
        size = QSizeF(QSize(width, height))
        if size != self._photo:
            self._photo = size
            self.fit()

    def set_pane_size(self, size: QSizeF, margin: float = 0.0) -> None:
        """Tell how many physical pixels there are, and how many stay free around a fitted photo."""
        if size != self._pane or margin != self._margin:
            self._pane = size
            self._margin = margin
            if self.fitted:
                self.fit()
            else:
                self._settle()

    @Slot()
    def fit(self) -> None:
        """Show the whole photo."""
        self.fitted = True
        self.zoom = self.fit_zoom()
        self.center = QPointF(self._photo.width() / 2, self._photo.height() / 2)
        self.changed.emit()

    @Slot()
    def show_actual_size(self) -> None:
        """One photo pixel per physical pixel."""
        self.zoom_to(1.0)

    @Slot()
    def show_double_size(self) -> None:
        """Two physical pixels per photo pixel."""
        self.zoom_to(2.0)

    @Slot()
    def fill(self) -> None:
        """Fill the pane: the photo's shorter side, relative to the pane, just fits."""
        if not self._photo.isEmpty() and not self._pane.isEmpty():
            across = self._pane.width() / self._photo.width()
            self.zoom_to(max(across, self._pane.height() / self._photo.height()))

    @Slot()
    def zoom_in(self) -> None:
        """One step closer."""
        self.zoom_by(STEP)

    @Slot()
    def zoom_out(self) -> None:
        """One step away."""
        self.zoom_by(1 / STEP)

    def fit_zoom(self) -> float:
        """The zoom at which the whole photo fits."""
        if self._photo.isEmpty() or self._pane.isEmpty():
            return 1.0
        across = max(1.0, self._pane.width() - 2 * self._margin) / self._photo.width()
        down = max(1.0, self._pane.height() - 2 * self._margin) / self._photo.height()
        return min(across, down, MAXIMUM_FIT)

    def zoom_by(self, factor: float, anchor: QPointF | None = None) -> None:
        """Zoom about a point, given in physical pixels from the middle of the pane; stops at 100 %."""
        zoom = self.zoom * factor
        crosses = (self.zoom < 1.0 < zoom) or (zoom < 1.0 < self.zoom)
        if crosses and abs(self.zoom - 1.0) > 1e-6:
            zoom = 1.0
        self.zoom_to(zoom, anchor)

    def zoom_to(self, zoom: float, anchor: QPointF | None = None) -> None:
        """Zoom about a point, given in physical pixels from the middle of the pane."""
        anchor = anchor or QPointF()
        smallest = min(self.fit_zoom(), 1.0)
        zoom = max(smallest, min(zoom, MAXIMUM_ZOOM))
        self.center += anchor / self.zoom - anchor / zoom
        self.zoom = zoom
        self.fitted = zoom <= smallest and smallest == self.fit_zoom()
        self._settle()

    def pan(self, across: float, down: float) -> None:
        """Move the photo by so many physical pixels."""
        self.center -= QPointF(across, down) / self.zoom
        self._settle()

    def target(self, pane: QSizeF) -> QRectF:
        """Where the whole photo lies in a pane of that size, in whole physical pixels."""
        size = self._photo * self.zoom
        left = round(pane.width() / 2 - self.center.x() * self.zoom)
        top = round(pane.height() / 2 - self.center.y() * self.zoom)
        return QRectF(left, top, round(size.width()), round(size.height()))

    def _settle(self) -> None:
        """Keep the photo in the pane: centred where it is smaller, without gaps where it is larger."""
        self.center = QPointF(
            _settled(self.center.x(), self._photo.width(), self._pane.width() / self.zoom),
            _settled(self.center.y(), self._photo.height(), self._pane.height() / self.zoom),
        )
        self.changed.emit()


def _settled(center: float, photo: float, visible: float) -> float:
    if photo <= visible:
        return photo / 2
    return max(visible / 2, min(center, photo - visible / 2))
