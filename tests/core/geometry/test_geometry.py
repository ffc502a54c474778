"""Turning, mirroring, straightening and cropping: alone, one after the other, and places that follow."""

from itertools import product

import cv2
import numpy as np
import pytest

from colorizer_gui.core.geometry.geometry import AS_IT_IS, Geometry, inner_share
from colorizer_gui.core.geometry.moving import moved


def _noise(height: int, width: int) -> np.ndarray:
    return np.random.default_rng(3).random((height, width), dtype=np.float32)


def _smooth(height: int, width: int) -> np.ndarray:
    return cv2.GaussianBlur(_noise(height, width), (0, 0), 6.0)


def test_a_quarter_turn_loses_nothing() -> None:
    plane = _noise(5, 7)
    right = moved(plane, Geometry(turns=1))
    assert right.shape == (7, 5)
    assert right[0, 4] == plane[0, 0]  # the corner at the top left goes to the top right
    assert np.array_equal(moved(right, Geometry(turns=3)), plane)


@pytest.mark.parametrize("steps", list(product(("right", "left", "flip", "over"), repeat=3)))
def test_a_sequence_of_turns_is_one_geometry(steps: tuple[str, ...]) -> None:
    """With a crop from the beginning, what is shown is turned each time as it is shown."""
    plane = _noise(8, 12)
    geometry = Geometry(crop=(0.25, 0.25, 0.75, 1.0))
    shown = moved(plane, geometry)
    for step in steps:
        match step:
            case "right":
                geometry, shown = geometry.turned(1), np.rot90(shown, -1)
            case "left":
                geometry, shown = geometry.turned(-1), np.rot90(shown)
            case "flip":
                geometry, shown = geometry.flipped(), shown[:, ::-1]
            case "over":
                geometry, shown = geometry.flipped_vertically(), shown[::-1]
    assert np.array_equal(moved(plane, geometry), shown)


@pytest.mark.parametrize("start", [Geometry(angle=7.0), Geometry(1, True, -12.0, (0.1, 0.2, 0.7, 0.9))])
def test_a_straightened_photo_turns_with_its_angle(start: Geometry) -> None:
    plane = _smooth(180, 240)
    shown = moved(plane, start)
    for after, wanted in (
        (start.turned(1), np.rot90(shown, -1)),
        (start.flipped(), shown[:, ::-1]),
        (start.flipped_vertically(), shown[::-1]),
    ):
        result = moved(plane, after)
        height, width = (min(pair) for pair in zip(result.shape, wanted.shape, strict=True))
        assert np.abs(result[:height, :width] - wanted[:height, :width]).max() < 0.02


def test_straightening_turns_clockwise_and_keeps_no_empty_corner() -> None:
    plane = np.ones((200, 300), dtype=np.float32)
    plane[98:102] = 0.0  # a level line
    result = moved(plane, Geometry(angle=5.0))
    assert result.shape[1] / result.shape[0] == pytest.approx(1.5, abs=0.02)
    first, last = (int(np.argmin(result[:, column])) for column in (5, -5))
    assert last - first == pytest.approx((result.shape[1] - 10) * np.tan(np.radians(5.0)), abs=3)
    # The frame fits exactly: one that is larger by a hundredth does not lie within the photo any more.
    share = inner_share(300, 200, 5.0)
    width, height = 300 * share, 200 * share
    c, s = np.cos(np.radians(5.0)), np.sin(np.radians(5.0))
    assert max((width * c + height * s) / 300, (width * s + height * c) / 200) == pytest.approx(1.0)


def test_a_picture_with_sides_beyond_opencvs_limit_is_straightened() -> None:
    plane = np.tile(np.linspace(0.0, 1.0, 40_000, dtype=np.float32), (40, 1))
    result = moved(plane, Geometry(angle=0.005))
    assert result.shape[1] > 32_767
    middle = result[result.shape[0] // 2]
    wanted = np.linspace(0.0, 1.0, 40_000)[(40_000 - len(middle)) // 2 :][: len(middle)]
    assert np.abs(middle - wanted).max() < 1e-3


@pytest.mark.parametrize(
    "after",
    [Geometry(1), Geometry(3, True), Geometry(0, False, 9.0), Geometry(2, True, -4.0, (0.1, 0.1, 0.9, 0.8))],
)
def test_a_place_follows_what_is_seen_there(after: Geometry) -> None:
    plane = np.zeros((120, 160), dtype=np.float32)
    cv2.circle(plane, (60, 70), 3, 1.0, -1)
    before = Geometry(0, False, 3.0, (0.05, 0.0, 1.0, 0.95))

    def spot(geometry: Geometry) -> np.ndarray:
        shown = moved(plane, geometry)
        rows, columns = np.nonzero(shown > 0.5)
        return np.array([[columns.mean() + 0.5, rows.mean() + 0.5]]) / shown.shape[::-1]

    found = after.places(spot(before).astype(np.float32), (160, 120), before)
    assert np.abs(found - spot(after)).max() < 0.01


def test_nonsense_is_refused() -> None:
    for wrong in (
        {"turns": 4},
        {"angle": 50.0},
        {"angle": float("nan")},
        {"crop": (0.5, 0.0, 0.5, 1.0)},
        {"crop": (0.0, 0.0, 1.1, 1.0)},
    ):
        with pytest.raises(ValueError, match=r"photo|turns"):
            Geometry(**wrong)
    assert AS_IT_IS.turned(4) == AS_IT_IS


def test_a_crop_may_reach_out_of_the_frame_of_a_straightened_picture_only() -> None:
    crop = (-0.05, 0.2, 0.5, 0.8)
    assert (
        Geometry(angle=4.0, crop=crop).result_size((400, 300))[0]
        > Geometry(angle=4.0, crop=(0.0, *crop[1:])).result_size((400, 300))[0]
    )
    with pytest.raises(ValueError, match="crop"):
        Geometry(crop=crop)
    assert Geometry(angle=4.0, crop=crop).turned(1).turned(3).crop == pytest.approx(crop)
