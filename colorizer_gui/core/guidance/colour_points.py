"""Points and strokes of a photo that the user gave a colour, and what the network makes of one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count, groupby
from operator import itemgetter
from typing import Final

import numpy as np

from colorizer_gui.core.color.conversion import FloatArray
from colorizer_gui.core.prediction.candidates import takes_hints
from colorizer_gui.core.prediction.prediction import (
    Colorizer,
    Guidance,
    reference_in,
    rest_follows_in,
    with_reference,
)

Place = tuple[float, float]

#: Places along a stroke are so far apart, in short sides of the photo: the cells of the network's hints.
_APART: Final = 1 / 64
#: As many hints as the training showed at most.
MOST_PLACES: Final = 64
#: How many colours are suggested for a point at most.
SUGGESTIONS: Final = 6
#: Lightness at a point is that of a square around it, of this share of the photo's longer side.
_AROUND: Final = 0.016
#: So many of its rows and columns to either side are looked at, or a few more.
_SAMPLES: Final = 8


@dataclass(frozen=True, slots=True)
class ColourPoint:
    """What the user says: at x and y in [0, 1] of the photo, the colour is a*, b*.

    Attributes
    ----------
    path
        For a stroke, the places along it, with x and y in the middle of them; empty for a single point.
    reach
        From this spot (-1) over this object (0) to everything like it (1).
    name
        What is known of the colour (`KnownColour.statement`); empty for one that was just chosen.
    """

    x: float
    y: float
    ab: tuple[float, float]
    path: tuple[Place, ...] = ()
    reach: float = 0.0
    name: str = ""

    @classmethod
    def along(cls, path: tuple[Place, ...], ab: tuple[float, float], reach: float = 0.0) -> "ColourPoint":
        """A stroke."""
        x, y = path[len(path) // 2]
        return cls(x, y, ab, path, reach)

    @property
    def places(self) -> tuple[Place, ...]:
        """Where its colour is wanted."""
        return self.path or ((self.x, self.y),)

    def moved_to(self, x: float, y: float) -> "ColourPoint":
        """The same in another place; a stroke moves as a whole, and stays in the photo as such."""
        if not self.path:
            return replace(self, x=x, y=y)
        xs, ys = zip(*self.path, strict=True)
        across = min(max(x - self.x, -min(xs)), 1.0 - max(xs))
        down = min(max(y - self.y, -min(ys)), 1.0 - max(ys))
        path = tuple((px + across, py + down) for px, py in self.path)
        return replace(self.along(path, self.ab, self.reach), name=self.name)


def points_of(guidance: Guidance | None) -> tuple[ColourPoint, ...]:
    """The points and strokes that a guidance is made of."""
    if guidance is None:
        return ()
    strokes = [0] * len(guidance.ab) if guidance.strokes is None else guidance.strokes.tolist()
    reaches = [0.0] * len(guidance.ab) if guidance.reach is None else guidance.reach.tolist()
    names = [""] * len(guidance.ab) if guidance.names is None else list(guidance.names)
    numbers = count()
    # Points by themselves are told apart by their place in the row.
    keys = [(0, stroke) if stroke else (1, next(numbers)) for stroke in strokes]
    parts = zip(keys, guidance.positions.tolist(), guidance.ab.tolist(), reaches, names, strict=True)
    points = []
    for (kind, _), group in groupby(parts, key=itemgetter(0)):
        members = list(group)
        places = tuple((float(x), float(y)) for _, (x, y), *_ in members)
        _, _, (a, b), reach, name = members[0]
        single = ColourPoint(*places[0], (a, b), reach=reach)
        points.append(replace(single if kind else ColourPoint.along(places, (a, b), reach), name=name))
    return tuple(points)


def guidance_of(points: tuple[ColourPoint, ...]) -> Guidance | None:
    """The guidance of points and strokes; None where there are none."""
    if not points:
        return None
    positions = np.array([place for point in points for place in point.places], dtype=np.float32)
    ab = np.array([point.ab for point in points for _ in point.places], dtype=np.float32)
    strokes = [
        number if point.path else 0 for number, point in enumerate(points, start=1) for _ in point.places
    ]
    reach = [point.reach for point in points for _ in point.places]
    names = tuple(point.name for point in points for _ in point.places)
    return Guidance(
        np.clip(positions, 0.0, 1.0),
        ab,
        np.array(strokes, dtype=np.int32) if any(strokes) else None,
        np.array(reach, dtype=np.float32) if any(reach) else None,
        names if any(names) else None,
    )


def with_points(guidance: Guidance | None, points: tuple[ColourPoint, ...]) -> Guidance | None:
    """The same with other points: a reference photo stays, and whether the rest follows."""
    told = with_reference(guidance_of(points), reference_in(guidance))
    return with_rest(told, follows=rest_follows_in(guidance))


def with_rest(guidance: Guidance | None, *, follows: bool) -> Guidance | None:
    """The same, and the rest of the photo follows the points or does not, also those that are put later."""
    changed = replace(guidance or Guidance.by(None), rest_follows=follows)
    return with_reference(changed, changed.reference)


def path_through(trail: Sequence[Place], width: float, height: float) -> tuple[Place, ...]:
    """Places at equal distances along a line that was drawn, about as far apart as the network's hints are.

    Parameters
    ----------
    trail
        x and y in [0, 1], at least one.
    width, height
        Of the photo, in any unit.

    Returns
    -------
    At most `MOST_PLACES`; neighbours further apart on a longer line.
    """
    line = np.clip(np.array(trail, dtype=np.float64), 0.0, 1.0)
    scale = np.array((width, height)) / min(width, height)
    way = np.concatenate([[0.0], np.hypot(*(np.diff(line, axis=0) * scale).T).cumsum()])
    number = min(MOST_PLACES, max(1, round(way[-1] / _APART) + 1))
    stops = np.linspace(0.0, way[-1], number)
    return tuple(
        (float(x), float(y)) for x, y in zip(*(np.interp(stops, way, each) for each in line.T), strict=True)
    )


def lightness_of(lightness: FloatArray, places: Sequence[Place]) -> float:
    """The median of `lightness_at` over places."""
    return float(np.median([lightness_at(lightness, x, y) for x, y in places]))


def lightness_at(lightness: FloatArray, x: float, y: float) -> float:
    """The median L* around a point, so that a speck of dust does not count."""
    height, width = lightness.shape
    reach = max(1, round(_AROUND * max(height, width) / 2))
    row, column = cell_at((height, width), x, y)
    grain = max(1, reach // _SAMPLES)
    down = slice(max(0, row - reach), row + reach + 1, grain)
    around = lightness[down, max(0, column - reach) : column + reach + 1 : grain]
    return float(np.median(around))


def cell_at(shape: tuple[int, ...], x: float, y: float) -> tuple[int, int]:
    """Row and column of a point in an array that covers the photo."""
    height, width = shape[:2]
    return min(max(int(y * height), 0), height - 1), min(max(int(x * width), 0), width - 1)


def suggested_colours(
    colorizer: Colorizer, lightness: FloatArray, x: float, y: float, guidance: Guidance | None
) -> FloatArray:
    """What the network holds plausible at a point, knowing the user's other points.

    Returns
    -------
    (n, 2) float32 a*b*, the likeliest first; n is 0 for a colorizer without a distribution.

    Raises
    ------
    InferenceError
    """
    told = guidance if takes_hints(colorizer) else None
    distribution = colorizer.predict_ab(lightness, told).distribution
    if distribution is None:
        return np.empty((0, 2), dtype=np.float32)
    return distribution.suggestions(*cell_at(distribution.log_probabilities.shape, x, y), SUGGESTIONS)
