"""A colorized photo of a dark and a light half."""

import cv2
import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from colorizer_gui.controllers.session.session import Entry, EntryState
from colorizer_gui.window.main_window import MainWindow
from tests.support.window.fixtures import PhotoMaker


@pytest.fixture
def entry(qtbot: QtBot, window: MainWindow, make_photo: PhotoMaker) -> Entry:
    """A colorized photo, dark in its left half and light in its right one."""
    path = make_photo(width=400, height=300)
    gray = np.full((300, 400), 70, dtype=np.uint8)
    gray[:, 200:] = 170
    cv2.imwrite(str(path), gray)
    window.open_paths([path])
    session = window.workspace.session
    qtbot.waitUntil(lambda: session.current is not None and session.current.state is EntryState.DONE)
    assert session.current is not None
    return session.current
