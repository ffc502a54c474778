"""Lightness of gray samples: the same by a table of 8 bits and of 16, and never in memory as a whole."""

import numpy as np
import pytest

from colorizer_gui.core.color.conversion import ByteArray
from colorizer_gui.core.common import large_arrays
from colorizer_gui.core.photo_io.profiles.lightness import lightness_of

GRAY: ByteArray = np.random.default_rng(5).integers(0, 256, (300, 400), dtype=np.uint8)


@pytest.mark.parametrize(
    "samples",
    [GRAY, GRAY.T, GRAY[::-1, ::-3], GRAY[:1], GRAY[:, :1], np.dstack([GRAY] * 3)[..., 1]],
    ids=["rows", "columns", "backwards", "a row", "a column", "a channel"],
)
def test_8_bits_are_as_light_as_16(samples: ByteArray) -> None:
    deep = samples.astype(np.uint16) * 257
    np.testing.assert_allclose(lightness_of(samples, None), lightness_of(deep, None), atol=1e-4)


def test_pages_are_given_back_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[None] = []
    monkeypatch.setattr(large_arrays, "_PIECE", 2**20)
    monkeypatch.setattr(large_arrays, "give_back", lambda: given.append(None))
    lightness_of(np.tile(GRAY, (4, 4)), None)
    assert len(given) > 5
