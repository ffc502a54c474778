"""The worker that keeps what was done by hand, so that no window waits for a disk."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from colorizer_gui.core.common.errors import ColorizationError
from colorizer_gui.core.common.whole_files import write_whole
from colorizer_gui.core.pipeline.kept_work import KeptWork
from colorizer_gui.core.pipeline.stored_session import StoredPhoto
from colorizer_gui.workers.requests import Request
from colorizer_gui.workers.worker import Worker


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class KeepRequest(Request):
    """Keep what was done to a photo, where it goes on from other work that is kept; answered by None."""

    photo: StoredPhoto
    instead_of: StoredPhoto


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class SplitRequest(Request):
    """Note how many photos there are on a scan; answered by None."""

    path: Path
    count: int


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class KeepPictureRequest(Request):
    """Write a pasted picture into a folder of Tintype's own; answered by its path."""

    image: QImage
    folder: Path


class KeepingWorker(Worker):
    """Answers `KeepRequest`, `SplitRequest` and `KeepPictureRequest`."""

    def __init__(self, kept: KeptWork) -> None:
        super().__init__()
        self._kept = kept

    def _work(self, request: Request) -> object:
        try:
            match request:
                case KeepRequest():
                    self._kept.keep(request.photo, request.instead_of)
                    return None
                case SplitRequest():
                    self._kept.split(request.path, request.count)
                    return None
                case KeepPictureRequest():
                    return keep_picture(request.image, request.folder)
        except OSError as exc:
            raise ColorizationError("The work on this photo is not kept.") from exc
        raise TypeError(request)


def keep_picture(image: QImage, folder: Path) -> Path:
    """Write a picture without loss, under a name that its content gives it.

    Raises
    ------
    OSError
    """
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"PNG")).write(image):
        raise OSError("the picture cannot be encoded")
    content = bytes(data.data())
    path = folder / f"{hashlib.sha256(content).hexdigest()}.png"
    write_whole(path, content)
    return path
