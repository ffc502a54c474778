"""A picture that is so large that a first look at it is worth while."""

from functools import cache
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

WIDTH, HEIGHT = 3000, 2000


@cache
def scene() -> np.ndarray:
    """A large gray picture, each corner of which looks different."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    plane = 60 + 120 * x / WIDTH + 40 * np.sin(y / 180)
    cv2.circle(plane, (700, 500), 300, 10.0, -1)
    samples = np.asarray(plane, dtype=np.uint8)
    samples.setflags(write=False)
    return samples


def jpeg(path: Path) -> None:
    """Write it as a JPEG that EXIF turns."""
    exif = Image.Exif()
    exif[274] = 6
    Image.fromarray(scene()).save(path, exif=exif, quality=90)
