"""Colour of the places of a reference that a network finds alike.

Exemplar colorization matches what a network sees in two photos (He, Chen, Liao, Sander and Yuan 2018,
"Deep exemplar-based colorization"). Here it is the self-supervised transformer that colour points are
understood by (`scene`): each cell of the photo asks all places of the reference by the cosine of what is seen
there and by their lightness, and gets a mean of their colours, weighted by softmax.
docs/adr/0020-reference-photo.md has the figures.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.ab_bins import NEIGHBOURS, SIGMA, AbBins
from colorizer_gui.core.color.conversion import ColorSpace, FloatArray, convert_chroma
from colorizer_gui.core.common.strips import for_each_strip
from colorizer_gui.core.guidance.reference.welsh import Lab, remapped
from colorizer_gui.core.guidance.scene import sharpened
from colorizer_gui.core.prediction.reference import Rectangle, Swatch
from colorizer_gui.core.rendering.chroma import shrink

Features = npt.NDArray[np.float16]

#: Of both photos together, as many principal components of what was seen are compared.
_COMPONENTS: Final = 64
#: Places of the reference for a patch, along each side.
_PLACES: Final = 2
#: The temperature of the softmax over cosines, and the deviation in L* of a place that is as good.
_TEMPERATURE: Final = 0.07
_RANGE: Final = 12.0
#: Of the reference's lightness, so much is moved to the photo's mean and deviation.
_REMAPPED: Final = 0.5
#: Cosines at which a match begins to count, and at which it counts fully.
_DOUBTED: Final = 0.0
_BELIEVED: Final = 0.4
#: What a swatch adds to the score of its places in the reference: they alone are left.
_ASKED: Final = 60.0
#: Of a score below the best.
_NEXT_TO_NOTHING: Final = -30.0


@dataclass(frozen=True, slots=True, eq=False)
class Matches:
    """What each cell of a photo finds in a reference.

    Attributes
    ----------
    ab
        (h, w, 2) float32, the mean chroma of what is alike.
    confidence
        (h, w) float32 in [0, 1]: how alike it is.
    shares
        (h, w, Q) float32, the share of each chroma bin among what is alike, which sums to 1.
    """

    ab: FloatArray
    confidence: FloatArray
    shares: FloatArray


def match(
    seen: Features,
    lightness: FloatArray,
    reference_seen: Features,
    reference: Lab,
    bins: AbBins,
    swatches: Sequence[Swatch] = (),
) -> Matches:
    """Look for what is alike.

    Parameters
    ----------
    seen, reference_seen
        (rows, columns, C) of both photos; patches of nothing but zeros are not part of the photo.
    lightness
        (h, w) float32 L* of the photo's cells.
    """
    mine, theirs = _directions(seen, reference_seen)
    rows, columns = (_PLACES * side for side in reference_seen.shape[:2])
    levels = shrink(reference.lightness, rows, columns)
    colours = np.dstack([shrink(np.ascontiguousarray(each), rows, columns) for each in _planes(reference.ab)])
    known = sharpened(theirs, levels).reshape(rows * columns, -1)
    asked = sharpened(mine, lightness)
    asked[~_within(seen, lightness.shape)] = 0.0
    moved = (levels + np.float32(_REMAPPED) * (remapped(levels, lightness) - levels)).ravel()
    pairings = [_Pairing.of(swatch, asked, (rows, columns)) for swatch in swatches]
    flat_asked, flat_levels = asked.reshape(-1, asked.shape[-1]), lightness.ravel()
    chroma = colours.reshape(-1, 2)
    in_bins = convert_chroma(colours, levels, ColorSpace.LAB, bins.space).reshape(-1, 2)
    answers = np.column_stack([chroma, soft_encoded(in_bins, bins)])
    found = np.empty((len(flat_asked), answers.shape[1]), dtype=np.float32)
    alike = np.empty(len(flat_asked), dtype=np.float32)

    def look(some: slice) -> None:
        cosine = flat_asked[some] @ known.T
        scores = np.square((flat_levels[some, None] - moved) / np.float32(_RANGE))
        scores *= np.float32(-0.5)
        scores += cosine / np.float32(_TEMPERATURE)
        for pairing in pairings:
            scores += pairing.for_cells[some, None] * pairing.for_places
        scores -= scores.max(axis=1, keepdims=True)
        # What is next to nothing would be numbers with which processors are a hundred times as slow.
        np.maximum(scores, np.float32(_NEXT_TO_NOTHING), out=scores)
        np.exp(scores, out=scores)
        scores /= scores.sum(axis=1, keepdims=True)
        found[some] = scores @ answers
        alike[some] = np.einsum("ij,ij->i", scores, cosine)

    for_each_strip(len(flat_asked), len(known), look)
    confidence = np.clip((alike - _DOUBTED) / (_BELIEVED - _DOUBTED), 0.0, 1.0)
    for pairing in pairings:
        np.maximum(confidence, pairing.for_cells, out=confidence)
    shape = lightness.shape
    return Matches(
        found[:, :2].reshape(*shape, 2), confidence.reshape(shape), found[:, 2:].reshape(*shape, -1)
    )


def soft_encoded(ab: FloatArray, bins: AbBins) -> FloatArray:
    """(n, Q) float32 soft encoding of (n, 2) chroma (Zhang et al. 2016, section 2.2).

    `AbBins.soft_encoding` tabulates it for whole photos, which takes longer than a few hundred places do.
    """
    squared = np.square(ab[:, None, 0] - bins.centers[:, 0]) + np.square(ab[:, None, 1] - bins.centers[:, 1])
    nearest = np.argpartition(squared, NEIGHBOURS, axis=1)[:, :NEIGHBOURS]
    distance = np.take_along_axis(squared, nearest, axis=1)
    weight = np.exp((distance.min(axis=1, keepdims=True) - distance) / np.float32(2.0 * SIGMA**2))
    encoded = np.zeros((len(ab), len(bins)), dtype=np.float32)
    np.put_along_axis(encoded, nearest, weight / weight.sum(axis=1, keepdims=True), axis=1)
    return encoded


@dataclass(frozen=True, slots=True, eq=False)
class _Pairing:
    """A swatch: (cells,) how much a cell is of what it shows, and (places,) what is added to its places."""

    for_cells: FloatArray
    for_places: FloatArray

    @classmethod
    def of(cls, swatch: Swatch, asked: FloatArray, places: tuple[int, int]) -> "_Pairing":
        inside = _cells(asked.shape, swatch.photo)
        direction = asked[inside].mean(axis=0)
        cosine = asked @ (direction / max(float(np.linalg.norm(direction)), 1e-6))
        # What is like the rectangle follows it; within that, all but what is nothing like the rest of it.
        like = np.clip((cosine - 0.5) / 0.3, 0.0, 1.0)
        like[inside] = np.clip(cosine[inside] / 0.4, 0.0, 1.0)
        there = np.zeros(places, dtype=np.float32)
        there[_cells(places, swatch.reference)] = _ASKED
        return cls(like.astype(np.float32).ravel(), there.ravel())


def _cells(shape: tuple[int, ...], rectangle: Rectangle) -> npt.NDArray[np.bool_]:
    """(h, w): the cells of a rectangle; the nearest one where it lies between their centres."""
    left, top, right, bottom = rectangle
    down, across = ((np.arange(side) + 0.5) / side for side in shape[:2])
    rows, columns = (down >= top) & (down <= bottom), (across >= left) & (across <= right)
    for marked, centres, middle in ((rows, down, top + bottom), (columns, across, left + right)):
        marked[np.abs(centres - middle / 2).argmin()] = True
    return rows[:, None] & columns[None]


def _directions(mine: Features, theirs: Features) -> tuple[FloatArray, FloatArray]:
    """Patches as directions from what both photos have in common, in principal components of both."""
    flat = [each.reshape(-1, each.shape[-1]).astype(np.float32) for each in (mine, theirs)]
    seen = [np.asarray(each.any(axis=1)) for each in flat]
    common = sum(each[there].mean(axis=0) for each, there in zip(flat, seen, strict=True)) / np.float32(2.0)
    ways = [
        np.where(there[:, None], each - common, np.float32(0)) for each, there in zip(flat, seen, strict=True)
    ]
    ways = [way / np.maximum(np.linalg.norm(way, axis=1, keepdims=True), np.float32(1e-6)) for way in ways]
    both = np.concatenate(ways)
    values, vectors = np.linalg.eigh(both.T @ both)
    main = vectors[:, np.argsort(values)[::-1][:_COMPONENTS]]
    one, other = (
        np.ascontiguousarray((way @ main).reshape(*each.shape[:2], -1))
        for way, each in zip(ways, (mine, theirs), strict=True)
    )
    return one, other


def _within(seen: Features, shape: tuple[int, ...]) -> npt.NDArray[np.bool_]:
    """(h, w): the cells of patches that belong to the photo."""
    there = np.asarray(seen.any(axis=-1))
    rows, columns = ((np.arange(side) * there.shape[axis]) // side for axis, side in enumerate(shape[:2]))
    return np.asarray(there[rows[:, None], columns[None]])


def _planes(ab: FloatArray) -> tuple[FloatArray, FloatArray]:
    return ab[..., 0], ab[..., 1]
