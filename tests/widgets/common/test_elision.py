"""File names that are too long keep their end, and cuts are clean."""

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from colorizer_gui.widgets.common.elision import elided_name


@pytest.fixture
def metrics(qtbot: QtBot, qapp: QApplication) -> QFontMetrics:
    del qapp
    label = QLabel()
    qtbot.addWidget(label)
    return label.fontMetrics()


def test_a_name_that_fits_is_whole(metrics: QFontMetrics) -> None:
    assert elided_name("a photo.jpg", metrics, metrics.horizontalAdvance("a photo.jpg")) == "a photo.jpg"


@pytest.mark.parametrize(
    ("name", "end"),
    [
        ("Ñandú and the other birds, summer (10).JPG", "…(10).JPG"),
        ("Großmutters Geburtstagsfeier_0042.tiff", "…0042.tiff"),
        ("Holiday at the lake of Como 1931.jpg", "1931.jpg"),
        ("IMG20241126123456789012345.jpeg", "2345.jpeg"),
        ("a very long name that has no suffix at all", "at all"),
    ],
)
def test_the_end_stays(metrics: QFontMetrics, name: str, end: str) -> None:
    width = metrics.horizontalAdvance("M" * 12)
    shown = elided_name(name, metrics, width)
    assert shown.endswith(end)
    assert shown[0] == name[0]
    assert metrics.horizontalAdvance(shown) <= width
    start = shown.split("…")[0]
    assert name.startswith(start)
    assert start == start.rstrip(" -_(")


def test_a_letter_keeps_its_accent(metrics: QFontMetrics) -> None:
    name = "n" * 30 + "e\u0301abc.jpg"
    shown = elided_name(name, metrics, metrics.horizontalAdvance("n" * 14))
    assert "…\u0301" not in shown
