"""Predictions that follow a reference photo, at several strengths."""

from collections import deque
from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np

from colorizer_gui.core.color.ab_bins import AbBins
from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.common.sentences import Sentence
from colorizer_gui.core.guidance.reference.likeness import Features, Matches, match
from colorizer_gui.core.guidance.reference.picture import lab_of
from colorizer_gui.core.guidance.reference.welsh import BoolArray, transfer
from colorizer_gui.core.prediction.distribution import Distribution
from colorizer_gui.core.prediction.mounted import Box
from colorizer_gui.core.prediction.prediction import (
    Colorizer,
    ModelIdentity,
    Prediction,
    ReferenceScale,
    model_of,
)
from colorizer_gui.core.prediction.reference import Matching, Reference
from colorizer_gui.core.rendering.chroma import shrink, shrink_to

#: Longer side at which brightness and texture are compared.
_SIDE: Final = 256
#: Strengths of which chroma is kept; between them it is mixed.
_STRENGTHS: Final = (0.5, 1.0)
#: What a bin has that nothing alike in the reference has: less, and the network has no say in it.
_LEAST_SHARE: Final = 3e-4
#: So many references are remembered, half a megabyte each.
_REFERENCES: Final = 3
_BY_BRIGHTNESS: Final = Sentence(
    "This model does not see what is alike, so the reference photo's colours follow brightness."
)


@dataclass(frozen=True, slots=True, eq=False)
class _Seen:
    """What a network saw in the picture of a reference; None where it tells nothing of that."""

    picture: str
    model: ModelIdentity
    features: Features | None


class ReferenceGuide:
    """Lets predictions follow reference photos; belongs to one thread, as colorizers do."""

    def __init__(self) -> None:
        self._seen: deque[_Seen] = deque(maxlen=_REFERENCES)

    def scale(
        self,
        colorizer: Colorizer,
        lightness: FloatArray,
        plain: Prediction,
        fresh: Prediction,
        reference: Reference,
        mount: Box | None = None,
    ) -> tuple[ReferenceScale, str]:
        """A prediction at all strengths of a reference, and a sentence for the user, which may be empty.

        Parameters
        ----------
        colorizer
            The one that predicted; it is asked for the reference, whole as that is.
        lightness
            (H, W) float32 L* of the photo.
        plain
            What is to follow the reference.
        fresh
            The colorizer's own prediction for the photo, with what it saw, and its distribution where
            it has one.
        mount
            What lies outside of this box stays without colour.

        Raises
        ------
        InferenceError
            When the reference is damaged, or the colorizer fails.
        """
        features, theirs = fresh.parts, None
        if reference.matching is Matching.LIKENESS and features is not None:
            theirs = self._look(colorizer, reference)
        if features is None or theirs is None:
            told = _BY_BRIGHTNESS if reference.matching is Matching.LIKENESS else ""
            steps: tuple[tuple[float, Prediction], ...] = (
                (1.0, _by_brightness(lightness, plain, reference, mount)),
            )
        else:
            told, distribution = "", fresh.distribution
            bins = AbBins.derive() if distribution is None else distribution.bins
            cells = shrink(lightness, *fresh.ab.shape[:2])
            found = match(features, cells, theirs, lab_of(reference), bins, reference.swatches)
            if distribution is None or plain.candidate != fresh.candidate:
                steps = ((1.0, _by_chroma(plain, found)),)
            else:
                steps = tuple((each, _by_bins(plain, distribution, found, each)) for each in _STRENGTHS)
        return ReferenceScale(reference.at_full, ((0.0, plain), *steps)), told

    def _look(self, colorizer: Colorizer, reference: Reference) -> Features | None:
        model = model_of(colorizer)
        for seen in self._seen:
            if (seen.picture, seen.model) == (reference.picture, model):
                return seen.features
        features = colorizer.predict_ab(lab_of(reference).lightness).parts
        self._seen.appendleft(_Seen(reference.picture, model, features))
        return features


def _by_bins(plain: Prediction, distribution: Distribution, found: Matches, strength: float) -> Prediction:
    """The distribution times what is alike, in the power of how alike it is: a product of experts."""
    log_p = distribution.log_probabilities.astype(np.float32)
    weight = np.float32(strength) * found.confidence
    log_p += weight[..., None] * np.log(found.shares + np.float32(_LEAST_SHARE))
    log_p -= log_p.max(axis=-1, keepdims=True)
    log_p -= np.log(np.exp(log_p).sum(axis=-1, keepdims=True))
    led = Prediction.of(replace(distribution, log_probabilities=log_p.astype(np.float16)))
    return replace(plain, ab=led.ab, readings=led.readings, confidence=led.confidence)


def _by_chroma(plain: Prediction, found: Matches) -> Prediction:
    """Where there are no bins, or it is another reading: the colour of what is alike, as far as it is."""
    shape = plain.ab.shape[:2]
    return _moved(plain, _sized(found.ab, shape), _sized(found.confidence, shape))


def _by_brightness(
    lightness: FloatArray, plain: Prediction, reference: Reference, mount: Box | None
) -> Prediction:
    small = shrink_to(lightness, _SIDE)
    inside = _inside(mount, lightness.shape, small.shape)
    ab = transfer(small, lab_of(reference), reference.swatches, inside)
    shape = plain.ab.shape[:2]
    everywhere = _sized(inside.astype(np.float32), shape)
    return _moved(plain, _sized(ab, shape), everywhere)


def _moved(plain: Prediction, ab: FloatArray, share: FloatArray) -> Prediction:
    """Chroma, in all its readings, a share of the way to another one."""
    way = share[..., None]
    readings = plain.readings
    if readings is not None:
        readings = (readings + way * (ab - readings)).astype(np.float16)
    confidence = plain.confidence
    if confidence is not None:
        confidence = confidence + share * (1 - confidence)
    return replace(plain, ab=plain.ab + way * (ab - plain.ab), readings=readings, confidence=confidence)


def _sized(plane: FloatArray, shape: tuple[int, ...]) -> FloatArray:
    """A plane in the size of a prediction, by means where it becomes smaller."""
    height, width = shape
    smaller = height * width < plane.shape[0] * plane.shape[1]
    how = cv2.INTER_AREA if smaller else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(plane, (width, height), interpolation=how), dtype=np.float32)


def _inside(mount: Box | None, size: tuple[int, ...], shape: tuple[int, ...]) -> BoolArray:
    """(h, w): the pixels of a smaller picture that are no mount."""
    inside = np.ones(shape, dtype=np.bool_)
    if mount is not None:
        top, bottom, left, right = mount
        down, across = shape[0] / size[0], shape[1] / size[1]
        inside[:] = False
        rows, columns = (
            slice(round(top * down), round(bottom * down)),
            slice(round(left * across), round(right * across)),
        )
        inside[rows, columns] = True
    return inside
