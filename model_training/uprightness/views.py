"""Views of photos that stand upright, as the head for turns learns from them and is judged by."""

import numpy as np

from colorizer_gui.core.color.conversion import ByteArray, FloatArray, rgb_to_lab
from colorizer_gui.core.inference.turned_views import GRIDS, TOKEN, TurnedViews, nearest_grid
from model_training.batches.views.views import drawn_gray

#: The share of views that look old, and of those the share whose gray is that of another film.
_AGED, _FILM = 0.35, 0.5
#: The share of views of as much of the photo as their shape allows, and the least part of the others.
_WHOLE, _LEAST = 0.6, 0.55
_SQUARE, _TALL, _TALLER, _WIDE = (14, 14), (16, 12), (18, 12), (12, 16)
#: By the shape of the photo: the share of views of its own shape, and of others. Most photos are wide, and
#: wide ones become as many tall views, so that the shape does not tell how a photo lies.
_SHAPES = {
    "wide": (None, _SQUARE, _TALL, _TALLER),
    "tall": (None, _SQUARE, _WIDE),
    "square": (_SQUARE, _WIDE, _TALL),
}
_SHARES = {"wide": (0.5, 0.25, 0.15, 0.1), "tall": (0.7, 0.2, 0.1), "square": (0.6, 0.2, 0.2)}
_NEARLY_SQUARE = 1.05


def learnt_view(photo_rgb: ByteArray, rng: np.random.Generator) -> FloatArray:
    """A part of a photo in a drawn shape, sometimes mirrored, sometimes made to look old.

    Parameters
    ----------
    photo_rgb
        (H, W, 3) uint8 sRGB, upright.

    Returns
    -------
    (16 rows, 16 columns) float32 gray sRGB in [0, 1].
    """
    height, width = photo_rgb.shape[:2]
    rows, columns = _drawn_shape(height, width, rng)
    part = _drawn_part(photo_rgb, columns / rows, rng)
    rgb = np.ascontiguousarray(part, dtype=np.float32) / np.float32(255)
    return drawn_gray(rgb, _lightness(rgb), (TOKEN * columns, TOKEN * rows), _AGED, _FILM, rng)


def judged_view(photo_rgb: ByteArray, *, again: bool = False) -> FloatArray:
    """The view that the program looks at, or at a second look, of (H, W, 3) uint8 sRGB."""
    return TurnedViews(_lightness(np.asarray(photo_rgb, dtype=np.float32) / np.float32(255))).view(0, again)


def _lightness(rgb: FloatArray) -> FloatArray:
    return np.ascontiguousarray(rgb_to_lab(rgb)[..., 0])


def _drawn_shape(height: int, width: int, rng: np.random.Generator) -> tuple[int, int]:
    aspect = width / height
    kind = "square"
    if max(aspect, 1 / aspect) > _NEARLY_SQUARE:
        kind = "wide" if aspect > 1 else "tall"
    shape = _SHAPES[kind][int(rng.choice(len(_SHARES[kind]), p=_SHARES[kind]))]
    return nearest_grid(height, width, GRIDS[:5]) if shape is None else shape


def _drawn_part(photo_rgb: ByteArray, aspect: float, rng: np.random.Generator) -> ByteArray:
    height, width = photo_rgb.shape[:2]
    tall = min(float(height), width / aspect)
    if rng.random() >= _WHOLE:
        tall *= float(np.sqrt(rng.uniform(_LEAST, 1.0)))
    part_height, part_width = max(1, round(tall)), max(1, min(width, round(tall * aspect)))
    top = int(rng.integers(height - part_height + 1))
    left = int(rng.integers(width - part_width + 1))
    part = photo_rgb[top : top + part_height, left : left + part_width]
    return part[:, ::-1] if rng.random() < 0.5 else part
