"""What the tests of this folder share."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import PhotoMaker, colorizer, make_photo, settings, window, workspace

__all__ = ["colorizer", "make_photo", "settings", "window", "workspace"]


@pytest.fixture
def green(tmp_path: Path) -> Path:
    """A photo in shades of green."""
    pixels = np.full((60, 90, 3), (110, 190, 110), dtype=np.uint8)
    pixels[30:] = (30, 110, 40)
    path = tmp_path / "green.jpg"
    Image.fromarray(pixels).save(path, quality=95)
    return path


@pytest.fixture
def entry(qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker) -> Entry:
    """A colorized photo, its section of the panel open."""
    window.open_paths([make_photo(width=400, height=300)])
    session = window.workspace.session
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.DONE)
    assert session.current is not None
    window.panel.bring_into_view("reference")
    return session.current
