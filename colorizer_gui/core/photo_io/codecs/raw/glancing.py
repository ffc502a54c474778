"""A small picture of a camera RAW file: the camera's own preview, or the photo developed at half its size."""

from io import BytesIO
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.photo_io.codecs.raw.decoding import develop, library
from colorizer_gui.core.photo_io.codecs.raw.extent import check_whole
from colorizer_gui.core.photo_io.raster import DECODE_ERRORS, AnyArray, RefusedError

#: EXIF's orientation for what LibRaw calls the flip of a picture.
_ORIENTATIONS: Final = {0: 1, 3: 3, 5: 8, 6: 6}
#: A preview of the camera is of use from this side on, and if its shape is that of the photo.
_LEAST_SIDE: Final = 400
_SAME_SHAPE: Final = 0.03


def glance_at_raw(path: Path, long_side: int) -> tuple[ByteArray, tuple[int, int], int] | None:
    """(h, w) uint8 gray, width and height of the whole photo, and EXIF's orientation, which is not applied.

    None where that fails.
    """
    try:
        data = path.read_bytes()
        check_whole(data)
        with library().imread(BytesIO(data)) as file:
            orientation = _ORIENTATIONS.get(file.sizes.flip, 1)
            size = file.sizes.width, file.sizes.height
            gray = _preview(file, size)
            if gray is None:
                gray = develop(file, bits=8, half_size=True).mean(axis=2)  # which is upright
                size = size[::-1] if orientation >= 5 else size
                orientation = 1
    except (*DECODE_ERRORS, RefusedError):
        return None
    height, width = gray.shape
    scale = min(1.0, long_side / max(height, width))
    shown = max(1, round(width * scale)), max(1, round(height * scale))
    small = cv2.resize(gray.astype(np.uint8), shown, interpolation=cv2.INTER_AREA)
    return np.asarray(small, dtype=np.uint8), size, orientation


def _preview(file: Any, size: tuple[int, int]) -> AnyArray | None:  # noqa: ANN401 - no types
    """What the camera made, lying as the sensor; None where it is too small or shows another part."""
    try:
        found = file.extract_thumb()
    except library().LibRawError:
        return None
    if isinstance(found.data, bytes):
        flags = cv2.IMREAD_REDUCED_GRAYSCALE_2 | cv2.IMREAD_IGNORE_ORIENTATION
        gray = cv2.imdecode(np.frombuffer(found.data, np.uint8), flags)
    else:
        gray = np.asarray(found.data).mean(axis=2)
    if gray is None or max(gray.shape) < _LEAST_SIDE:
        return None
    shape = gray.shape[1] / gray.shape[0]
    return gray if abs(shape * size[1] / size[0] - 1.0) < _SAME_SHAPE else None
