"""Contact sheets for the eye: the input, the result of each set of weights, and the truth.

Figures hide wrong colours; a fixed sheet that is looked at after each stage does not.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

import cv2
import numpy as np

from colorizer_gui.core.adjustments import Adjustments
from colorizer_gui.core.color import ByteArray, FloatArray, lightness_to_gray
from colorizer_gui.core.rendering import Recomposition
from model_training.baselines import AbMethod
from model_training.evaluate import TruePhoto, load_true_photos
from model_training.photo_source import DataError

_GAP = 6
_JPEG_QUALITY = 92


def write_sheet(
    out: Path,
    sources: list[Path],
    methods: Mapping[str, AbMethod],
    *,
    count: int = 40,
    height: int = 224,
    columns: int = 4,
    progress: Callable[[int], None] = lambda _done: None,
) -> None:
    """Write one JPEG with a group of pictures for each photo: gray, results, the file's own colour.

    Parameters
    ----------
    out
        The picture to write.
    sources
        Folders, shards or photos; `count` of them are taken, evenly spread.
    methods
        Functions from lightness to chroma, shown in their order.
    height
        Of every picture, in pixels.
    columns
        Groups side by side.

    Raises
    ------
    DataError
        When there is no photo, or the sheet cannot be written.
    """
    groups = []
    for done, photo in enumerate(load_true_photos(sources, count), start=1):
        groups.append(_group(photo, methods, height))
        progress(done)
    if not groups:
        raise DataError("There is no photo to make a sheet of; name a folder with pictures.")
    width = max(group.shape[1] for group in groups)
    padded = [_pad(group, width) for group in groups]
    padded += [np.zeros_like(padded[0])] * (-len(padded) % columns)
    rows = [np.hstack(padded[i : i + columns]) for i in range(0, len(padded), columns)]
    encoded, data = cv2.imencode(
        ".jpg", cv2.cvtColor(np.vstack(rows), cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, _JPEG_QUALITY]
    )
    if not encoded:
        raise DataError(f"The sheet {out} could not be encoded; ask for fewer or smaller pictures.")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(data.tobytes())


def _group(photo: TruePhoto, methods: Mapping[str, AbMethod], height: int) -> ByteArray:
    gray = np.repeat(lightness_to_gray(photo.lightness)[..., None], 3, axis=2)
    pictures: list[FloatArray] = [gray]
    chroma = [*(method(photo.lightness) for method in methods.values()), photo.ab]
    for ab in chroma:
        image = Recomposition(photo.lightness, ab).image(Adjustments(), depth=8)
        pictures.append(np.asarray(image / np.float32(255), dtype=np.float32))
    width = max(1, round(photo.lightness.shape[1] * height / photo.lightness.shape[0]))
    scaled = [cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA) for picture in pictures]
    return np.rint(np.clip(np.hstack(scaled), 0, 1) * 255).astype(np.uint8)


def _pad(group: ByteArray, width: int) -> ByteArray:
    missing = width - group.shape[1]
    return np.pad(group, ((0, _GAP), (0, missing + _GAP), (0, 0)))
