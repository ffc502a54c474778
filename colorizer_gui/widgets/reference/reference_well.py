"""The place in the panel that shows the reference photo, and takes another one by a click or a drop."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy

from colorizer_gui.widgets.common.mime import paths_of

_EMPTY_LINES: Final = 4
_MOST_LINES: Final = 8
_RADIUS: Final = 6.0
_INSET: Final = 2.0


class ReferenceWell(QPushButton):
    """A picture, or an invitation.

    Signals
    -------
    path_dropped(Path)
        A file was dropped on it.
    """

    path_dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("referenceWell")
        self.setFlat(True)
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._image = QImage()
        self._hovered = False
        self.show_words(self.tr("Choose a photo in colour,\nor drop one here"))
        self.setToolTip(
            self.tr(
                "Choose a photo in colour that this one is to look like, or drop its file here; "
                "with Shift, anywhere on the window"
            )
        )

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        line = self.fontMetrics().height()
        if self._image.isNull():
            return QSize(160, _EMPTY_LINES * line)
        wide = max(self.width(), 160)
        high = round(wide * self._image.height() / max(1, self._image.width()))
        return QSize(160, min(high, _MOST_LINES * line))

    def resizeEvent(self, _event: QEvent) -> None:  # noqa: N802 - Qt's name
        self.updateGeometry()

    def show_picture(self, image: QImage, name: str) -> None:
        """Show a reference."""
        self._image = image
        self.setAccessibleName(self.tr("Reference photo: {0}").format(name))
        self.updateGeometry()
        self.update()

    def show_words(self, words: str) -> None:
        """Show that there is none, or that it is being read."""
        self._image = QImage()
        self._words = words
        self.setAccessibleName(self.tr("Reference photo: {0}").format(words.replace("\n", " ")))
        self.updateGeometry()
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if len(paths_of(event.mimeData())) == 1:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._set_hovered(True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        self._set_hovered(False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        self._set_hovered(False)
        paths = paths_of(event.mimeData())
        if len(paths) == 1:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.path_dropped.emit(paths[0])
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        palette = self.palette()
        if self._image.isNull():
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._words)
        else:
            size = self._image.size().toSizeF().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(0, 0, size.width(), size.height())
            place.moveCenter(room.center())
            painter.setOpacity(1.0 if self.isEnabled() else 0.5)
            painter.drawImage(place, self._image)
            painter.setOpacity(1.0)
        color, style = palette.color(QPalette.ColorRole.PlaceholderText), Qt.PenStyle.SolidLine
        if self._hovered or self.hasFocus():
            color = palette.color(QPalette.ColorRole.Accent)
        elif self._image.isNull():
            style = Qt.PenStyle.DashLine
        else:
            color = QColor(Qt.GlobalColor.transparent)
        painter.setPen(QPen(color, 2 if self._hovered or self.hasFocus() else 1, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(room, _RADIUS, _RADIUS)

    def _set_hovered(self, hovered: bool) -> None:
        self._hovered = hovered
        self.update()
