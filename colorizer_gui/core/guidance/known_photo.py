"""What is known of a photo before the user says any colour: predictions, and what belongs together in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import dist
from typing import Final, Self

import cv2
import numpy as np
import numpy.typing as npt

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.guidance.colour_points import ColourPoint, Place, cell_at
from colorizer_gui.core.guidance.scene import Cell, Scene, with_traits
from colorizer_gui.core.guidance.selection import Selection, is_beside, select
from colorizer_gui.core.guidance.spreading import MeantColour, Spreading
from colorizer_gui.core.prediction.candidates import candidate_named
from colorizer_gui.core.prediction.mounted import Box
from colorizer_gui.core.prediction.prediction import (
    FIRST_READING,
    Colorizer,
    Guidance,
    ModelIdentity,
    Prediction,
    ReferenceScale,
    model_of,
)
from colorizer_gui.core.prediction.reference import Reference
from colorizer_gui.core.rendering.chroma import shrink

#: So many selections of a photo are kept, 70 kilobytes each.
_SELECTIONS: Final = 128
#: Colours that differ by less in a*b* are one: of one brush, at places of another lightness.
_ONE_COLOUR: Final = 1.0
#: So many answers to points: undo, and what is protected, ask for the same again.
_ANSWERS: Final = 6
#: So many references, or ways to follow one: undo goes back to the one before.
_SCALES: Final = 4


@dataclass(slots=True, eq=False)
class KnownPhoto:
    """A photo as one network sees it.

    Attributes
    ----------
    small
        (h, w) float32 L*, by which it is known again.
    model, mount
        Who predicted, and what lies around the photo.
    predicted
        Without any points; `small` has its cells.
    answers
        `Prediction.answers` to the last points that the rest of the photo followed.
    """

    small: FloatArray
    model: ModelIdentity
    mount: Box | None
    predicted: Prediction
    _others: dict[str, Prediction] = field(default_factory=dict)
    _scene: Scene | None = None
    _hinted: dict[tuple[bytes, bytes], Prediction] = field(default_factory=dict)
    _selections: dict[tuple[tuple[Cell, ...], float, bool], Selection] = field(default_factory=dict)
    _scales: dict[tuple[str, Reference], ReferenceScale] = field(default_factory=dict)
    answers: tuple[Prediction, Prediction] | None = None

    @classmethod
    def of(cls, inside: Colorizer, lightness: FloatArray, mount: Box | None, predicted: Prediction) -> Self:
        """Keep what a colorizer predicted for a photo, but not its distribution, which is large."""
        small = shrink(lightness, *predicted.ab.shape[:2])
        kept = replace(with_traits(predicted), distribution=None, notice="")
        return cls(small, model_of(inside), mount, kept)

    @classmethod
    def shown(cls, lightness: FloatArray, mount: Box | None, prediction: Prediction) -> Self:
        """What a prediction that is shown tells of its photo, without the colorizer that made it."""
        predicted = replace(prediction.plain, kept=())
        small = shrink(lightness, *predicted.ab.shape[:2])
        known = cls(small, predicted.model or ModelIdentity("", ""), mount, predicted)
        known.learn_from(prediction)
        return known

    def is_of(self, inside: Colorizer, lightness: FloatArray, mount: Box | None) -> bool:
        """Whether that colorizer would predict the same for that photo."""
        if (self.model, self.mount) != (model_of(inside), mount):
            return False
        return np.array_equal(self.small, shrink(lightness, *self.small.shape))

    def candidate(self, inside: Colorizer, lightness: FloatArray, name: str) -> Prediction:
        """A colorization of that name without any points; the predicted one where there is no such other.

        Raises
        ------
        InferenceError
        """
        if name in {FIRST_READING, self.predicted.candidate}:
            return self.predicted
        if name not in self._others:
            other = candidate_named(inside, lightness, name) or self.predicted
            self._others[name] = replace(other, traits=self.predicted.traits, features=None)
        return self._others[name]

    def learn(self, scale: ReferenceScale) -> None:
        """Remember what a reference gives."""
        key = scale.steps[0][1].candidate, scale.reference
        while key not in self._scales and len(self._scales) >= _SCALES:
            del self._scales[next(iter(self._scales))]
        self._scales[key] = scale

    def learn_from(self, prediction: Prediction) -> None:
        """Remember what a prediction of the photo followed."""
        scale = (prediction.automatic or prediction).scale
        if scale is not None:
            self.learn(scale)
        self.answers = prediction.answers or self.answers

    def led(self, reference: Reference, candidate: str) -> Prediction | None:
        """The prediction that follows a reference; None where that is not known yet."""
        scale = self._scales.get((candidate, reference.at_full))
        return None if scale is None else scale.at(reference.strength)

    def hinted(self, inside: Colorizer, lightness: FloatArray, guidance: Guidance) -> Prediction:
        """What the network answers to points; how far these reach is not asked of it.

        Raises
        ------
        InferenceError
        """
        told = guidance.positions.tobytes(), guidance.ab.tobytes()
        if told not in self._hinted:
            while len(self._hinted) >= _ANSWERS:
                del self._hinted[next(iter(self._hinted))]
            answer = inside.predict_ab(lightness, guidance)
            self._hinted[told] = replace(answer, distribution=None, features=None)
        return self._hinted[told]

    @property
    def scene(self) -> Scene:
        """What belongs together in it."""
        if self._scene is None:
            self._scene = Scene.of(self.small, self.predicted)
        return self._scene

    def selected(self, path: Sequence[Place], reach: float) -> FloatArray:
        """(h, w) float32 in [0, 1]: what an area means that was marked by an object."""
        places = tuple(dict.fromkeys(cell_at(self.small.shape, *place) for place in path))
        return self._selection(self.scene, places, reach).weight

    def spreading(
        self, lightness: FloatArray, points: Sequence[ColourPoint], shape: tuple[int, ...]
    ) -> Spreading | None:
        """What points mean, in cells of a shape; None where there are none but on the mount."""
        if not points:
            return None
        inside = _inside(self.mount, lightness.shape, self.small.shape)
        colours: list[MeantColour] = []
        found: list[tuple[tuple[float, float], Selection]] = []
        for point in points:
            cells = dict.fromkeys(cell_at(self.small.shape, *place) for place in point.places)
            places = tuple(cell for cell in cells if inside[cell])
            if not places:
                continue
            alike = [each for ab, each in found if dist(ab, point.ab) < _ONE_COLOUR]
            meant = self._selection(self.scene, places, point.reach, completes=is_beside(places, alike))
            found.append((point.ab, meant))
            planes = (meant.weight * inside, meant.core, meant.distance)
            there = list(dict.fromkeys(cell_at(shape, *place) for place in point.places))
            selection = Selection(*(resized(plane, shape) for plane in planes))
            colours.append(MeantColour(point.ab, there, selection))
        return Spreading(colours) if colours else None

    def _selection(
        self, scene: Scene, places: tuple[Cell, ...], reach: float, *, completes: bool = False
    ) -> Selection:
        """What a point means is found once; a colour that is dragged, and later points, change nothing."""
        key = places, reach, completes
        if key not in self._selections:
            if len(self._selections) == _SELECTIONS:
                del self._selections[next(iter(self._selections))]
            self._selections[key] = select(scene, places, reach, completes=completes)
        return self._selections[key]


def resized(plane: FloatArray, shape: tuple[int, ...]) -> FloatArray:
    """A plane brought bilinearly to (h, w); itself where it has that size."""
    if plane.shape[:2] == shape[:2]:
        return plane
    enlarged = cv2.resize(plane, (shape[1], shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray(enlarged, dtype=np.float32)


def _inside(mount: Box | None, size: tuple[int, ...], shape: tuple[int, ...]) -> npt.NDArray[np.bool_]:
    """(h, w): the cells that are no mount."""
    if mount is None:
        return np.ones(shape, dtype=np.bool_)
    top, bottom, left, right = mount
    rows, columns = (
        (np.arange(cells) + 0.5) * (side / cells) for cells, side in zip(shape, size, strict=True)
    )
    return ((rows >= top) & (rows < bottom))[:, None] & ((columns >= left) & (columns < right))[None]
