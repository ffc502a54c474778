"""What is dragged out of the window: a file that is only written when somebody wants it, or its picture."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMetaType, QMimeData, QSize, Qt, QUrl
from PySide6.QtGui import QDrag, QImage, QPixmap
from PySide6.QtWidgets import QWidget

_FILES: Final = "text/uri-list"
_PICTURE: Final = "application/x-qt-image"
_SHOWN: Final = QSize(112, 112)


class ResultMime(QMimeData):
    """Offers a file and a picture.

    Parameters
    ----------
    file
        Answers the file when it has been written, or None when it could not be.
    """

    def __init__(self, file: Callable[[], Path | None]) -> None:
        super().__init__()
        self._file = file

    def formats(self) -> list[str]:
        return [_FILES, _PICTURE]

    def hasFormat(self, mime_type: str) -> bool:  # noqa: N802 - Qt's name
        return mime_type in self.formats()

    def retrieveData(self, mime_type: str, _wanted: QMetaType | QMetaType.Type) -> object:  # noqa: N802 - Qt's name
        path = self._file() if mime_type in self.formats() else None
        if path is None:
            return None
        return QImage(str(path)) if mime_type == _PICTURE else [QUrl.fromLocalFile(str(path))]


def drag_out(source: QWidget, mime: QMimeData, picture: QImage | None) -> bool:
    """Let the user drag something to another program, under a small picture of it.

    Returns
    -------
    Whether it was taken.
    """
    drag = QDrag(source)
    drag.setMimeData(mime)
    if picture is not None:
        ratio = source.devicePixelRatioF()
        mode, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        pixmap = QPixmap.fromImage(picture.scaled(_SHOWN * ratio, mode, smooth))
        pixmap.setDevicePixelRatio(ratio)
        drag.setPixmap(pixmap)
    return drag.exec(Qt.DropAction.CopyAction) != Qt.DropAction.IgnoreAction
