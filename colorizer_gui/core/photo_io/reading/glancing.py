"""A first look at a large photo, long before it is read: small, gray, upright."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.photo_io.codecs.tiff.glancing import glance_at_tiff
from colorizer_gui.core.photo_io.reading.orientation import turn_upright

#: A photo with fewer pixels is read as quickly.
GLANCED_PIXELS: Final = 6_000_000


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
    """Some rows of a TIFF; None for every file that there is no short way for."""
    found = glance_at_tiff(path, long_side, GLANCED_PIXELS)
    if found is None:
        return None
    size = found.size[::-1] if found.orientation >= 5 else found.size
    return Glance(np.ascontiguousarray(turn_upright(found.gray, found.orientation)), size)
