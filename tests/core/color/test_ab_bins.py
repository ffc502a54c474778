"""The bins by an independent computation, and the encoding by its definition."""

import numpy as np
import pytest
from scipy.spatial import ConvexHull
from skimage.color import rgb2lab

from colorizer_gui.core.color.ab_bins import AbBins, class_rebalancing_weights
from colorizer_gui.core.color.conversion import ColorSpace

BINS = AbBins.derive()


def test_there_are_313_in_the_published_order() -> None:
    assert len(BINS) == 313
    keys = [tuple(center) for center in BINS.centers.tolist()]
    assert keys == sorted(set(keys))
    assert not np.any(BINS.centers % 10)
    assert BINS.centers.min(axis=0).tolist() == [-90.0, -110.0]
    assert BINS.centers.max(axis=0).tolist() == [100.0, 100.0]
    assert (0.0, 0.0) in keys
    assert not BINS.centers.flags.writeable
    assert AbBins.derive() is BINS


def test_a_bin_is_a_node_whose_tent_touches_the_hull() -> None:
    axis = np.linspace(0, 1, 65)
    u, v = np.meshgrid(axis, axis)
    faces = [np.insert(np.stack([u, v], -1), k, level, axis=-1) for k in range(3) for level in (0.0, 1.0)]
    ab = np.concatenate([rgb2lab(face)[..., 1:].reshape(-1, 2) for face in faces])
    hull = ConvexHull(ab)
    normals, offsets = hull.equations[:, :2], hull.equations[:, 2]
    nodes = np.stack(np.meshgrid(*[np.arange(-130, 131, 10)] * 2, indexing="ij"), -1).reshape(-1, 2)
    for distance in (9.75, 10.0, 10.05):  # no node lies so near to the border that rounding decides
        touches = np.all(nodes @ normals.T + offsets < distance * np.abs(normals).sum(axis=1), axis=1)
        inside = np.all((nodes > ab.min(axis=0) - distance) & (nodes < ab.max(axis=0) + distance), axis=1)
        np.testing.assert_array_equal(nodes[touches & inside], BINS.centers)


def test_other_spaces_and_steps_have_other_bins() -> None:
    assert len(AbBins.derive(ColorSpace.LUV)) == 518
    coarse = AbBins.derive(step=20.0)
    assert 60 < len(coarse) < 130
    assert not np.any(coarse.centers % 20)


def test_soft_encoding_spreads_over_the_five_nearest() -> None:
    encoding = BINS.soft_encoding()
    np.testing.assert_allclose(encoding.weights.sum(axis=2), 1.0, rtol=1e-5)
    rng = np.random.default_rng(0)
    for a, b in rng.integers(-100, 100, size=(50, 2)):
        distance = np.hypot(*(BINS.centers - (a, b)).T.astype(np.float64))
        cell = encoding.indices[a + encoding.offset, b + encoding.offset]
        np.testing.assert_allclose(distance[cell], np.sort(distance)[:5])
        weight = np.exp(-((distance[cell] ** 2 - distance.min() ** 2) / 50))
        np.testing.assert_allclose(
            encoding.weights[a + encoding.offset, b + encoding.offset], weight / weight.sum(), rtol=1e-4
        )


def test_a_center_is_encoded_to_its_own_bin_above_all() -> None:
    encoding = BINS.soft_encoding()
    index = BINS.centers.astype(int) + encoding.offset
    np.testing.assert_array_equal(encoding.indices[index[:, 0], index[:, 1], 0], np.arange(313))
    assert encoding.weights[index[:, 0], index[:, 1], 0].min() > 0.5


@pytest.mark.parametrize("space", list(ColorSpace))
def test_far_outside_of_the_gamut_nothing_underflows(space: ColorSpace) -> None:
    weights = AbBins.derive(space).soft_encoding().weights
    assert np.isfinite(weights).all()
    assert weights[[0, 0, -1, -1], [0, -1, 0, -1]].max(axis=1).min() >= 0.2


@pytest.mark.parametrize("mix", [0.25, 0.5, 0.8, 1.0])
def test_rebalancing_keeps_the_mean_weight_one(mix: float) -> None:
    prior = np.random.default_rng(2).exponential(size=313) ** 3
    prior[7] = 0.0
    weights = class_rebalancing_weights(prior, mix)
    assert float(np.sum(prior / prior.sum() * weights)) == pytest.approx(1.0, rel=1e-5)
    assert weights.argmax() == 7 or mix == 1.0
    if mix == 1.0:
        np.testing.assert_allclose(weights, 1.0, rtol=1e-5)
    p = prior / prior.sum()
    expected = 1 / ((1 - mix) * p + mix / 313)
    np.testing.assert_allclose(weights / weights[0], expected / expected[0], rtol=1e-4)
