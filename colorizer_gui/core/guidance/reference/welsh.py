"""Colour by brightness and texture alone.

Welsh, Ashikhmin and Mueller, "Transferring color to greyscale images" (ACM Transactions on Graphics
21, 2002): the luminance of the reference is given the mean and the deviation of the photo's; about 200
samples are taken of it on a jittered grid; each pixel gets the chroma of the sample with the most alike
luminance and deviation around it. With swatches, that is done between the rectangles of each pair, and all
other pixels get their chroma of the pixels within the photo's own rectangles whose surroundings are most
alike.

The paper works in l-alpha-beta and this in L*a*b*, in which everything here is; both keep luminance apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common.strips import for_each_strip
from colorizer_gui.core.prediction.reference import Rectangle, Swatch

BoolArray = npt.NDArray[np.bool_]

#: Of the paper: samples of a whole photo and of a swatch, the window of the deviation, and its share.
SAMPLES: Final = 200
SWATCH_SAMPLES: Final = 50
WINDOW: Final = 5
_DEVIATION_SHARE: Final = 0.5
#: Pixels of the photo's own swatches that others are compared with, by the neighbourhood of each.
_TEXTURES: Final = 256
#: A plain luminance is not made a texture of.
_PLAIN: Final = 1.0
_SEED: Final = 2002


@dataclass(frozen=True, slots=True, eq=False)
class Lab:
    """A picture in colour: (h, w) float32 L*, and (h, w, 2) float32 a*b*."""

    lightness: FloatArray
    ab: FloatArray


def transfer(
    lightness: FloatArray, reference: Lab, swatches: Sequence[Swatch] = (), inside: BoolArray | None = None
) -> FloatArray:
    """Chroma for a photo out of a reference.

    Parameters
    ----------
    lightness
        (h, w) float32 L* of the photo, in the size in which it is matched.
    inside
        (h, w): what belongs to the photo; all of it if None. Chroma elsewhere is 0.

    Returns
    -------
    (h, w, 2) float32 a*b*.
    """
    inside = np.ones(lightness.shape, dtype=np.bool_) if inside is None else inside
    ab = np.zeros((*lightness.shape, 2), dtype=np.float32)
    if not swatches:
        _fill(ab, lightness, reference, inside, SAMPLES)
        return ab
    done = np.zeros(lightness.shape, dtype=np.bool_)
    for swatch in swatches:
        here, there = _box(lightness.shape, swatch.photo), _box(reference.lightness.shape, swatch.reference)
        part = np.zeros_like(ab[here])
        _fill(
            part,
            np.ascontiguousarray(lightness[here]),
            Lab(reference.lightness[there], reference.ab[there]),
            np.ones(part.shape[:2], dtype=np.bool_),
            SWATCH_SAMPLES,
        )
        ab[here] = part
        done[here] = True
    _fill_from_own(ab, lightness, done)
    ab[~inside] = 0.0
    return ab


def remapped(lightness: FloatArray, like: FloatArray) -> FloatArray:
    """Luminance with the mean and the deviation of another (Hertzmann et al. 2001, as in the paper)."""
    deviation = float(lightness.std())
    scale = float(like.std()) / deviation if deviation > _PLAIN else 1.0
    return np.asarray((lightness - lightness.mean()) * np.float32(scale) + like.mean(), dtype=np.float32)


def deviations(lightness: FloatArray) -> FloatArray:
    """(h, w) float32 deviation in the 5 x 5 window around each pixel."""
    plane = lightness.astype(np.float64)
    mean = cv2.boxFilter(plane, -1, (WINDOW, WINDOW), borderType=cv2.BORDER_REFLECT)
    square = cv2.boxFilter(plane * plane, -1, (WINDOW, WINDOW), borderType=cv2.BORDER_REFLECT)
    return np.sqrt(np.maximum(square - mean * mean, 0.0)).astype(np.float32)


def jittered(height: int, width: int, count: int) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Rows and columns of about so many places, one at random in each cell of a grid; always the same."""
    rows = max(1, min(height, round(np.sqrt(count * height / width))))
    columns = max(1, min(width, round(count / rows)))
    # Raw numbers: those of a Generator may change between versions of NumPy.
    raw = np.random.PCG64(_SEED).random_raw(2 * rows * columns).astype(np.float64) / 2.0**64
    down, across = raw.reshape(2, rows, columns)
    row = ((np.arange(rows)[:, None] + down) * (height / rows)).astype(np.intp)
    column = ((np.arange(columns)[None] + across) * (width / columns)).astype(np.intp)
    return np.minimum(row, height - 1).ravel(), np.minimum(column, width - 1).ravel()


def _fill(ab: FloatArray, lightness: FloatArray, reference: Lab, inside: BoolArray, count: int) -> None:
    """Give pixels the chroma of the best of some samples of a reference."""
    if not inside.any():
        return
    other = remapped(reference.lightness, lightness[inside])
    places = jittered(other.shape[0], other.shape[1], count)
    known = np.stack([other[places], deviations(other)[places]], axis=1)
    asked = np.stack([lightness[inside], deviations(lightness)[inside]], axis=1)
    shares = np.array([1 - _DEVIATION_SHARE, _DEVIATION_SHARE], dtype=np.float32)
    chroma, found = reference.ab[places], np.empty((len(asked), 2), dtype=np.float32)

    def look(some: slice) -> None:
        apart = np.abs(asked[some, None] - known[None]) @ shares
        found[some] = chroma[apart.argmin(axis=1)]

    for_each_strip(len(asked), 2 * len(known), look)
    ab[inside] = found


def _fill_from_own(ab: FloatArray, lightness: FloatArray, done: BoolArray) -> None:
    """Give all other pixels the chroma of those that have it and stand among like neighbours."""
    rows, columns = np.nonzero(done)
    some_of = np.unique(np.linspace(0, len(rows) - 1, _TEXTURES).astype(np.intp))
    rows, columns = rows[some_of], columns[some_of]
    reach = WINDOW // 2
    wide = np.pad(lightness, reach, mode="reflect" if min(lightness.shape) > reach else "edge")
    around = np.lib.stride_tricks.sliding_window_view(wide, (WINDOW, WINDOW))
    known = around[rows, columns].reshape(len(rows), -1)
    chroma, squares = ab[rows, columns], np.square(known).sum(axis=1)
    missing = np.argwhere(~done)
    found = np.empty((len(missing), 2), dtype=np.float32)

    def look(some: slice) -> None:
        asked = around[missing[some, 0], missing[some, 1]].reshape(-1, WINDOW * WINDOW)
        # The square of what is asked is the same for all that it is compared with.
        found[some] = chroma[(squares - 2 * asked @ known.T).argmin(axis=1)]

    for_each_strip(len(missing), len(known), look)
    ab[~done] = found


def _box(shape: tuple[int, ...], rectangle: Rectangle) -> tuple[slice, slice]:
    """The pixels of a rectangle, at least one."""
    height, width = shape[:2]
    left, top, right, bottom = rectangle
    row, column = min(int(top * height), height - 1), min(int(left * width), width - 1)
    return (
        slice(row, max(row + 1, round(bottom * height))),
        slice(column, max(column + 1, round(right * width))),
    )
