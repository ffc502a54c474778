"""Categories for photos that were prepared before there were any, without preparing them again."""

import json
from pathlib import Path
from typing import Final

import numpy as np

from model_training.data.categories import Categories
from model_training.data.kaggle import MAX_ROWS, KaggleArrays
from model_training.data.photo_source import DataError, SourcePhoto, iterate_photos
from model_training.data.prepare import REPORT_FILE, square_lab

_LEFT_OUT: Final = ("unreadable", "too_small", "gray", "duplicates")
#: Rows that are compared with their photos.
_CHECKED: Final = 64
#: The mean difference that two decoders may make of the same photo.
_SAME_PHOTO: Final = 2.0


def add_categories(sources: list[Path], out: Path) -> Categories:
    """Write the file of categories for photos that were prepared without one, from the same sources.

    Which photos were left out is known from `prepare.json`; some rows are compared with their photos.

    Raises
    ------
    DataError
        When the arrays were made from other photos.
    """
    data = KaggleArrays.open(out)
    left_out = _names_left_out(out / REPORT_FILE)
    other = f"{out} was not prepared from these photos; name the folders or shards that it was made from."
    checked = set(np.linspace(0, len(data) - 1, min(_CHECKED, len(data))).astype(int).tolist())
    categories: list[str] = []
    for photo in iterate_photos(sources):
        row = len(categories)
        if row == len(data):
            if photo.name not in left_out and row < MAX_ROWS:
                raise DataError(other)
            continue
        if photo.name in left_out:
            # Two sources may have a photo of the same name, of which one was left out.
            if _is_row(photo, data, row):
                categories.append(photo.category)
            continue
        if row in checked and not _is_row(photo, data, row):
            raise DataError(other)
        categories.append(photo.category)
    if len(categories) != len(data):
        raise DataError(other)
    found = Categories.of(categories)
    found.write(out)
    return found


def _is_row(photo: SourcePhoto, data: KaggleArrays, row: int) -> bool:
    image = photo.decode_rgb()
    if image is None:
        return False
    lab = square_lab(image)
    stored = np.dstack([data.lightness[row], data.ab(row)])
    return bool(np.abs(lab.astype(np.int16) - stored).mean() < _SAME_PHOTO)


def _names_left_out(file: Path) -> set[str]:
    try:
        report = json.loads(file.read_text(encoding="utf-8"))
        return {name for kind in _LEFT_OUT for name in report[kind]}
    except FileNotFoundError as exc:
        raise DataError(f"There is no {file}; only photos that prepare has made have one.") from exc
    except (ValueError, KeyError, TypeError) as exc:
        raise DataError(f"{file} cannot be read; prepare the photos again.") from exc
