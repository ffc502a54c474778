"""What lies behind an edge is farther than what lies around it."""

import numpy as np
import pytest

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.guidance.geodesic import EDGE_LIGHTNESS, geodesic


def walled(*, gap: bool) -> FloatArray:
    """A dark wall across a light room, with a way through it at its end or without."""
    plane = np.full((30, 40), 80, dtype=np.float32)
    plane[:, 20] = 10
    if gap:
        plane[27:, 20] = 80
    return plane


def test_the_way_around_a_wall_costs_nothing_and_the_way_through_it_two_edges() -> None:
    around, through = (geodesic(walled(gap=gap), [(3, 5)]) for gap in (True, False))
    assert around[3, 35] == pytest.approx(0, abs=1e-5)
    assert around[3, 20] == pytest.approx(1, abs=0.01)
    assert through[3, 35] == pytest.approx(2, abs=0.01)
    assert through[:, :20].max() == pytest.approx(0, abs=1e-5)


def test_the_nearest_of_several_places_counts() -> None:
    plane = walled(gap=False)
    both, left, right = (geodesic(plane, places) for places in ([(3, 5), (9, 30)], [(3, 5)], [(9, 30)]))
    np.testing.assert_allclose(both, np.minimum(left, right), atol=1e-5)
    assert both[3, 5] == both[9, 30] == 0


def test_turned_and_mirrored_photos_have_the_same_ways() -> None:
    plane, (row, column) = walled(gap=True), (25, 33)
    found = geodesic(plane, [(row, column)])
    mirrored = geodesic(np.ascontiguousarray(plane[:, ::-1]), [(row, 39 - column)])
    turned = geodesic(np.ascontiguousarray(plane.T), [(column, row)])
    np.testing.assert_allclose(mirrored[:, ::-1], found, atol=1e-4)
    np.testing.assert_allclose(turned.T, found, atol=1e-4)


def test_no_way_is_shorter_than_the_shortest() -> None:
    """By Dijkstra's algorithm; in a photo full of edges the scans may find a little more."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import dijkstra

    rng = np.random.default_rng(5)
    plane = np.cumsum(rng.normal(0, 4, (16, 20)), axis=1).astype(np.float32)
    numbers = np.arange(plane.size).reshape(plane.shape)
    first, second, costs = [], [], []
    pairs = (
        (np.s_[:, 1:], np.s_[:, :-1]),
        (np.s_[1:], np.s_[:-1]),
        (np.s_[1:, 1:], np.s_[:-1, :-1]),
        (np.s_[1:, :-1], np.s_[:-1, 1:]),
    )
    for one, other in pairs:
        first.append(numbers[one].ravel())
        second.append(numbers[other].ravel())
        costs.append(1 - np.exp(-np.square((plane[one] - plane[other]).ravel() / EDGE_LIGHTNESS)) + 1e-9)
    parts = np.concatenate(costs), (np.concatenate(first), np.concatenate(second))
    expected = dijkstra(coo_array(parts, shape=(plane.size,) * 2).tocsr(), directed=False, indices=0)
    found = geodesic(plane, [(0, 0)])
    assert (found.ravel() >= expected - 1e-4).all()
    assert np.abs(found.ravel() - expected).mean() < 0.05


@pytest.mark.parametrize("shape", [(1, 1), (1, 7), (7, 1)])
def test_photos_of_a_row_or_a_column_have_ways(shape: tuple[int, int]) -> None:
    assert geodesic(np.full(shape, 50, dtype=np.float32), [(0, 0)]).max() == 0
