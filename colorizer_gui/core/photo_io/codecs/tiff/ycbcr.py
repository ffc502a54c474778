"""TIFF in YCbCr whose planes stand apart and are all of full size (TIFF 6.0, section 21)."""

from typing import Final

import numpy as np
import tifffile

from colorizer_gui.core.photo_io.raster import AnyArray

_SUBSAMPLING, _COEFFICIENTS, _REFERENCE = 530, 529, 532
#: CCIR 601-1, and the whole range of 8 bits, where the file says nothing else.
_USUAL_COEFFICIENTS: Final = (0.299, 0.587, 0.114)
_USUAL_REFERENCE: Final = (0.0, 255.0, 128.0, 255.0, 128.0, 255.0)


def to_rgb(page: tifffile.TiffPage, channels: AnyArray) -> AnyArray:
    """Convert (H, W, 3) samples of 8 bits.

    Raises
    ------
    ValueError
        When colour is stored in a lower resolution, or the samples are no bytes; libtiff may know better.
    """
    tag = page.tags.get(_SUBSAMPLING)
    planar = page.planarconfig == tifffile.PLANARCONFIG.SEPARATE
    if not planar or tag is None or tuple(tag.value) != (1, 1) or channels.dtype != np.uint8:
        raise ValueError("YCbCr of another layout")
    red, green, blue = _floats(page, _COEFFICIENTS, _USUAL_COEFFICIENTS)
    low, high, blue_zero, blue_high, red_zero, red_high = _floats(page, _REFERENCE, _USUAL_REFERENCE)
    luma = (channels[..., 0] - np.float32(low)) * np.float32(255.0 / (high - low))
    to_blue = (channels[..., 1] - np.float32(blue_zero)) * np.float32(127.0 / (blue_high - blue_zero))
    to_red = (channels[..., 2] - np.float32(red_zero)) * np.float32(127.0 / (red_high - red_zero))
    r = luma + to_red * np.float32(2 - 2 * red)
    b = luma + to_blue * np.float32(2 - 2 * blue)
    g = (luma - np.float32(blue) * b - np.float32(red) * r) / np.float32(green)
    rgb: AnyArray = np.rint(np.stack([r, g, b], axis=-1)).clip(0, 255).astype(np.uint8)
    return rgb


def _floats(page: tifffile.TiffPage, number: int, usual: tuple[float, ...]) -> tuple[float, ...]:
    """The ratios of a tag, which tifffile gives as numerators and denominators in turn."""
    tag = page.tags.get(number)
    if tag is None or len(tag.value) != 2 * len(usual):
        return usual
    pairs = zip(tag.value[::2], tag.value[1::2], strict=True)
    values = tuple(numerator / denominator if denominator else 0.0 for numerator, denominator in pairs)
    spans = values[1::2] if len(values) == 6 else values
    return values if all(spans) else usual
