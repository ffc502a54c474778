"""The worker that looks at files: it finds photos, reads them, and makes thumbnails."""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from colorizer_gui.core.batch.planning.natural_order import natural_key
from colorizer_gui.core.common.existence import is_file, is_folder
from colorizer_gui.core.geometry.geometry import WHOLE
from colorizer_gui.core.photo.photo import Photo
from colorizer_gui.core.photo.several import find_outlines
from colorizer_gui.core.photo_io import (
    SUPPORTED_SUFFIXES,
    Glance,
    ReadOptions,
    need_sentence,
    photo_from_rgb,
    read_photo,
)
from colorizer_gui.core.pipeline.kept_work import KeptWork
from colorizer_gui.core.pipeline.pipeline import Stage
from colorizer_gui.core.pipeline.recipe_in_photo import Found, take_up
from colorizer_gui.core.pipeline.stored_session import StoredPhoto, StoredSession
from colorizer_gui.desktop.qimage import moved_image, rgb_from_image
from colorizer_gui.desktop.translation import in_own_language
from colorizer_gui.workers.photo.answers import OutlinesFound, PathsListed, PhotoLoaded, SessionFound
from colorizer_gui.workers.photo.glancing import as_read, glance
from colorizer_gui.workers.photo.originals import original_image
from colorizer_gui.workers.photo.referring import (
    ReferenceRequest,
    ResultAsReferenceRequest,
    make_reference,
    read_reference,
)
from colorizer_gui.workers.photo.requests import (
    GlanceRequest,
    ListRequest,
    OutlinesRequest,
    ReadRequest,
    ReopenRequest,
    ThumbnailRequest,
    WholeRequest,
    WorkRequest,
)
from colorizer_gui.workers.requests import Progress, Request
from colorizer_gui.workers.worker import Worker


class PhotoWorker(Worker):
    """Answers requests to list, find and read photos, and those for single pictures of them.

    Parameters
    ----------
    kept
        The work on photos that was done before.
    """

    def __init__(self, kept: KeptWork | None = None) -> None:
        super().__init__()
        self._kept = kept

    def _work(self, request: Request) -> object:
        match request:
            case ListRequest():
                listed = list_photos(request)
                parts = self._find_parts(listed.paths)
                return replace(listed, work=self._find_work(listed.paths), parts=parts)
            case ReopenRequest():
                found = look_for(request.stored)
                paths = [photo.path for photo in found.photos]
                return _with_work(found, self._find_work(paths), self._find_parts(paths))
            case WorkRequest():
                return () if self._kept is None else self._kept.find_all(request.path, request.part)
            case ReadRequest():
                self._tell_need(request)
                opened = _take_up(request, partial(self._tell_glance, request))
                request.token.raise_if_cancelled()
                preview = original_image(opened.photo, request.preview_side)
                side = request.thumbnail_side
                size = QSize(side, side)
                if max(preview.width(), preview.height()) < side:
                    size = preview.size()
                mode = Qt.AspectRatioMode.KeepAspectRatio
                thumbnail = preview.scaled(size, mode, Qt.TransformationMode.SmoothTransformation)
                path = opened.photo.path if opened.recipe is not None else None
                work = None if path is None else self._find_work([path]).get(path)
                return PhotoLoaded(
                    opened.photo, preview, thumbnail, opened.recipe, opened.lost_original, work
                )
            case ThumbnailRequest():
                return thumbnail_of(request.path, request.long_side, request.reading)
            case GlanceRequest():
                return glance(request.path, request.long_side, request.reading)
            case OutlinesRequest():
                return _find_outlines(request)
            case WholeRequest():
                return original_image(_read(request.source, request.reading), request.long_side)
            case ReferenceRequest():
                return read_reference(request)
            case ResultAsReferenceRequest():
                return make_reference(request)
        raise TypeError(request)

    def _tell_need(self, request: ReadRequest) -> None:
        need = need_sentence(request.source) if isinstance(request.source, Path) else None
        if need is not None:
            self.progressed.emit(Progress(request, Stage.READING, in_own_language(need)))

    def _tell_glance(self, request: ReadRequest, seen: Glance) -> None:
        """Reading goes on, and the user sees the photo."""
        glanced = as_read(seen, request.reading)
        self.progressed.emit(Progress(request, Stage.READING, seen=glanced))

    def _find_work(self, paths: Iterable[Path]) -> dict[Path, StoredPhoto]:
        return {} if self._kept is None else self._kept.find(paths)

    def _find_parts(self, paths: Iterable[Path]) -> dict[Path, tuple[StoredPhoto, ...]]:
        return {} if self._kept is None else self._kept.find_parts(paths)


def list_photos(request: ListRequest) -> PathsListed:
    """Walk through folders; files that the user named are kept whatever they are called."""
    found: list[Path] = []
    empty: list[Path] = []
    for path in request.paths:
        if not is_folder(path):
            found.append(path)
            continue
        inside = _photos_below(path, request)
        found.extend(inside)
        if not inside:
            empty.append(path)
    return PathsListed(tuple(dict.fromkeys(found)), tuple(empty))


def look_for(stored: StoredSession) -> SessionFound:
    """Which photos are there still; in a thread, since a drive may be slow to say so."""
    there = tuple(photo for photo in stored.photos if is_file(photo.path))
    missing = tuple(photo.path for photo in stored.photos if photo not in there)
    shown = next(
        (photo for photo in (*stored.photos[stored.shown :], *reversed(there)) if photo in there), None
    )
    pictures = {photo.path: QImage(str(photo.path)) for photo in there if photo.pasted_as}
    return SessionFound(there, shown, missing, pictures)


def _with_work(
    found: SessionFound,
    work: Mapping[Path, StoredPhoto],
    parts: Mapping[Path, tuple[StoredPhoto, ...]],
) -> SessionFound:
    """Photos as they were left, be it by another window."""
    later = {(path, 0): each for path, each in work.items()}
    later |= {(each.path, each.part): each for several in parts.values() for each in several}
    photos = tuple(
        replace(later.get((photo.path, photo.part), photo), pasted_as=photo.pasted_as)
        for photo in found.photos
    )
    shown = next((new for new, old in zip(photos, found.photos, strict=True) if old is found.shown), None)
    return replace(found, photos=photos, shown=shown)


def thumbnail_of(path: Path, long_side: int, reading: ReadOptions | None = None) -> QImage:
    """A small gray picture of a file; Qt's reader decodes a JPEG at an eighth of its size, quickly."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        left, top, right, bottom = WHOLE if reading is None else reading.geometry.crop
        side = min(max(size.width(), size.height()), round(long_side / max(right - left, bottom - top)))
        reader.setScaledSize(size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio))
        image = reader.read()
        if not image.isNull():
            gray = image.convertToFormat(QImage.Format.Format_Grayscale8)
            return gray if reading is None else moved_image(gray, reading.geometry)
    return original_image(read_photo(path, reading), long_side)


def _find_outlines(request: OutlinesRequest) -> OutlinesFound:
    photo = request.source
    if isinstance(photo, Path):
        photo = read_photo(photo, request.reading)
    request.token.raise_if_cancelled()
    return OutlinesFound(find_outlines(photo.lightness), original_image(photo, request.long_side), photo.size)


def _photos_below(folder: Path, request: ListRequest) -> list[Path]:
    photos: list[Path] = []
    for parent, folders, names in os.walk(folder):
        request.token.raise_if_cancelled()
        folders[:] = sorted((name for name in folders if not name.startswith(".")), key=natural_key)
        photos.extend(
            Path(parent, name)
            for name in sorted(names, key=natural_key)
            if Path(name).suffix.lower() in SUPPORTED_SUFFIXES and not name.startswith(".")
        )
    return photos


def _take_up(request: ReadRequest, on_glance: Callable[[Glance], None]) -> Found:
    source, reading = request.source, request.reading
    if not isinstance(source, Path):
        return Found(_read(source, reading))
    if request.follow_recipe:
        return take_up(source, reading, on_glance)
    return Found(read_photo(source, reading, on_glance))


def _read(source: Path | QImage, reading: ReadOptions) -> Photo:
    if isinstance(source, Path):
        return read_photo(source, reading)
    pixels = rgb_from_image(source)
    return photo_from_rgb(pixels, options=reading)
