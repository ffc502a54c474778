"""The worker that looks at files: it finds photos, reads them, and makes thumbnails."""

import os
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from colorizer_gui.core.photo import Photo
from colorizer_gui.core.photo_io import SUPPORTED_SUFFIXES, photo_from_rgb, read_photo
from colorizer_gui.core.stored_session import StoredSession
from colorizer_gui.qimage import image_from_lightness, rgb_from_image
from colorizer_gui.workers.requests import (
    ListRequest,
    PathsListed,
    PhotoLoaded,
    ReadRequest,
    ReopenRequest,
    Request,
    SessionFound,
    ThumbnailRequest,
)
from colorizer_gui.workers.worker import Worker


class PhotoWorker(Worker):
    """Answers `ListRequest`, `ReopenRequest`, `ReadRequest` and `ThumbnailRequest`."""

    def _work(self, request: Request) -> object:
        match request:
            case ListRequest():
                return list_photos(request)
            case ReopenRequest():
                return look_for(request.stored)
            case ReadRequest():
                photo = _photo_of(request.source)
                request.token.raise_if_cancelled()
                preview = image_from_lightness(photo.lightness, request.preview_side)
                side = request.thumbnail_side
                size = QSize(side, side)
                if max(preview.width(), preview.height()) < side:
                    size = preview.size()
                mode = Qt.AspectRatioMode.KeepAspectRatio
                thumbnail = preview.scaled(size, mode, Qt.TransformationMode.SmoothTransformation)
                return PhotoLoaded(photo, preview, thumbnail)
            case ThumbnailRequest():
                return thumbnail_of(request.path, request.long_side)
        raise TypeError(request)


def list_photos(request: ListRequest) -> PathsListed:
    """Walk through folders; files that the user named are kept whatever they are called."""
    found: list[Path] = []
    empty: list[Path] = []
    for path in request.paths:
        if not path.is_dir():
            found.append(path)
            continue
        inside = _photos_below(path, request)
        found.extend(inside)
        if not inside:
            empty.append(path)
    return PathsListed(tuple(dict.fromkeys(found)), tuple(empty))


def look_for(stored: StoredSession) -> SessionFound:
    """Which photos are there still; in a thread, since a drive may be slow to say so."""
    there = tuple(photo for photo in stored.photos if photo.path.is_file())
    missing = tuple(photo.path for photo in stored.photos if photo not in there)
    shown = next(
        (photo for photo in (*stored.photos[stored.shown :], *reversed(there)) if photo in there), None
    )
    return SessionFound(there, shown, missing)


def thumbnail_of(path: Path, long_side: int) -> QImage:
    """A small gray picture of a file; Qt's reader decodes a JPEG at an eighth of its size, quickly."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(size.scaled(long_side, long_side, Qt.AspectRatioMode.KeepAspectRatio))
        image = reader.read()
        if not image.isNull():
            return image.convertToFormat(QImage.Format.Format_Grayscale8)
    return image_from_lightness(read_photo(path).lightness, long_side)


def _photos_below(folder: Path, request: ListRequest) -> list[Path]:
    photos: list[Path] = []
    for parent, folders, names in os.walk(folder):
        request.token.raise_if_cancelled()
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        photos.extend(
            Path(parent, name)
            for name in sorted(names)
            if Path(name).suffix.lower() in SUPPORTED_SUFFIXES and not name.startswith(".")
        )
    return photos


def _photo_of(source: Path | QImage) -> Photo:
    if isinstance(source, QImage):
        return photo_from_rgb(rgb_from_image(source))
    return read_photo(source)
