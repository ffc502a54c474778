"""A photo that is turned once more, and whether anybody has decided how it is held."""

from pathlib import Path

import numpy as np
import pytest

from colorizer_gui.core.geometry.geometry import Geometry
from colorizer_gui.core.photo.reshaping import may_be_turned, turned
from colorizer_gui.core.photo_io import ReadOptions, read_photo
from tests.support.photos.held import write_held


@pytest.mark.parametrize(
    "geometry", [Geometry(), Geometry(crop=(0.25, 0.0, 1.0, 0.5)), Geometry(1, mirrored=True)]
)
@pytest.mark.parametrize("turns", [1, 2, 3])
def test_turned_in_memory_is_what_is_read_with_that_geometry(
    tmp_path: Path, geometry: Geometry, turns: int
) -> None:
    path = write_held(tmp_path / "photo.png")
    shown = turned(read_photo(path, ReadOptions(geometry=geometry)), turns)
    again = read_photo(path, ReadOptions(geometry=geometry.turned(turns)))
    assert (shown.geometry, shown.file_size, shown.size) == (again.geometry, again.file_size, again.size)
    np.testing.assert_array_equal(shown.lightness, again.lightness)


@pytest.mark.parametrize(
    ("geometry", "part", "may"),
    [
        (Geometry(), 0, True),
        (Geometry(crop=(0.1, 0.1, 0.9, 0.9)), 0, True),
        (Geometry(1), 0, False),
        (Geometry(mirrored=True), 0, False),
        (Geometry(angle=2.0), 0, False),
        (Geometry(angle=2.0, crop=(0.1, 0.1, 0.4, 0.4)), 2, True),
        (Geometry(3, crop=(0.1, 0.1, 0.4, 0.4)), 2, False),
    ],
)
def test_what_somebody_has_turned_or_straightened_is_decided(
    geometry: Geometry, part: int, *, may: bool
) -> None:
    assert may_be_turned(geometry, part) is may
