"""What is worth knowing about a photo before it is colorized."""

from dataclasses import dataclass
from enum import StrEnum


class ColorKind(StrEnum):
    """How much colour a source has."""

    NEUTRAL = "neutral"
    TINTED = "tinted"
    COLORED = "colored"


@dataclass(frozen=True, slots=True)
class PhotoNotice:
    """Findings; none of them is acted on without a way to say otherwise.

    Attributes
    ----------
    color
        Neutral, tinted in one hue (sepia, yellowed paper), or really coloured.
    mount
        Top, bottom, left and right of the picture inside of a plain border, in pixels; None when there
        is no border on all four sides.
    """

    color: ColorKind = ColorKind.NEUTRAL
    mount: tuple[int, int, int, int] | None = None
