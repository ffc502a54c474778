"""Predictions that follow points and strokes: the place has the colour, the object has it up to its edge.

A reference photo comes before them: points are laid over what follows it.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.guidance.colour_points import points_of
from colorizer_gui.core.guidance.known_photo import KnownPhoto, resized
from colorizer_gui.core.guidance.own_colorizer import OwnColorizer, only_points
from colorizer_gui.core.guidance.reference.leading import ReferenceGuide
from colorizer_gui.core.guidance.scribbles import only_scribbles
from colorizer_gui.core.guidance.spreading import Spreading
from colorizer_gui.core.prediction.candidates import Candidate, candidate_named, candidates, takes_hints
from colorizer_gui.core.prediction.mounted import Box, inside_mount
from colorizer_gui.core.prediction.prediction import (
    FIRST_READING,
    ONLY_MINE,
    OWN_COLOURS,
    Colorizer,
    Guidance,
    Prediction,
    reference_in,
    rest_follows_in,
)
from colorizer_gui.core.prediction.reference import Reference

#: So many photos are remembered, a megabyte each.
_PHOTOS: Final = 3


class Guide:
    """Lets predictions follow guidance; belongs to one thread.

    Of the last photos it remembers what was predicted without any points, so that another
    point costs one answer of the decoder and some milliseconds.

    Parameters
    ----------
    finds
        Whether predictions have what finding objects takes (`Prediction.traits`); without it one that follows
        nothing takes a tenth less time, and is not remembered.
    """

    def __init__(self, *, finds: bool = True) -> None:
        self._finds = finds
        self._known: deque[KnownPhoto] = deque(maxlen=_PHOTOS)
        self._references = ReferenceGuide()

    def predict(
        self,
        colorizer: Colorizer,
        lightness: FloatArray,
        guidance: Guidance | None = None,
        *,
        mount: Box | None = None,
        candidate: str = FIRST_READING,
        own_ab: npt.NDArray[np.float16] | None = None,
    ) -> Prediction:
        """Predict chroma that is as the user says, and elsewhere as it was, unless that is to follow.

        Parameters
        ----------
        lightness
            (H, W) float32 L* in [0, 100].
        mount
            What lies outside of this box is kept from the network and stays without colour.
        candidate
            Which of several colorizations is wanted; the predicted one where there is no such other. For
            `ONLY_MINE` the colorizer is not asked at all.
        own_ab
            (H, W, 2) a*b* of a photo in colour, for `OWN_COLOURS`; without them the predicted ones are meant.

        Raises
        ------
        InferenceError
        """
        if candidate == ONLY_MINE:
            return only_scribbles(lightness, points_of(guidance), guidance, mount)
        if candidate == OWN_COLOURS and own_ab is not None:
            colorizer, mount, guidance = OwnColorizer(colorizer, own_ab), None, only_points(guidance)
        elif candidate == OWN_COLOURS:
            candidate = FIRST_READING  # without looking for it among all that the colorizer can make
        inside = inside_mount(colorizer, mount)
        reference = reference_in(guidance)
        if points_of(guidance) or reference is not None:
            known, fresh = self._look(inside, lightness, mount)
            wanted = known.candidate(inside, lightness, candidate)
            if reference is not None:
                wanted = self._led(known, _Asked(colorizer, inside, lightness, fresh), reference, wanted)
            return _Following(known, inside, lightness, guidance).over(wanted)
        predicted = inside.predict_ab(lightness)
        if not self._finds and candidate in {FIRST_READING, predicted.candidate}:
            return replace(predicted, features=None)
        known = self._remember(KnownPhoto.of(inside, lightness, mount, predicted))
        if candidate not in {FIRST_READING, predicted.candidate}:
            other = candidate_named(inside, lightness, candidate, predicted)
            if other is not None:
                return replace(other, traits=known.predicted.traits, features=None)
        return replace(predicted, traits=known.predicted.traits, features=None)

    def candidates(
        self,
        colorizer: Colorizer,
        lightness: FloatArray,
        guidance: Guidance | None = None,
        *,
        mount: Box | None = None,
    ) -> Iterator[Candidate]:
        """Colorize a photo in several ways (`candidates.candidates`), all as the user says.

        Raises
        ------
        InferenceError
        """
        inside = inside_mount(colorizer, mount)
        predicted = inside.predict_ab(lightness)
        known = self._remember(KnownPhoto.of(inside, lightness, mount, predicted))
        following, reference = _Following(known, inside, lightness, guidance), reference_in(guidance)
        for each in candidates(inside, lightness, predicted):
            automatic = replace(each.prediction, traits=known.predicted.traits, features=None)
            if reference is not None:
                automatic = self._led(
                    known, _Asked(colorizer, inside, lightness, predicted), reference, automatic
                )
            yield replace(each, prediction=following.over(automatic))

    def _look(
        self, inside: Colorizer, lightness: FloatArray, mount: Box | None
    ) -> tuple[KnownPhoto, Prediction | None]:
        """What is known of a photo, and the prediction with all that belongs to it where it was made now."""
        for known in self._known:
            if known.is_of(inside, lightness, mount):
                return known, None
        predicted = inside.predict_ab(lightness)
        return self._remember(KnownPhoto.of(inside, lightness, mount, predicted)), predicted

    def _led(self, known: KnownPhoto, asked: "_Asked", reference: Reference, plain: Prediction) -> Prediction:
        led = known.led(reference, plain.candidate)
        if led is not None:
            return led
        fresh = asked.fresh or asked.inside.predict_ab(asked.lightness)
        scale, notice = self._references.scale(
            asked.colorizer, asked.lightness, plain, fresh, reference, known.mount
        )
        known.learn(scale)
        led = scale.at(reference.strength)
        return replace(led, notice=notice or led.notice)

    def _remember(self, known: KnownPhoto) -> KnownPhoto:
        self._known.appendleft(known)
        return known


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """A colorizer, itself within the photo's mount, and what it says to the photo as far as that is known."""

    colorizer: Colorizer
    inside: Colorizer
    lightness: FloatArray
    fresh: Prediction | None


def sketched(known: KnownPhoto, lightness: FloatArray, guidance: Guidance | None) -> Prediction:
    """A prediction that follows points as far as that is known without asking the network.

    Parameters
    ----------
    known
        By `KnownPhoto.shown`.
    lightness
        (H, W) float32 L*; only its size counts.
    """
    reference, base = reference_in(guidance), known.predicted
    led = base if reference is None else known.led(reference, base.candidate)
    if not points_of(guidance) and led is not None:
        return replace(led, guidance=guidance)
    following = _Following(known, None, lightness, guidance)
    return replace(following.over(led or base), is_sketch=True)


class _Following:
    """What the network answers to points, and what they mean, to be laid over predictions without any."""

    def __init__(
        self, known: KnownPhoto, inside: Colorizer | None, lightness: FloatArray, guidance: Guidance | None
    ) -> None:
        self._known = known
        self._lightness = lightness
        self._points = points_of(guidance)
        self._rest_follows = rest_follows_in(guidance)
        self._answers: tuple[Prediction, Prediction] | None = None
        asked = inside is not None and takes_hints(inside) and self._spreading(known.predicted) is not None
        if inside is not None and guidance is not None and asked:
            self._answers = known.predicted, known.hinted(inside, lightness, guidance)
        elif inside is None and self._rest_follows:
            self._answers = known.answers  # to the points before: nothing jumps back in the meantime

    def over(self, automatic: Prediction) -> Prediction:
        """The prediction as the user says."""
        spreading = self._spreading(automatic)
        if spreading is None:
            return automatic
        before, after = self._answers or (self._known.predicted, None)
        shape, over = automatic.ab.shape, partial(spreading.over, rest_follows=self._rest_follows)
        change = None if after is None else resized(after.ab - before.ab, shape)
        readings = automatic.readings
        if readings is not None:
            changes: list[FloatArray | None] = [change] * len(readings)
            if after is not None and after.readings is not None and before.readings is not None:
                differences = after.readings.astype(np.float32) - before.readings
                changes = [resized(each, shape) for each in differences]
            planes = map(over, readings.astype(np.float32), changes)
            readings = np.stack(list(planes)).astype(np.float16)
        confidence = self._confidence(automatic)
        if confidence is not None:
            confidence = confidence + spreading.claimed * (1 - confidence)
        return replace(
            automatic,
            ab=over(automatic.ab, change),
            readings=readings,
            confidence=confidence,
            notice=automatic.notice if after is None else after.notice or automatic.notice,
            automatic=automatic,
            answers=self._answers if self._rest_follows else None,
        )

    def _confidence(self, automatic: Prediction) -> FloatArray | None:
        """How sure the network is, where it matters knowing what it was told."""
        sure = automatic.confidence
        if sure is None or self._answers is None or not self._rest_follows:
            return sure
        before, after = (each.confidence for each in self._answers)
        if before is None or after is None:
            return sure
        told = sure + resized(after - before, sure.shape)
        return np.asarray(np.clip(told, 0.0, 1.0), dtype=np.float32)

    def _spreading(self, prediction: Prediction) -> Spreading | None:
        return self._known.spreading(self._lightness, self._points, prediction.ab.shape)
