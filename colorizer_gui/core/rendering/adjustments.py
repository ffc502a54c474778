"""What the user may change about the colour without running the network again: everywhere, and in areas."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any, Final, Self

from colorizer_gui.core.common.plain_data import ONLY_IF_SET
from colorizer_gui.core.prediction.prediction import FIRST_READING, Guidance, same_guidance
from colorizer_gui.core.rendering.touches import Touch

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
    "colour_noise": (0.0, 1.0),
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
    colour_noise
        How far the noise of colours is cleaned that a photo keeps as its own, 0 to 1; others have none.
    areas
        Where other settings hold, or what is protected from them; None for nowhere.
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
    colour_noise: float = field(default=0.0, metadata=ONLY_IF_SET)
    areas: "Areas | None" = field(default=None, metadata=ONLY_IF_SET)

    @property
    def everywhere(self) -> Self:
        """What holds for the whole photo, and would for another one."""
        return self if self.areas is None else replace(self, areas=None)

    def with_setting(self, name: str, value: float) -> Self:
        """The same with one setting of the whole photo changed."""
        settings: dict[str, Any] = {name: value}
        return replace(self, **settings)

    def to_dict(self) -> dict[str, float]:
        """The settings of the whole photo by name, to be written to a file."""
        return {name: getattr(self, name) for name in LIMITS}

    @classmethod
    def from_dict(cls, values: Mapping[str, object]) -> Self:
        """Settings out of a file: what is missing, unknown or no number is left at its default.

        Numbers out of range are brought to the nearest limit, so that a file made by a later version
        or by hand does no harm.
        """
        known: dict[str, Any] = {}
        for name, (low, high) in LIMITS.items():
            value = values.get(name)
            if isinstance(value, int | float) and not isinstance(value, bool):
                number = min(max(value, low), high)
                if not math.isnan(number):
                    known[name] = float(number)
        return cls(**known)


@dataclass(frozen=True, slots=True)
class Region:
    """An area with settings of its own, which come on top of those of the whole photo.

    Attributes
    ----------
    touches
        What marks it, in their order.
    is_on
        Whether its settings are applied.
    """

    name: str
    touches: tuple[Touch, ...]
    adjustments: Adjustments = field(default_factory=Adjustments)
    is_on: bool = True


class Keep(Enum):
    """What becomes of a protected place: it has no colour, or the colour that it had then."""

    GRAY = "gray"
    AS_IT_IS = "as it is"


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """How a photo looked when a place of it was protected.

    Attributes
    ----------
    adjustments
        Without protected places.
    guidance, candidate
        What its prediction followed.
    """

    adjustments: Adjustments = field(default_factory=Adjustments)
    guidance: Guidance | None = None
    candidate: str = FIRST_READING

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Look):
            return NotImplemented
        same = (self.adjustments, self.candidate) == (other.adjustments, other.candidate)
        return same and same_guidance(self.guidance, other.guidance)

    def __hash__(self) -> int:
        return hash((self.adjustments, self.candidate))


@dataclass(frozen=True, slots=True)
class Protection:
    """Places that settings and colour points do not change.

    Attributes
    ----------
    look
        For `Keep.AS_IT_IS`, what is kept.
    """

    keep: Keep
    touches: tuple[Touch, ...]
    look: Look | None = None

    def __post_init__(self) -> None:
        if (self.look is None) != (self.keep is Keep.GRAY):
            raise ValueError("what is kept as it is has a look, and what is kept gray has none")


@dataclass(frozen=True, slots=True)
class Areas:
    """Regions from the lowest to the topmost, and what is protected, the last over all."""

    regions: tuple[Region, ...] = ()
    protections: tuple[Protection, ...] = ()


def areas_of(adjustments: Adjustments) -> Areas:
    """The areas of a photo, if there are any or not."""
    return adjustments.areas or Areas()


def cleaned_at_first(adjustments: Adjustments) -> Adjustments:
    """The settings of a photo that begins to keep its colours: cleaned, as far as they say, or wholly."""
    return adjustments if adjustments.colour_noise else replace(adjustments, colour_noise=1.0)


def with_areas(adjustments: Adjustments, areas: Areas) -> Adjustments:
    """The same settings with other areas."""
    return replace(adjustments, areas=areas if areas != Areas() else None)


def settings_of(adjustments: Adjustments, region: int | None) -> Adjustments:
    """The settings of a region by its place, or those of the whole photo for None."""
    return adjustments.everywhere if region is None else areas_of(adjustments).regions[region].adjustments


def with_settings(adjustments: Adjustments, region: int | None, settings: Adjustments) -> Adjustments:
    """Other settings for a region, or for the whole photo; the areas stay where they are."""
    if region is None:
        return replace(settings, areas=adjustments.areas)
    areas = areas_of(adjustments)
    regions = list(areas.regions)
    regions[region] = replace(regions[region], adjustments=settings.everywhere)
    return with_areas(adjustments, replace(areas, regions=tuple(regions)))


def taken_over(settings: Adjustments, before: Adjustments) -> Adjustments:
    """Settings that were made elsewhere, as those of a preset, in the place of others of the same extent.

    What knows of no noise, since it was made for predicted colours, leaves that as far cleaned as it is.
    """
    return replace(settings, colour_noise=settings.colour_noise or before.colour_noise)


def looks_of(adjustments: Adjustments) -> Iterator[Look]:
    """What protected places are kept as; each wants a prediction of its own."""
    for protection in areas_of(adjustments).protections:
        if protection.look is not None:
            yield protection.look


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
