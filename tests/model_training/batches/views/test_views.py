"""Views of photos: where they lie, what they show, and what ageing leaves alone."""

import numpy as np
import pytest

from colorizer_gui.core.color.conversion import ByteArray, rgb_to_lab
from model_training.batches.views.views import (
    PAIR_VIEWS,
    TOKEN_VIEWS,
    View,
    ViewFormat,
    draw_view,
    render_view,
    view_format,
)
from model_training.recipe.recipe import Recipe


def _photo(height: int, width: int) -> ByteArray:
    """Dark on the left and light on the right; red above, blue below."""
    photo = np.zeros((height, width, 3), dtype=np.uint8)
    photo[: height // 2, :, 0] = np.linspace(40, 250, width)
    photo[height // 2 :, :, 2] = np.linspace(40, 250, width)
    return photo


@pytest.mark.parametrize(("height", "width"), [(256, 256), (256, 384), (700, 256), (1, 9)])
def test_views_lie_within_the_photo_and_have_a_known_shape(height: int, width: int) -> None:
    rng = np.random.default_rng(5)
    for _ in range(200):
        view = draw_view(height, width, 0.5, 0.35, rng)
        assert 0 <= view.top <= view.top + view.height <= height
        assert 0 <= view.left <= view.left + view.width <= width
        assert (view.rows, view.columns) in TOKEN_VIEWS.grids


def test_a_whole_view_has_the_shape_of_its_photo() -> None:
    view = draw_view(256, 384, 1.0, 0.35, np.random.default_rng(0))
    assert (view.rows, view.columns) == (14, 21)
    assert (view.height, view.width) == (256, 384)


def test_square_views_are_the_largest_ones_anywhere() -> None:
    rng = np.random.default_rng(2)
    views = [draw_view(256, 384, 1.0, 0.35, rng, square=0.5) for _ in range(200)]
    squares = [view for view in views if (view.rows, view.columns) == (16, 16)]
    assert 70 <= len(squares) <= 130
    assert {(view.height, view.width, view.top) for view in squares} == {(256, 256, 0)}
    assert len({view.left for view in squares}) > 40
    assert {(view.rows, view.columns) for view in views} == {(16, 16), (14, 21)}


def test_a_view_shows_its_part_mirrored_and_ageing_leaves_the_colours() -> None:
    photo = _photo(64, 96)
    view = View(0, 0, 32, 48, 14, 21, mirrored=True)
    gray, ab = render_view(photo, view, 0.0, 0.0, np.random.default_rng(0))
    assert gray.shape == (196, 294)
    assert ab.shape == (28, 42, 2)
    assert gray[:, 0].mean() > gray[:, -1].mean()  # the lighter side is on the left now
    truth = rgb_to_lab(photo[:32, :48][:, ::-1].astype(np.float32) / np.float32(255))
    assert np.abs(ab.mean(axis=(0, 1)) - truth[..., 1:].mean(axis=(0, 1))).max() < 0.5
    aged, same_ab = render_view(photo, view, 1.0, 1.0, np.random.default_rng(1))
    assert np.abs(aged - gray).max() > 0.02
    assert np.array_equal(same_ab, ab)


_CONVOLUTIONAL = [view_format(Recipe.load(name)) for name in ("fusion-short", "fusion-last", "simple_cnn")]


@pytest.mark.parametrize("form", [TOKEN_VIEWS, PAIR_VIEWS, *_CONVOLUTIONAL])
def test_each_format_fits_its_network(form: ViewFormat) -> None:
    """Tokens are 14 pixels and logits 7; a pair and convolutions take multiples of 32, with logits at 4."""
    assert form.grids[0][0] == form.grids[0][1], "a square is the first"
    photo, rng = _photo(256, 384), np.random.default_rng(3)
    for _ in range(30):
        view = draw_view(256, 384, 0.3, 0.35, rng, 0.2, form)
        gray, ab = render_view(photo, view, 0.0, 0.0, rng, form)
        assert gray.shape == form.input_size((view.rows, view.columns))
        assert all(side % (14 if form is TOKEN_VIEWS else 32) == 0 for side in gray.shape)
        assert ab.shape == (gray.shape[0] // form.stride, gray.shape[1] // form.stride, 2)
    square = form.grids[0][0] ** 2
    assert len(set(form.grids)) == len(form.grids)
    assert all(0.85 * square < rows * columns <= 1.5 * square for rows, columns in form.grids)
    assert all(max(grid) <= 2 * min(grid) for grid in form.grids)


def test_a_pair_sees_a_whole_photo_as_the_program_shows_it() -> None:
    view = draw_view(256, 384, 1.0, 0.35, np.random.default_rng(0), form=PAIR_VIEWS)
    assert PAIR_VIEWS.input_size((view.rows, view.columns)) == (256, 384)
