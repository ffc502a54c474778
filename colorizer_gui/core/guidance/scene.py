"""What belongs together in a photo: how alike its cells are to the one that the user points at.

A self-supervised vision transformer sees parts of things and their like without ever having been told what
they are (Amir et al. 2021, "Deep ViT features as dense visual descriptors"), in patches that are four cells
wide. Lightness knows where things end. Both together say, cell by cell, what a colour point means.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, Self

import cv2
import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.prediction.prediction import Prediction
from colorizer_gui.core.rendering.chroma import shrink

Cell = tuple[int, int]

#: What the last block says counts so much beside the middle one's word.
_LAST: Final = 0.7
#: As many principal components of what the encoder saw are looked at.
_COMPONENTS: Final = 32
#: Of the joint bilateral filter that brings patches to cells: its deviations in cells and in L*, how far it
#: looks, and in which steps.
_SPACE_SIGMA: Final = 4.0
_RANGE_SIGMA: Final = 8.0
_AROUND: Final = 8
_STEP: Final = 2
#: So many kinds of things are told apart in a photo, by every third cell to either side; a kind that is less
#: like a place than the second is another one, and takes so much of the likeness of what is like it.
_KINDS: Final = 12
_EVERY: Final = 3
_OTHER: Final = 0.3
_REPELLED: Final = 0.3
_SEED: Final = 2006
#: How light and chroma are counted: the steps of a histogram, its greatest chroma, and the deviations in L*
#: and in a*b* within which cells are as each other. What is this share as usual as others of it is fully so.
_LIGHTNESS_STEP: Final = 4.0
_CHROMA_STEP: Final = 8.0
_MOST_CHROMA: Final = 100.0
_LIGHTNESS_LIKE: Final = 10.0
_CHROMA_LIKE: Final = 15.0
_USUAL: Final = 0.3
#: Without patches: differences in L* and in chroma at which cells are no longer alike.
_LIGHTNESS_SCALE: Final = 14.0
_CHROMA_SCALE: Final = 14.0


@dataclass(frozen=True, eq=False)
class Scene:
    """The cells of a prediction.

    Attributes
    ----------
    lightness
        (h, w) float32 L*.
    ab
        (h, w, 2) float32 a*b* as predicted.
    traits
        (h, w, C) float32. Unit vectors, which are alike by their cosine; or, where `by_distance`, points
        that are alike by a Gaussian of their distance.
    """

    lightness: FloatArray
    ab: FloatArray
    traits: FloatArray
    by_distance: bool

    @classmethod
    def of(cls, lightness: FloatArray, prediction: Prediction) -> Self:
        """The scene of a photo, by a prediction that nobody has told any colours.

        Parameters
        ----------
        lightness
            (H, W) float32 L*.
        """
        cells = shrink(lightness, *prediction.ab.shape[:2])
        prediction = with_traits(prediction)
        if prediction.traits is not None:
            traits = sharpened(prediction.traits.astype(np.float32), cells)
            return cls(cells, prediction.ab, traits, by_distance=False)
        planes = cells[..., None] / np.float32(_LIGHTNESS_SCALE), prediction.ab / np.float32(_CHROMA_SCALE)
        return cls(cells, prediction.ab, np.concatenate(planes, axis=-1), by_distance=True)

    def likeness(self, places: Sequence[Cell]) -> FloatArray:
        """(h, w) float32, at most 1: how alike each cell is to one of some and those around it.

        What is like another kind of thing in the photo is less so: how alike parts of one thing are differs
        from photo to photo, and which of two things a part is nearer to does not.
        """
        best = np.full(self.lightness.shape, -1.0, dtype=np.float32)
        centres = []
        for row, column in places:
            around = self.traits[max(0, row - 1) : row + 2, max(0, column - 1) : column + 2]
            if self.by_distance:
                centre = np.median(around, axis=(0, 1))
                alike = np.exp(-0.5 * np.square(self.traits - centre).sum(axis=-1))
            else:
                centre = around.mean(axis=(0, 1))
                centre = centre / max(float(np.linalg.norm(centre)), 1e-6)
                alike = self.traits @ centre
                centres.append(centre)
            np.maximum(best, alike, out=best)
        return best if self.by_distance else best - self._repelled(np.array(centres))

    def _repelled(self, centres: FloatArray) -> FloatArray:
        """(h, w) float32: what other kinds of things than those at (N, C) directions take of the likeness."""
        kinds, likeness = self._kinds
        others = (kinds @ centres.T < _OTHER).all(axis=1)
        nearest = likeness[..., others].max(axis=-1, initial=0.0)
        return np.asarray(np.float32(_REPELLED) * nearest, dtype=np.float32)

    def usual(self, core: FloatArray) -> FloatArray:
        """(h, w) float32 in [0, 1]: whether light and chroma of each cell are found in a part of the photo.

        A thing seldom has light and colour that its surest part has nowhere: hair is no face, shadow no dog.
        The density of the part is estimated by a blurred histogram (Parzen 1962).

        Parameters
        ----------
        core
            (h, w) float32 in [0, 1], how sure each cell is; not 0 everywhere.
        """
        bins, shape = self._bins
        counted = np.bincount(bins.ravel(), core.ravel(), int(np.prod(shape)))
        density: FloatArray = counted.astype(np.float32).reshape(shape)
        for axis, steps in enumerate((_LIGHTNESS_LIKE / _LIGHTNESS_STEP, *[_CHROMA_LIKE / _CHROMA_STEP] * 2)):
            density = _blurred(density, axis, steps)
        found = density.ravel()[bins]
        mean = float((found * core).sum()) / float(core.sum())
        share = found / np.float32(max(_USUAL * mean, 1e-12))
        return np.asarray(np.minimum(share, np.float32(1.0)), dtype=np.float32)

    @cached_property
    def _bins(self) -> tuple[npt.NDArray[np.int64], tuple[int, int, int]]:
        """(h, w) place of each cell in a histogram of light and chroma, and the shape of that."""
        chroma = np.clip(self.ab, -_MOST_CHROMA, _MOST_CHROMA) + _MOST_CHROMA
        planes = np.dstack([np.clip(self.lightness, 0.0, 100.0) / _LIGHTNESS_STEP, chroma / _CHROMA_STEP])
        most = round(2 * _MOST_CHROMA / _CHROMA_STEP)
        shape = round(100.0 / _LIGHTNESS_STEP) + 1, most + 1, most + 1
        return np.ravel_multi_index(tuple(np.moveaxis(planes.astype(np.int64), 2, 0)), shape), shape

    @cached_property
    def _kinds(self) -> tuple[FloatArray, FloatArray]:
        """(K, C) float32 directions of the kinds of things in the photo, and (h, w, K) likeness to each."""
        cells = self.traits[::_EVERY, ::_EVERY].reshape(-1, self.traits.shape[-1])
        cells = np.ascontiguousarray(cells, dtype=np.float32)
        cv2.setRNGSeed(_SEED)  # so that a batch finds the same kinds
        criteria = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 15, 1e-3)
        centres = cells
        if len(cells) > _KINDS:
            none = np.empty((0, 1), dtype=np.int32)
            _, _, found = cv2.kmeans(cells, _KINDS, none, criteria, 1, cv2.KMEANS_PP_CENTERS)
            centres = np.asarray(found, dtype=np.float32)
        kinds = centres / np.maximum(np.linalg.norm(centres, axis=1, keepdims=True), np.float32(1e-6))
        return kinds, np.asarray(self.traits @ kinds.T, dtype=np.float32)

    @cached_property
    def steps(self) -> tuple[FloatArray, FloatArray]:
        """(h, w - 1) and (h - 1, w) float32: how unlike neighbours in a row, and in a column, are."""
        traits = self.traits
        pairs = (traits[:, :-1], traits[:, 1:]), (traits[:-1], traits[1:])
        if self.by_distance:
            across, down = (1 - np.exp(-0.5 * np.square(a - b).sum(axis=-1)) for a, b in pairs)
        else:
            across, down = (1 - np.einsum("ijc,ijc->ij", a, b) for a, b in pairs)
        return across, down


def _blurred(density: FloatArray, axis: int, deviation: float) -> FloatArray:
    """A histogram blurred along one axis; what goes over its ends is lost."""
    first = np.moveaxis(density, axis, 0)
    rows = np.ascontiguousarray(first.reshape(len(first), -1))
    size = 2 * round(4 * deviation) + 1
    blurred = cv2.GaussianBlur(rows, (1, size), sigmaX=1.0, sigmaY=deviation, borderType=cv2.BORDER_CONSTANT)
    return np.moveaxis(np.asarray(blurred, dtype=np.float32).reshape(first.shape), 0, axis)


def with_traits(prediction: Prediction) -> Prediction:
    """The prediction with what `Scene` needs of its features, which are many times as large."""
    features = prediction.features
    traits = prediction.traits if features is None else _components(features).astype(np.float16)
    return replace(prediction, traits=traits, features=None)


def _components(features: npt.NDArray[np.float16]) -> FloatArray:
    """(rows, columns, C) principal components of patches: their directions from the mean in both blocks."""
    middle, last = np.split(features.reshape(-1, features.shape[-1]).astype(np.float32), 2, axis=1)
    directions = _unit(np.hstack([_directions(middle), np.float32(_LAST) * _directions(last)]))
    return np.ascontiguousarray(_principal(directions).reshape(*features.shape[:2], -1))


def _principal(vectors: FloatArray) -> FloatArray:
    """(N, C) vectors in their first principal components, by the smaller one of their two products."""
    fewer = len(vectors) < vectors.shape[1]
    values, axes = np.linalg.eigh(vectors @ vectors.T if fewer else vectors.T @ vectors)
    main = np.argsort(values)[::-1][:_COMPONENTS]
    lengths = np.sqrt(np.maximum(values[main], 0))
    return np.asarray(axes[:, main] * lengths if fewer else vectors @ axes[:, main], dtype=np.float32)


def _directions(flat: FloatArray) -> FloatArray:
    """(N, C) unit vectors from the mean of (N, C); 0 stays 0, which nobody has seen."""
    seen = np.asarray(flat.any(axis=1))
    mean = flat.sum(axis=0) / np.float32(max(seen.sum(), 1))
    return _unit(np.where(seen[:, None], flat - mean, np.float32(0)))


def _unit(vectors: FloatArray) -> FloatArray:
    length = np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), np.float32(1e-6))
    return np.asarray(vectors / length, dtype=np.float32)


def sharpened(patches: FloatArray, lightness: FloatArray) -> FloatArray:
    """(h, w, C) unit vectors: patches brought to cells along edges of the lightness (Kopf et al. 2007)."""
    height, width = lightness.shape
    planes = [
        cv2.resize(plane, (width, height), interpolation=cv2.INTER_LINEAR)
        for plane in np.moveaxis(patches, 2, 0)
    ]
    smooth = np.stack(planes, axis=-1).astype(np.float32)
    others, others_lightness = (
        np.pad(plane, [(_AROUND, _AROUND)] * 2 + [(0, 0)] * (plane.ndim - 2), mode="symmetric")
        for plane in (smooth, lightness)
    )
    total = np.zeros_like(smooth)
    for down in range(-_AROUND, _AROUND + 1, _STEP):
        for across in range(-_AROUND, _AROUND + 1, _STEP):
            there = np.s_[
                _AROUND + down : _AROUND + down + height, _AROUND + across : _AROUND + across + width
            ]
            exponent = np.square((others_lightness[there] - lightness) / np.float32(_RANGE_SIGMA))
            exponent += np.float32((down**2 + across**2) / _SPACE_SIGMA**2)
            total += np.exp(np.float32(-0.5) * exponent)[..., None] * others[there]
    return _unit(total)
