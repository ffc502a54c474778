"""What the tests of this folder share."""

import pytest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.window.main_window import MainWindow
from tests.support.photos.green import green
from tests.support.window.fixtures import PhotoMaker, colorizer, make_photo, settings, window, workspace

__all__ = ["colorizer", "green", "make_photo", "settings", "window", "workspace"]


@pytest.fixture
def entry(qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker) -> Entry:
    """A colorized photo, its section of the panel open."""
    window.open_paths([make_photo(width=400, height=300)])
    session = window.workspace.session
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.DONE)
    assert session.current is not None
    window.panel.bring_into_view("reference")
    return session.current
