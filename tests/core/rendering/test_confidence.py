"""What is marked as a guess."""

import numpy as np
import pytest

from colorizer_gui.core.common.resource_files import resource
from colorizer_gui.core.inference.colorizer import NetworkColorizer
from colorizer_gui.core.photo_io import read_photo
from colorizer_gui.core.rendering.confidence import SURE, UNSURE, mark_guesses


def test_only_guesses_are_striped() -> None:
    image = np.full((40, 80, 3), 100, dtype=np.uint8)
    confidence = np.array([[0.0, 0.0, 1.0, 1.0]], dtype=np.float32)
    marked = mark_guesses(image, confidence)
    assert marked.dtype == np.uint8
    np.testing.assert_array_equal(marked[:, 60:], 100)
    changed = (marked[:, :20] != image[:, :20]).any(axis=2)
    assert 0.2 < changed.mean() < 0.5
    assert len({tuple(row) for row in changed}) > 1


@pytest.mark.weights
def test_the_weights_guess_somewhere_and_know_something() -> None:
    """Other weights, or another way to read them, may need other limits."""
    colorizer = NetworkColorizer.load("cpu")
    names = ("astronaut.jpg", "camera.jpg", "cat.jpg")
    predictions = [colorizer.predict_ab(read_photo(resource("samples", name)).lightness) for name in names]
    planes = [prediction.confidence for prediction in predictions]
    confidence = np.concatenate([plane.ravel() for plane in planes if plane is not None])
    assert len(confidence)
    assert 0.1 < (confidence < SURE).mean() < 0.8
    assert 0.01 < (confidence < UNSURE).mean() < 0.3
