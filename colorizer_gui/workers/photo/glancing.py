"""A picture of a large photo at once: what the decoder of its format makes of it without reading all."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from colorizer_gui.core.photo_io import GLANCED_PIXELS, Glance, ReadOptions, glance_at
from colorizer_gui.desktop.qimage import image_from_gray, moved_image
from colorizer_gui.workers.photo.answers import Glanced

#: Below 50 Qt's reader takes the quick inverse transform.
_QUICK = 40


def glance(path: Path, long_side: int, reading: ReadOptions) -> Glanced | None:
    """A first look at a photo as it is to be read; None where reading it is as quick."""
    if reading.page:
        return None
    seen = _small_jpeg(path, long_side)
    if seen is None:
        found = glance_at(path, long_side)
        if found is None:
            return None
        return as_read(found, reading)
    return _as_read(*seen, reading)


def as_read(glance: Glance, reading: ReadOptions) -> Glanced:
    """What is seen of a file, as the photo is to be read."""
    return _as_read(image_from_gray(glance.gray), QSize(*glance.size), reading)


def _as_read(image: QImage, size: QSize, reading: ReadOptions) -> Glanced:
    if reading.negative:
        image.invertPixels()
    width, height = reading.geometry.result_size((size.width(), size.height()))
    return Glanced(moved_image(image, reading.geometry), QSize(width, height))


def _small_jpeg(path: Path, long_side: int) -> tuple[QImage, QSize] | None:
    """Decoded at an eighth of its size, or so; and its size, upright."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if reader.format().data() != b"jpeg" or size.width() * size.height() < GLANCED_PIXELS:
        return None
    reader.setScaledSize(size.scaled(long_side, long_side, Qt.AspectRatioMode.KeepAspectRatio))
    reader.setQuality(_QUICK)
    image = reader.read()
    if image.isNull():
        return None
    turned = reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90
    return image.convertToFormat(QImage.Format.Format_Grayscale8), size.transposed() if turned else size
