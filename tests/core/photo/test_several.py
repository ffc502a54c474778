"""Several photos on a scan are found where they lie, on any lid; no ordinary photo is taken for one."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.geometry.geometry import Geometry
from colorizer_gui.core.geometry.moving import moved
from colorizer_gui.core.photo.several import Outline, find_outlines, in_rows
from colorizer_gui.core.photo_io import read_photo
from tests.support.photos.scans import LAID, LIDS, SIZE, scan


def light(picture: np.ndarray) -> FloatArray:
    """About L*: the course does not matter here."""
    return np.asarray(picture, dtype=np.float32) / np.float32(2.55)


@pytest.mark.parametrize("lid", LIDS)
def test_each_photo_is_found_where_it_lies(samples: Path, lid: str) -> None:
    frames = find_outlines(light(scan(samples, lid)))
    assert len(frames) == len(LAID)
    for frame, laid in zip(frames, LAID, strict=True):
        assert (frame.x, frame.y) == pytest.approx((laid.x, laid.y), abs=6)
        assert (frame.width, frame.height) == pytest.approx((laid.width, laid.height), abs=14)
        assert frame.angle == pytest.approx(laid.angle, abs=0.7)


def test_the_geometry_of_a_frame_shows_the_photo_upright_and_nothing_else(samples: Path) -> None:
    picture = scan(samples)
    laid = LAID[3]
    frame = Outline(laid.x, laid.y, laid.width, laid.height, laid.angle)
    part = moved(picture, frame.geometry(SIZE))
    assert part.shape == pytest.approx((laid.height, laid.width), abs=2)
    original = cv2.imdecode(np.frombuffer((samples / "coffee.jpg").read_bytes(), np.uint8), 0)
    assert original is not None
    wanted = cv2.resize(original, part.shape[::-1], interpolation=cv2.INTER_AREA)
    inner = np.s_[8:-8, 8:-8]
    assert np.corrcoef(part[inner].ravel(), wanted[inner].ravel())[0, 1] > 0.97


def test_a_photo_in_the_corner_of_a_scan_keeps_its_corner() -> None:
    picture = np.zeros((600, 900), dtype=np.uint8)
    frame = Outline(150.0, 110.0, 240.0, 170.0, 3.0)
    cv2.fillConvexPoly(picture, np.round(frame.corners()).astype(np.int32), 200)
    geometry = frame.geometry((900, 600))
    assert geometry.crop[0] < 0, "beyond what straightening would keep"
    part = moved(picture, geometry)
    assert (part > 100).mean() > 0.98
    assert geometry.result_size((900, 600)) == pytest.approx((240, 170), abs=2)


def test_an_ordinary_photo_is_no_scan(samples: Path) -> None:
    for path in samples.glob("*.jpg"):
        assert find_outlines(read_photo(path).lightness) == (), path.name


def test_one_photo_on_the_lid_is_not_several(samples: Path) -> None:
    assert find_outlines(light(scan(samples, laid=LAID[:1]))) == ()


def test_round_things_on_a_table_are_no_photos() -> None:
    picture = np.full((700, 1000), 240, dtype=np.uint8)
    for x in (250, 700):
        cv2.circle(picture, (x, 350), 160, 60, -1)
    assert find_outlines(light(picture)) == ()
    assert find_outlines(np.full((40, 40), 50, dtype=np.float32)) == ()


def test_frames_are_read_in_rows() -> None:
    places = [(300, 120), (100, 100), (120, 400), (320, 380)]
    frames = [Outline(x, y, 100, 100) for x, y in places]
    assert [(each.x, each.y) for each in in_rows(frames)] == [(100, 100), (300, 120), (120, 400), (320, 380)]


def test_a_frame_that_lies_level_needs_no_turn() -> None:
    geometry = Outline(500.0, 300.0, 200.0, 100.0).geometry((1000, 600))
    assert geometry == Geometry(crop=(0.4, 250 / 600, 0.6, 350 / 600))


def test_what_reaches_over_the_edge_of_the_scan_ends_there() -> None:
    geometry = Outline(50.0, 580.0, 200.0, 100.0).geometry((1000, 600))
    assert geometry == Geometry(crop=(0.0, 530 / 600, 0.15, 1.0))
