"""Sheets: what is shown beside what, with truth and without."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from colorizer_gui.core.color.conversion import FloatArray
from model_training.data.photo_source import DataError
from model_training.report.sheets import write_sheet


def _red(lightness: FloatArray) -> FloatArray:
    return np.full((1, 1, 2), (60.0, 40.0), np.float32)


def _blue(lightness: FloatArray) -> FloatArray:
    return np.full((1, 1, 2), (0.0, -50.0), np.float32)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A gray photo without truth."""
    folder = tmp_path / "old"
    folder.mkdir()
    cv2.imwrite(str(folder / "old.png"), np.full((112, 140), 128, np.uint8))
    return folder


def _read(path: Path) -> FloatArray:
    image = cv2.imread(str(path), cv2.IMREAD_COLOR_RGB)
    assert image is not None
    return image.astype(np.float32)


def test_weights_stand_side_by_side_and_old_photos_have_no_truth(
    photos: Path, old: Path, tmp_path: Path
) -> None:
    seen: list[tuple[int, int]] = []
    methods = {"red": _red, "blue": _blue}
    write_sheet(
        tmp_path / "sheet.jpg",
        [photos],
        methods,
        also=[old],
        count=3,
        height=56,
        columns=2,
        progress=lambda done, total: seen.append((done, total)),
    )
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]
    sheet = _read(tmp_path / "sheet.jpg")
    group, picture = (56 + 18 + 6, 4 * 70 + 6), 70
    assert sheet.shape == (2 * group[0], 2 * group[1], 3)
    last = sheet[group[0] + 18 : group[0] + 18 + 56, group[1] :]
    middle = [
        last[20:40, index * picture + 20 : index * picture + 50].mean(axis=(0, 1)) for index in range(4)
    ]
    gray, red, blue, nothing = middle
    assert np.ptp(gray) < 4
    assert red[0] > red[2] + 60
    assert blue[2] > blue[0] + 60
    assert nothing.max() < 8
    truth = sheet[18 : 18 + 56, 3 * picture : 4 * picture]
    assert np.ptp(truth.reshape(-1, 3).mean(axis=0)) > 4
    assert sheet[:18, :70].max() > 150  # the name above the picture


def test_no_photo_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(DataError, match="no photo"):
        write_sheet(tmp_path / "sheet.jpg", [tmp_path / "empty"], {})
