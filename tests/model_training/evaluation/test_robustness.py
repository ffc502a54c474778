"""Do colours stay with the size of a photo, and are wide and tall photos as good as square ones?"""

import numpy as np
import pytest

from colorizer_gui.core.color.conversion import FloatArray
from model_training.data.photo_source import DataError
from model_training.evaluation.robustness import SMALLEST_TO_CROP, crop_fairness, size_consistency
from model_training.evaluation.true_photos import TruePhoto


def _photo(seed: int, height: int, width: int) -> TruePhoto:
    rng = np.random.default_rng(seed)
    lab = rng.uniform((40, 10, 10), (60, 30, 30), (height, width, 3)).astype(np.float32)
    return TruePhoto(str(seed), lab)


def _always_green(lightness: FloatArray) -> FloatArray:
    return np.full((1, 1, 2), (-20.0, 20.0), np.float32)


def _colour_of_the_width(lightness: FloatArray) -> FloatArray:
    """Red on photos of 60 pixels, green on others: the illness that is looked for."""
    return np.full((1, 1, 2), (30.0 if lightness.shape[1] == 60 else -30.0, 0.0), np.float32)


def _better_when_square(lightness: FloatArray) -> FloatArray:
    height, width = lightness.shape
    return np.full((1, 1, 2), 20.0 if height == width else 0.0, np.float32)


def test_colours_that_depend_on_the_size_are_seen() -> None:
    seen: list[int] = []
    methods = {"steady": _always_green, "ill": _colour_of_the_width}
    table = size_consistency([_photo(seed, 40, 60) for seed in range(8)], methods, seen.append)
    assert seen == list(range(1, 9))
    assert list(table) == ["steady", "ill"]
    assert list(table["ill"]) == ["CIEDE2000, half size", "CIEDE2000, double size"]
    for cell in table["steady"].values():
        assert cell.value == 0.0
    for cell in table["ill"].values():
        assert cell.value > 20
        assert cell.low <= cell.value <= cell.high


def test_crops_that_are_worse_than_a_square_are_seen() -> None:
    methods = {"steady": lambda _: np.full((1, 1, 2), 20.0, np.float32), "ill": _better_when_square}
    table = crop_fairness([_photo(seed, 200, 230) for seed in range(3)], methods)
    assert list(table) == ["gray", "steady", "ill"]
    for crop in ("1:1", "2:1", "1:2"):
        assert table["gray"][f"{crop} gain dB"].value == 0.0
        assert table["steady"][f"{crop} gain dB"].value > 3
    for crop in ("2:1", "1:2"):
        assert abs(table["steady"][f"{crop} less 1:1, gain dB"].value) < 0.2
        assert table["ill"][f"{crop} less 1:1, gain dB"].value < -3
        assert table["ill"][f"{crop} CIEDE2000"].value == pytest.approx(
            table["gray"][f"{crop} CIEDE2000"].value
        )


def test_what_lies_beside_the_middle_is_told_apart_from_what_a_crop_does_to_it() -> None:
    photos = [_photo(seed, 200, 200) for seed in range(3)]
    for photo in photos:
        photo.lab[:, :48, 1:] = photo.lab[:, 152:, 1:] = 0.0
    table = crop_fairness(photos, {"steady": lambda _: np.full((1, 1, 2), 20.0, np.float32)})
    steady = table["steady"]
    assert steady["2:1 less 1:1, gain dB"].value < -2
    assert abs(steady["2:1 less 1:1, gain dB in the middle"].value) < 0.2
    ill = crop_fairness(photos, {"ill": _better_when_square})["ill"]
    assert ill["2:1 less 1:1, gain dB in the middle"].value < -3


def test_crops_have_equal_areas_and_their_aspect() -> None:
    shapes: list[tuple[int, int]] = []

    def method(lightness: FloatArray) -> FloatArray:
        shapes.append((lightness.shape[0], lightness.shape[1]))
        return np.zeros((1, 1, 2), np.float32)

    crop_fairness([_photo(0, 240, 400)], {"any": method})
    (square, one), (low, wide), (high, narrow) = shapes
    assert square == one
    assert wide == 2 * low == 240
    assert high == 2 * narrow == 240
    assert square * one == pytest.approx(low * wide, rel=0.02)


def test_photos_that_cannot_be_judged_are_a_sentence() -> None:
    small = [_photo(0, SMALLEST_TO_CROP - 1, 500)]
    with pytest.raises(DataError, match="large enough"):
        crop_fairness(small, {"any": _always_green})
    with pytest.raises(DataError, match="no photo"):
        size_consistency([], {"any": _always_green})
