"""Views of photos: which part, at which size and shape, aged or not; what the network learns from."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from colorizer_gui.core.color.conversion import (
    ByteArray,
    ColorSpace,
    FloatArray,
    lightness_to_gray,
    rgb_to_lab,
    srgb_to_linear,
)
from colorizer_gui.core.geometry.area_means import scaled
from colorizer_gui.core.inference.turned_views import nearest_grid
from colorizer_gui.core.model.input_format import CONVOLUTIONAL
from colorizer_gui.core.model.network_config import PAIR
from colorizer_gui.core.model.token_network import OUTPUT_STRIDE
from colorizer_gui.core.model.vision_transformer import PATCH
from model_training.batches.augmentation import age_photo, film_gray
from model_training.recipe.recipe import Recipe

#: Rows and columns of tokens.
Grid = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ViewFormat:
    """In which sizes and shapes a network gets its views.

    Attributes
    ----------
    token
        Pixels of the input for a row or a column of the grid.
    stride
        Pixels of the input for one of the chroma planes, of which hints and targets are made.
    grids
        Rows and columns, of shapes from 1:2 to 2:1; a square is the first.
    space
        The colour space of the chroma.
    scale
        How long the sides of the input are, of what the grid says: a training may begin with small ones.
    """

    token: int
    stride: int
    grids: tuple[Grid, ...]
    space: ColorSpace = ColorSpace.LAB
    scale: float = 1.0

    def input_size(self, grid: Grid) -> tuple[int, int]:
        """Height and width of the input in pixels, multiples of the token's."""
        height, width = (self.token * max(1, round(side * self.scale)) for side in grid)
        return height, width


#: Of a network of tokens; all views have about the same area.
TOKEN_VIEWS: Final = ViewFormat(
    PATCH, OUTPUT_STRIDE, ((16, 16), (14, 18), (18, 14), (14, 21), (21, 14), (12, 24), (24, 12))
)
#: Of a pair: 32 pixels divide both sides, and the short one is the program's own or nearly so.
PAIR_VIEWS: Final = ViewFormat(16, 4, ((16, 16), (16, 20), (20, 16), (16, 24), (24, 16), (12, 24), (24, 12)))


def view_format(recipe: Recipe) -> ViewFormat:
    """The format of a recipe's network; shapes of a convolutional one have about the area of `data.side`."""
    network = recipe.network
    if recipe.has_tokens:
        return PAIR_VIEWS if network.architecture == PAIR else TOKEN_VIEWS
    fine = recipe.output_stride
    stride = min(fine, CONVOLUTIONAL.hint_stride) if recipe.data.hinted else fine
    grids = _grids(recipe.data.side // CONVOLUTIONAL.stride)
    return ViewFormat(CONVOLUTIONAL.stride, stride, grids, network.color_space)


def view_format_at(recipe: Recipe, step: int) -> ViewFormat:
    """The same at a step of a recipe whose photos grow."""
    form = view_format(recipe)
    side = recipe.side_at(step)
    return form if side == recipe.data.side else replace(form, scale=side / recipe.data.side)


def _grids(side: int) -> tuple[Grid, ...]:
    """Shapes from 1:2 to 2:1 of about the area of a square of so many rows and columns, the square first."""
    found: list[Grid] = [(side, side)]
    for rows in range(side - 1, max(1, round(side / 2**0.5)) - 1, -1):
        columns = min(2 * rows, round(side * side / rows))
        found += [(rows, columns), (columns, rows)]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class View:
    """A part of a photo.

    Attributes
    ----------
    top, left, height, width
        In pixels of the photo.
    rows, columns
        Tokens of the input that it is scaled to.
    mirrored
        Left and right exchanged.
    """

    top: int
    left: int
    height: int
    width: int
    rows: int
    columns: int
    mirrored: bool


def draw_view(
    height: int,
    width: int,
    whole: float,
    min_area: float,
    rng: np.random.Generator,
    square: float = 0.0,
    form: ViewFormat = TOKEN_VIEWS,
) -> View:
    """Choose a view of a photo of this size.

    Parameters
    ----------
    whole
        The probability of the largest view of the shape that is nearest to the photo's own.
    min_area
        Other views have a random shape and at least this share of the area of the largest of that shape.
    square
        The probability of the largest square, in the place of both.
    """
    if square and rng.random() < square:
        (rows, columns), share = form.grids[0], 1.0
    elif rng.random() < whole:
        rows, columns = nearest_grid(height, width, form.grids)
        share = 1.0
    else:
        rows, columns = form.grids[int(rng.integers(len(form.grids)))]
        share = float(np.sqrt(rng.uniform(min_area, 1.0)))
    aspect = columns / rows
    tall = min(float(height), width / aspect) * share
    view_height, view_width = max(1, round(tall)), max(1, min(width, round(tall * aspect)))
    top = int(rng.integers(height - view_height + 1))
    left = int(rng.integers(width - view_width + 1))
    return View(top, left, view_height, view_width, rows, columns, bool(rng.random() < 0.5))


def render_view(
    photo_rgb: ByteArray,
    view: View,
    aged: float,
    film: float,
    rng: np.random.Generator,
    form: ViewFormat = TOKEN_VIEWS,
) -> tuple[FloatArray, FloatArray]:
    """Cut out and scale.

    Parameters
    ----------
    photo_rgb
        (H, W, 3) uint8 sRGB.
    aged
        The probability that the input is made to look old.
    film
        That the gray of such an input is a film's with other sensitivities than the eye.

    Returns
    -------
    gray
        (H, W) float32 gray sRGB in [0, 1], of the format's size of the view's grid.
    ab
        (H / s, W / s, 2) float32 chroma at the format's stride s, which ageing does not change.
    """
    part = photo_rgb[view.top : view.top + view.height, view.left : view.left + view.width]
    if view.mirrored:
        part = part[:, ::-1]
    rgb = np.ascontiguousarray(part, dtype=np.float32) / np.float32(255)
    lab = rgb_to_lab(rgb, form.space)
    height, width = form.input_size((view.rows, view.columns))
    ab = scaled(np.ascontiguousarray(lab[..., 1:]), height // form.stride, width // form.stride)
    lightness = np.ascontiguousarray(lab[..., 0])
    return drawn_gray(rgb, lightness, (width, height), aged, film, rng), ab


def drawn_gray(
    rgb: FloatArray,
    lightness: FloatArray,
    size: tuple[int, int],
    aged: float,
    film: float,
    rng: np.random.Generator,
) -> FloatArray:
    """What a network sees of a photo that it learns from: its lightness, or what an old photo has of it.

    Parameters
    ----------
    rgb, lightness
        (H, W, 3) float32 sRGB in [0, 1], and its (H, W) L*.
    size
        Width and height of the result.
    aged, film
        See `render_view`.

    Returns
    -------
    (height, width) float32 gray sRGB in [0, 1].
    """
    width, height = size
    old = rng.random() < aged
    if old and rng.random() < film:
        gray = scaled(film_gray(srgb_to_linear(rgb), rng), height, width)
    else:
        gray = lightness_to_gray(np.clip(scaled(lightness, height, width), 0.0, 100.0))
    gray = np.clip(gray, 0.0, 1.0).astype(np.float32)
    return age_photo(gray, rng) if old else gray
