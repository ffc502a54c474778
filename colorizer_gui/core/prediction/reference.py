"""A photo in colour that the user wants another one to look like, small enough to go wherever a recipe goes.

docs/adr/0020-reference-photo.md says why the picture itself is kept.
"""

import sys
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

#: Left, top, right and bottom in shares of a photo's width and height.
Rectangle = tuple[float, float, float, float]
#: Strength that is asked for first.
FIRST_STRENGTH: Final = 1.0
#: As many pairs of rectangles are kept.
MOST_SWATCHES: Final = 12
#: Characters of a picture: far more than the largest one takes.
_LONGEST: Final = 400_000


class Matching(StrEnum):
    """By what places of two photos are held to be alike."""

    LIKENESS = "likeness"
    BRIGHTNESS = "brightness"


@dataclass(frozen=True, slots=True)
class Swatch:
    """A pair of rectangles: what lies in the first gets its colours from the second.

    Attributes
    ----------
    photo, reference
        In the photo that is colorized, and in the reference.

    Raises
    ------
    ValueError
        When one is empty or not within its photo.
    """

    photo: Rectangle
    reference: Rectangle

    def __post_init__(self) -> None:
        for left, top, right, bottom in (self.photo, self.reference):
            if not (0.0 <= left < right <= 1.0 and 0.0 <= top < bottom <= 1.0):
                raise ValueError("a swatch is a rectangle within each photo")


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference photo, and how much it counts.

    Attributes
    ----------
    name, sha256
        Of its file, without the folder.
    picture
        Base64 of a small JPEG in sRGB; all colours come from this, so that the same recipe gives the same
        result wherever the file is.
    matching
        How places of it are found for those of the photo.
    strength
        From 0, nothing, to 1.
    swatches
        Pairs of places that belong together, as the user says; they lie in one photo only.

    Raises
    ------
    ValueError
    """

    name: str
    sha256: str
    picture: str
    matching: Matching = Matching.LIKENESS
    strength: float = FIRST_STRENGTH
    swatches: tuple[Swatch, ...] = ()

    def __post_init__(self) -> None:
        if not 0.0 <= self.strength <= 1.0:
            raise ValueError("the strength of a reference photo is between 0 and 1")
        if len(self.swatches) > MOST_SWATCHES:
            raise ValueError("a reference photo has too many swatches")
        if len(self.picture) > _LONGEST or not self.picture.isascii():
            raise ValueError("a reference photo holds no small picture")
        # All photos of a batch have the same one, each from a line of its own in the journal.
        object.__setattr__(self, "picture", sys.intern(self.picture))

    @property
    def at_full(self) -> "Reference":
        """The same at full strength: two that are equal there differ in strength alone."""
        return replace(self, strength=1.0)

    @property
    def everywhere(self) -> "Reference":
        """What of it holds for any other photo."""
        return replace(self, swatches=())
