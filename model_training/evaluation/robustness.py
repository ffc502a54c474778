"""Whether colours stay when the photo's size changes, and whether wide and tall photos are as good.

Both are known illnesses of colorization networks, and neither shows in a table over whole photos.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

import cv2
import numpy as np

from colorizer_gui.core.color.conversion import FloatArray, rgb_to_lab
from model_training.data.photo_source import DataError
from model_training.evaluation.evaluate import GRAY, render
from model_training.evaluation.metrics import ciede2000, psnr
from model_training.evaluation.summary import Cell, Table, mean_cell
from model_training.evaluation.true_photos import TruePhoto
from model_training.models.baselines import AbMethod, gray

_SIZES: Final = {"half size": 0.5, "double size": 2.0}
#: Height and width of each crop over the short side of the photo: of equal areas.
_CROPS: Final = {"1:1": (0.5**0.5, 0.5**0.5), "2:1": (0.5, 1.0), "1:2": (1.0, 0.5)}
_SQUARE: Final = "1:1"
#: Height and width, over that short side, of what is on all of them.
_SHARED: Final = (0.5, 0.5)
#: Crops of smaller photos show nothing that a network could know.
SMALLEST_TO_CROP: Final = 200


def size_consistency(
    photos: Iterable[TruePhoto],
    methods: Mapping[str, AbMethod],
    progress: Callable[[int], None] = lambda _done: None,
) -> Table:
    """Mean CIEDE2000 between the colours of a photo and those of the same photo in another size.

    All are put onto the lightness of the photo itself, so that colours alone are compared.

    Raises
    ------
    DataError
        When there is no photo.
    """
    found: dict[str, list[list[float]]] = {name: [] for name in methods}
    for done, photo in enumerate(photos, start=1):
        lightness = photo.lightness
        resized = [_resized(lightness, scale) for scale in _SIZES.values()]
        for name, method in methods.items():
            same = rgb_to_lab(render(lightness, method(lightness)))
            others = [rgb_to_lab(render(lightness, method(other))) for other in resized]
            found[name].append([ciede2000(other, same) for other in others])
        progress(done)
    if not all(found.values()):
        raise DataError("There is no photo to change the size of; name a folder of photos.")
    columns = {name: np.array(rows, dtype=np.float64).T for name, rows in found.items()}
    return {
        name: {
            f"CIEDE2000, {size}": mean_cell(values)
            for size, values in zip(_SIZES, columns[name], strict=True)
        }
        for name in methods
    }


def crop_fairness(
    photos: Iterable[TruePhoto],
    methods: Mapping[str, AbMethod],
    progress: Callable[[int], None] = lambda _done: None,
) -> Table:
    """Figures on a square, a wide and a tall crop of equal areas from the centre of each photo.

    The last columns are the gains over gray of the wide and the tall crop less that of the square: of the
    whole crops, which show different things, and of the middle that is on all of them.

    Raises
    ------
    DataError
        When no photo is large enough.
    """
    everything = {GRAY: gray} | dict(methods)
    found: dict[str, list[list[tuple[float, float, float]]]] = {name: [] for name in everything}
    for done, photo in enumerate(photos, start=1):
        if _side(photo.lab) >= SMALLEST_TO_CROP:
            crops = [_middle(photo.lab, _side(photo.lab), *crop) for crop in _CROPS.values()]
            for name, method in everything.items():
                found[name].append([_figures(crop, _side(photo.lab), method) for crop in crops])
        progress(done)
    if not all(found.values()):
        raise DataError(
            f"No photo is large enough to crop; the short side must be {SMALLEST_TO_CROP} pixels."
        )
    figures = {name: np.array(rows, dtype=np.float64) for name, rows in found.items()}  # (N, crops, 3)
    table = {}
    for name, values in figures.items():
        gains = values[..., 0] - figures[GRAY][..., 0]
        shared = values[..., 2] - figures[GRAY][..., 2]
        square = list(_CROPS).index(_SQUARE)
        row: dict[str, Cell] = {}
        for index, crop in enumerate(_CROPS):
            row[f"{crop} PSNR dB"] = mean_cell(values[:, index, 0])
            row[f"{crop} gain dB"] = mean_cell(gains[:, index])
            row[f"{crop} CIEDE2000"] = mean_cell(values[:, index, 1])
        for index, crop in enumerate(_CROPS):
            if crop != _SQUARE:
                row[f"{crop} less {_SQUARE}, gain dB"] = mean_cell(gains[:, index] - gains[:, square])
                in_middle = mean_cell(shared[:, index] - shared[:, square])
                row[f"{crop} less {_SQUARE}, gain dB in the middle"] = in_middle
        table[name] = row
    return table


def _figures(crop: FloatArray, side: int, method: AbMethod) -> tuple[float, float, float]:
    """PSNR and CIEDE2000 of a crop, and the PSNR of what all crops of a photo of that short side share."""
    lightness = np.ascontiguousarray(crop[..., 0])
    rgb = render(lightness, method(lightness))
    truth = render(lightness, np.ascontiguousarray(crop[..., 1:]))
    middle = psnr(_middle(rgb, side, *_SHARED), _middle(truth, side, *_SHARED))
    return psnr(rgb, truth), ciede2000(rgb_to_lab(rgb), crop), middle


def _side(picture: FloatArray) -> int:
    return int(min(picture.shape[:2]))


def _middle(picture: FloatArray, side: int, height: float, width: float) -> FloatArray:
    rows, columns = round(side * height), round(side * width)
    top, left = (picture.shape[0] - rows) // 2, (picture.shape[1] - columns) // 2
    return np.ascontiguousarray(picture[top : top + rows, left : left + columns])


def _resized(lightness: FloatArray, scale: float) -> FloatArray:
    size = (max(1, round(lightness.shape[1] * scale)), max(1, round(lightness.shape[0] * scale)))
    interpolation = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    resized = cv2.resize(lightness, size, interpolation=interpolation)
    return np.clip(resized, 0.0, 100.0).astype(np.float32)
