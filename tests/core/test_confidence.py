"""What is marked as a guess."""

import numpy as np

from colorizer_gui.core.confidence import mark_guesses


def test_only_guesses_are_striped() -> None:
    image = np.full((40, 80, 3), 100, dtype=np.uint8)
    confidence = np.array([[0.0, 0.0, 1.0, 1.0]], dtype=np.float32)
    marked = mark_guesses(image, confidence)
    assert marked.dtype == np.uint8
    np.testing.assert_array_equal(marked[:, 60:], 100)
    changed = (marked[:, :20] != image[:, :20]).any(axis=2)
    assert 0.2 < changed.mean() < 0.5
    assert len({tuple(row) for row in changed}) > 1
