"""`Geometry`: quarter turns, a mirror image, a small angle and a crop, and how they go together.

They are applied in this order to the photo as its file shows it (EXIF's orientation has been applied). So a
later turn of what is shown changes the earlier steps' numbers and never their order: see `turned`.
"""

from dataclasses import dataclass, replace
from math import cos, radians, sin
from typing import Final, Self

import numpy as np
import numpy.typing as npt

Size = tuple[int, int]
#: Left, top, right and bottom in [0, 1].
Crop = tuple[float, float, float, float]
WHOLE: Final[Crop] = (0.0, 0.0, 1.0, 1.0)
#: Degrees that a photo may be straightened by; what is more is a quarter turn and less.
MOST_ANGLE: Final = 45.0
#: How far a crop may reach out of the frame of a straightened picture, of its sides.
_OUTSIDE: Final = 1.0
Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Geometry:
    """The default changes nothing.

    Attributes
    ----------
    turns
        Quarter turns clockwise, 0 to 3.
    mirrored
        Whether left and right change places after that.
    angle
        Degrees clockwise by which the picture is straightened then. What is kept is the largest upright
        frame of the same shape that lies within it, so that no corner is empty.
    crop
        What is kept of that frame. Of a picture that is straightened it may reach out of the frame, where
        the picture itself does: there may be something to keep in its corners.

    Raises
    ------
    ValueError
        When it is not that, as a damaged recipe may have it.
    """

    turns: int = 0
    mirrored: bool = False
    angle: float = 0.0
    crop: Crop = WHOLE

    def __post_init__(self) -> None:
        left, top, right, bottom = self.crop
        if self.turns not in range(4) or not abs(self.angle) <= MOST_ANGLE:
            raise ValueError("there are 0 to 3 quarter turns, and an angle of at most 45 degrees")
        out = _OUTSIDE if self.angle else 0.0
        if not (-out <= left < right <= 1.0 + out and -out <= top < bottom <= 1.0 + out):
            raise ValueError("a crop lies within the photo and is not empty")

    def turned(self, quarters: int) -> Self:
        """The same, with what is shown turned clockwise by so many quarters."""
        left, top, right, bottom = self.crop
        for _ in range(quarters % 4):
            left, top, right, bottom = 1.0 - bottom, left, 1.0 - top, right
        turns = (self.turns + (-quarters if self.mirrored else quarters)) % 4
        return replace(self, turns=turns, crop=(left, top, right, bottom))

    def flipped(self) -> Self:
        """The same, with left and right of what is shown changed round."""
        left, top, right, bottom = self.crop
        crop = (1.0 - right, top, 1.0 - left, bottom)
        return replace(self, mirrored=not self.mirrored, angle=-self.angle if self.angle else 0.0, crop=crop)

    def flipped_vertically(self) -> Self:
        """The same, with top and bottom of what is shown changed round."""
        return self.flipped().turned(2)

    def step_from(self, before: "Geometry") -> "Geometry | None":
        """The turn that what is shown makes from an earlier geometry; None where it is more than a turn."""
        for flips in (False, True):
            for turns in range(4):
                if (before.flipped() if flips else before).turned(turns) == self:
                    return AS_IT_IS.flipped().turned(turns) if flips else AS_IT_IS.turned(turns)
        return None

    def framed(self, angle: float, crop: Crop) -> Self:
        """The geometry with another angle and crop."""
        return replace(self, angle=angle, crop=crop)

    def frame(self, size: Size) -> Size:
        """Width and height of a photo of that size after turning and straightening, before the crop."""
        width, height = size if self.turns % 2 == 0 else size[::-1]
        share = inner_share(width, height, self.angle)
        return max(1, round(width * share)), max(1, round(height * share))

    def box(self, size: Size) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of the crop in pixels of the frame; at least one pixel each way."""
        width, height = self.frame(size)
        left, right = _pixels(self.crop[0], self.crop[2], width)
        top, bottom = _pixels(self.crop[1], self.crop[3], height)
        return left, top, right, bottom

    def result_size(self, size: Size) -> Size:
        """Width and height of what a photo of that size becomes."""
        left, top, right, bottom = self.box(size)
        return right - left, bottom - top

    def forward(self, size: Size) -> Matrix:
        """(3, 3): from x and y in pixels of a photo of that size to those of what it becomes."""
        width, height = float(size[0]), float(size[1])
        whole = np.eye(3)
        for _ in range(self.turns):
            whole = np.array([[0.0, -1.0, height], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]]) @ whole
            width, height = height, width
        if self.mirrored:
            whole = np.array([[-1.0, 0.0, width], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]) @ whole
        if self.angle:
            frame_width, frame_height = self.frame(size)
            c, s = cos(radians(self.angle)), sin(radians(self.angle))
            turn = np.array([[c, -s, frame_width / 2], [s, c, frame_height / 2], [0.0, 0.0, 1.0]])
            whole = turn @ _moved(-width / 2, -height / 2) @ whole
        left, top, _, _ = self.box(size)
        return np.asarray(_moved(-left, -top) @ whole)

    def places(self, places: npt.NDArray[np.float32], size: Size, before: "Geometry") -> Matrix:
        """Where places of a photo are that was shown with another geometry.

        Parameters
        ----------
        places
            (n, 2) x and y in [0, 1] of what was shown.
        size
            Of the photo before any geometry.

        Returns
        -------
        (n, 2) x and y, which lie outside of [0, 1] where the place is not shown any more.
        """
        there = self.forward(size) @ np.linalg.inv(before.forward(size))
        shown = np.asarray(places, dtype=np.float64) * before.result_size(size)
        moved = shown @ there[:2, :2].T + there[:2, 2]
        return np.asarray(moved / self.result_size(size))


#: Nothing is changed.
AS_IT_IS: Final = Geometry()


def inner_share(width: float, height: float, angle: float) -> float:
    """How large the largest frame of the same shape is that lies within a turned picture, of its sides."""
    c, s = abs(cos(radians(angle))), abs(sin(radians(angle)))
    return min(width / (width * c + height * s), height / (width * s + height * c))


def _moved(x: float, y: float) -> Matrix:
    return np.array([[1.0, 0.0, x], [0.0, 1.0, y], [0.0, 0.0, 1.0]])


def _pixels(start: float, end: float, side: int) -> tuple[int, int]:
    first = round(start * side)
    if start >= 0.0:
        first = min(first, side - 1)
    return first, max(first + 1, round(end * side))
