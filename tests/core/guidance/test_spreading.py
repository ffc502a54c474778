"""What is laid over an object: one colour where that is far from the prediction, else a shift."""

import numpy as np
import pytest

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.guidance.selection import Selection
from colorizer_gui.core.guidance.spreading import MeantColour, Spreading

PLACE = (4, 4)


def spreading(ab: tuple[float, float]) -> Spreading:
    """A colour for the left half of 8 x 16 cells, set at one place of it."""
    weight = np.zeros((8, 16), dtype=np.float32)
    weight[:, :8] = 1
    core = np.zeros_like(weight)
    core[PLACE] = 1
    return Spreading([MeantColour(ab, [PLACE], Selection(weight, core, 1 - core))])


def predicted() -> FloatArray:
    """Brown that varies by up to 8."""
    ab = np.full((8, 16, 2), (10.0, 14.0), dtype=np.float32)
    ab[..., 0] += np.linspace(-4, 4, 16, dtype=np.float32)
    return ab


def test_what_varies_is_kept_where_the_colour_is_close() -> None:
    automatic = predicted()
    colour = tuple((automatic[PLACE] + 2).tolist())
    answer = spreading((colour[0], colour[1])).over(automatic)
    assert answer[PLACE] == pytest.approx(colour)
    assert np.ptp(answer[:, :8, 0]) == pytest.approx(np.ptp(automatic[:, :8, 0]), abs=0.3)
    np.testing.assert_array_equal(answer[:, 9:], automatic[:, 9:])


@pytest.mark.parametrize("hears", [False, True])
def test_an_object_has_one_colour_where_that_is_far_whatever_the_network_makes_of_it(hears: bool) -> None:
    automatic, colour = predicted(), (-30.0, -20.0)
    change = None
    if hears:  # the network comes near the colour at the place, and less so away from it
        nearness = np.linspace(1.0, 0.4, 16, dtype=np.float32)[None, :, None]
        change = ((np.array(colour, dtype=np.float32) - automatic) * nearness).astype(np.float32)
    answer = spreading(colour).over(automatic, change)
    assert answer[PLACE] == pytest.approx(colour, abs=1e-3)
    assert np.linalg.norm(answer[:, :8] - np.array(colour), axis=-1).max() < 1.5
    assert np.linalg.norm(answer[:, 8:] - automatic[:, 8:], axis=-1).max() < 3.1
