"""What the user may change about the colour without running the network again."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Adjustments:
    """Settings of one photo; the default changes nothing.

    Attributes
    ----------
    saturation
        Factor on chroma, 0 (gray) to 2.
    """

    saturation: float = 1.0
