"""A picture drawn through a view, of which only what is seen is scaled."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

from colorizer_gui.widgets.pane.view_transform import ViewTransform

#: From this zoom on, pixels are to be seen as such.
_PIXELS_SEEN: Final = 3.0


def paint_picture(
    painter: QPainter, image: QImage, view: ViewTransform, pane: QSizeF, ratio: float, *, opacity: float
) -> None:
    """Draw a picture of the photo, of any resolution, where the view has the photo.

    Parameters
    ----------
    pane
        Its physical pixels, of which there are `ratio` to a logical one.
    """
    target = view.target(pane)
    shown = target & QRectF(QPointF(), pane)
    if shown.isEmpty():
        return
    across, down = image.width() / target.width(), image.height() / target.height()
    source = QRectF(
        (shown.x() - target.x()) * across,
        (shown.y() - target.y()) * down,
        shown.width() * across,
        shown.height() * down,
    )
    painter.save()
    painter.scale(1 / ratio, 1 / ratio)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, view.zoom < _PIXELS_SEEN)
    painter.setOpacity(opacity)
    painter.drawImage(shown, image, source)
    painter.restore()
