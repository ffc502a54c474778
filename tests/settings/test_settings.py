"""What was chosen is remembered, and nonsense in the store counts as nothing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from colorizer_gui.settings.settings import Settings


@pytest.mark.parametrize("stored", ["", "nonsense", -5, [1, 2]])
def test_nonsense_in_the_store_keeps_colour(tmp_path: Path, stored: object) -> None:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    store.setValue("protectGray", stored)
    assert not Settings(store).protects_gray


@pytest.mark.parametrize("stored", ["{", "5", "{}", "[1, 2]", "[[1]]", '[["red", 2]]', "[[NaN, 1]]"])
def test_damaged_colours_of_last_time_are_none(tmp_path: Path, stored: str) -> None:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    store.setValue("recentColours", stored)
    settings = Settings(store)
    assert not settings.recent_colours
    for a in range(12):
        settings.add_recent_colour((float(a), 0.0))
    settings.add_recent_colour((5.01, 0.0))
    assert [a for a, _ in settings.recent_colours] == [5, 11, 10, 9, 8, 7, 6, 4, 3, 2]
