"""ndarray to and from QImage, in one tested place, through qimage2ndarray."""

from typing import Final

import numpy as np
import numpy.typing as npt
import PySide6.QtGui  # noqa: F401 - qimage2ndarray takes the binding that is already imported
import qimage2ndarray
from PySide6.QtGui import QImage

from colorizer_gui.core.color.conversion import FloatArray, lightness_to_gray
from colorizer_gui.core.geometry.geometry import AS_IT_IS, Geometry
from colorizer_gui.core.geometry.moving import moved
from colorizer_gui.core.photo.photo import SampleArray
from colorizer_gui.core.rendering.chroma import shrink_to

#: Levels of L* in the table; 8-bit gray never changes by more than one step between two of them.
_LEVELS: Final = 4096
_GRAY: Final = np.rint(lightness_to_gray(np.linspace(0, 100, _LEVELS)) * 255).astype(np.uint8)
_STRIP: Final = 512


def image_from_rgb(image_rgb: SampleArray, alpha: SampleArray | None = None) -> QImage:
    """Make a picture of its own memory.

    Parameters
    ----------
    image_rgb
        (H, W, 3) uint8 or uint16 sRGB.
    alpha
        (H, W) uint8 or uint16, or None.
    """
    image_rgb = _to_8_bit(image_rgb)
    if alpha is None:
        image: QImage = qimage2ndarray.array2qimage(image_rgb)
        return image
    image = QImage(image_rgb.shape[1], image_rgb.shape[0], QImage.Format.Format_ARGB32)
    qimage2ndarray.rgb_view(image)[:] = image_rgb
    qimage2ndarray.alpha_view(image)[:] = _to_8_bit(alpha)
    return image


def rgb_from_image(image: QImage) -> npt.NDArray[np.uint8]:
    """Take the samples out of a picture.

    Returns
    -------
    (H, W, 3) uint8 sRGB, or (H, W, 4) with alpha that is not multiplied in if it is not opaque.
    """
    if not image.hasAlphaChannel():
        view = image.convertToFormat(QImage.Format.Format_RGB32)
        return np.array(qimage2ndarray.rgb_view(view), dtype=np.uint8, order="C")
    view = image.convertToFormat(QImage.Format.Format_ARGB32)
    alpha = qimage2ndarray.alpha_view(view)
    rgb = qimage2ndarray.rgb_view(view)
    if alpha.min() == 255:
        return np.array(rgb, dtype=np.uint8, order="C")
    return np.dstack([rgb, alpha]).astype(np.uint8)


def image_from_lightness(lightness: FloatArray, long_side: int | None = None) -> QImage:
    """Show lightness as a gray picture.

    Parameters
    ----------
    lightness
        (H, W) float32 L* in [0, 100].
    long_side
        At most so many pixels on the longer side; None keeps the size.

    Returns
    -------
    8-bit gray; through a table, because the exact curve takes seconds at 50 megapixels.
    """
    if long_side is not None:
        lightness = shrink_to(lightness, long_side)
    height, width = lightness.shape
    image = QImage(width, height, QImage.Format.Format_Grayscale8)
    target = qimage2ndarray.raw_view(image)
    for top in range(0, height, _STRIP):
        strip = np.clip(lightness[top : top + _STRIP], 0.0, 100.0) * np.float32((_LEVELS - 1) / 100.0)
        target[top : top + _STRIP] = _GRAY[np.rint(strip).astype(np.uint16)]
    return image


def image_from_gray(gray: npt.NDArray[np.uint8]) -> QImage:
    """(H, W) uint8 as an 8-bit gray picture."""
    image = QImage(gray.shape[1], gray.shape[0], QImage.Format.Format_Grayscale8)
    qimage2ndarray.raw_view(image)[:] = gray
    return image


def moved_image(image: QImage, geometry: Geometry) -> QImage:
    """A picture without transparency as a geometry shows it."""
    if geometry == AS_IT_IS:
        return image
    shown = image_from_rgb(moved(rgb_from_image(image)[..., :3], geometry))
    return shown.convertToFormat(image.format())


def _to_8_bit(samples: SampleArray) -> npt.NDArray[np.uint8]:
    return (samples if samples.dtype == np.uint8 else samples >> 8).astype(np.uint8, copy=False)
