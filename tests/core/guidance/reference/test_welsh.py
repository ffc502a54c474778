"""Colour by brightness and texture, as in the paper's words."""

import numpy as np
import pytest

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.guidance.reference.welsh import (
    SAMPLES,
    Lab,
    deviations,
    jittered,
    remapped,
    transfer,
)
from colorizer_gui.core.prediction.reference import Swatch

SKY, EARTH = (-5.0, -30.0), (12.0, 25.0)


def two_tones(dark: float = 25.0, bright: float = 80.0, *, seed: int = 1) -> Lab:
    """Bright sky over dark earth, with some grain."""
    lightness = np.full((60, 90), bright, dtype=np.float32)
    lightness[30:] = dark
    lightness += np.random.default_rng(seed).normal(0, 1, lightness.shape).astype(np.float32)
    ab = np.full((60, 90, 2), SKY, dtype=np.float32)
    ab[30:] = EARTH
    return Lab(lightness, ab)


def test_luminance_gets_the_mean_and_the_deviation_of_the_photo() -> None:
    rng = np.random.default_rng(3)
    mine, theirs = (rng.normal(m, s, (40, 50)).astype(np.float32) for m, s in ((30, 5), (60, 12)))
    moved = remapped(theirs, mine)
    assert moved.mean() == pytest.approx(mine.mean(), abs=1e-3)
    assert moved.std() == pytest.approx(mine.std(), abs=1e-3)
    assert np.isfinite(remapped(np.full((4, 4), 50, dtype=np.float32), mine)).all()


def test_deviations_are_those_of_five_by_five_pixels() -> None:
    plane = np.random.default_rng(4).uniform(0, 100, (12, 13)).astype(np.float32)
    found = deviations(plane)
    for row, column in ((2, 2), (6, 7), (9, 10)):
        around = plane[row - 2 : row + 3, column - 2 : column + 3]
        assert found[row, column] == pytest.approx(around.std(), abs=1e-3)


@pytest.mark.parametrize(("height", "width"), [(200, 300), (300, 90), (3, 5), (1, 1)])
def test_samples_lie_one_in_each_cell_and_always_in_the_same_places(height: int, width: int) -> None:
    rows, columns = jittered(height, width, SAMPLES)
    again = jittered(height, width, SAMPLES)
    np.testing.assert_array_equal(rows, again[0])
    assert rows.max() < height
    assert columns.max() < width
    if height * width > 1000:
        assert abs(len(rows) - SAMPLES) < 20
        assert len(set(zip(rows.tolist(), columns.tolist(), strict=True))) == len(rows)


def test_each_pixel_has_the_chroma_of_the_sample_that_is_most_alike() -> None:
    """Against the paper's rule, pixel by pixel."""
    rng = np.random.default_rng(5)
    photo = rng.uniform(10, 90, (14, 15)).astype(np.float32)
    reference = Lab(
        rng.uniform(20, 70, (18, 16)).astype(np.float32), rng.normal(0, 20, (18, 16, 2)).astype(np.float32)
    )
    made = transfer(photo, reference)
    moved = remapped(reference.lightness, photo)
    places = jittered(18, 16, SAMPLES)
    levels, spreads = moved[places], deviations(moved)[places]
    own = deviations(photo)
    for row, column in ((0, 0), (7, 3), (13, 14)):
        apart = 0.5 * abs(photo[row, column] - levels) + 0.5 * abs(own[row, column] - spreads)
        np.testing.assert_array_equal(made[row, column], reference.ab[places][apart.argmin()])


def test_a_like_photo_gets_its_colours_in_spite_of_another_exposure() -> None:
    photo, reference = two_tones(40, 60, seed=2), two_tones()
    made = transfer(photo.lightness, reference)
    assert np.mean(np.abs(made - photo.ab).max(axis=-1) < 1) > 0.97


def test_swatches_say_what_belongs_together_against_brightness() -> None:
    photo, reference = two_tones(seed=2), two_tones()
    turned = [
        Swatch((0.1, 0.05, 0.4, 0.3), (0.1, 0.6, 0.9, 0.95)),  # this sky as that earth
        Swatch((0.5, 0.7, 0.9, 0.95), (0.1, 0.05, 0.9, 0.4)),
    ]
    made = transfer(photo.lightness, reference, turned)
    np.testing.assert_allclose(np.median(made[:28], axis=(0, 1)), EARTH, atol=1)
    np.testing.assert_allclose(np.median(made[32:], axis=(0, 1)), SKY, atol=1)


def test_what_lies_on_the_mount_has_no_colour_and_no_say() -> None:
    photo, reference = two_tones(seed=2), two_tones()
    inside = np.zeros(photo.lightness.shape, dtype=np.bool_)
    inside[10:50, 10:80] = True
    mounted = np.where(inside, photo.lightness, np.float32(100))
    made = transfer(mounted, reference, inside=inside)
    assert not made[~inside].any()
    np.testing.assert_allclose(np.median(made[12:28, 12:78], axis=(0, 1)), SKY, atol=1)
    nothing = transfer(mounted, reference, inside=np.zeros_like(inside))
    assert not nothing.any()


@pytest.mark.parametrize("shape", [(1, 1), (1, 7), (2, 300), (5, 5)])
def test_photos_of_any_shape(shape: tuple[int, int]) -> None:
    lightness: FloatArray = np.full(shape, 50, dtype=np.float32)
    for swatches in ((), (Swatch((0.0, 0.0, 0.5, 0.5), (0.2, 0.2, 0.4, 0.4)),)):
        made = transfer(lightness, two_tones(), swatches)
        assert made.shape == (*shape, 2)
        assert np.isfinite(made).all()


@pytest.mark.parametrize("box", [(0.5, 0.0, 0.5, 1.0), (-0.1, 0.0, 0.5, 1.0), (0.0, 0.6, 1.0, 0.2)])
def test_a_swatch_is_a_rectangle_within_its_photo(box: tuple[float, float, float, float]) -> None:
    with pytest.raises(ValueError, match="rectangle"):
        Swatch(box, (0.0, 0.0, 1.0, 1.0))
