"""What the user may change about the colour without running the network again."""

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Final, Self

#: Smallest and largest value of each setting.
LIMITS: Final[Mapping[str, tuple[float, float]]] = {
    "saturation": (0.0, 2.0),
    "vividness": (-1.0, 1.0),
    "warmth": (-1.0, 1.0),
    "tint": (-1.0, 1.0),
    "shadows": (0.0, 2.0),
    "highlights": (0.0, 2.0),
    "less_purple": (0.0, 1.0),
    "less_orange": (0.0, 1.0),
    "less_green": (0.0, 1.0),
    "picked_hue": (-1.0, 360.0),
    "picked_turn": (-180.0, 180.0),
    "picked_saturation": (0.0, 2.0),
    "edge_cleanup": (0.0, 1.0),
}
#: Value of `picked_hue` when no colour is picked.
NO_HUE: Final = -1.0


@dataclass(frozen=True, slots=True)
class Adjustments:
    """Settings of one photo; the default changes nothing.

    Attributes
    ----------
    saturation
        Factor on chroma, 0 (gray) to 2.
    vividness
        -1 (the mean of what the network thought of, restrained) to 1 (nearly the likeliest colour
        alone); 0 is what was predicted. It sets the temperature of the annealed mean.
    warmth
        -1 (towards blue) to 1 (towards yellow).
    tint
        -1 (towards green) to 1 (towards magenta).
    shadows, highlights
        Factor on chroma in dark and in light places, 0 to 2.
    less_purple, less_orange, less_green
        How far a known illness of colorization is healed, 0 to 1: purple patches, orange skin,
        green casts.
    picked_hue
        A hue in degrees of the a*b* plane that is to be repaired, or `NO_HUE`.
    picked_turn, picked_saturation
        What becomes of colours near that hue: degrees to turn, and a factor on chroma.
    edge_cleanup
        Share of colour that is drawn back to the edges of the lightness, 0 to 1.
    """

    saturation: float = 1.0
    vividness: float = 0.0
    warmth: float = 0.0
    tint: float = 0.0
    shadows: float = 1.0
    highlights: float = 1.0
    less_purple: float = 0.0
    less_orange: float = 0.0
    less_green: float = 0.0
    picked_hue: float = NO_HUE
    picked_turn: float = 0.0
    picked_saturation: float = 1.0
    edge_cleanup: float = 0.0

    def to_dict(self) -> dict[str, float]:
        """The settings by name, to be written to a file."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, object]) -> Self:
        """Settings out of a file: what is missing, unknown or no number is left at its default.

        Numbers out of range are brought to the nearest limit, so that a file made by a later version
        or by hand does no harm.
        """
        known = {}
        for field in fields(cls):
            value = values.get(field.name)
            if isinstance(value, int | float) and not isinstance(value, bool):
                low, high = LIMITS[field.name]
                number = min(max(value, low), high)
                if not math.isnan(number):
                    known[field.name] = float(number)
        return cls(**known)


def restrained(adjustments: Adjustments, steps: int = 1) -> Adjustments:
    """The next more restrained settings, or with negative steps more vivid ones; the ends hold.

    A step is a quarter of the way from predicted to restrained, and a tenth of the predicted chroma, so
    that it is seen with a colorizer that knows no temperatures as well.
    """
    return replace(
        adjustments,
        vividness=_within("vividness", adjustments.vividness - 0.25 * steps),
        saturation=_within("saturation", adjustments.saturation - 0.1 * steps),
    )


def _within(name: str, value: float) -> float:
    low, high = LIMITS[name]
    return round(min(max(value, low), high), 6)
