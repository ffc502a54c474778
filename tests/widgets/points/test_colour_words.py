"""Colours and places in words."""

import pytest
from PySide6.QtCore import QPointF

from colorizer_gui.core.color.conversion import rgb_to_lab
from colorizer_gui.widgets.points.colour_words import colour_text, place_text


@pytest.mark.parametrize(
    ("rgb", "word"),
    [
        ((128, 128, 128), "Gray"),
        ((40, 40, 42), "Gray, dark"),
        ((200, 30, 30), "Red"),
        ((230, 130, 30), "Orange"),
        ((120, 75, 40), "Brown"),
        ((235, 215, 60), "Yellow, light"),
        ((50, 150, 60), "Green"),
        ((40, 160, 160), "Turquoise"),
        ((60, 110, 190), "Blue"),
        ((20, 30, 90), "Blue, dark"),
        ((150, 60, 180), "Violet"),
        ((255, 180, 200), "Pink, light"),
    ],
)
def test_colours_are_called_what_people_call_them(rgb: tuple[int, int, int], word: str) -> None:
    lightness, a, b = (float(value) for value in rgb_to_lab([[[each / 255 for each in rgb]]])[0, 0])
    assert colour_text(lightness, (a, b)) == word


def test_a_place_is_told_from_the_upper_left() -> None:
    assert place_text(QPointF(0.254, 1.0)) == "25 % from the left, 100 % from the top"
