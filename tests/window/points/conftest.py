"""A colorized photo, and a colorizer that holds three colours plausible."""

import pytest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import FakeColorizer, PhotoMaker
from tests.support.window.points import GREEN, colorized


@pytest.fixture
def entry(qtbot: QtBot, window: MainWindow, colorizer: FakeColorizer, make_photo: PhotoMaker) -> Entry:
    """A colorized photo, and a colorizer that holds three colours plausible."""
    colorizer.plausible = [(0.0, 0.0), GREEN, (0.0, -40.0)]
    return colorized(qtbot, window, make_photo)


@pytest.fixture
def entry_with_tool(qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker) -> Entry:
    """A colorized photo, the tool in use."""
    entry = colorized(qtbot, window, make_photo)
    window.window_actions.points.setChecked(True)
    return entry
