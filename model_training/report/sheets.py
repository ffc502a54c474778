"""Contact sheets for the eye: the input, the result of each set of weights, and the truth.

Figures hide wrong colours; a fixed sheet that is looked at after each stage does not.
"""

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import cv2
import numpy as np

from colorizer_gui.core.color.conversion import ByteArray, FloatArray, lightness_to_gray
from colorizer_gui.core.rendering.adjustments import Adjustments
from colorizer_gui.core.rendering.rendering import Recomposition
from model_training.data.photo_source import DataError, count_photos
from model_training.data.prepare import GRAY_CHROMA
from model_training.evaluation.evaluate import TRUTH
from model_training.evaluation.true_photos import TruePhoto, load_true_photos
from model_training.models.baselines import AbMethod

_GAP = 6
_JPEG_QUALITY = 92
_INPUT = "input"
#: The strip with names above the pictures.
_CAPTION = 18


def write_sheet(
    out: Path,
    sources: list[Path],
    methods: Mapping[str, AbMethod],
    *,
    also: Sequence[Path] = (),
    named: Sequence[str] = (),
    count: int = 40,
    height: int = 224,
    columns: int = 4,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> None:
    """Write one JPEG with a group of pictures for each photo: gray, results, the file's own colour.

    A photo without colour has no truth to show.

    Parameters
    ----------
    out
        The picture to write.
    sources
        Folders, shards or photos; `count` of them are taken, evenly spread.
    methods
        Functions from lightness to chroma, shown in their order, under their names.
    also
        Folders, shards or photos that are all shown after those.
    named
        Names of photos; of `sources`, these alone are shown, in this order.
    height
        Of every picture, in pixels.
    columns
        Groups side by side.
    progress
        Called with the photos done and the total.

    Raises
    ------
    DataError
        When there is no photo, or the sheet cannot be written.
    """
    others = list(also)
    total = len(named) or min(count, count_photos(sources)) + count_photos(others)
    groups = []
    first = _by_name(sources, named) if named else load_true_photos(sources, count)
    photos = itertools.chain(first, load_true_photos(others))
    for done, photo in enumerate(photos, start=1):
        groups.append(_group(photo, methods, height))
        progress(done, total)
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
    out.write_bytes(data.tobytes())


def _by_name(sources: list[Path], named: Sequence[str]) -> Iterator[TruePhoto]:
    found = {photo.name: photo for photo in load_true_photos(sources, names=named)}
    return (found[name] for name in named if name in found)


def _group(photo: TruePhoto, methods: Mapping[str, AbMethod], height: int) -> ByteArray:
    lightness, truth_ab = photo.lightness, photo.ab
    gray = np.repeat(lightness_to_gray(lightness)[..., None], 3, axis=2)
    pictures: dict[str, FloatArray] = {_INPUT: gray}
    chroma = {name: method(lightness) for name, method in methods.items()}
    if np.hypot(truth_ab[..., 0], truth_ab[..., 1]).mean() >= GRAY_CHROMA:
        chroma[TRUTH] = truth_ab
    for name, ab in chroma.items():
        image = Recomposition(lightness, ab).image(Adjustments(), depth=8)
        pictures[name] = np.asarray(image / np.float32(255), dtype=np.float32)
    width = max(1, round(lightness.shape[1] * height / lightness.shape[0]))
    return np.hstack([_captioned(name, picture, width, height) for name, picture in pictures.items()])


def _captioned(name: str, picture: FloatArray, width: int, height: int) -> ByteArray:
    shrinks = height < picture.shape[0]
    scaled = cv2.resize(
        picture, (width, height), interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC
    )
    strip = np.zeros((_CAPTION, width, 3), dtype=np.uint8)
    cv2.putText(
        strip, name, (3, _CAPTION - 5), cv2.FONT_HERSHEY_SIMPLEX, 0.42, (255, 255, 255), 1, cv2.LINE_AA
    )
    return np.vstack([strip, np.rint(np.clip(scaled, 0, 1) * 255).astype(np.uint8)])


def _pad(group: ByteArray, width: int) -> ByteArray:
    missing = width - group.shape[1]
    return np.pad(group, ((0, _GAP), (0, missing + _GAP), (0, 0)))
