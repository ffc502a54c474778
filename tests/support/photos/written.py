"""A photo to be written, and what is in a file afterwards by another library."""

from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
import tifffile
from PIL import Image

from colorizer_gui.core.photo.photo import Photo, PhotoFormat
from colorizer_gui.core.photo_io import WriteOptions

Array = npt.NDArray[Any]


OPTIONS = WriteOptions()


def names(folder: Path) -> list[str]:
    """All that is in a folder, hidden files too."""
    return sorted(path.name for path in folder.iterdir())


def blank_photo(size: tuple[int, int], alpha: Array | None = None, depth: int = 8) -> Photo:
    width, height = size
    return Photo(
        path=None,
        format=PhotoFormat.PNG,
        lightness=np.zeros((height, width), dtype=np.float32),
        depth=16 if depth == 16 else 8,
        alpha=alpha,
    )


def stored(path: Path) -> Array:
    """Samples by another library than the one that wrote them, channels in RGB order."""
    if path.suffix == ".tif":
        return np.asarray(tifffile.imread(path))
    if path.suffix == ".png":
        image = np.asarray(cv2.imdecode(np.fromfile(path, np.uint8), cv2.IMREAD_UNCHANGED))
        return image[..., [2, 1, 0, 3][: image.shape[-1]]]
    with Image.open(path) as opened:
        return np.asarray(opened)
