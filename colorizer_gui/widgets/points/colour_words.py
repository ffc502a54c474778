"""Colours and places in words, for who does not see them."""

from math import atan2, degrees, hypot
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF

#: Under this name, called like this, the tool that gathers texts finds them.
translate: Final = QCoreApplication.translate

_GRAY: Final = 7.0
_DARK: Final = 35.0
_LIGHT: Final = 75.0
#: Orange that is darker than this is called brown.
_BROWN: Final = 58.0


def colour_text(lightness: float, ab: tuple[float, float]) -> str:
    """What people would call a colour, L* and a*b*."""
    word = _hue_text(lightness, ab)
    if lightness < _DARK:
        return translate("ColourWords", "{0}, dark").format(word)
    if lightness > _LIGHT:
        return translate("ColourWords", "{0}, light").format(word)
    return word


def place_text(place: QPointF) -> str:
    """Where a point of a photo is, x and y in [0, 1]."""
    return translate("ColourWords", "{0} % from the left, {1} % from the top").format(
        round(place.x() * 100), round(place.y() * 100)
    )


def _hue_text(lightness: float, ab: tuple[float, float]) -> str:
    a, b = ab
    if hypot(a, b) < _GRAY:
        return translate("ColourWords", "Gray")
    hue = degrees(atan2(b, a)) % 360
    if 50 <= hue < 80 and lightness < _BROWN:
        return translate("ColourWords", "Brown")
    # Upper ends of ranges of the CIE hue angle.
    names = (
        (15, translate("ColourWords", "Pink")),
        (50, translate("ColourWords", "Red")),
        (80, translate("ColourWords", "Orange")),
        (110, translate("ColourWords", "Yellow")),
        (180, translate("ColourWords", "Green")),
        (225, translate("ColourWords", "Turquoise")),
        (312, translate("ColourWords", "Blue")),
        (330, translate("ColourWords", "Violet")),
        (360, translate("ColourWords", "Pink")),
    )
    return next(name for end, name in names if hue <= end)
