"""Further looks at a photo: its mirror image, another size, a closer one."""

import numpy as np

from colorizer_gui.core.inference.augmentation import Augmentation
from colorizer_gui.core.inference.colorizer import NetworkColorizer
from colorizer_gui.core.model.weights import LoadedWeights
from colorizer_gui.core.prediction.prediction import Guidance
from tests.support.networks.asked import CPU, random_lightness


def test_the_mirror_image_is_averaged_in_and_mirrored_back(weights: LoadedWeights) -> None:
    averaged = NetworkColorizer(weights, CPU, short_side=64, augmentation=Augmentation(mirror=True))
    plain = NetworkColorizer(weights, CPU, short_side=64)
    photo = random_lightness(64, 96)
    distributions = [colorizer.predict_ab(photo).distribution for colorizer in (averaged, plain)]
    mirrored = plain.predict_ab(np.ascontiguousarray(photo[:, ::-1])).distribution
    assert mirrored is not None
    both, one = (np.exp(each.log_probabilities.astype(np.float32)) for each in distributions if each)
    other = np.exp(mirrored.log_probabilities.astype(np.float32))[:, ::-1]
    np.testing.assert_allclose(both, (one + other) / 2, atol=2e-3)
    assert np.abs(one - other).max() > 1e-3
    flipped = averaged.predict_ab(np.ascontiguousarray(photo[:, ::-1])).ab[:, ::-1]
    np.testing.assert_allclose(averaged.predict_ab(photo).ab, flipped, atol=0.05)


def test_hints_of_the_mirror_image_are_where_they_belong(weights: LoadedWeights) -> None:
    averaged = NetworkColorizer(weights, CPU, short_side=64, augmentation=Augmentation(mirror=True))
    photo = random_lightness(64, 128)
    hint = Guidance(np.array([[0.1, 0.5]], np.float32), np.array([[80.0, 60.0]], np.float32))
    change = np.abs(averaged.predict_ab(photo, hint).ab - averaged.predict_ab(photo).ab).sum(axis=-1)
    assert change[:, :8].max() > 4 * change[:, 8:].max()


def test_another_size_is_averaged_in_at_the_size_of_the_first(weights: LoadedWeights) -> None:
    averaged = NetworkColorizer(weights, CPU, short_side=64, augmentation=Augmentation(scales=(1.5,)))
    small, large = (NetworkColorizer(weights, CPU, short_side=side) for side in (64, 96))
    photo = np.tile(np.float32(50), (192, 192))
    expected = [each.predict_ab(photo).distribution for each in (small, large)]
    found = averaged.predict_ab(photo).distribution
    assert found is not None
    one, other = (np.exp(each.log_probabilities.astype(np.float32)) for each in expected if each)
    assert (one.shape, other.shape) == ((8, 8, 313), (12, 12, 313))
    mean = np.exp(found.log_probabilities.astype(np.float32))
    assert mean.shape == one.shape
    np.testing.assert_allclose(mean.sum(axis=-1), 1.0, atol=5e-3)
    np.testing.assert_allclose(mean[4, 4], (one[4, 4] + other[5:7, 5:7].mean(axis=(0, 1))) / 2, atol=2e-3)


def test_a_closer_look_is_larger_and_does_not_depend_on_left_and_right(weights: LoadedWeights) -> None:
    colorizer = NetworkColorizer(weights, CPU, short_side=64)
    photo = random_lightness(320, 480)
    closer = colorizer.closer().predict_ab(photo)
    assert closer.ab.shape == (40, 60, 2)
    assert closer.model == colorizer.model
    flipped = colorizer.closer().predict_ab(np.ascontiguousarray(photo[:, ::-1])).ab[:, ::-1]
    np.testing.assert_allclose(closer.ab, flipped, atol=0.1)
