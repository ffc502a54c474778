"""A first look at a large photo, before it is read or while it is: small, gray, upright."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import cv2
import numpy as np

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.photo_io.codecs.raw.glancing import glance_at_raw
from colorizer_gui.core.photo_io.codecs.tiff.glancing import glance_at_tiff
from colorizer_gui.core.photo_io.formats import RAW_SUFFIXES
from colorizer_gui.core.photo_io.raster import Raster
from colorizer_gui.core.photo_io.reading.orientation import turn_upright

#: A photo with fewer pixels is read as quickly.
GLANCED_PIXELS: Final = 6_000_000
#: Pixels of the longer side of what is seen while a photo is read.
GLANCED_SIDE: Final = 1024


@dataclass(frozen=True, slots=True, eq=False)
class Glance:
    """What is seen at a glance.

    Attributes
    ----------
    gray
        (h, w) uint8.
    size
        Width and height of the whole photo, upright.
    """

    gray: ByteArray
    size: tuple[int, int]


def glance_at(path: Path, long_side: int) -> Glance | None:
    """Some rows of a TIFF, or what a camera put into its RAW file; None where there is no short way."""
    if path.suffix.lower() in RAW_SUFFIXES:
        seen = glance_at_raw(path, long_side)
        return None if seen is None else _upright(*seen)
    found = glance_at_tiff(path, long_side, GLANCED_PIXELS)
    return None if found is None else _upright(found.gray, found.size, found.orientation)


def glance_of(raster: Raster, long_side: int) -> Glance | None:
    """Some pixels of what has been decoded, while the rest of reading goes on; None of a small photo."""
    height, width = raster.samples.shape[:2]
    if width * height < GLANCED_PIXELS:
        return None
    step = -(-max(width, height) // long_side)
    some = raster.samples[step // 2 :: step, step // 2 :: step]
    gray = np.ascontiguousarray(some >> 8 if some.itemsize == 2 else some).astype(np.uint8)
    if gray.ndim == 3:
        gray = np.asarray(cv2.cvtColor(gray, cv2.COLOR_RGB2GRAY))
    return _upright(gray, (width, height), raster.orientation)


def _upright(gray: ByteArray, size: tuple[int, int], orientation: int) -> Glance:
    upright = np.ascontiguousarray(turn_upright(gray, orientation))
    return Glance(upright, size[::-1] if orientation >= 5 else size)
