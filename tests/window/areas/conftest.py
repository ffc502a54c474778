"""A colorized photo of a dark and a light half."""

import pytest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.areas import dark_and_light
from tests.support.window.fixtures import PhotoMaker


@pytest.fixture
def entry(qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker) -> Entry:
    return dark_and_light(qtbot, window, make_photo)
