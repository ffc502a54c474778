"""What a drop or the clipboard brings: local files, or a picture."""

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage


def paths_of(mime: QMimeData) -> list[Path]:
    """Local files and folders; addresses of the network are left alone."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def image_of(mime: QMimeData) -> QImage | None:
    """A picture that has no file."""
    if not mime.hasImage():
        return None
    image = mime.imageData()
    return image if isinstance(image, QImage) and not image.isNull() else None


def is_openable(mime: QMimeData) -> bool:
    """Whether there is anything to open."""
    return bool(paths_of(mime)) or mime.hasImage()
