"""Where a photo and its hints lie in the network's input."""

import numpy as np
import pytest

from colorizer_gui.core.inference.network_input import InputGeometry
from colorizer_gui.core.model.input_format import HINT_SCALE
from colorizer_gui.core.prediction.prediction import Guidance

SIZES = [(1, 1), (1, 5000), (5000, 1), (5, 7), (256, 256), (480, 640), (3000, 2000), (1001, 777)]


@pytest.mark.parametrize(("height", "width"), SIZES)
def test_sizes_are_what_the_network_takes(height: int, width: int) -> None:
    geometry = InputGeometry.of(height, width)
    assert geometry.height % 8 == geometry.width % 8 == 0
    assert geometry.padded_height % 32 == geometry.padded_width % 32 == 0
    assert 0 <= geometry.padded_height - geometry.height < 32
    assert 0 <= geometry.padded_width - geometry.width < 32
    assert max(geometry.height, geometry.width) <= 1024
    aspect = geometry.width / geometry.height
    if max(height, width) <= 4 * min(height, width):
        assert min(geometry.height, geometry.width) == 256
        assert aspect == pytest.approx(width / height, rel=1 / 32)
    gray = geometry.gray(np.full((height, width), 50, dtype=np.float32))
    assert gray.shape == (geometry.padded_height, geometry.padded_width)
    assert gray.dtype == np.float32
    np.testing.assert_allclose(gray, 0.4663, atol=1e-3)


def test_padding_repeats_the_border_and_nothing_leaves_the_range() -> None:
    photo = np.random.default_rng(0).choice([0, 100], size=(60, 66)).astype(np.float32)
    geometry = InputGeometry.of(*photo.shape)
    gray = geometry.gray(photo)
    assert gray.min() >= 0.0
    assert gray.max() <= 1.0
    assert geometry.width < geometry.padded_width
    beyond = gray[:, geometry.width :]
    np.testing.assert_array_equal(beyond, np.repeat(gray[:, geometry.width - 1, None], beyond.shape[1], 1))


def test_a_hint_lands_where_it_was_set() -> None:
    geometry = InputGeometry.of(300, 400)
    planes = geometry.hint_planes(_guidance([(0.5, 0.25)], [(20, -40)]))
    assert planes.shape == (3, geometry.padded_height // 4, geometry.padded_width // 4)
    (row,), (column,) = np.nonzero(planes[2])
    assert row == geometry.height // 4 // 4
    assert column == geometry.width // 4 // 2
    np.testing.assert_allclose(planes[:, row, column], [20 / HINT_SCALE, -40 / HINT_SCALE, 1.0])


def test_the_last_of_two_hints_counts_and_borders_stay_inside() -> None:
    geometry = InputGeometry.of(300, 400)
    edges = [(0.0, 0.0), (1.0, 1.0), (1.0, 0.0), (0.0, 0.0)]
    planes = geometry.hint_planes(_guidance(edges, [(1, 1), (2, 2), (3, 3), (4, 4)]))
    rows, columns = np.nonzero(planes[2])
    bottom, right = geometry.height // 4 - 1, geometry.width // 4 - 1
    assert set(zip(rows.tolist(), columns.tolist(), strict=True)) == {(0, 0), (bottom, right), (0, right)}
    assert planes[0, 0, 0] * HINT_SCALE == pytest.approx(4)


def _guidance(positions: list[tuple[float, float]], ab: list[tuple[float, float]]) -> Guidance:
    return Guidance(np.array(positions, dtype=np.float32), np.array(ab, dtype=np.float32))
