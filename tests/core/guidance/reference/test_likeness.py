"""What is alike gets the colour of its like, whatever its brightness."""

import numpy as np
import numpy.typing as npt
import pytest

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.color.conversion import ColorSpace, FloatArray
from colorizer_gui.core.guidance.reference.likeness import Matches, match, soft_encoded
from colorizer_gui.core.guidance.reference.welsh import Lab
from colorizer_gui.core.prediction.reference import Swatch

GRASS, DRESS = (-30.0, 35.0), (45.0, 20.0)
BINS = AbBins.derive()


def seen(*, turned: bool = False) -> npt.NDArray[np.float16]:
    """Patches of two things, the first on the left; or on the right."""
    features = np.zeros((10, 12, 16), dtype=np.float16)
    features[:, :6, 0], features[:, 6:, 1] = 1, 1
    features += np.random.default_rng(1).normal(0, 0.05, features.shape).astype(np.float16)
    return np.ascontiguousarray(features[:, ::-1]) if turned else features


def reference() -> Lab:
    """Dark grass on the left, a bright dress on the right."""
    lightness = np.full((100, 120), 30, dtype=np.float32)
    lightness[:, 60:] = 75
    ab = np.full((100, 120, 2), GRASS, dtype=np.float32)
    ab[:, 60:] = DRESS
    return Lab(lightness, ab)


def found(lightness: FloatArray, features: npt.NDArray[np.float16], *swatches: Swatch) -> Matches:
    return match(features, lightness, seen(), reference(), BINS, swatches)


def cells() -> FloatArray:
    """The dress lies on the left and is dark, the grass on the right and bright."""
    lightness = np.full((40, 48), 30, dtype=np.float32)
    lightness[:, 24:] = 75
    return lightness


def test_places_find_their_like_and_not_their_brightness() -> None:
    made = found(cells(), seen(turned=True))
    np.testing.assert_allclose(np.median(made.ab[:, :22], axis=(0, 1)), DRESS, atol=2)
    np.testing.assert_allclose(np.median(made.ab[:, 26:], axis=(0, 1)), GRASS, atol=2)
    assert made.confidence.min() > 0.8
    np.testing.assert_allclose(made.shares.sum(axis=-1), 1, atol=1e-4)
    centre = BINS.centers[made.shares[20, 40].argmax()]
    assert np.abs(centre - np.array(GRASS)).max() <= 5.1


def test_what_has_no_like_is_doubted() -> None:
    features = seen(turned=True)
    features[:, :6] = 0
    features[:, :6, 7] = 1
    made = found(cells(), features)
    assert np.median(made.confidence[:, :20]) < 0.3
    assert np.median(made.confidence[:, 28:]) > 0.8


def test_patches_of_a_mount_find_nothing() -> None:
    features = seen(turned=True)
    features[:2] = 0
    made = found(cells(), features)
    assert np.median(made.confidence[:7]) < 0.1
    assert np.median(made.confidence[12:, 30:]) > 0.8


def test_a_swatch_counts_more_than_likeness_and_is_followed_by_what_is_like_it() -> None:
    swatch = Swatch((0.05, 0.3, 0.2, 0.6), (0.05, 0.2, 0.45, 0.8))  # that dress is to be green
    made = found(cells(), seen(turned=True), swatch)
    np.testing.assert_allclose(np.median(made.ab[12:24, 3:9], axis=(0, 1)), GRASS, atol=2)
    np.testing.assert_allclose(np.median(made.ab[:, :22], axis=(0, 1)), GRASS, atol=2)
    np.testing.assert_allclose(np.median(made.ab[:, 26:], axis=(0, 1)), GRASS, atol=2)
    assert made.confidence[14, 5] == 1


@pytest.mark.parametrize("space", list(ColorSpace))
def test_few_places_are_encoded_as_whole_photos_are(space: ColorSpace) -> None:
    bins = AbBins.derive(space)
    whole = np.random.default_rng(2).integers(-60, 60, (50, 2))
    table = bins.soft_encoding()
    wanted = np.zeros((50, len(bins)), dtype=np.float32)
    rows, columns = (whole + table.offset).T
    np.put_along_axis(wanted, table.indices[rows, columns], table.weights[rows, columns], axis=1)
    made = soft_encoded(whole.astype(np.float32), bins)
    # Of bins that are equally far the one or the other is among the nearest.
    differ = np.abs(made - wanted).max(axis=1)
    assert np.median(differ) < 1e-6
    np.testing.assert_allclose(made.sum(axis=1), 1, atol=1e-5)
    np.testing.assert_allclose(made @ bins.centers, wanted @ bins.centers, atol=2.5)


def test_bins_of_another_space_stand_for_the_same_colours() -> None:
    bins = AbBins.derive(ColorSpace.LUV)
    made = match(seen(turned=True), cells(), seen(), reference(), bins)
    assert made.shares.shape == (40, 48, len(bins))
    np.testing.assert_allclose(np.median(made.ab[:, 26:], axis=(0, 1)), GRASS, atol=2)
