"""TIFF in YCbCr without JPEG (TIFF 6.0, section 21), its colour of full size or of a lower resolution."""

from math import prod
from typing import Final

import numpy as np
import tifffile

from colorizer_gui.core.photo_io.codecs.tiff.segments import decompressed, stored
from colorizer_gui.core.photo_io.raster import AnyArray

_COEFFICIENTS, _REFERENCE = 529, 532
#: CCIR 601-1, and the whole range of 8 bits, where the file says nothing else.
_USUAL_COEFFICIENTS: Final = (0.299, 0.587, 0.114)
_USUAL_REFERENCE: Final = (0.0, 255.0, 128.0, 255.0, 128.0, 255.0)


def unpacked(page: tifffile.TiffPage) -> AnyArray:
    """(H, W, 3) samples of 8 bits of which several share their colour, which stands for all of them.

    Raises
    ------
    ValueError
        When there are planes, tiles, samples of other sizes or too few of them; libtiff may know better.
    """
    if page.planarconfig == tifffile.PLANARCONFIG.SEPARATE or page.is_tiled or page.bitspersample != 8:
        raise ValueError("YCbCr of another layout")
    across, down = page.subsampling or (2, 2)
    width, height = page.imagewidth, page.imagelength
    columns = -(-width // across)
    image: AnyArray = np.empty((height, width, 3), np.uint8)
    segments = decompressed(page) if page.compression != tifffile.COMPRESSION.NONE else stored(page)
    top = 0
    for segment in segments:
        rows = min(page.rowsperstrip, height - top)
        shape = (-(-rows // down), columns, across * down + 2)
        units = np.frombuffer(segment, np.uint8, prod(shape)).reshape(shape)
        luma = units[..., :-2].reshape(*shape[:2], down, across).swapaxes(1, 2)
        image[top : top + rows, :, 0] = luma.reshape(shape[0] * down, -1)[:rows, :width]
        for channel in (1, 2):
            plane = units[..., channel - 3].repeat(down, axis=0).repeat(across, axis=1)
            image[top : top + rows, :, channel] = plane[:rows, :width]
        top += rows
    if top != height:
        raise ValueError("there are too few strips")
    return image


def to_rgb(page: tifffile.TiffPage, channels: AnyArray) -> AnyArray:
    """Convert (H, W, 3) samples of 8 bits.

    Raises
    ------
    ValueError
        When the samples are no bytes; libtiff may know better.
    """
    if channels.shape[-1] != 3 or channels.dtype != np.uint8:
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
